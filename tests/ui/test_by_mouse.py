"""Two hundred entries in disorder are brought into shape with the mouse alone: menus, clicks, a drop."""

import random
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from newsdesk.desk import writing
from newsdesk.desk.inserting import insert_entries
from newsdesk.desk.opening import open_desk
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.order import spread
from newsdesk.domain.stamp import ShownTime
from newsdesk.ui.entry_list import dragging
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import NOON, Newsroom
from tests.ui.test_window import drop, shown

COUNT = 200


@pytest.fixture
def disorder(newsroom: Newsroom) -> Newsroom:
    """Entries whose headlines are their minutes, in any order."""
    desk = open_desk(str(newsroom.path), newsroom.preferences)
    blog = writing.new_blog(desk, "Storm")
    minutes = list(range(COUNT))
    random.Random(5).shuffle(minutes)
    added = [
        Entry(
            blog=blog.id, order="", time=ShownTime(NOON + timedelta(minutes=minute)), headline=f"{minute:03}",
            created=NOON, last_changed=NOON,
        )
        for minute in range(COUNT)
    ]
    placed = {entry.headline: entry for entry in insert_entries(desk, blog.id, added)}
    for minute, key in zip(minutes[:40], spread(40), strict=True):
        writing.change(desk, placed[f"{minute:03}"], "Move entry", order=key + "V")
    desk.store.close()
    return newsroom


def press(menu: QMenu, id: str) -> None:
    """Click an action of a menu that is open."""
    action = next(action for action in menu.actions() if action.objectName() == id)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def from_menu_bar(newsroom: Newsroom, window: MainWindow, id: str) -> None:
    bar = window.menuBar()
    menu = next(m for m in window.findChildren(QMenu) if any(a.objectName() == id for a in m.actions()))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(menu.menuAction()).center())
    press(menu, id)
    newsroom.settle()


def from_list(newsroom: Newsroom, window: MainWindow, id: str) -> None:
    """Press the right button in the list, then an action of its menu."""
    window.entries.view.customContextMenuRequested.emit(QPoint(40, 20))
    menu = next(open_menus())
    press(menu, id)
    newsroom.settle()


def open_menus() -> Iterator[QMenu]:
    return (w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())


def click(window: MainWindow, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = window.entries.view
    view.scrollTo(window.entries.model.index(row, 0))
    place = view.visualRect(window.entries.model.index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)


def test_two_hundred_entries_are_brought_into_shape_with_the_mouse_alone(disorder: Newsroom) -> None:
    window = disorder.window()
    assert shown_keys(window) != sorted(shown_keys(window), reverse=True)

    from_menu_bar(disorder, window, "sort_by_time")
    assert shown_keys(window) == sorted(shown_keys(window), reverse=True)

    click(window, 0)
    click(window, 2, Qt.KeyboardModifier.ShiftModifier)
    from_list(disorder, window, "mark_ready")
    assert [entry.state for entry in first(window, 4)] == [State.READY] * 3 + [State.DRAFT]

    ids = window.entries.view.selected_ids()
    drop(window, dragging.to_mime(ids), 5 * window.entries.view.rowHeight(0) + 2)
    disorder.settle()
    assert [entry.headline for entry in first(window, 5)] == ["196", "195", "199", "198", "197"]
    from_list(disorder, window, "put_in_time_order")
    assert [entry.headline for entry in first(window, 3)] == ["199", "198", "197"]

    from_list(disorder, window, "join_entries")
    assert window.entries.model.rowCount() == COUNT - 2
    from_menu_bar(disorder, window, "undo")
    assert window.entries.model.rowCount() == COUNT


def shown_keys(window: MainWindow) -> list[str]:
    model = window.entries.model
    return [model.key(row).time for row in range(model.rowCount())]


def first(window: MainWindow, count: int) -> list[Entry]:
    assert len(shown(window)) == window.entries.model.rowCount()
    entries = [window.entries.model.entry(row) for row in range(count)]
    return [entry for entry in entries if entry is not None]
