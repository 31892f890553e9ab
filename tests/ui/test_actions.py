from collections import Counter

import pytest

from newsdesk.ui import actions
from newsdesk.ui.actions import ACTIONS
from tests.ui.conftest import Newsroom


def test_no_two_actions_share_a_name_or_a_key() -> None:
    ids = Counter(spec.id for spec in ACTIONS)
    keys = Counter(key for spec in ACTIONS for key in spec.keys)

    assert [name for name, count in (ids | keys).items() if count > 1] == []


def test_every_action_is_in_a_menu_and_has_words(newsroom: Newsroom) -> None:
    window = newsroom.window()

    shown = [action for menu in window.menuBar().actions() for action in menu.menu().actions()]  # type: ignore[attr-defined]

    assert {action.objectName() for action in shown if not action.isSeparator()} == {spec.id for spec in ACTIONS}
    assert all(action.text() for action in shown if not action.isSeparator())


def test_an_action_that_nobody_does_is_noticed(newsroom: Newsroom) -> None:
    with pytest.raises(StopIteration):
        actions.build(newsroom.signals, [object()])
