"""Preflight at the side of the entry."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsdesk.desk import surveying, writing
from newsdesk.desk.opening import open_desk
from newsdesk.domain.entry import State
from newsdesk.domain.markup import paragraphs, texts
from newsdesk.domain.preflight import Severity
from newsdesk.store.reading import Reader
from newsdesk.ui.blog_details.sheet import BlogDetails
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.preflight import watching
from newsdesk.ui.preflight.panel import PreflightPanel
from newsdesk.ui.preflight.rules_sheet import RulesSheet
from tests.ui.conftest import Newsroom


def with_slips(newsroom: Newsroom) -> MainWindow:
    """A window on a blog whose first two entries end in two full stops."""
    desk = open_desk(str(newsroom.path), newsroom.preferences)
    (blog,) = desk.store.blogs()
    for entry in desk.store.entries_of(blog.id)[:2]:
        body = paragraphs("A first line.", f"It ended at {entry.time.clock:%H}..")
        writing.change(desk, entry, "Edit text", body=body)
    desk.store.close()
    window = newsroom.window()
    window.actions_by_id["preflight"].trigger()
    newsroom.settle_beside()
    return window


def panel_of(window: MainWindow) -> PreflightPanel:
    return window.desk_work.preflight.panel


def found(window: MainWindow) -> list[str]:
    return [finding.code for finding in panel_of(window).findings]


def test_findings_are_listed_with_weight_sentence_and_place(filled: Newsroom) -> None:
    window = with_slips(filled)
    model = panel_of(window).list.model_of_rows

    told = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    assert told[0] == "Warning: Two full stops stand in a row. 05:41 · Police report an assault · text"
    assert panel_of(window).counted == "2 warnings"


def test_a_blog_in_order_has_nothing_to_look_at(filled: Newsroom) -> None:
    window = filled.window()

    window.actions_by_id["preflight"].trigger()
    filled.settle_beside()

    assert found(window) == []
    assert panel_of(window).counted == "Everything is in order"


def test_enter_goes_to_the_place_in_the_text(filled: Newsroom) -> None:
    window = with_slips(filled)
    panel = panel_of(window)
    panel.list.setCurrentIndex(panel.list.model_of_rows.index(1))

    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    filled.settle_beside()

    entry = window.pane.entry
    assert entry is not None
    assert entry.headline == "Troops leave the square"
    assert window.pane.body.textCursor().selectedText() == ".."
    assert window.focusWidget() is window.pane.body


def test_what_is_typed_is_looked_at_within_a_second(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.actions_by_id["preflight"].trigger()
    filled.settle_beside()

    window.pane.body.setFocus()
    QTest.keyClicks(window.pane.body, "Oh.. ")

    qtbot.waitUntil(lambda: found(window) == ["DOUBLE-STOP"], timeout=1_000)


def test_all_are_fixed_as_one_undo(filled: Newsroom, qtbot: QtBot) -> None:
    window = with_slips(filled)

    window.actions_by_id["fix_all_findings"].trigger()
    filled.settle_beside()

    fixed = found(window)
    entry = window.pane.entry
    assert entry is not None
    assert texts(entry.body)[1] == "It ended at 05."
    window.actions_by_id["undo"].trigger()
    filled.settle_beside()
    assert fixed == []
    assert found(window) == ["DOUBLE-STOP", "DOUBLE-STOP"]


def test_one_key_fixes_what_is_chosen_and_leaves_the_rest(filled: Newsroom) -> None:
    window = with_slips(filled)

    window.actions_by_id["fix_finding"].trigger()
    filled.settle_beside()

    (left,) = panel_of(window).findings
    assert "Troops" in panel_of(window).list.model_of_rows.items[0].where
    assert left.code == "DOUBLE-STOP"


def test_what_concerns_the_whole_blog_follows_after_a_pause(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.actions_by_id["preflight"].trigger()
    filled.settle_beside()

    window.actions_by_id["mark_draft"].trigger()

    qtbot.waitUntil(lambda: found(window) == ["DRAFTS"])


def test_a_long_look_tells_how_far_it_is_and_no_edit_waits_for_it(
    filled: Newsroom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surveying, "PAGE", 1)
    monkeypatch.setattr(watching, "_SILENT", -1)
    go_on = threading.Event()
    page = Reader.page
    monkeypatch.setattr(Reader, "page", lambda *given: go_on.wait(5) and page(*given))
    window = filled.window()
    window.actions_by_id["preflight"].trigger()

    window.actions_by_id["mark_draft"].trigger()
    qtbot.waitUntil(lambda: window.entries.model.entry(0).state is State.DRAFT)  # type: ignore[union-attr]
    is_waiting = window.desk_work.preflight.panel.counted == "Looking…"
    told: list[tuple[int, int]] = []
    window.desk_work.preflight._watch.progressed.connect(lambda *far: told.append(far))
    go_on.set()

    qtbot.waitUntil(lambda: found(window) == ["DRAFTS"])
    assert is_waiting
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_esc_ends_a_look(filled: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    page = Reader.page
    monkeypatch.setattr(Reader, "page", lambda *given: go_on.wait(5) and page(*given))
    window = filled.window()
    window.actions_by_id["preflight"].trigger()
    panel_of(window).show_progress(1, 3)

    QTest.keyClick(panel_of(window).empty, Qt.Key.Key_Escape)
    go_on.set()
    filled.settle_beside()

    assert not panel_of(window).isVisible()
    assert window.desk_work.preflight._watch.survey is None


def test_esc_closes_the_panel_and_gives_the_keys_back(filled: Newsroom) -> None:
    window = filled.window()
    window.pane.body.setFocus()
    window.actions_by_id["preflight"].trigger()
    filled.settle_beside()

    QTest.keyClick(panel_of(window).list, Qt.Key.Key_Escape)

    assert not panel_of(window).isVisible()
    assert window.focusWidget() is window.pane.body


def test_the_newsroom_says_how_much_a_rule_weighs(filled: Newsroom) -> None:
    window = with_slips(filled)
    window.actions_by_id["preflight_rules"].trigger()
    (sheet,) = window.findChildren(RulesSheet)
    button = sheet.buttons["DOUBLE-STOP"]
    before = button.accessibleName()

    button.chosen.emit(Severity.OFF)
    filled.settle_beside()

    assert found(window) == []
    assert window.desk_work.settings.value.severities == {"DOUBLE-STOP": "off"}
    assert (before, button.accessibleName()) == ("Double full stop: Warning", "Double full stop: Off")
    button.chosen.emit(Severity.WARNING)
    assert window.desk_work.settings.value.severities == {}


def test_enter_leads_into_the_introduction(filled: Newsroom) -> None:
    desk = open_desk(str(filled.path), filled.preferences)
    (blog,) = desk.store.blogs()
    writing.change(desk, blog, "Edit introduction", introduction=paragraphs("All is quiet.."))
    desk.store.close()
    window = filled.window()
    window.actions_by_id["preflight"].trigger()
    filled.settle_beside()

    panel_of(window).list.setCurrentIndex(panel_of(window).list.model_of_rows.index(0))
    QTest.keyClick(panel_of(window).list, Qt.Key.Key_Return)
    filled.settle()

    (sheet,) = window.findChildren(BlogDetails)
    assert sheet.introduction.hasFocus()
