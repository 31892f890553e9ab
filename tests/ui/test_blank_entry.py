"""A blank entry is taken as it is: no second one is made beside it, and finishing it marks nothing."""

from PySide6.QtTest import QTest

from newsdesk.domain.entry import State
from tests.ui.conftest import Newsroom


def test_a_new_entry_is_the_blank_one_that_is_there(filled: Newsroom) -> None:
    window = filled.window()
    for _ in range(3):
        window.actions_by_id["new_entry"].trigger()
        filled.settle()

    assert window.entries.model.rowCount() == 4
    assert window.pane.headline.hasFocus()


def test_finishing_opens_the_next_and_finishing_a_blank_one_marks_nothing(filled: Newsroom) -> None:
    window = filled.window()
    window.actions_by_id["new_entry"].trigger()
    filled.settle()
    QTest.keyClicks(window.pane.headline, "First words")
    for _ in range(2):
        window.actions_by_id["finish_entry"].trigger()
        filled.settle()

    blank, finished = (window.entries.model.entry(row) for row in (0, 1))
    assert blank is not None
    assert finished is not None
    assert (blank.headline, blank.state) == ("", State.DRAFT)
    assert (finished.headline, finished.state) == ("First words", State.READY)
    assert window.entries.model.rowCount() == 5


def test_letters_that_are_keys_of_the_list_are_written_right_after_a_new_entry_was_asked_for(
    filled: Newsroom,
) -> None:
    window = filled.window()
    window.activateWindow()
    window.entries.view.setFocus()

    window.actions_by_id["new_entry"].trigger()
    QTest.keyClicks(window.entries.view, "pk1 Troops leave")
    filled.settle()
    window.pane.flush()
    filled.settle()

    entries = [window.entries.model.entry(row) for row in range(4)]
    assert [(entry.headline, entry.is_pinned, entry.is_key) for entry in entries[:2] if entry] == [
        ("pk1 Troops leave", False, False), ("Police report an assault", False, False),
    ]  # fmt: skip
