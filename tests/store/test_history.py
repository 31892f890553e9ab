"""The past is told by the log: of a value, of a blog, and the blog as it stood."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry
from newsdesk.errors import UnknownError
from newsdesk.store.store import Store
from tests.store.stories import ANN, BOB, NOON, a_blog, added, an_entry, edited, entries_for, removed


def test_a_value_has_its_own_history(store: Store, blog: Blog) -> None:
    first, second = entries_for(blog, 2)
    added(store, first, second)
    edited(store, first, BOB, title="Edit headline", headline="New")
    edited(store, second, title="Edit note", note="x")

    revisions = store.history(first.id)

    assert [(revision.title, revision.author) for revision in revisions] == [("Add", ANN), ("Edit headline", BOB)]
    assert [[change.id for change in revision.changes] for revision in revisions] == [[first.id], [first.id]]
    assert revisions[1].changes[0].after == {"headline": "New"}


def test_a_blog_tells_its_latest_revisions_page_by_page(store: Store, blog: Blog, entry: Entry) -> None:
    for number in range(5):
        entry = edited(store, entry, title=f"Edit {number}", headline=str(number))
    edited(store, a_blog_elsewhere(store), headline="Not here")

    latest = store.revisions_of(blog.id, limit=3)
    older = store.revisions_of(blog.id, before=latest[-1].sequence, limit=3)

    assert [revision.title for revision in latest] == ["Edit 4", "Edit 3", "Edit 2"]
    assert [revision.title for revision in older] == ["Edit 1", "Edit 0", "Add"]
    assert store.revision(latest[0].id).changes[0].after == {"headline": "4"}


def a_blog_elsewhere(store: Store) -> Blog:
    blog = a_blog()
    added(store, blog)
    return blog


def test_a_blog_is_shown_as_it_stood_after_every_revision(store: Store, blog: Blog) -> None:
    entries = entries_for(blog, 5)
    stood: dict[int, tuple[Blog, list[Entry]]] = {}

    def remember() -> None:
        stood[store.end_of_log()] = store.blog(blog.id), store.entries_of(blog.id)

    for entry in entries:
        added(store, entry)
        remember()
    edited(store, entries[1], headline="New", order="0")
    remember()
    removed(store, entries[2])
    remember()
    edited(store, blog, BOB, headline="Renamed")
    remember()
    store.undo(blog.id, ANN, at=NOON)
    remember()

    assert {sequence: store.as_of(blog.id, sequence) for sequence in stood} == stood


def test_a_moment_stands_for_what_had_been_written_then(store: Store, blog: Blog, entry: Entry) -> None:
    later = NOON + timedelta(hours=2)
    store.apply(Edit.of("Edit", [entry], [replace(entry, headline="Later")]), ANN, at=later)

    assert store.as_of(blog.id, later - timedelta(minutes=1)) == (blog, [entry])
    assert store.as_of(blog.id, later)[1][0].headline == "Later"
    with pytest.raises(UnknownError, match="no such blog at that moment"):
        store.as_of(blog.id, NOON - timedelta(days=1))


def test_an_entry_that_went_to_another_blog_stood_in_each_at_its_time(store: Store, blog: Blog, entry: Entry) -> None:
    other = a_blog_elsewhere(store)
    before = store.end_of_log()
    moved = edited(store, entry, blog=other.id)
    after = store.end_of_log()

    assert store.as_of(blog.id, before)[1] == [entry]
    assert store.as_of(blog.id, after)[1] == []
    assert store.as_of(other.id, before)[1] == []
    assert store.as_of(other.id, after)[1] == [moved]


def test_what_was_erased_has_no_past(store: Store, blog: Blog, entry: Entry) -> None:
    kept = an_entry(blog, order="V")
    added(store, kept)
    end = store.end_of_log()
    store.erase(entry.id, ANN, at=NOON)

    assert store.history(entry.id) == []
    assert store.as_of(blog.id, end)[1] == [kept]


def test_an_unknown_revision_is_a_sentence(store: Store) -> None:
    with pytest.raises(UnknownError):
        store.revision("nothing")
