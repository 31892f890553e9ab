"""A list that is read beside the desk misses nothing of what happens meanwhile, and shows nothing twice."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.listing import Opened, open_listing
from newsdesk.desk.opening import open_desk
from newsdesk.desk.viewing import Filter, View
from newsdesk.domain.arranging import Sorting
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import State
from newsdesk.domain.revision import Done
from newsdesk.ui.entry_list.model import EntryModel
from tests.ui.conftest import Newsroom, at

VIEWS = [View(), View(sorting=Sorting.NEWEST)]


def add(desk: Desk, blog: Blog, ids: list[str]) -> None:
    writing.add_entry(desk, blog, headline="Meanwhile", time=at("05:20"))


def delete(desk: Desk, blog: Blog, ids: list[str]) -> None:
    writing.delete_entries(desk, ids[1:2])


def move_twice(desk: Desk, blog: Blog, ids: list[str]) -> None:
    writing.move_entries(desk, [ids[2]], above=ids[0])
    writing.move_entries(desk, [ids[2]], below=ids[0])


def tell_anew(desk: Desk, blog: Blog, ids: list[str]) -> None:
    writing.change(desk, desk.entry(ids[0]), "Edit", headline="Told anew", time=at("03:00"))


def undo_all(desk: Desk, blog: Blog, ids: list[str]) -> None:
    for edit in (add, delete, move_twice):
        edit(desk, blog, ids)
    while desk.undo(blog.id):
        pass
    desk.redo(blog.id)


Act = Callable[[Desk, Blog, list[str]], None]
ACTS = [add, delete, move_twice, tell_anew]


@pytest.fixture
def desk(filled: Newsroom) -> Iterator[Desk]:
    opened = open_desk(str(filled.path), filled.preferences)
    yield opened
    opened.store.close()


def shown(model: EntryModel) -> list[str]:
    entries = [model.entry(row) for row in range(model.rowCount())]
    return [entry.headline if entry else "?" for entry in entries]


@pytest.mark.parametrize("act", [*ACTS, undo_all])
@pytest.mark.parametrize("view", VIEWS, ids=["arranged", "newest first"])
def test_what_the_listing_knows_already_is_not_done_again(
    filled: Newsroom, desk: Desk, view: View, act: Act
) -> None:
    model, blog = EntryModel(filled.live), desk.store.blogs()[0]
    announced: list[Done] = []
    desk.listen(announced.append)
    act(desk, blog, [key.id for key in desk.store.keys(blog.id)])
    opened = open_listing(desk, blog.id, view=view)
    model.show(blog, opened.listing, opened.entries, view, opened.sequence)
    before = shown(model)

    for done in announced:
        model.follow(done)

    assert shown(model) == before
    assert sorted(before) == sorted(entry.headline for entry in desk.store.entries_of(blog.id))


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("view", VIEWS, ids=["arranged", "newest first"])
def test_what_is_announced_while_a_list_is_read_is_shown_in_it(
    filled: Newsroom, monkeypatch: pytest.MonkeyPatch, view: View, act: Act
) -> None:
    window = filled.window()
    model = window.entries.model
    asked: list[tuple[Callable[[Desk], Opened | None], Callable[[Any], object]]] = []
    found: list[Opened | None] = []
    blog, ids = model.blog, [model.key(row).id for row in range(3)]
    assert blog is not None
    monkeypatch.setattr(filled.live, "read", lambda work, then: asked.append((work, then)))

    window.entries.set_view(view)
    ((work, then),) = asked
    filled.live.ask(work, then=found.append)
    filled.live.ask(lambda desk: act(desk, blog, ids))
    filled.settle()
    then(found[0])
    filled.settle()

    assert sorted(shown(model)) == sorted(filled.stored())
    if view == View():
        assert shown(model) == filled.stored()


def test_only_the_last_filter_that_was_typed_is_read(filled: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    window = filled.window()
    asked: list[tuple[Callable[[Desk], Opened | None], Callable[[Any], object]]] = []
    monkeypatch.setattr(filled.live, "read", lambda work, then: asked.append((work, then)))
    found: list[Opened | None] = []

    for view in VIEWS:
        window.entries.set_view(view)
    for work, _ in asked:
        filled.live.ask(work, then=found.append)
    filled.settle()

    assert [opened is None for opened in found] == [True, False]


def test_no_saving_waits_for_a_list_that_is_read(filled: Newsroom) -> None:
    window = filled.window()
    entry = window.entries.current
    assert entry
    order: list[str] = []

    window.live.read(lambda _: time.sleep(0.5), then=lambda _: order.append("read"))
    window.live.ask(lambda desk: writing.set_state(desk, [entry.id], State.DRAFT), then=lambda _: order.append("saved"))
    filled.settle()

    assert order == ["saved", "read"]


def test_a_view_that_is_chosen_while_a_filter_is_cleared_keeps_it_cleared(filled: Newsroom) -> None:
    window = filled.window()
    bar = window.entries.filter
    bar.narrow(Filter(words="troops"))
    filled.settle()
    assert shown(window.entries.model) == ["Troops leave the square"]

    bar.clear()
    window.actions_by_id["view_oldest"].trigger()
    filled.settle()

    assert shown(window.entries.model) == filled.stored()[::-1]


def test_a_new_entry_is_written_at_once_though_a_cleared_filter_is_still_to_be_read(
    filled: Newsroom, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = filled.window()
    window.entries.filter.narrow(Filter(words="troops"))
    filled.settle()
    read = filled.live.read
    waiting: list[tuple[Callable[[Desk], Opened | None], Callable[[Any], object]]] = []
    monkeypatch.setattr(filled.live, "read", lambda work, then: waiting.append((work, then)))

    window.entries.filter.clear()
    window.actions_by_id["new_entry"].trigger()
    qtbot.waitUntil(lambda: window.pane.entry is not None and window.pane.entry.is_blank)
    monkeypatch.undo()
    for work, then in waiting:
        read(work, then)
    filled.settle()

    assert shown(window.entries.model) == filled.stored()
    looked_at, written = window.entries.current, window.pane.entry
    assert looked_at is not None and written is not None and looked_at.id == written.id
