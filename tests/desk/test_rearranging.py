"""Larger changes to the arrangement, each one undo."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from newsdesk.desk import inserting, rearranging, writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.finding import Wanted
from newsdesk.domain.markup import Block, Kind, Span, paragraphs
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import NewsdeskError

NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def blog(desk: Desk) -> Blog:
    return writing.new_blog(desk, "Storm")


@pytest.fixture
def entries(desk: Desk, blog: Blog) -> list[Entry]:
    """Five entries from top to bottom in disorder, with the minutes after noon as headlines."""
    made = [writing.add_entry(desk, blog, headline=str(m), body=paragraphs(f"at {m}")) for m in (10, 40, 20, 50, 30)]
    for entry in made:
        time = ShownTime(NOON + timedelta(minutes=int(entry.headline)))
        writing.change(desk, entry, "Set time", time=time)
    return desk.store.entries_of(blog.id)


def headlines(desk: Desk, blog: Blog) -> list[str]:
    return [entry.headline for entry in desk.store.entries_of(blog.id)]


def is_one_undo(desk: Desk, blog: Blog, act: Callable[[], object]) -> bool:
    before, end = desk.store.entries_of(blog.id), desk.store.end_of_log()
    act()
    assert desk.store.end_of_log() == end + 1
    desk.undo(blog.id)
    is_back = desk.store.entries_of(blog.id) == before
    desk.redo(blog.id)
    return is_back


def test_sorting_by_time_is_one_undo(desk: Desk, blog: Blog, entries: list[Entry]) -> None:
    assert is_one_undo(desk, blog, lambda: rearranging.sort_by_time(desk, blog.id))
    assert headlines(desk, blog) == ["50", "40", "30", "20", "10"]

    rearranging.sort_by_time(desk, blog.id, newest_first=False)
    assert headlines(desk, blog) == ["10", "20", "30", "40", "50"]


def test_an_entry_is_put_in_time_order(desk: Desk, blog: Blog, entries: list[Entry]) -> None:
    rearranging.sort_by_time(desk, blog.id)
    moved = desk.store.entries_of(blog.id)[0]
    writing.change(desk, moved, "Set time", time=ShownTime(NOON + timedelta(minutes=25)))

    inserting.put_in_time_order(desk, [moved.id])

    assert headlines(desk, blog) == ["40", "30", "50", "20", "10"]


def test_a_duplicate_is_a_draft_below_its_original(desk: Desk, blog: Blog, entries: list[Entry]) -> None:
    writing.set_state(desk, [entries[0].id], State.PUBLISHED)

    assert is_one_undo(desk, blog, lambda: rearranging.duplicate(desk, [entries[0].id]))

    first, copy, *_ = desk.store.entries_of(blog.id)
    assert (copy.headline, copy.state, copy.first_published) == (first.headline, State.DRAFT, None)


def test_an_entry_is_split_and_joined_again(desk: Desk, blog: Blog, entries: list[Entry]) -> None:
    entry = entries[2]
    writing.change(desk, entry, "Write", body=paragraphs("one", "two", "three"))
    entry = desk.entry(entry.id)

    assert is_one_undo(desk, blog, lambda: rearranging.split(desk, entry, entry.body[:1], entry.body[1:]))
    place = next(n for n, e in enumerate(desk.store.entries_of(blog.id)) if e.id == entry.id)
    halves = desk.store.entries_of(blog.id)[place : place + 2]
    assert [half.body for half in halves] == [paragraphs("one"), paragraphs("two", "three")]

    assert is_one_undo(desk, blog, lambda: rearranging.join(desk, [half.id for half in halves]))
    assert desk.entry(entry.id).body == paragraphs("one", "two", "three")


def test_joining_keeps_the_headlines_of_the_others_as_subheads(desk: Desk, blog: Blog, entries: list[Entry]) -> None:
    rearranging.join(desk, [entries[0].id, entries[1].id])

    kinds = [(block.kind, block.text) for block in desk.entry(entries[0].id).body]
    assert kinds == [
        (Kind.PARAGRAPH, f"at {entries[0].headline}"),
        (Kind.SUBHEAD, entries[1].headline),
        (Kind.PARAGRAPH, f"at {entries[1].headline}"),
    ]


def test_what_was_released_is_not_joined_away(desk: Desk, blog: Blog, entries: list[Entry]) -> None:
    writing.set_state(desk, [entries[1].id], State.PUBLISHED)

    with pytest.raises(NewsdeskError, match="Withdraw"):
        rearranging.join(desk, [entries[0].id, entries[1].id])


def test_replacing_is_previewed_and_one_undo(desk: Desk, blog: Blog, entries: list[Entry]) -> None:
    wanted = Wanted("AT")

    pairs = rearranging.replacements(desk.store.entries_of(blog.id), wanted, "around")

    assert len(pairs) == 5
    assert is_one_undo(desk, blog, lambda: rearranging.replace_all(desk, pairs))
    assert all(e.body == paragraphs(f"around {e.headline}") for e in desk.store.entries_of(blog.id))


def test_a_split_keeps_styles(desk: Desk, blog: Blog) -> None:
    body = (Block(spans=(Span("a", strong=True),)), Block(kind=Kind.QUOTE, spans=(Span("b"),)))
    entry = writing.add_entry(desk, blog, body=body)

    new = rearranging.split(desk, entry, body[:1], body[1:])[0]

    assert (desk.entry(entry.id).body, desk.entry(new.id).body) == (body[:1], body[1:])
