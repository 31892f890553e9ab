"""Undo stands on the log: it survives a restart, keeps to its own desk, and overwrites nobody."""

from pathlib import Path

import pytest

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.revision import Act
from newsdesk.errors import ConflictError
from newsdesk.store.store import Store
from tests.store.stories import ANN, BOB, NOON, added, edited, entries_for, removed


def test_undo_and_redo_walk_the_log_across_restarts(store: Store, path: Path, entry: Entry) -> None:
    states = [entry]
    for number in range(4):
        states.append(edited(store, states[-1], headline=f"Version {number}", body=paragraphs(f"Body {number}")))

    for expected in states[-2::-1]:
        store.close()
        store = Store(path)
        store.undo(entry.blog, ANN, at=NOON)
        assert store.entries_of(entry.blog) == [expected]
    assert store.undo(entry.blog, ANN, at=NOON) is None

    for expected in states[1:]:
        store.close()
        store = Store(path)
        store.redo(entry.blog, ANN, at=NOON)
        assert store.entries_of(entry.blog) == [expected]
    assert store.redo(entry.blog, ANN, at=NOON) is None
    store.close()


def test_undo_tells_what_it_changed_in_whole_values(store: Store, entry: Entry) -> None:
    new = edited(store, entry, title="Edit headline", headline="Talks end")

    done = store.undo(entry.blog, ANN, at=NOON)

    assert done is not None
    assert done.edit.title == "Edit headline"
    assert (dict(done.edit.before), dict(done.edit.after)) == ({entry.id: new}, {entry.id: entry})
    assert (done.revision.act, done.revision.author) == (Act.UNDO, ANN)


def test_a_new_edit_ends_redo(store: Store, entry: Entry) -> None:
    edited(store, entry, headline="Undone")
    store.undo(entry.blog, ANN, at=NOON)

    edited(store, entry, headline="New")

    assert store.redo(entry.blog, ANN, at=NOON) is None


def test_what_another_desk_did_is_not_mine_to_undo(store: Store, entry: Entry) -> None:
    edited(store, entry, BOB, headline="Bob's")

    assert store.undo(entry.blog, ANN, at=NOON) is None
    assert store.undo(entry.blog, BOB, at=NOON) is not None
    assert store.entries_of(entry.blog) == [entry]


def test_what_was_done_in_another_blog_is_not_undone_in_this_one(store: Store, blog: Blog, entry: Entry) -> None:
    edited(store, entry, headline="Talks end")

    assert store.undo("another blog", ANN, at=NOON) is None
    assert store.undo(blog.id, ANN, at=NOON) is not None


def test_undo_keeps_what_somebody_else_did_to_other_fields(store: Store, entry: Entry) -> None:
    mine = edited(store, entry, headline="Mine")
    edited(store, mine, BOB, note="Bob's")

    store.undo(entry.blog, ANN, at=NOON)

    [now] = store.entries_of(entry.blog)
    assert (now.headline, now.note) == (entry.headline, "Bob's")


def test_undo_is_refused_where_somebody_else_changed_the_same_field(store: Store, entry: Entry) -> None:
    mine = edited(store, entry, headline="Mine")
    theirs = edited(store, mine, BOB, headline="Bob's")

    with pytest.raises(ConflictError, match="headline"):
        store.undo(entry.blog, ANN, at=NOON)

    assert store.entries_of(entry.blog) == [theirs]


def test_undoing_an_addition_is_refused_when_somebody_else_went_on_with_it(store: Store, blog: Blog) -> None:
    [entry] = entries_for(blog, 1)
    added(store, entry)
    theirs = edited(store, entry, BOB, headline="Bob's")

    with pytest.raises(ConflictError, match="headline"):
        store.undo(blog.id, ANN, at=NOON)

    assert store.entries_of(blog.id) == [theirs]


def test_a_large_edit_is_one_undo(store: Store, blog: Blog) -> None:
    entries = entries_for(blog, 1_203)
    added(store, *entries)

    store.undo(blog.id, ANN, at=NOON)
    assert store.entries_of(blog.id) == []

    store.redo(blog.id, ANN, at=NOON)
    assert store.entries_of(blog.id) == entries


def test_a_blog_and_its_entries_come_back_from_one_undo(store: Store, blog: Blog, entry: Entry) -> None:
    removed(store, entry, blog)
    assert store.blogs() == []

    store.undo(blog.id, ANN, at=NOON)

    assert store.blogs() == [blog]
    assert store.entries_of(blog.id) == [entry]


def test_undo_after_a_refusal_works_when_its_reason_is_gone(store: Store, entry: Entry) -> None:
    mine = edited(store, entry, headline="Mine")
    edited(store, mine, BOB, headline="Bob's")
    with pytest.raises(ConflictError):
        store.undo(entry.blog, ANN, at=NOON)
    store.undo(entry.blog, BOB, at=NOON)

    store.undo(entry.blog, ANN, at=NOON)

    assert store.entries_of(entry.blog) == [entry]
