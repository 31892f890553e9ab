"""Where a dialog proposes to save what belongs to a blog, and as what."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from newsdesk.domain.blog import Blog
from newsdesk.ui import filing
from newsdesk.ui.ledger.sheet import LedgerSheet
from newsdesk.ui.settings import Settings
from tests.ui.conftest import Newsroom

NOON = datetime(2022, 1, 6, 12, tzinfo=UTC)
BLOG = Blog(created=NOON, last_changed=NOON, headline="Storm over the Harbour")


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(folder))
    return folder


@pytest.fixture
def settings() -> Settings:
    return Settings(keep=lambda _: None)


def test_a_file_is_named_after_the_blog_and_goes_into_the_documents(documents: Path, settings: Settings) -> None:
    assert filing.suggestion(BLOG, settings.value, ".txt") == str(documents / "storm-over-the-harbour.txt")


def test_its_short_name_comes_before_its_headline(documents: Path, settings: Settings) -> None:
    blog = replace(BLOG, slug="storm")

    assert filing.suggestion(blog, settings.value, ".txt") == str(documents / "storm.txt")


def test_a_headline_of_another_script_names_the_file_too(documents: Path, settings: Settings) -> None:
    blog = replace(BLOG, headline="Шторм: «порт/гавань»?")

    assert filing.suggestion(blog, settings.value, ".txt") == str(documents / "Шторм «порт гавань».txt")


def test_what_was_saved_last_of_a_blog_leads_there_again_and_nowhere_else(
    documents: Path, settings: Settings, tmp_path: Path
) -> None:
    other = replace(BLOG, id="another")
    filing.remember(BLOG.id, tmp_path / "storm.txt", settings)

    assert filing.folder(BLOG.id, settings.value) == tmp_path
    assert filing.folder(other.id, settings.value) == documents


def test_a_folder_that_is_gone_is_not_proposed(documents: Path, settings: Settings, tmp_path: Path) -> None:
    filing.remember(BLOG.id, tmp_path / "gone" / "storm.txt", settings)

    assert filing.folder(BLOG.id, settings.value) == documents


def test_the_dialogs_propose_it(filled: Newsroom, documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed: list[str] = []

    def refuse(_parent: object, _title: str, start: str, *_: str) -> tuple[str, str]:
        proposed.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", refuse)
    window = filled.window()
    window.actions_by_id["ledger"].trigger()
    filled.settle()
    (ledger,) = window.findChildren(LedgerSheet)

    window.actions_by_id["export_text"].trigger()
    window.actions_by_id["export_html"].trigger()
    ledger.export_wanted.emit([], "csv")

    assert proposed == [str(documents / f"a-day-in-the-city{end}") for end in (".txt", ".html", "-ledger.csv")]


def test_with_nothing_to_export_nobody_is_asked_where_to(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked all the same"))
    window = newsroom.window()
    window.actions_by_id["new_entry"].trigger()
    newsroom.settle()

    window.actions_by_id["export_text"].trigger()

    assert window.toast.sentence == "There is nothing to export yet: no entry is ready"
