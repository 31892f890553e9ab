"""Several windows on one desk."""

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.ui.more_windows import MoreWindows
from newsdesk.ui.settings import Settings
from tests.ui.conftest import Newsroom


def test_what_is_written_in_one_window_is_in_the_other(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    more = MoreWindows(filled.live, filled.signals, Settings(keep=lambda _: None), window)
    more.watch(window)
    window.actions_by_id["new_window"].trigger()
    filled.settle()
    (other,) = more.windows

    QTest.keyClicks(window.pane.body, "First. ")
    window.pane.flush()
    filled.settle()
    there = other.pane.body.toPlainText()
    other.actions_by_id["undo"].trigger()
    filled.settle()

    assert there == "First. Text of 05:41."
    assert window.pane.body.toPlainText() == "Text of 05:41."


def test_a_closed_window_leaves_the_others_alone(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    more = MoreWindows(filled.live, filled.signals, Settings(keep=lambda _: None), window)
    more.watch(window)
    window.actions_by_id["new_window"].trigger()
    filled.settle()

    more.windows[0].close()
    filled.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.actions_by_id["new_entry"].trigger()
    filled.settle()

    assert more.windows == []
    assert window.entries.model.rowCount() == 4


def test_quitting_closes_every_window_and_stores_what_was_typed(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    more = MoreWindows(filled.live, filled.signals, Settings(keep=lambda _: None), window)
    more.watch(window)
    window.actions_by_id["new_window"].trigger()
    filled.settle()
    (other,) = more.windows
    closed: list[bool] = []
    for each in (window, other):
        each.gone.connect(lambda: closed.append(True))
    QTest.keyClicks(other.pane.headline, "Late: ")

    window.actions_by_id["quit"].trigger()
    filled.settle()

    assert len(closed) == 2
    assert any("Late: " in headline for headline in filled.stored())


def test_ctrl_w_closes_one_window(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    more = MoreWindows(filled.live, filled.signals, Settings(keep=lambda _: None), window)
    more.watch(window)
    window.actions_by_id["new_window"].trigger()
    filled.settle()

    more.windows[0].actions_by_id["close_window"].trigger()
    filled.settle()

    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert window.isVisible()
    assert more.windows == []
