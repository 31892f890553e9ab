"""Quotes: typographic as they are typed where that is wanted, on request, and never by a paste or an import."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.markup import texts
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom
from tests.ui.test_window import trigger


@pytest.fixture
def window(filled: Newsroom) -> MainWindow:
    window = filled.window()
    window.settings.change(types_quotes=True)
    trigger(filled, window, "new_entry")
    return window


def test_typed_quotes_become_those_of_the_language(window: MainWindow) -> None:
    QTest.keyClicks(window.pane.headline, 'He says "no"')
    QTest.keyClicks(window.pane.body, "It's \"over\", he said.")

    assert window.pane.headline.text() == "He says “no”"
    assert texts(window.pane.body.body()) == ("It’s “over”, he said.",)


@pytest.mark.parametrize("where", ["headline", "body"])
def test_one_undo_gives_the_straight_quote_back_and_writing_goes_on(
    filled: Newsroom, window: MainWindow, where: str
) -> None:
    edit: QTextEdit = getattr(window.pane, where)
    edit.setFocus()
    QTest.keyClicks(edit, 'He said "')
    filled.settle()
    was = edit.toPlainText()

    trigger(filled, window, "undo")
    QTest.keyClicks(edit, "no")

    assert (was, edit.toPlainText()) == ("He said “", 'He said "no')


def test_an_undo_of_the_next_quote_leaves_the_one_before(filled: Newsroom, window: MainWindow) -> None:
    QTest.keyClicks(window.pane.body, '"yes"')
    filled.settle()

    for expected in ('“yes"', "“", '"'):
        trigger(filled, window, "undo")
        assert window.pane.body.toPlainText() == expected


def test_quotes_of_a_dead_key_become_typographic_too(window: MainWindow) -> None:
    for edit in (window.pane.headline, window.pane.body):
        event = QInputMethodEvent("", [])
        event.setCommitString('"')
        QApplication.sendEvent(edit, event)

    assert (window.pane.headline.text(), window.pane.body.toPlainText()) == ("“", "“")


def test_a_quote_over_a_selection_takes_its_place(window: MainWindow) -> None:
    QTest.keyClicks(window.pane.body, "word")
    window.pane.body.selectAll()

    QTest.keyClicks(window.pane.body, '"')

    assert window.pane.body.toPlainText() == "“"


def test_a_paste_and_an_import_keep_the_quotes_they_have(
    filled: Newsroom, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    QApplication.clipboard().setText('"straight"')
    window.pane.body.paste()
    window.pane.headline.paste()
    pasted = window.pane.body.toPlainText(), window.pane.headline.text()
    (tmp_path / "storm.txt").write_text('"Storm"\n05:41 GMT 06.01.2022\nIt\'s "here"\n', "utf-8")
    window.files.importing.at_once([tmp_path / "storm.txt"])

    assert pasted == ('"straight"', '"straight"')
    qtbot.waitUntil(lambda: 'It\'s "here"' in filled.stored())


def test_nothing_is_changed_where_it_is_off(filled: Newsroom, window: MainWindow) -> None:
    window.settings.change(types_quotes=False)
    QTest.keyClicks(window.pane.body, '"it\'s"')

    assert window.pane.body.toPlainText() == '"it\'s"'


def test_a_request_takes_the_selected_words_alone(filled: Newsroom, window: MainWindow) -> None:
    window.settings.change(types_quotes=False)
    window.activateWindow()
    window.pane.body.setFocus()
    QTest.keyClicks(window.pane.body, '"one" "two"')
    for _ in range(5):
        QTest.keyClick(window.pane.body, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    trigger(filled, window, "typographic_quotes")

    assert window.pane.body.toPlainText() == '"one" “two”'
    trigger(filled, window, "undo")
    assert window.pane.body.toPlainText() == '"one" "two"'


def test_a_request_for_the_blog_tells_how_many_and_is_one_undo(filled: Newsroom, window: MainWindow) -> None:
    window.settings.change(types_quotes=False)
    QTest.keyClicks(window.pane.headline, 'He says "no"')

    trigger(filled, window, "quotes_in_blog")

    assert window.pane.headline.text() == "He says “no”"
    assert window.toast.sentence == "Made the quotes of 1 entry typographic"
    trigger(filled, window, "undo")
    assert window.pane.headline.text() == 'He says "no"'
