"""Entries as a whole, in the window: filter, views, copy and paste, duplicate, split, join, sort."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.entry import State
from newsdesk.domain.markup import texts
from newsdesk.ui.clipboard_commands import KIND
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import SAMPLE, Newsroom
from tests.ui.test_window import shown, trigger

HEADLINES = [headline for _, headline in SAMPLE]
TEXT = "05:20 GMT 06.01.2022\nSirens heard\n05:00 GMT 06.01.2022\nRoads closed\nAll of them."


def put_on_clipboard(text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


def filter_by(newsroom: Newsroom, window: MainWindow, words: str) -> None:
    window.entries.filter.line.clear()
    QTest.keyClicks(window.entries.filter.line, words)
    QTest.keyClick(window.entries.filter.line, Qt.Key.Key_Return)
    newsroom.settle()


def test_ctrl_f_in_the_list_filters_it_and_esc_shows_all_again(filled: Newsroom) -> None:
    window = filled.window()

    QTest.keyClick(window.entries.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.entries.filter.isVisible()
    filter_by(filled, window, "troops")
    assert shown(window) == [HEADLINES[1]]

    QTest.keyClick(window.entries.filter.line, Qt.Key.Key_Escape)
    filled.settle()
    assert shown(window) == HEADLINES
    QTest.keyClick(window.entries.filter.line, Qt.Key.Key_Escape)
    assert not window.entries.filter.isVisible()


def test_a_filter_that_finds_nothing_says_so_and_the_entry_is_found_again(filled: Newsroom) -> None:
    window = filled.window()
    window.entries.view.choose(2)

    filter_by(filled, window, "nothing like it")
    assert shown(window) == []
    assert window.pane.headline.text() == HEADLINES[2]
    window.entries.filter.dismiss()
    filled.settle()

    assert window.entries.view.selected_rows() == [2]
    assert window.pane.headline.text() == HEADLINES[2]


def test_the_menu_of_the_filter_asks_for_states_and_key_events(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "mark_draft")

    next(a for a in window.entries.filter.menu().actions() if a.text() == "Draft").trigger()
    filled.settle()
    assert shown(window) == [HEADLINES[0]]

    next(a for a in window.entries.filter.menu().actions() if a.text() == "Key events").trigger()
    filled.settle()
    assert shown(window) == []


def test_an_entry_that_no_longer_matches_leaves_the_list_and_the_next_is_looked_at(filled: Newsroom) -> None:
    window = filled.window()
    next(a for a in window.entries.filter.menu().actions() if a.text() == "Ready").trigger()
    filled.settle()
    window.entries.view.choose(1)

    trigger(filled, window, "mark_draft")
    filled.settle()

    assert shown(window) == [HEADLINES[0], HEADLINES[2]]
    assert window.pane.headline.text() == HEADLINES[2]


def test_a_new_entry_is_never_hidden_by_the_filter(filled: Newsroom) -> None:
    window = filled.window()
    filter_by(filled, window, "troops")

    trigger(filled, window, "new_entry")
    filled.settle()

    assert shown(window) == ["", *HEADLINES]
    assert window.pane.headline.text() == ""
    assert window.entries.view.currentIndex().row() == 0


def test_typing_does_not_throw_an_entry_out_of_a_filtered_list(filled: Newsroom) -> None:
    window = filled.window()
    filter_by(filled, window, "troops")

    window.pane.headline.selectAll()
    QTest.keyClicks(window.pane.headline, "Soldiers")
    window.pane.flush()
    filled.settle()

    assert shown(window) == ["Soldiers"]


def test_a_sorted_view_moves_nothing_and_offers_to_arrange_like_this(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "view_oldest")
    assert shown(window) == HEADLINES[::-1]
    assert window.entries.day.endswith("oldest first")

    trigger(filled, window, "move_down")
    assert shown(window) == HEADLINES[::-1]
    assert "nothing was moved" in window.toast.sentence

    window.toast.findChild(QAbstractButton).click()  # type: ignore[union-attr]
    filled.settle()
    assert window.actions_by_id["view_arranged"].isChecked()
    assert filled.stored() == HEADLINES[::-1]


def test_a_changed_time_moves_the_row_in_a_sorted_view_only(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "view_newest")
    window.entries.view.choose(2)

    window.pane.time.field.setText("0600")
    window.pane.time.field.setModified(True)
    window.pane.flush()
    filled.settle()

    assert shown(window) == [HEADLINES[2], *HEADLINES[:2]]
    assert filled.stored() == HEADLINES


def test_pasted_text_becomes_entries_at_their_places_and_one_undo_takes_them_away(filled: Newsroom) -> None:
    window = filled.window()
    put_on_clipboard(TEXT)

    trigger(filled, window, "paste_entries")

    assert shown(window) == [HEADLINES[0], "Sirens heard", HEADLINES[1], "Roads closed", HEADLINES[2]]
    assert len(window.entries.view.selected_rows()) == 2
    trigger(filled, window, "undo")
    assert shown(window) == HEADLINES


def test_odd_text_is_shown_before_it_goes_in(filled: Newsroom) -> None:
    window = filled.window()
    put_on_clipboard(f"Sent by Ann\n{TEXT}")

    trigger(filled, window, "paste_entries")
    assert shown(window) == HEADLINES
    sheet = window.drafting.clipboard.sheet
    assert sheet is not None and sheet.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    filled.settle()
    assert shown(window) == HEADLINES

    trigger(filled, window, "paste_entries")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    filled.settle()
    assert len(shown(window)) == 5


def test_text_without_a_time_can_be_pasted_as_one_new_entry(filled: Newsroom) -> None:
    window = filled.window()
    put_on_clipboard("Sirens heard\nAll over town.")

    trigger(filled, window, "paste_entries")
    assert window.drafting.clipboard.sheet is not None
    window.drafting.clipboard.sheet.accept.click()
    filled.settle()

    assert shown(window) == ["Sirens heard", *HEADLINES]
    assert texts(window.pane.body.body()) == ("All over town.",)


def test_copied_entries_are_text_html_and_entries(filled: Newsroom) -> None:
    window = filled.window()
    window.entries.view.selectAll()

    trigger(filled, window, "copy_entries")

    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().startswith("05:41 GMT 06.01.2022\nPolice report an assault\nText of 05:41.\n05:09")
    assert "<h2" in mime.html()
    assert mime.hasFormat(KIND)
    trigger(filled, window, "paste_entries")
    assert sorted(shown(window)) == sorted(HEADLINES * 2)


def test_cutting_drafts_takes_them_and_pasting_brings_them_back(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "duplicate_entries")
    assert shown(window) == [HEADLINES[0], *HEADLINES]
    assert window.entries.view.selected_rows() == [1]

    trigger(filled, window, "cut_entries")
    assert shown(window) == HEADLINES
    assert window.toast.sentence == f"Cut “{HEADLINES[0]}”"
    assert window.actions_by_id["undo"].text() == "&Undo cut entry"
    trigger(filled, window, "paste_entries")
    assert sorted(shown(window)) == sorted([HEADLINES[0], *HEADLINES])


def test_what_readers_have_seen_can_be_withdrawn_instead_of_deleted(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "mark_published")

    trigger(filled, window, "cut_entries")
    assert shown(window) == HEADLINES[1:]
    assert "readers have seen it" in window.toast.sentence
    assert window.toast.offers == ["Undo", "Withdraw instead"]
    window.toast._do(1)
    filled.settle()

    entry = window.entries.model.entry(0)
    assert entry is not None and (entry.headline, entry.state) == (HEADLINES[0], State.WITHDRAWN)
    trigger(filled, window, "undo")
    trigger(filled, window, "undo")
    assert shown(window) == HEADLINES


def test_an_entry_is_split_at_the_caret_and_joined_again(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "new_entry")
    QTest.keyClicks(window.pane.body, "First. Second.")
    cursor = window.pane.body.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Left, n=7)
    window.pane.body.setTextCursor(cursor)

    trigger(filled, window, "split_entry")
    assert texts(window.pane.body.body()) == ("Second.",)
    assert window.entries.view.selected_rows() == [1]

    window.entries.view.choose(0)
    window.entries.view.select_ids([window.entries.model.key(row).id for row in (0, 1)])
    trigger(filled, window, "join_entries")
    assert texts(window.pane.body.body()) == ("First. ", "Second.")
    assert window.entries.view.selected_rows() == [0]


def test_sorting_and_putting_in_time_order(filled: Newsroom) -> None:
    window = filled.window()
    window.entries.view.choose(2)
    trigger(filled, window, "move_up")
    trigger(filled, window, "move_up")
    assert shown(window) == [HEADLINES[2], *HEADLINES[:2]]
    said = window.entries.model.data(window.entries.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "out of time order" in said

    trigger(filled, window, "put_in_time_order")
    assert shown(window) == HEADLINES

    trigger(filled, window, "sort_by_time")
    assert "in order already" in window.toast.sentence


@pytest.mark.parametrize(("key", "state"), [("1", State.DRAFT), ("2", State.READY), ("4", State.WITHDRAWN)])
def test_one_key_in_the_list_sets_the_state_of_all_that_are_selected(
    filled: Newsroom, key: str, state: State, qtbot: QtBot
) -> None:
    window = filled.window()
    window.activateWindow()
    window.entries.view.setFocus()
    window.entries.view.selectAll()

    QTest.keyClicks(window.entries.view, key)
    filled.settle()

    entries = [window.entries.model.entry(row) for row in range(3)]
    assert [entry.state for entry in entries if entry] == [state] * 3
    assert window.entries.view.selected_rows() == [0, 1, 2]


def test_several_dropped_files_are_shown_one_after_the_other(newsroom: Newsroom, tmp_path: Path) -> None:
    window = newsroom.window()
    paths = [tmp_path / f"{n}.txt" for n in range(4)]
    for n, path in enumerate(paths):
        path.write_text(f"Storm {n}\n05:41 01.03.2024\nBridge closed\n", "utf-8")
    paths.insert(1, tmp_path / "missing.txt")

    window.files.import_paths(paths)
    newsroom.settle_beside()
    sheet = window.files.importing.sheet
    assert sheet is not None and sheet.header.title.text == "Storm 0"
    assert [row.side for row in sheet.rows.rows()][:2] == ["", "Line 2"]
    sheet.accept.click()
    newsroom.settle_beside()
    assert len(window.bars.sentences()) == 1
    sheet.accept_all.click()
    newsroom.settle_beside()

    assert window.blogs.model.rowCount() == 4


def test_the_edit_menu_is_for_the_text_where_the_keys_are_in_one(filled: Newsroom) -> None:
    window = filled.window()
    window.entries.view.choose(1)
    filled.settle()
    headline, count = window.pane.headline, len(shown(window))
    headline.setFocus()
    headline.selectAll()

    trigger(filled, window, "copy_entries")
    assert QGuiApplication.clipboard().text() == HEADLINES[1]
    trigger(filled, window, "cut_entries")
    assert headline.text() == ""
    window.pane.body.setFocus()
    window.pane.body.moveCursor(QTextCursor.MoveOperation.Start)
    trigger(filled, window, "paste_entries")

    assert window.pane.body.toPlainText().startswith(HEADLINES[1])
    assert len(shown(window)) == count
