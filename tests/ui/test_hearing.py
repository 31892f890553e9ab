"""What a screen reader is told: rows when the keys come to them, and what a key has done that only the list shows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.entry import NoticeKind, State
from newsdesk.ui.controls import TextButton
from newsdesk.ui.empty import Empty
from newsdesk.ui.fields import Segments
from newsdesk.ui.hearing import RowsHeard
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.overlay import Overlay
from tests.ui.conftest import Newsroom

FOCUS, RENAMED = QAccessible.Event.Focus, QAccessible.Event.NameChanged


class Ears:
    """Sentences that were announced, and the names of rows of which an event told."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.rows: list[tuple[QAccessible.Event, str]] = []

    def hear(self, event: QAccessibleEvent) -> None:
        if event.type() in (FOCUS, RENAMED):
            name = event.accessibleInterface().text(QAccessible.Text.Name)
            self.rows.append((event.type(), name))
        else:
            self.said.append(event.message())  # type: ignore[attr-defined]


@pytest.fixture
def ears(monkeypatch: pytest.MonkeyPatch) -> Ears:
    heard = Ears()
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.hear)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    return heard


def shown(newsroom: Newsroom, qapp: QApplication) -> MainWindow:
    window = newsroom.window()
    window.settings.change(desk=newsroom.preferences.desk, knows_author=True)
    RowsHeard(qapp).setParent(window)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def do(newsroom: Newsroom, window: MainWindow, *ids: str) -> None:
    for id in ids:
        window.actions_by_id[id].trigger()
        newsroom.settle()


def test_when_the_keys_come_to_a_list_its_row_is_read(filled: Newsroom, qapp: QApplication, ears: Ears) -> None:
    window = shown(filled, qapp)
    window.pane.body.setFocus()
    ears.rows.clear()

    window.entries.view.setFocus()
    filled.settle()

    assert ears.rows == [
        (RENAMED, "05:41, Police report an assault, ready, 1 of 3"),
        (FOCUS, "05:41, Police report an assault, ready, 1 of 3"),
    ]


def test_a_row_that_is_walked_to_tells_its_name_first(filled: Newsroom, qapp: QApplication, ears: Ears) -> None:
    window = shown(filled, qapp)
    window.entries.view.setFocus()
    ears.rows.clear()

    QTest.keyClick(window.entries.view, Qt.Key.Key_Down)

    assert ears.rows[0] == (RENAMED, "05:09, Troops leave the square, ready, 2 of 3")


def test_a_row_that_is_called_something_else_now_says_so(filled: Newsroom, qapp: QApplication, ears: Ears) -> None:
    window = shown(filled, qapp)
    ears.rows.clear()

    do(filled, window, "mark_published")

    assert ears.rows[-1] == (RENAMED, "05:41, Police report an assault, published, 1 of 3")


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        (["mark_published"], ["Published"]),
        (["mark_draft"], ["Draft"]),
        (["toggle_key", "toggle_key"], ["Key event", "No key event"]),
        (["toggle_pin", "toggle_pin"], ["Pinned", "Not pinned"]),
        (["move_down"], ["Moved, 2 of 3"]),
        (["move_down", "undo", "redo"], ["Moved, 2 of 3", "Undone: Move entry", "Done again: Move entry"]),
        (["delete_entries"], ["Deleted “Police report an assault”"]),
        (["save_now"], ["Everything is saved"]),
    ],
)
def test_what_a_key_did_is_said(
    filled: Newsroom, qapp: QApplication, ears: Ears, actions: list[str], said: list[str]
) -> None:
    window = shown(filled, qapp)
    ears.said.clear()

    do(filled, window, *actions)

    assert ears.said == said


def test_of_several_entries_it_is_said_how_many(filled: Newsroom, qapp: QApplication, ears: Ears) -> None:
    window = shown(filled, qapp)
    window.entries.view.selectAll()

    do(filled, window, "mark_published")

    assert "3 entries: Published" in ears.said


def test_what_is_typed_is_not_said_again(filled: Newsroom, qapp: QApplication, ears: Ears) -> None:
    window = shown(filled, qapp)
    window.pane.headline.setFocus()
    ears.said.clear()

    QTest.keyClicks(window.pane.headline, "More")
    window.pane.flush()
    filled.settle()

    assert ears.said == []
    assert "Police report an assaultMore" in filled.stored()


def test_what_a_filter_leaves_is_said_and_the_keys_go_back_to_the_list(
    filled: Newsroom, qapp: QApplication, ears: Ears
) -> None:
    window = shown(filled, qapp)
    bar = window.entries.filter
    do(filled, window, "filter_entries")

    bar.narrow(bar.filter.__class__(states=frozenset({State.DRAFT})))
    filled.settle()
    bar.dismiss()
    filled.settle()

    assert ears.said[-2:] == ["No entry · Draft", "3 entries"]
    assert window.entries.view.hasFocus()


def test_a_sheet_says_its_name(filled: Newsroom, qapp: QApplication, ears: Ears) -> None:
    window = shown(filled, qapp)

    do(filled, window, "preferences")

    assert "Preferences" in ears.said
    (sheet,) = [overlay for overlay in window.findChildren(Overlay) if overlay.isVisible()]
    sheet.close_sheet()


def test_preflight_says_what_it_found_when_it_is_asked(
    filled: Newsroom, qapp: QApplication, ears: Ears, qtbot: QtBot
) -> None:
    window = shown(filled, qapp)
    panel = window.desk_work.preflight.panel

    do(filled, window, "preflight")
    qtbot.waitUntil(lambda: panel.counted in ears.said)

    assert panel.counted != "Looking…"


def test_the_first_start_welcomes_aloud_with_the_keys_on_its_first_button(
    newsroom: Newsroom, qapp: QApplication, ears: Ears
) -> None:
    from newsdesk.ui.restoring import restore_caret

    window = shown(newsroom, qapp)

    restore_caret(window, {})

    assert ears.said[-1].startswith("Welcome to Newsdesk. Begin with a headline")
    focus = QApplication.focusWidget()
    assert isinstance(focus, TextButton) and focus.text() == "New blog"


def test_enter_presses_a_button(qtbot: QtBot) -> None:
    button = TextButton("Do it")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))

    QTest.keyClick(button, Qt.Key.Key_Return)

    assert pressed == [True]


def test_one_of_a_few_is_a_radio_button(qtbot: QtBot) -> None:
    segments = Segments("Look", (("light", "Light"), ("dark", "Dark")))
    qtbot.addWidget(segments)

    parts = [part for part in segments.findChildren(QWidget) if part.accessibleName()]

    assert {QAccessible.queryAccessibleInterface(part).role() for part in parts} == {QAccessible.Role.RadioButton}


def test_an_empty_place_that_says_nothing_is_no_stop_for_the_keys(qtbot: QtBot) -> None:
    place = Empty(takes_keys=True)
    qtbot.addWidget(place)
    policy: Callable[[], Qt.FocusPolicy] = place.focusPolicy

    place.say("No entries yet", "Press a key.")
    assert (policy(), place.accessibleName()) == (Qt.FocusPolicy.StrongFocus, "No entries yet. Press a key.")

    place.say("", "")
    assert policy() is Qt.FocusPolicy.NoFocus


def test_no_number_of_a_hidden_header_is_read_before_a_row(filled: Newsroom) -> None:
    view = filled.window().entries.view
    place = QAccessible.queryAccessibleInterface(view)

    heads = (QAccessible.Role.ColumnHeader, QAccessible.Role.RowHeader)
    children = [place.child(number) for number in range(place.childCount())]
    names = {child.text(QAccessible.Text.Name) for child in children if child.role() in heads}

    assert names == {""}


def test_another_view_says_how_it_is_sorted(filled: Newsroom, qapp: QApplication, ears: Ears) -> None:
    window = shown(filled, qapp)

    do(filled, window, "view_oldest", "view_arranged")

    assert ears.said == ["oldest first", "as arranged"]


def test_the_key_of_the_panes_leaves_no_sheet_open_behind(filled: Newsroom, qapp: QApplication) -> None:
    window = shown(filled, qapp)
    window.pane.flush()
    do(filled, window, "export_blog")
    before = QApplication.focusWidget()

    do(filled, window, "next_pane")

    assert before is not None and QApplication.focusWidget() is before


def test_enter_keeps_a_correction_also_with_ctrl(filled: Newsroom, qapp: QApplication) -> None:
    window = shown(filled, qapp)
    strip = window.desk_work.correcting.strip
    strip.write(NoticeKind.CORRECTION, "The square was wrong.")
    kept: list[bool] = []
    strip.field.kept.connect(lambda: kept.append(True))
    before = len(filled.stored())

    QTest.keyClick(strip.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    filled.settle()

    assert kept == [True]
    assert len(filled.stored()) == before
