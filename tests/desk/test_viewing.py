"""What a list shows of a blog: sorted by time, narrowed by a filter."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.desk import exporting, writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.listing import open_listing
from newsdesk.desk.viewing import Filter, View, key_of, placed, stretch_in
from newsdesk.domain.arranging import Key, Sorting
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import State
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.stamp import ShownTime
from newsdesk.store.narrowing import used

NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def blog(desk: Desk) -> Blog:
    """From top to bottom: 12:20, 12:30, 12:10."""
    made = writing.new_blog(desk, "Storm")
    for minute, word, state in ((10, "Cafés close", "draft"), (30, "Roads", "ready"), (20, "Sirens", "published")):
        writing.add_entry(
            desk, made, headline=word, body=paragraphs(f"Text of {minute}."), state=State(state), is_key=minute == 30,
            bylines=("Ann", "Bo “B”") if minute == 30 else ("Ann",), labels=("sea",) if minute == 10 else (),
        )
        entry = desk.store.entries_of(made.id)[0]
        writing.change(desk, entry, "Edit time", time=ShownTime(NOON + timedelta(minutes=minute)))
    return made


def shown(desk: Desk, blog: Blog, sorting: Sorting = Sorting.ARRANGED, **by: Any) -> list[str]:  # noqa: ANN401  fields of Filter
    view = View(sorting=sorting, filter=Filter(**by))
    listing = open_listing(desk, blog.id, view=view).listing
    found = desk.store.entries(key.id for key in listing)
    return [found[key.id].headline.split()[0] for key in listing]


def test_a_blog_is_seen_as_arranged_newest_first_or_oldest_first(desk: Desk, blog: Blog) -> None:
    assert shown(desk, blog) == ["Sirens", "Roads", "Cafés"]
    assert shown(desk, blog, Sorting.NEWEST) == ["Roads", "Sirens", "Cafés"]
    assert shown(desk, blog, Sorting.OLDEST) == ["Cafés", "Sirens", "Roads"]


def test_a_sorted_listing_finds_an_entry_by_its_key(desk: Desk, blog: Blog) -> None:
    listing = open_listing(desk, blog.id, view=View(sorting=Sorting.NEWEST)).listing

    rows = [listing.row_of(key_of(entry, Sorting.NEWEST)[:2]) for entry in desk.store.entries_of(blog.id)]

    assert rows == [1, 0, 2]


@pytest.mark.parametrize(
    ("by", "found"),
    [
        ({"words": "cafes"}, ["Cafés"]),
        ({"words": "text"}, ["Sirens", "Roads", "Cafés"]),
        ({"words": "oad"}, ["Roads"]),
        ({"words": "oads"}, ["Roads"]),
        ({"words": "oad ext"}, ["Roads"]),
        ({"words": "irensx"}, []),
        ({"words": "iren ex"}, ["Sirens"]),
        ({"words": "s"}, ["Sirens"]),
        ({"words": "12:15–12:25"}, ["Sirens"]),
        ({"words": "roads 12:15-"}, ["Roads"]),
        ({"words": "-12:20"}, ["Sirens", "Cafés"]),
        ({"words": "  "}, ["Sirens", "Roads", "Cafés"]),
        ({"words": '"'}, []),
        ({"states": frozenset({State.DRAFT, State.READY})}, ["Roads", "Cafés"]),
        ({"is_key": True}, ["Roads"]),
        ({"byline": "Bo “B”"}, ["Roads"]),
        ({"byline": "An"}, []),
        ({"label": "sea"}, ["Cafés"]),
        ({"label": "sea", "is_key": True}, []),
    ],
)
def test_a_filter_leaves_what_has_all_of_it(desk: Desk, blog: Blog, by: dict[str, Any], found: list[str]) -> None:
    assert shown(desk, blog, **by) == found


def test_what_changed_since_the_last_hand_over_is_a_filter(desk: Desk, blog: Blog) -> None:
    exporting.export(desk, blog, "text")
    assert shown(desk, blog, is_changed=True) == ["Cafés"]  # the draft was not in it

    roads = desk.store.entries_of(blog.id)[1]
    writing.change(desk, roads, "Edit headline", headline="Roads reopen")

    assert shown(desk, blog, is_changed=True) == ["Roads", "Cafés"]


def test_what_a_blog_uses_comes_with_the_most_frequent_first(desk: Desk, blog: Blog) -> None:
    assert used(desk.store.database, blog.id) == {"bylines": ["Ann", "Bo “B”"], "labels": ["sea"]}


def test_a_stretch_of_the_day_is_told_from_words() -> None:
    assert stretch_in("5:00-6:30 fire") == ("fire", ("05:00", "06:30"))
    assert stretch_in("fire 22:00 – 02:00") == ("fire", ("22:00", "02:00"))
    assert stretch_in("cease-fire") == ("cease-fire", None)
    assert stretch_in("fire - sea") == ("fire - sea", None)
    assert stretch_in("05:41") == ("05:41", None)


@given(st.lists(st.tuples(st.integers(0, 5000), st.sampled_from("ABCDEF")), max_size=30))
def test_the_views_agree_with_stable_sorts(rows: list[tuple[int, str]]) -> None:
    times = [f"{NOON + timedelta(minutes=minute):%Y-%m-%dT%H:%M}Z GMT" for minute, _ in rows]
    arranged = sorted(Key(order, str(n), time) for n, ((_, order), time) in enumerate(zip(rows, times, strict=True)))

    newest = [key.id for key in sorted(placed(key, Sorting.NEWEST) for key in arranged)]
    oldest = [key.id for key in sorted(placed(key, Sorting.OLDEST) for key in arranged)]

    assert newest == [key.id for key in sorted(arranged, key=lambda key: key.time, reverse=True)]
    assert oldest == [key.id for key in sorted(arranged, key=lambda key: key.time)]
