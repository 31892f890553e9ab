"""Searching all blogs, and finding the entry of a time."""

from datetime import UTC, datetime, timedelta

from newsdesk.desk import searching, writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.stamp import ShownTime

NOON = datetime(2022, 1, 6, 12, tzinfo=UTC)


def test_a_search_finds_entries_of_all_blogs_and_the_blogs_themselves(desk: Desk) -> None:
    first, second = writing.new_blog(desk, "Flood in the valley"), writing.new_blog(desk, "Elections")
    entry = writing.add_entry(desk, second, headline="Turnout", body=paragraphs("A flood of voters."))

    found = searching.search(desk, "flood")

    places = {(it.blog.id, it.entry.id if it.entry else None) for it in found}
    assert places == {(first.id, None), (second.id, entry.id)}
    text = next(it.text for it in found if it.entry)
    assert [text.text[start:end] for start, end in text.marks] == ["flood"]


def test_the_index_is_caught_up_a_little_at_a_time(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    for number in range(30):
        writing.add_entry(desk, blog, headline=f"Gust {number}")

    rounds = 0
    while not searching.index_a_little(desk):
        rounds += 1

    assert rounds < 30
    assert searching.index_a_little(desk)


def test_the_nearest_entry_is_found_on_either_side(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    early = writing.add_entry(desk, blog, time=ShownTime(NOON))
    late = writing.add_entry(desk, blog, time=ShownTime(NOON + timedelta(hours=1)))

    near = [searching.nearest_to(desk, blog.id, NOON + timedelta(minutes=minutes)) for minutes in (-90, 29, 31, 600)]

    assert [it and it.id for it in near] == [early.id, early.id, late.id, late.id]
    assert searching.nearest_to(desk, "nothing", NOON) is None
