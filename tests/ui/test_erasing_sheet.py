"""Erasing for ever in the window: only by the typed word, and gone from every file then."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.desk.opening import open_desk
from newsdesk.ui.erasing.sheet import EraseSheet
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom


def opened(newsroom: Newsroom) -> tuple[MainWindow, EraseSheet]:
    window = newsroom.window()
    window.actions_by_id["erase_entry"].trigger()
    (sheet,) = window.findChildren(EraseSheet)
    return window, sheet


def files_with(folder: Path, words: str) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def test_nothing_happens_before_the_word_is_typed(filled: Newsroom) -> None:
    _, sheet = opened(filled)

    QTest.keyClicks(sheet.word.line, "erase")
    QTest.keyClick(sheet.word.line, Qt.Key.Key_Return)
    filled.settle()

    assert not sheet.button.isEnabled()
    assert "Police report an assault" in filled.stored()


def test_the_words_leave_store_backup_and_window(filled: Newsroom) -> None:
    folder = filled.path.parent
    desk = open_desk(str(filled.path), filled.preferences)
    desk.store.backup(folder / "backup.newsdeskdb")
    desk.store.close()
    window, sheet = opened(filled)
    before = files_with(folder, "Police report an assault")
    sheet.add_backup(folder / "backup.newsdeskdb")

    QTest.keyClicks(sheet.word.line, "ERASE")
    QTest.keyClick(sheet.word.line, Qt.Key.Key_Return)
    filled.settle()

    assert {"backup.newsdeskdb", filled.path.name} <= set(before)
    assert window.toast.sentence == "Erased for ever"
    assert window.entries.model.rowCount() == 2
    window.actions_by_id["undo"].trigger()
    filled.settle()
    assert window.entries.model.rowCount() < 3
    window.actions_by_id["history"].trigger()
    filled.settle()
    assert files_with(folder, "Police report an assault") == []
