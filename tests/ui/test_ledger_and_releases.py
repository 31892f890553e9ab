"""The ledger of a blog and its releases, in the window."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.desk import correcting, writing
from newsdesk.desk.exporting import export
from newsdesk.desk.opening import open_desk
from newsdesk.domain.entry import NoticeKind, State
from newsdesk.ui.ledger.sheet import LedgerSheet
from newsdesk.ui.releases.sheet import ReleasesSheet
from tests.ui.conftest import Newsroom


@pytest.fixture
def on_record(filled: Newsroom, tmp_path: Path) -> Newsroom:
    """A released blog: its first entry was corrected since, its second withdrawn, its third changed."""
    desk = open_desk(str(filled.path), filled.preferences)
    (blog,) = desk.store.blogs()
    ids = [entry.id for entry in desk.store.entries_of(blog.id)]
    writing.set_state(desk, ids, State.PUBLISHED)
    export(desk, blog, "text", tmp_path / "first.txt")
    for id in (ids[0], ids[2]):
        writing.change(desk, desk.entry(id), "Edit headline", headline="Changed")
    correcting.correct(desk, desk.entry(ids[0]), NoticeKind.CORRECTION, "It was a theft.")
    correcting.withdraw(desk, [desk.entry(ids[1])], "Nobody left.")
    desk.store.close()
    return filled


def opened(newsroom: Newsroom) -> LedgerSheet:
    window = newsroom.window()
    window.actions_by_id["ledger"].trigger()
    newsroom.settle()
    (sheet,) = window.findChildren(LedgerSheet)
    return sheet


def test_the_ledger_tells_class_words_entry_and_author_the_latest_on_top(on_record: Newsroom) -> None:
    sheet = opened(on_record)

    assert [(item.upper, item.lower) for item in sheet.list.rows.items] == [
        ("Unclassed", "04:50 Changed"),
        ("Withdrawn · Nobody left.", "05:09 Troops leave the square · by Ann"),
        ("Correction · It was a theft.", "05:41 Changed · by Ann"),
    ]
    assert sheet.full.text() == "Before: Banks suspend work\nAfter: Changed"


def test_it_is_narrowed_by_kind_and_by_words(on_record: Newsroom) -> None:
    sheet = opened(on_record)

    sheet.kind.set_chosen("withdrawn")
    sheet.kind.chosen.emit("withdrawn")
    by_kind = [line.kind.value for line in sheet.shown]
    sheet.kind.set_chosen("all")
    QTest.keyClicks(sheet.words, "THEFT")

    assert by_kind == ["withdrawn"]
    assert [line.text for line in sheet.shown] == ["It was a theft."]


def test_what_is_shown_is_written_oldest_first(on_record: Newsroom, tmp_path: Path) -> None:
    sheet = opened(on_record)
    window = sheet.window()
    file = tmp_path / "ledger.json"

    window.desk_work.record.export_ledger(sheet.shown[::-1], "json", file)  # type: ignore[attr-defined]
    on_record.settle()

    assert [line["class"] for line in json.loads(file.read_bytes())] == ["correction", "withdrawn", "unclassed"]


def test_enter_goes_to_the_entry(on_record: Newsroom) -> None:
    window = on_record.window()
    window.actions_by_id["ledger"].trigger()
    on_record.settle()
    (sheet,) = window.findChildren(LedgerSheet)

    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    on_record.settle()

    assert not sheet.isVisible()
    assert window.pane.entry is not None
    assert str(window.pane.entry.time).startswith("04:50")


def test_a_release_is_written_again_as_it_was(on_record: Newsroom, tmp_path: Path) -> None:
    window = on_record.window()
    window.actions_by_id["releases"].trigger()
    on_record.settle()
    (sheet,) = window.findChildren(ReleasesSheet)
    (item,) = sheet.list.rows.items

    window.desk_work.record.make_again(item.value, tmp_path / "again.txt")
    on_record.settle()

    assert item.upper == "text · first.txt"
    assert item.lower.startswith("By Ann · 3 entries · ")
    assert (tmp_path / "again.txt").read_bytes() == (tmp_path / "first.txt").read_bytes()
    assert "take care where you publish this" in window.toast.sentence


def test_only_what_changed_since_the_release_is_shown(on_record: Newsroom) -> None:
    desk = open_desk(str(on_record.path), on_record.preferences)
    (blog,) = desk.store.blogs()
    export(desk, blog, "text")
    writing.change(desk, desk.store.entries_of(blog.id)[2], "Edit headline", headline="Again")
    writing.change(desk, blog, "Rename blog", headline="Again")
    desk.store.close()
    window = on_record.window()
    window.actions_by_id["releases"].trigger()
    on_record.settle()
    (sheet,) = window.findChildren(ReleasesSheet)

    sheet.changed.click()
    on_record.settle()

    assert sheet.said.text() == "Changed since: 1 entry · the headline"
    assert window.entries.model.rowCount() == 1


def test_without_a_release_the_sheet_says_what_it_is_for(filled: Newsroom) -> None:
    window = filled.window()

    window.actions_by_id["releases"].trigger()
    filled.settle()

    (sheet,) = window.findChildren(ReleasesSheet)
    assert sheet.empty.isVisible()
    assert not sheet.again.isVisible()
