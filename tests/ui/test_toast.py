"""What a toast says and takes back, where it stands, and that it takes no keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.entry import State
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import SAMPLE, Newsroom
from tests.ui.test_window import shown, trigger

HEADLINES = [headline for _, headline in SAMPLE]


def press(newsroom: Newsroom, window: MainWindow, text: str) -> None:
    button = next(it for it in window.toast.findChildren(QAbstractButton) if it.isVisible() and it.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    newsroom.settle()


def test_its_undo_goes_when_the_same_is_undone_by_keys(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "duplicate_entries")

    trigger(filled, window, "delete_entries")
    assert window.toast.offers == ["Undo"]
    trigger(filled, window, "undo")

    assert window.toast.offers == []
    assert shown(window) == [HEADLINES[0], *HEADLINES]


def test_of_several_entries_it_says_how_many_are_changed(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "toggle_key")
    assert not window.toast.sentence
    window.entries.view.choose(1)
    window.entries.view.selectAll()

    said = []
    for action in ("toggle_key", "toggle_key", "toggle_pin", "toggle_pin", "mark_published"):
        trigger(filled, window, action)
        said.append((window.toast.sentence, window.toast.offers))

    assert [sentence for sentence, _ in said] == [
        "2 entries are key events now", "3 entries are no key events now", "3 entries pinned", "3 entries unpinned",
        "3 entries published",
    ]  # fmt: skip
    assert all(offers == ["Undo"] for _, offers in said)


def test_its_undo_takes_back_what_it_tells_of_and_not_what_came_after(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "delete_entries")
    trigger(filled, window, "toggle_pin")

    press(filled, window, "Undo")

    assert shown(window) == HEADLINES
    pinned = window.entries.model.entry(1)
    assert pinned is not None and pinned.is_pinned


def test_a_click_on_it_leaves_the_keys_where_they_are(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.show()
    window.activateWindow()
    trigger(filled, window, "delete_entries")
    window.pane.body.setFocus()
    qtbot.waitUntil(window.pane.body.hasFocus)

    press(filled, window, "Undo")

    assert window.pane.body.hasFocus()


def test_keys_that_went_into_it_come_back_when_it_goes(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.show()
    window.activateWindow()
    trigger(filled, window, "delete_entries")
    window.entries.view.setFocus()
    qtbot.waitUntil(window.entries.view.hasFocus)
    button = next(it for it in window.toast.findChildren(QAbstractButton) if it.isVisible())
    button.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(button, Qt.Key.Key_Return)
    filled.settle()

    assert window.entries.view.hasFocus()


@pytest.mark.parametrize("width", [1024, 1366])
def test_a_long_sentence_is_wrapped_and_keeps_clear_of_the_entry(filled: Newsroom, qtbot: QtBot, width: int) -> None:
    window = filled.window()
    window.resize(width, 768)
    window.show()
    told = "Nothing that readers have seen of this entry has changed; change its text first; then say what it was."

    window.toast.say_done(told)

    assert window.toast.sentence == told
    assert window.toast.height() > 40
    assert window.toast.mapTo(window, QPoint(window.toast.width(), 0)).x() <= window.pane.mapTo(window, QPoint()).x()


def test_marking_several_entries_says_so_and_offers_to_take_it_back(filled: Newsroom) -> None:
    window = filled.window()
    window.entries.view.selectAll()

    trigger(filled, window, "mark_published")
    assert window.toast.sentence == "3 entries published"
    press(filled, window, "Undo")

    assert [window.entries.model.entry(row).state for row in range(3)] == [State.READY] * 3  # type: ignore[union-attr]
