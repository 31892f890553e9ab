"""The history of a value: visit by visit, in words, and any of it can be restored."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.desk import history, writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import Block, Span, paragraphs
from newsdesk.domain.revision import Author
from newsdesk.store.store import Store
from tests.desk.newsroom import Clock, storm


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(store_file: Path, clock: Clock) -> Iterator[Desk]:
    store = Store(store_file)
    yield Desk(store, Author("desk-one", "Ada"), clock)
    store.close()


def typed(desk: Desk, entry: Entry, visit: str, *headlines: str) -> Entry:
    for headline in headlines:
        writing.change(desk, desk.entry(entry.id), "Typing", visit, headline=headline)
    return desk.entry(entry.id)


def test_the_steps_of_one_visit_are_one(desk: Desk, clock: Clock) -> None:
    _, entries = storm(desk)
    began = clock.forward(1)
    typed(desk, entries[0], "visit-1", "Harbour e", "Harbour east")
    clock.forward(1)
    typed(desk, entries[0], "visit-2", "Harbour of the east")

    second, first, new = history.history(desk, entries[0].id)

    assert [told.line for told in first.told()] == ["headline: Harbour [-west-]{+east+}"]
    assert [told.line for told in second.told()] == ["headline: Harbour {+of the +}east"]
    assert (first.author.name, first.began, first.titles) == ("Ada", began, ("Typing",))
    assert new.before is None
    came = [told.line for told in new.told()]
    assert came == ["text: {+3 ships wait at the west quay.+}", "headline: {+Harbour west+}"]


def test_every_field_is_told_in_its_own_words(desk: Desk) -> None:
    _, entries = storm(desk)
    entry = entries[0]
    writing.change(
        desk, entry, "Edit", body=paragraphs("No ships."), state=State.DRAFT, is_key=True, bylines=("Ada", "Ben")
    )

    lines = [told.line for told in history.history(desk, entry.id)[0].told()]

    assert lines == [
        "text: [-3 -]{+No +}ships[- wait at the west quay-].",
        "bylines: {+Ada, Ben+}",
        "key event: [-no-]{+yes+}",
        "state: [-published-]{+draft+}",
    ]


def test_a_change_of_style_alone_is_told_as_one(desk: Desk) -> None:
    _, entries = storm(desk)
    bold = (Block(spans=(Span("3 ships wait at the west quay.", strong=True),)),)
    writing.change(desk, entries[0], "Bold", body=bold)

    told, = history.history(desk, entries[0].id)[0].told()

    assert told.is_formatting and told.line == "text: only its formatting"


def test_a_blog_has_a_history_of_its_own_fields(desk: Desk) -> None:
    blog, _ = storm(desk)
    writing.change(desk, blog, "Edit", headline="Gale", introduction=paragraphs("It blows."))

    lines = [told.line for told in history.history(desk, blog.id)[0].told()]

    assert lines == ["headline: [-Storm-]{+Gale+}", "introduction: {+It blows.+}"]


def test_an_earlier_version_is_restored_by_an_ordinary_edit(desk: Desk) -> None:
    blog, entries = storm(desk)
    entry = entries[0]
    typed(desk, entry, "", "Other")
    writing.set_state(desk, [entry.id], State.READY)
    writing.move_entries(desk, [entry.id], below=entries[2].id)
    moved = desk.entry(entry.id)
    version = history.history(desk, entry.id)[-1].after
    assert version

    history.restore(desk, version)

    assert desk.entry(entry.id).headline == "Harbour west"
    assert (desk.entry(entry.id).state, desk.entry(entry.id).order) == (State.READY, moved.order)
    desk.undo(blog.id)
    assert replace(desk.entry(entry.id), last_changed=moved.last_changed) == moved


def test_the_head_of_a_blog_is_restored_too(desk: Desk) -> None:
    blog, _ = storm(desk)
    writing.change(desk, blog, "Edit", headline="Gale", is_open=False)

    history.restore(desk, blog)

    assert (desk.store.blog(blog.id).headline, desk.store.blog(blog.id).is_open) == ("Storm", False)


def test_what_lies_in_the_trash_comes_back_from_its_history(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    entry = writing.add_entry(desk, blog, headline="Draft")
    writing.delete_entries(desk, [entry.id])
    gone, new = history.history(desk, entry.id)
    assert gone.after is None and new.after

    history.restore(desk, new.after)

    assert desk.entry(entry.id).headline == "Draft"


def test_an_undo_is_part_of_the_history(desk: Desk) -> None:
    blog, entries = storm(desk)
    typed(desk, entries[0], "", "Other")
    desk.undo(blog.id)

    undone, _, _ = history.history(desk, entries[0].id)

    assert [told.line for told in undone.told()] == ["headline: [-Other-]{+Harbour west+}"]


def test_the_sessions_of_a_blog_hold_every_revision_once(desk: Desk) -> None:
    blog, entries = storm(desk)
    typed(desk, entries[0], "visit-1", "a", "b", "c")

    told = history.sessions(desk, blog.id)

    assert [len(session) for session in told] == [3, 1, 1, 1, 1]
    assert told[-1][0].title == "New blog"


def test_what_was_taken_back_and_done_again_says_so(desk: Desk) -> None:
    blog, entries = storm(desk)
    writing.set_state(desk, [entries[0].id], State.WITHDRAWN)
    desk.undo(blog.id)
    desk.redo(blog.id)

    told = history.history(desk, entries[0].id)

    assert [visit.titles for visit in told[:3]] == [
        ("Redo: Mark as withdrawn",), ("Undo: Mark as withdrawn",), ("Mark as withdrawn",),
    ]
    assert [one.line for one in told[0].told()] == ["notices: {+withdrawn+}", "state: [-published-]{+withdrawn+}"]
