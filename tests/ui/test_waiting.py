"""Waiting for a long answer: one is told for what, and what is given up leaves nothing."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.ui import waiting
from newsdesk.ui.controls import TextButton
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.typed_time import TimeReader
from tests.ui.conftest import Newsroom


@pytest.fixture
def slow(newsroom: Newsroom, tmp_path: Path) -> tuple[MainWindow, Path]:
    """A window whose store takes its time, and a file."""
    file = tmp_path / "storm.txt"
    file.write_text("Storm\n05:41 01.03.2024\nBridge closed\n", "utf-8")
    return MainWindow(newsroom.live, newsroom.signals, TimeReader()), file


def test_a_file_that_takes_long_to_read_is_named_and_can_be_given_up(
    newsroom: Newsroom, slow: tuple[MainWindow, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, file = slow
    monkeypatch.setattr(waiting, "PATIENCE", 0)
    monkeypatch.setattr(type(newsroom.live), "start", lambda _: None)
    window.show()

    window.files.import_paths([file])
    qtbot.waitUntil(lambda: window.toast.sentence == "Reading “storm.txt”…")
    next(button for button in window.toast.findChildren(TextButton) if button.text() == "Cancel").click()
    monkeypatch.undo()
    for live in (newsroom.live, *newsroom.live.others):
        live.start()
    newsroom.settle_beside()

    assert window.toast.sentence == ""
    assert window.files.importing.sheet is None
    assert newsroom.stored() == []


def test_what_is_quick_is_not_told(newsroom: Newsroom, slow: tuple[MainWindow, Path]) -> None:
    window, file = slow
    newsroom.live.start()

    window.files.import_paths([file])
    newsroom.settle_beside()

    assert window.files.importing.sheet is not None
    assert window.toast.sentence == ""
