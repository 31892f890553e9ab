"""What is shown of a file before it goes in."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from newsdesk.desk.importing import ReadNotice, Understanding
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, State
from newsdesk.formats.plaintext import Reading
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.understood.telling import Row, of_file
from tests.ui.conftest import Newsroom

NOON = datetime(2022, 1, 6, 12, tzinfo=UTC)


def rows_of(*notices: tuple[int, str]) -> list[Row]:
    blog = Blog(created=NOON, last_changed=NOON)
    told = tuple(ReadNotice("X", line, message) for line, message in notices)
    return [*of_file(Understanding(Path("x.txt"), Reading(blog, (), told, ()))).rows]


def test_a_notice_that_comes_many_times_is_said_once_with_its_lines() -> None:
    rows = rows_of((3, "No zone."), (4, "No headline."), (9, "No zone."), (12, "No zone."))

    assert rows[1:] == [Row("3 lines", "No zone. (lines 3, 9, 12)"), Row("Line 4", "No headline.")]


def test_of_very_many_lines_only_the_first_are_named() -> None:
    (_, row) = rows_of(*((line, "No zone.") for line in range(1, 101)))

    assert row.side == "100 lines"
    assert row.words.endswith("11, 12 and 88 more)")


def test_a_colleague_s_file_goes_into_the_open_blog_as_drafts_by_time_and_one_undo_takes_it_out(
    filled: Newsroom, tmp_path: Path
) -> None:
    window = filled.window()
    file = tmp_path / "notes.txt"
    file.write_text("Notes\n05:20 GMT 06.01.2022\nSandbags run out\n04:10 GMT 06.01.2022\nFerry stopped\n", "utf-8")
    before = filled.stored()

    window.files.import_paths([file])
    filled.settle_beside()
    sheet = window.files.importing.sheet
    assert sheet is not None
    assert (sheet.accept_all.text(), sheet.accept.text()) == ("Add to “A day in the city”", "Import as a new blog")
    sheet.accept_all.click()
    filled.settle_beside()

    assert [entry.headline for entry in shown(window)] == [
        "Police report an assault", "Sandbags run out", "Troops leave the square", "Banks suspend work",
        "Ferry stopped",
    ]
    assert {entry.state for entry in shown(window) if entry.headline not in before} == {State.DRAFT}
    assert window.toast.sentence == "Added 2 entries as drafts"
    window.actions_by_id["undo"].trigger()
    filled.settle()
    assert filled.stored() == before


def shown(window: MainWindow) -> list[Entry]:
    model = window.entries.model
    return [entry for row in range(model.rowCount()) if (entry := model.entry(row)) is not None]


def test_where_there_is_no_blog_a_file_can_only_become_one(newsroom: Newsroom, tmp_path: Path) -> None:
    window = newsroom.window()
    file = tmp_path / "notes.txt"
    file.write_text("Notes\n05:20 GMT 06.01.2022\nSandbags run out\n", "utf-8")

    window.files.import_paths([file])
    newsroom.settle_beside()

    sheet = window.files.importing.sheet
    assert sheet is not None
    assert (sheet.accept.text(), sheet.accept_all.isVisible()) == ("Import", False)


def test_the_dialog_offers_every_kind_of_file_that_can_be_read(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def refuse(_parent: object, _title: str, _start: str, kinds: str, **_: object) -> tuple[list[str], str]:
        offered.append(kinds)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", refuse)

    newsroom.window().actions_by_id["import_files"].trigger()

    assert all(f"*{ending}" in offered[0] for ending in (".txt", ".newsdesk", ".html", ".md", ".json"))
