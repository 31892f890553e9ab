"""What is put into a window after its first picture: the entry's pane, all that can be done, and the menus."""

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from newsdesk.ui import actions
from newsdesk.ui.actions import ACTIONS
from newsdesk.ui.counting import Counting
from newsdesk.ui.desk_work import DeskWork
from newsdesk.ui.drafting import Drafting
from newsdesk.ui.drop_welcome import DropWelcome
from newsdesk.ui.empty_states import EmptyStates
from newsdesk.ui.entry_commands import EntryCommands
from newsdesk.ui.entry_pane.pane import EntryPane
from newsdesk.ui.file_commands import FileCommands
from newsdesk.ui.hearing import NamesHeard
from newsdesk.ui.messages import Messages
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.panes import Panes
from newsdesk.ui.saving import Saving
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.undoing import Undoing
from newsdesk.ui.view_commands import ViewCommands

if TYPE_CHECKING:
    from newsdesk.ui.main_window import MainWindow


def furnish(window: "MainWindow") -> None:
    """Build everything, connect it, and show the entry that the list has chosen meanwhile."""
    window.entries.furnish()
    window.pane = EntryPane(window.live, window.signals, window.reader)
    panes = Panes(window.blogs, window.entries, window.pane)
    around = Surroundings(
        window.live, window.signals, panes, Messages(window.bars, window.toast), window.settings, window.reader
    )
    _make_rooms(window, around)
    _fill_menus(window)
    _connect(window)
    window.put_in(window.pane)
    _lead_tab(window)
    window.pane.show_entry(window.entries.current)


def _make_rooms(window: "MainWindow", around: Surroundings) -> None:
    live, panes, messages = around.live, around.panes, around.messages
    window.undoing = Undoing(live, around.signals, panes, messages)
    window.toast.takes_back = window.undoing.offer
    Counting(window.pane.body, window.status.counts.set_text)
    window.saving = Saving(around, window.status.saved.set_text)
    window.files = FileCommands(live, panes, messages, window.settings)
    window.editing = EntryCommands(live, panes, messages)
    window.desk_work = DeskWork(around, window.status.spelling)
    window.drafting = Drafting(around, window.editing.remove_cut)
    rooms = (
        window.undoing, window.saving, window.files, window.editing, ViewCommands(panes),
        *window.drafting.rooms, *window.desk_work.rooms,
    )
    by_id: Mapping[str, QAction] = actions.build(window, rooms)
    window.actions_by_id = by_id
    window.desk_work.know(by_id)
    window.drafting.know(by_id)
    window.undoing.name(by_id["undo"], by_id["redo"])
    window.empty = EmptyStates(window.entries.empty, window.pane.empty, by_id, window.files.open_sample)


def _fill_menus(window: "MainWindow") -> None:
    for spec in ACTIONS:
        action, menu = window.actions_by_id[spec.id], window.menus[spec.menu]
        if spec.starts_group:
            menu.addSeparator()
        menu.addAction(action)
        (window.entries.view if spec.in_list else window).addAction(action)


def _connect(window: "MainWindow") -> None:
    entries, pane = window.entries, window.pane
    NamesHeard(entries.view)
    entries.chosen.connect(pane.show_entry)
    entries.read_anew.connect(pane.catch_up)
    entries.time_typed.connect(window.take_time)
    entries.headline_typed.connect(window.editing.change_headline)
    entries.model.shown.connect(window.say_what_is_empty)
    window.blogs.model.rowsRemoved.connect(lambda *_: window.say_what_is_empty())
    pane.body.files_dropped.connect(window.files.import_paths)
    window.drop_welcome = DropWelcome(sheet_parent(entries), pane.body.viewport(), lambda: pane.entry is not None)
    pane.body.refused.connect(window.toast.say)
    window.editing.withdrawn.connect(window.desk_work.correcting.ask_reason)
    window.new_blog.clicked.connect(window.actions_by_id["new_blog"].trigger)
    window.new_entry.clicked.connect(window.actions_by_id["new_entry"].trigger)
    window.entries.standfirst.clicked.connect(window.actions_by_id["introduction"].trigger)


def _lead_tab(window: "MainWindow") -> None:
    entries = (window.entries.standfirst, window.entries.view)
    way = (window.blogs.view, *entries, *window.pane.way(), window.new_blog, window.new_entry)
    for before, after in pairwise(way):
        QWidget.setTabOrder(before, after)
