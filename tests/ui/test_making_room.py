"""In a window that is too narrow for all panes some give way, and the window never grows."""

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom


@pytest.fixture
def narrow(filled: Newsroom, qtbot: QtBot) -> MainWindow:
    window = filled.window()
    window.resize(720, 450)
    window.actions_by_id["preview_pane"].trigger()
    filled.settle()
    return window


def shown(window: MainWindow) -> list[bool]:
    """Blogs, entries, preview."""
    return [window.blogs.isVisible(), window.entries.isVisible(), window.desk_work.preview.is_shown]


def test_the_lists_give_way_to_the_preview_and_come_back_after_it(narrow: MainWindow) -> None:
    assert (shown(narrow), narrow.width()) == ([False, False, True], 720)

    narrow.actions_by_id["preview_pane"].trigger()

    assert (shown(narrow), narrow.width()) == ([True, True, False], 720)


def test_where_there_is_room_for_the_entries_only_the_blogs_give_way(filled: Newsroom) -> None:
    window = filled.window()
    window.resize(900, 600)

    window.actions_by_id["preview_pane"].trigger()
    filled.settle()

    assert (shown(window), window.width()) == ([False, True, True], 900)


def test_a_list_that_is_opened_by_hand_comes_before_the_preview(narrow: MainWindow) -> None:
    narrow.actions_by_id["toggle_entries"].trigger()

    assert (shown(narrow), narrow.width()) == ([True, True, False], 720)


def test_a_list_that_gave_way_is_not_remembered_as_hidden(narrow: MainWindow) -> None:
    assert narrow.desk_work.panes_hidden() == [False, False]


def test_keys_of_a_list_that_gives_way_go_to_the_preview_and_come_back(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.resize(720, 450)
    window.activateWindow()
    qtbot.waitActive(window)
    window.entries.view.setFocus()

    window.actions_by_id["preview_pane"].trigger()
    assert window.focusWidget() is window.desk_work.preview.pane.page

    window.actions_by_id["preview_pane"].trigger()
    assert window.focusWidget() is window.entries.view
