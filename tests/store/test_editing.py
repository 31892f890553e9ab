"""Writing: what was applied is there, a conflict is a matter of one field, nothing is half done."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsdesk.domain.arranging import Key
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.markup import Block, Kind, Span, paragraphs
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import ConflictError, UnknownError
from newsdesk.store.store import Store
from tests.store.stories import ANN, BOB, NOON, a_blog, added, an_entry, edited, entries_for, removed


def test_what_was_added_is_there_after_a_restart(store: Store, path: Path) -> None:
    blog = a_blog(introduction=paragraphs("What is at stake"), bylines=("Ann",), date=NOON.date())
    entry = an_entry(
        blog,
        body=(Block(kind=Kind.QUOTE, spans=(Span("a\u2028b\x0bc "), Span("d", strong=True, link="https://x.test/?a=1&b"))),),
        state=State.PUBLISHED,
        notices=(Notice(NoticeKind.CORRECTION, "It was ten.", ShownTime(NOON, "GMT+3")),),
        labels=("almaty", "e\u0301"),
        embargo=NOON,
        is_key=True,
        note="\t internal ",
        source="05:41 GMT 06.01.2022\r\x85",
    )
    added(store, blog, entry)

    store.close()
    store = Store(path)

    assert store.blogs() == [blog]
    assert store.entries_of(blog.id) == [entry]
    assert store.counts() == {blog.id: {"published": 1}}
    store.close()


def test_entries_stand_by_their_order_then_by_id(store: Store, blog: Blog) -> None:
    first, second, third = (an_entry(blog, order=order, id=id) for order, id in (("5", "z"), ("A", "a"), ("A", "b")))

    added(store, third, first, second)

    assert store.entries_of(blog.id) == [first, second, third]
    assert next(iter(store.keys(blog.id))) == Key("5", "z", "2022-01-06T12:00Z GMT")


def test_a_field_that_somebody_else_changed_is_not_overwritten(store: Store, entry: Entry) -> None:
    theirs = edited(store, entry, BOB, headline="Talks end")

    with pytest.raises(ConflictError, match="changed the headline of this entry"):
        edited(store, entry, headline="Talks go on", note="mine")

    assert store.entries([entry.id]) == {entry.id: theirs}


def test_different_fields_of_one_entry_are_no_conflict(store: Store, entry: Entry) -> None:
    edited(store, entry, BOB, state=State.READY, last_changed=NOON + timedelta(minutes=1))

    edited(store, entry, headline="Talks end", last_changed=NOON + timedelta(minutes=2))

    [now] = store.entries_of(entry.blog)
    assert (now.state, now.headline) == (State.READY, "Talks end")


def test_an_edit_that_conflicts_anywhere_changes_nothing_anywhere(store: Store, blog: Blog) -> None:
    first, second = entries_for(blog, 2)
    added(store, first, second)
    edited(store, second, BOB, headline="Theirs")
    new, mine = an_entry(blog, order="z"), [replace(each, headline="Mine") for each in (first, second)]
    end = store.end_of_log()

    with pytest.raises(ConflictError):
        store.apply(Edit.of("Both", [first, second], [*mine, new]), ANN, at=NOON)

    assert [e.headline for e in store.entries_of(blog.id)] == ["Headline 0", "Theirs"]
    assert store.end_of_log() == end


def test_an_entry_is_not_added_twice(store: Store, entry: Entry) -> None:
    with pytest.raises(ConflictError, match="already there"):
        added(store, entry)


def test_an_entry_that_is_gone_is_not_edited(store: Store, entry: Entry) -> None:
    removed(store, entry, author=BOB)

    with pytest.raises(ConflictError, match="deleted this entry"):
        edited(store, entry, headline="Mine")


def test_an_entry_that_was_edited_meanwhile_is_not_removed(store: Store, entry: Entry) -> None:
    theirs = edited(store, entry, BOB, headline="Talks end")

    with pytest.raises(ConflictError, match="headline"):
        removed(store, entry)

    assert store.entries_of(entry.blog) == [theirs]


def test_what_was_removed_stands_in_the_trash_until_it_is_back(store: Store, blog: Blog) -> None:
    first, second = entries_for(blog, 2)
    added(store, first, second)
    first = edited(store, first, headline="Its last words")
    gone = removed(store, first)

    assert store.entries_of(blog.id) == [second]
    assert [(revision.id, entry) for revision, entry in store.trash(blog.id)] == [(gone.id, first)]

    added(store, first)

    assert store.trash(blog.id) == []

    store.undo(blog.id, ANN, at=NOON)

    assert [entry for _, entry in store.trash(blog.id)] == [first]


def test_an_addition_that_was_undone_is_not_in_the_trash(store: Store, blog: Blog) -> None:
    added(store, an_entry(blog))

    store.undo(blog.id, ANN, at=NOON)

    assert store.trash(blog.id) == []


def test_an_edit_of_bookkeeping_alone_is_no_edit(store: Store, entry: Entry) -> None:
    end = store.end_of_log()

    edited(store, entry, last_changed=NOON + timedelta(days=1))

    assert store.entries_of(entry.blog) == [entry]
    assert store.end_of_log() == end


def test_the_log_tells_what_was_done_by_whom(store: Store, entry: Entry) -> None:
    end = store.end_of_log()
    edited(store, entry, title="Edit headline", headline="Talks end")

    [revision] = store.revisions_since(end)

    assert (revision.title, revision.author, revision.at, revision.blog) == ("Edit headline", ANN, NOON, entry.blog)
    [change] = revision.changes
    assert change.id == entry.id
    assert (change.before, change.after) == ({"headline": "Talks begin"}, {"headline": "Talks end"})


def test_the_log_holds_whole_records_of_what_was_added(store: Store, entry: Entry) -> None:
    [_, added_entry] = store.revisions_since(0)

    [change] = added_entry.changes
    assert change.before is None
    assert change.after is not None
    assert change.after["headline"] == "Talks begin"
    assert change.after["source"] is None
    assert change.after["is_key"] == 0
    assert change.after["note"] == ""


def test_the_home_of_entries_is_the_blog_in_which_one_of_them_stands(store: Store, entry: Entry) -> None:
    many = [str(number) for number in range(40_000)]

    assert store.home_of([*many, entry.id]) == entry.blog
    assert store.home_of(many) == store.home_of([]) == ""


def test_a_beginning_of_an_id_finds_at_most_two_of_a_kind(store: Store, blog: Blog) -> None:
    added(store, *(an_entry(blog, id=f"a%{number}") for number in range(3)), an_entry(blog, id="ab"))

    assert store.ids_starting(blog.id[:9])[0] == [blog.id]
    assert len(store.ids_starting("a%")[1]) == 2
    assert store.ids_starting("ab")[1] == ["ab"]


def test_an_unknown_blog_is_a_sentence(store: Store) -> None:
    with pytest.raises(UnknownError, match="no such blog"):
        store.blog("nowhere")


def test_no_entry_comes_into_a_blog_that_was_undone_meanwhile(store: Store) -> None:
    blog = a_blog()
    added(store, blog)
    store.undo(blog.id, ANN, at=NOON)

    with pytest.raises(ConflictError, match="not there any more"):
        added(store, an_entry(blog))

    assert store.check().is_sound


def test_no_blog_goes_from_under_what_somebody_else_wrote_in_it(store: Store) -> None:
    blog = a_blog()
    added(store, blog)
    theirs = an_entry(blog)
    added(store, theirs, author=BOB)

    with pytest.raises(ConflictError, match="There are entries in this blog"):
        store.undo(blog.id, ANN, at=NOON)

    assert store.entries_of(blog.id) == [theirs]
    assert store.check().is_sound
