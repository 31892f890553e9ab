"""Corrections beneath the entry: write first, class when convenient."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from newsdesk.desk import writing
from newsdesk.desk.exporting import export
from newsdesk.desk.opening import open_desk
from newsdesk.domain.entry import Entry, NoticeKind, State
from newsdesk.ui.correcting.strip import CorrectionStrip
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom


@pytest.fixture
def released(filled: Newsroom) -> Newsroom:
    """Readers have the three entries."""
    desk = open_desk(str(filled.path), filled.preferences)
    (blog,) = desk.store.blogs()
    writing.set_state(desk, [entry.id for entry in desk.store.entries_of(blog.id)], State.PUBLISHED)
    export(desk, blog, "text")
    desk.store.close()
    return filled


def strip_of(window: MainWindow) -> CorrectionStrip:
    return window.desk_work.correcting.strip


def current(window: MainWindow) -> Entry:
    assert window.pane.entry is not None
    return window.pane.entry


def edited(released: Newsroom, qtbot: QtBot) -> MainWindow:
    """A window in which a released entry was just edited."""
    window = released.window()
    window.pane.headline.setFocus()
    QTest.keyClicks(window.pane.headline, " tonight")
    window.pane.flush()
    qtbot.waitUntil(lambda: strip_of(window).isVisible())
    return window


def test_an_edit_after_release_says_quietly_that_a_class_is_owed(released: Newsroom, qtbot: QtBot) -> None:
    window = edited(released, qtbot)

    shown = {kind: button.isVisible() for kind, button in strip_of(window).choices.items()}

    assert strip_of(window).said.text() == "Readers have an earlier version of this entry. What is the change?"
    assert [kind.value for kind, is_shown in shown.items() if is_shown] == ["correction", "clarification", "refile"]
    assert window.focusWidget() is window.pane.headline


def test_what_went_out_without_a_class_is_still_asked_for(released: Newsroom, qtbot: QtBot) -> None:
    edited(released, qtbot).close()
    desk = open_desk(str(released.path), released.preferences)
    (blog,) = desk.store.blogs()
    export(desk, blog, "text")
    desk.store.close()

    window = released.window()

    qtbot.waitUntil(lambda: strip_of(window).isVisible())
    said = strip_of(window).said.text()
    assert said == "Readers saw this entry change and were told nothing. What was the change?"
    assert strip_of(window).choices[NoticeKind.CORRECTION].isVisible()


def test_a_correction_is_prefilled_and_kept_by_enter(released: Newsroom, qtbot: QtBot) -> None:
    window = edited(released, qtbot)

    window.actions_by_id["correct"].trigger()
    released.settle()
    field = strip_of(window).field
    drafted = field.text
    QTest.keyClicks(field, " Sorry.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    released.settle()

    (notice,) = current(window).notices
    assert drafted.endswith("It should have said “report an assault tonight”.")
    assert (notice.kind, notice.text) == (NoticeKind.CORRECTION, f"{drafted} Sorry.")
    assert strip_of(window).said.text() == f"Correction, with the next release: {notice.text}"
    window.actions_by_id["undo"].trigger()
    released.settle()
    assert current(window).notices == ()


def test_a_refile_is_one_key_and_tells_readers_nothing(released: Newsroom, qtbot: QtBot) -> None:
    window = edited(released, qtbot)

    window.actions_by_id["refile"].trigger()
    released.settle()

    assert [(notice.kind, notice.text) for notice in current(window).notices] == [(NoticeKind.REFILE, "")]


def test_esc_leaves_the_words_for_later(released: Newsroom, qtbot: QtBot) -> None:
    window = edited(released, qtbot)
    window.actions_by_id["clarify"].trigger()
    released.settle()

    QTest.keyClick(strip_of(window).field, Qt.Key.Key_Escape)
    released.settle()

    assert current(window).notices == ()
    assert strip_of(window).said.text().startswith("Readers have an earlier version")
    assert window.focusWidget() is window.pane.body


def test_typing_back_clears_the_strip(released: Newsroom, qtbot: QtBot) -> None:
    window = edited(released, qtbot)

    window.actions_by_id["undo"].trigger()

    qtbot.waitUntil(lambda: not strip_of(window).isVisible())


def test_a_withdrawal_asks_for_its_reason_and_leaves_a_stub(released: Newsroom, qtbot: QtBot) -> None:
    window = released.window()

    window.actions_by_id["withdraw"].trigger()
    released.settle()
    QTest.keyClicks(strip_of(window).field, "The source took it back.")
    QTest.keyClick(strip_of(window).field, Qt.Key.Key_Return)
    released.settle()

    entry = current(window)
    assert entry.state is State.WITHDRAWN
    assert [(notice.kind, notice.text) for notice in entry.notices] == [
        (NoticeKind.WITHDRAWN, "The source took it back.")
    ]
    assert not strip_of(window).isVisible()


def test_a_withdrawal_without_a_reason_is_refused_and_nothing_is_lost(released: Newsroom, qtbot: QtBot) -> None:
    window = released.window()
    window.actions_by_id["withdraw"].trigger()
    released.settle()

    QTest.keyClick(strip_of(window).field, Qt.Key.Key_Return)
    released.settle()

    assert current(window).state is State.PUBLISHED
    assert "needs a reason" in window.toast.sentence
    assert strip_of(window).is_writing


def test_marked_withdrawn_by_key_the_reason_is_asked_for_where_the_keys_are(released: Newsroom) -> None:
    window = released.window()
    window.entries.view.setFocus()
    window.entries.view.selectAll()

    window.actions_by_id["mark_withdrawn"].trigger()
    released.settle()
    field = strip_of(window).field
    assert window.focusWidget() is field
    QTest.keyClicks(field, "A hoax.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    released.settle()

    entries = [window.entries.model.entry(row) for row in range(3)]
    assert [[notice.text for notice in entry.notices] for entry in entries if entry] == [["A hoax."]] * 3
    assert window.focusWidget() is window.entries.view


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_reason_may_wait_and_that_it_is_missing_is_said(released: Newsroom, key: Qt.Key, qtbot: QtBot) -> None:
    window = released.window()
    window.actions_by_id["mark_withdrawn"].trigger()
    released.settle()

    QTest.keyClick(strip_of(window).field, key)
    released.settle()

    assert current(window).state is State.WITHDRAWN
    qtbot.waitUntil(lambda: strip_of(window).said.text().startswith("Readers see that this entry was withdrawn"))
    assert not strip_of(window).is_writing


def test_withdrawn_instead_of_deleted_the_reason_is_asked_for(released: Newsroom) -> None:
    window = released.window()
    window.actions_by_id["delete_entries"].trigger()
    released.settle()
    buttons = {button.text(): button for button in window.toast.findChildren(QAbstractButton)}
    buttons["Withdraw instead"].click()
    released.settle()

    field = strip_of(window).field
    assert window.focusWidget() is field
    QTest.keyClicks(field, "The source took it back.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    released.settle()

    entry = current(window)
    assert entry.state is State.WITHDRAWN
    assert [notice.text for notice in entry.notices] == ["The source took it back."]


def test_chosen_from_the_state_button_the_reason_is_asked_for_as_well(released: Newsroom) -> None:
    window = released.window()

    window.pane.state.chosen.emit(State.WITHDRAWN)
    released.settle()

    assert window.focusWidget() is strip_of(window).field


def test_what_readers_never_had_cannot_be_corrected(filled: Newsroom) -> None:
    window = filled.window()

    window.actions_by_id["correct"].trigger()
    filled.settle()

    assert "Nothing that readers have seen" in window.toast.sentence
    assert current(window).notices == ()


def test_another_entry_takes_the_strip_with_it(released: Newsroom, qtbot: QtBot) -> None:
    window = edited(released, qtbot)
    window.actions_by_id["correct"].trigger()
    released.settle()

    window.entries.view.choose(1)
    released.settle()

    assert not strip_of(window).isVisible()
    assert not strip_of(window).is_writing


def test_a_review_goes_to_what_is_unclassed(released: Newsroom, qtbot: QtBot) -> None:
    window = edited(released, qtbot)
    window.entries.view.choose(2)
    released.settle()

    window.actions_by_id["review_next"].trigger()
    released.settle()

    assert current(window).headline == "Police report an assault tonight"
    assert window.toast.sentence == "Review 1 of 1: its change is unclassed"


def test_a_toast_never_covers_the_strip(released: Newsroom, qtbot: QtBot) -> None:
    window = edited(released, qtbot)
    window.resize(1100, 700)

    window.actions_by_id["review_next"].trigger()
    released.settle()

    toast, strip = window.toast, strip_of(window)
    places = [QRect(one.mapTo(window, QPoint()), one.size()) for one in (toast, strip)]
    assert toast.isVisible() and strip.isVisible()
    assert not places[0].intersects(places[1])


def test_the_others_that_are_unclassed_are_counted(released: Newsroom, qtbot: QtBot) -> None:
    window = edited(released, qtbot)
    alone = strip_of(window).others.isVisible()
    window.entries.view.choose(1)
    released.settle()

    window.pane.headline.setFocus()
    QTest.keyClicks(window.pane.headline, " by night")
    window.pane.flush()

    qtbot.waitUntil(strip_of(window).others.isVisible)
    assert not alone
    assert strip_of(window).others.text() == "1 more unclassed"


def test_all_that_is_selected_is_withdrawn_for_one_reason_as_one_undo(released: Newsroom) -> None:
    window = released.window()
    window.entries.view.setFocus()
    window.entries.view.selectAll()
    window.actions_by_id["withdraw"].trigger()
    released.settle()

    QTest.keyClicks(strip_of(window).field, "A hoax.")
    QTest.keyClick(strip_of(window).field, Qt.Key.Key_Return)
    released.settle()

    withdrawn = [window.entries.model.entry(row) for row in range(3)]
    window.actions_by_id["undo"].trigger()
    released.settle()
    back = [window.entries.model.entry(row) for row in range(3)]
    assert [entry.state for entry in withdrawn if entry] == [State.WITHDRAWN] * 3
    assert [entry.state for entry in back if entry] == [State.PUBLISHED] * 3
