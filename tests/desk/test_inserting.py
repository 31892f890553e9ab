"""Entries copied from a list and pasted into one: text, records, places by time, one undo."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.desk import copying, rearranging, writing
from newsdesk.desk.copying import copy_entries, from_records
from newsdesk.desk.desk import Desk
from newsdesk.desk.inserting import insert_entries, paste_records, put_in_time_order, understand
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import Block, Kind, Span, paragraphs
from newsdesk.domain.order import spread
from newsdesk.domain.revision import Author
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import NewsdeskError
from newsdesk.store.store import Store

NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)
TEXT = "12:25 GMT 01.03.2024\nRoads reopen\nThe ring road is clear.\n12:05 GMT 01.03.2024\nSirens heard"


@pytest.fixture
def blog(desk: Desk) -> Blog:
    """Entries at 12:10, 12:20 and 12:30, the newest on top."""
    made = writing.new_blog(desk, "Storm")
    for minute in (10, 20, 30):
        writing.add_entry(desk, made, headline=str(minute), time=at(minute))
    return made


def at(minute: int) -> ShownTime:
    return ShownTime(NOON + timedelta(minutes=minute))


def headlines(desk: Desk, blog: Blog) -> list[str]:
    return [entry.headline for entry in desk.store.entries_of(blog.id)]


def test_pasted_text_becomes_entries_at_their_places_by_time_as_one_undo(desk: Desk, blog: Blog) -> None:
    understood = understand(desk, blog, TEXT)
    end = desk.store.end_of_log()

    insert_entries(desk, blog.id, understood.entries)

    assert understood.is_plain
    assert headlines(desk, blog) == ["30", "Roads reopen", "20", "10", "Sirens heard"]
    assert desk.store.end_of_log() == end + 1
    desk.undo(blog.id)
    assert headlines(desk, blog) == ["30", "20", "10"]


def test_pasted_text_goes_to_its_places_in_a_blog_that_runs_the_other_way(desk: Desk, blog: Blog) -> None:
    rearranging.sort_by_time(desk, blog.id, newest_first=False)

    insert_entries(desk, blog.id, understand(desk, blog, TEXT).entries)

    assert headlines(desk, blog) == ["Sirens heard", "10", "20", "Roads reopen", "30"]


def test_pasted_entries_are_drafts_and_the_same_text_can_be_pasted_twice(desk: Desk, blog: Blog) -> None:
    for _ in range(2):
        insert_entries(desk, blog.id, understand(desk, blog, TEXT).entries)

    pasted = [entry for entry in desk.store.entries_of(blog.id) if entry.headline == "Roads reopen"]
    assert [entry.state for entry in pasted] == [State.DRAFT, State.DRAFT]
    assert pasted[0].id != pasted[1].id


def test_what_stands_above_the_first_time_is_told_and_not_taken(desk: Desk, blog: Blog) -> None:
    understood = understand(desk, blog, f"From our reporter\nSent by mail\n{TEXT}")

    assert understood.above == ("From our reporter", "Sent by mail")
    assert len(understood.entries) == 2
    assert not understood.is_plain


def test_an_odd_stamp_is_told_with_its_line(desk: Desk, blog: Blog) -> None:
    understood = understand(desk, blog, "12:25 01.03.2024\nRoads reopen\n12:05 GMT 01.03.2024\nSirens heard")

    assert [(notice.code, notice.line) for notice in understood.notices] == [("TS-NOZONE", 1)]


def test_a_text_without_any_time_gives_no_entries(desk: Desk, blog: Blog) -> None:
    understood = understand(desk, blog, "Just words")

    assert understood.entries == ()
    assert understood.above == ("Just words",)


def test_copied_entries_keep_their_formatting_between_blogs(desk: Desk, blog: Blog) -> None:
    body = (Block(kind=Kind.SUBHEAD, spans=(Span("Harbour"),)), Block(spans=(Span("Closed", strong=True),)))
    entry = writing.add_entry(desk, blog, headline="Port", body=body, time=at(15), labels=("sea",), is_key=True)
    writing.set_state(desk, [entry.id], State.PUBLISHED)
    other = writing.new_blog(desk, "Port")

    paste_records(desk, other.id, copy_entries(desk, [entry.id]).records)

    (pasted,) = desk.store.entries_of(other.id)
    assert (pasted.body, pasted.labels, pasted.is_key) == (body, ("sea",), True)
    assert pasted.id != entry.id
    assert (pasted.state, pasted.first_published) == (State.DRAFT, None)


def test_a_copy_holds_live_blog_text_and_safe_html(desk: Desk, blog: Blog) -> None:
    writing.add_entry(
        desk, blog, headline="A <b> c", body=paragraphs("One.", "Two."), time=at(40), state=State.READY, note="secret"
    )
    ids = [entry.id for entry in desk.store.entries_of(blog.id)][:2]

    copied = copy_entries(desk, ids)

    assert copied.text == "12:40 GMT 01.03.2024\nA <b> c\nOne.\nTwo.\n12:30 GMT 01.03.2024\n30\n"
    assert "A &lt;b&gt; c" in copied.html and "<p>Two.</p>" in copied.html
    assert b"secret" not in copied.records
    assert [entry.headline for entry in understand(desk, blog, copied.text).entries] == ["A <b> c", "30"]


@pytest.mark.parametrize("data", [b"", b"nonsense", b"[]", b'{"format": "x"}', b'{"format":"newsdesk entries 1"}'])
def test_records_that_are_none_are_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(NewsdeskError, match="nothing was pasted"):
        from_records(data)


def test_entries_find_room_where_two_keys_leave_none(desk: Desk) -> None:
    blog = Blog(created=NOON, last_changed=NOON)
    ids = [replace(_entry(blog, minute, "V"), id=f"{blog.id} {n}") for n, minute in enumerate((30, 20))]
    desk.do(Edit.of("Import", after=[blog, *ids]))

    insert_entries(desk, blog.id, [_entry(blog, 25)])

    assert [entry.time for entry in desk.store.entries_of(blog.id)] == [at(30), at(25), at(20)]


def test_several_entries_are_put_in_time_order_as_one_undo(desk: Desk, blog: Blog) -> None:
    for minute in (25, 5, 40):
        entry = writing.add_entry(desk, blog, headline=str(minute), time=at(minute))
        writing.move_entries(desk, [entry.id], below=desk.store.keys(blog.id)[-1].id)
    before, end = headlines(desk, blog), desk.store.end_of_log()
    ids = [entry.id for entry in desk.store.entries_of(blog.id)][3:]

    put_in_time_order(desk, ids)

    assert headlines(desk, blog) == ["40", "30", "25", "20", "10", "5"]
    assert desk.store.end_of_log() == end + 1
    desk.undo(blog.id)
    assert headlines(desk, blog) == before


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk for many examples, each with a blog of its own."""
    store = Store(tmp_path_factory.mktemp("stores") / "one.newsdeskdb")
    yield Desk(store, Author("one", "Ada"))
    store.close()


@given(
    own=st.lists(st.integers(0, 59), max_size=8),
    pasted=st.lists(st.integers(0, 59), min_size=1, max_size=6),
    newest_first=st.booleans(),
)
def test_pasting_into_a_sorted_blog_keeps_it_sorted(
    one_desk: Desk, own: list[int], pasted: list[int], newest_first: bool
) -> None:
    blog = Blog(created=NOON, last_changed=NOON)
    sorted_own = sorted(own, reverse=newest_first)
    there = [_entry(blog, m, key) for m, key in zip(sorted_own, spread(len(own)), strict=True)]
    one_desk.do(Edit.of("Import", after=[blog, *there]))

    insert_entries(one_desk, blog.id, [_entry(blog, minute) for minute in pasted])

    times = [entry.time.clock for entry in one_desk.store.entries_of(blog.id)]
    assert times == sorted(times, reverse=newest_first or len(set(own)) < 2)


def _entry(blog: Blog, minute: int, order: str = "") -> Entry:
    return Entry(blog=blog.id, order=order, time=at(minute), created=NOON, last_changed=NOON)


def test_copied_entries_carry_their_images_as_many_as_a_clipboard_should_hold(
    desk: Desk, blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = [b"\x89PNG\r\n\x1a\n" + bytes(1_000) + name for name in (b"one", b"two")]
    urls = [desk.store.add_attachment(picture, "image/png") for picture in pictures]
    body = tuple(Block(kind=Kind.IMAGE, url=url, alt="A quay") for url in urls)
    entry = writing.add_entry(desk, blog, body=body)

    whole = copy_entries(desk, [entry.id])
    monkeypatch.setattr(copying, "_LARGEST", 1_500)
    part = copy_entries(desk, [entry.id])

    assert (whole.html.count('src="data:image/png;base64,'), whole.images_left_out) == (2, 0)
    assert (part.html.count('src="data:image/png;base64,'), part.images_left_out) == (1, 1)
    assert "A quay</span>" in part.html
