"""The command palette."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsdesk.domain.entry import State
from newsdesk.domain.finding import fold
from newsdesk.ui.actions import ACTIONS
from newsdesk.ui.palette.list import matching
from newsdesk.ui.palette.matching import match
from newsdesk.ui.palette.sheet import Palette
from tests.ui.conftest import Newsroom


@given(st.text(max_size=30), st.data())
def test_letters_of_a_name_in_order_always_match_it(name: str, data: st.DataObject) -> None:
    chosen = sorted(data.draw(st.sets(st.integers(0, max(0, len(name) - 1)), max_size=len(name))))
    typed = "".join(name[place] for place in chosen if fold(name[place]).strip() and len(fold(name[place])) == 1)

    found = match(typed, name)

    assert found is not None
    assert list(found.places) == sorted(set(found.places))
    assert [fold(name[place])[0] for place in found.places] == list(fold(typed))


def test_beginnings_of_words_come_before_letters_anywhere() -> None:
    assert (match("mu", "Move up") or (0,))[0] > (match("mu", "Community") or (0,))[0]


def test_what_is_not_there_does_not_match() -> None:
    assert match("xyz", "Move up") is None
    assert match("pu", "up") is None


def test_every_action_is_in_the_palette(filled: Newsroom) -> None:
    window = filled.window()
    window.actions_by_id["palette"].trigger()
    (palette,) = window.findChildren(Palette)

    names = {command.action.objectName() for command in palette._all()}

    assert names == {spec.id for spec in ACTIONS} - {"palette"}
    assert palette.model.rowCount() == len(names)


def test_typing_and_enter_do_the_best_match(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.entries.view.setFocus()
    window.actions_by_id["palette"].trigger()
    (palette,) = window.findChildren(Palette)

    QTest.keyClicks(palette.line, "publ")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    filled.settle()

    assert not palette.isVisible()
    entry = window.pane.entry
    assert entry is not None
    assert entry.state is State.PUBLISHED


def test_what_was_used_last_comes_first_and_what_cannot_be_done_is_said(filled: Newsroom) -> None:
    window = filled.window()
    window.actions_by_id["palette"].trigger()
    (palette,) = window.findChildren(Palette)

    first = matching(list(palette._all()), "", ["go_to_time"])[0]
    first.action.setEnabled(False)

    assert first.action.objectName() == "go_to_time"
    assert "Ctrl+G" in first.sentence
    assert "not available" in first.sentence


def test_escape_closes_and_gives_the_keys_back(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.pane.body.setFocus()
    window.actions_by_id["palette"].trigger()
    (palette,) = window.findChildren(Palette)

    QTest.keyClick(palette.line, Qt.Key.Key_Escape)

    assert not palette.isVisible()
    assert window.pane.body.hasFocus()


def test_where_nothing_matches_it_says_so_and_keeps_what_was_typed_in_sight(filled: Newsroom) -> None:
    window = filled.window()
    window.actions_by_id["palette"].trigger()
    (palette,) = window.findChildren(Palette)

    QTest.keyClicks(palette.line, "zzqq")

    assert palette.nothing.isVisible() and not palette.view.isVisible()
    assert palette.line.height() >= palette.line.sizeHint().height()
    assert palette.nothing.height() >= palette.nothing.sizeHint().height()
