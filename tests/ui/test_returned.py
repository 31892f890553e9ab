"""A text that comes back, in the window."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QLabel

from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom

EDITED = """05:41 GMT 06.01.2022
Police report an assault
Another text of 05:41.
05:30 GMT 06.01.2022
A new entry
05:09 GMT 06.01.2022
Troops leave, says ministry
Text of 05:09.
"""


def take(newsroom: Newsroom, folder: Path, text: str = EDITED) -> MainWindow:
    window = newsroom.window()
    path = folder / "back.txt"
    path.write_text("A day\nAn introduction.\n" + text, "utf-8")
    window.desk_work.returned.take_over_from(path)
    newsroom.settle()
    return window


def headlines(window: MainWindow) -> list[str]:
    model = window.entries.model
    return [entry.headline for row in range(model.rowCount()) if (entry := model.entry(row))]


def bars(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.bars.findChildren(QLabel) if label.isVisible())


def test_what_is_certain_is_taken_over_and_the_rest_is_said(filled: Newsroom, tmp_path: Path) -> None:
    window = take(filled, tmp_path)

    assert "1 changed, 1 new" in window.toast.sentence
    assert "A new entry" in headlines(window)
    assert "Troops leave, says ministry" in bars(window)
    assert "Not in the text, and kept" in bars(window)

    window.actions_by_id["undo"].trigger()
    filled.settle()
    assert "A new entry" not in headlines(window)


def test_the_likely_ones_wait_for_a_word(filled: Newsroom, tmp_path: Path) -> None:
    window = take(filled, tmp_path)
    before = headlines(window)
    button = next(b for b in window.bars.findChildren(QAbstractButton) if "likely" in b.text())

    button.click()
    filled.settle()

    assert "Troops leave, says ministry" not in before
    assert "Troops leave, says ministry" in headlines(window)
    assert bars(window) == ""


def test_what_cannot_be_read_is_said_in_a_bar(filled: Newsroom, tmp_path: Path) -> None:
    window = filled.window()

    window.desk_work.returned.take_over_from(tmp_path / "missing.txt")
    filled.settle()

    assert "missing.txt" in bars(window)
