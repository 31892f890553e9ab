"""Everything that is done with entries as a whole: arranging, copying, their details. Its rooms are built here."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from newsdesk.ui.actions import ACTIONS
from newsdesk.ui.arranging_commands import ArrangingCommands
from newsdesk.ui.clipboard_commands import Act, ClipboardCommands
from newsdesk.ui.datelines import Datelines
from newsdesk.ui.entry_extras import EntryExtras
from newsdesk.ui.pictures import Pictures
from newsdesk.ui.quotes_commands import QuotesCommands
from newsdesk.ui.snippets import Snippets
from newsdesk.ui.surroundings import Surroundings


class Drafting:
    """The rooms, and what they have to know of one another."""

    def __init__(self, around: Surroundings, undo: Act, delete: Act) -> None:
        self._panes = around.panes
        self._view = around.panes.entries.view
        self._actions: Mapping[str, QAction] = {}
        self.arranging = ArrangingCommands(around, undo)
        self.clipboard = ClipboardCommands(around, undo, delete)
        self.extras = EntryExtras(around)
        self.pictures = Pictures(around)
        self._snippets = Snippets(around)
        self.quotes = QuotesCommands(around, undo)
        self.datelines = Datelines(around)
        self.rooms = (self.arranging, self.clipboard, self.extras, self.pictures, self.quotes)

    def know(self, by_id: Mapping[str, QAction]) -> None:
        """The actions, once they are made."""
        self._actions = by_id
        for place in (self._panes.entries.empty, self._panes.blogs.view):
            place.addAction(by_id["paste_entries"])
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._offer)
        self.arranging.know(by_id)
        for spec in ACTIONS:
            for keys in spec.list_keys:
                shortcut = QShortcut(QKeySequence(keys), self._view, context=Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(by_id[spec.id].trigger)

    def _offer(self, where: QPoint) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for ids in _IN_LIST:
            menu.addActions([self._actions[id] for id in ids])
            menu.addSeparator()
        menu.popup(self._view.viewport().mapToGlobal(where))


# What the right mouse button offers in the list, in groups.
_IN_LIST = (
    ("edit_headline", "edit_time"),
    ("mark_draft", "mark_ready", "mark_published", "mark_withdrawn"),
    ("toggle_key", "toggle_pin"),
    ("cut_entries", "copy_entries", "paste_entries"),
    ("duplicate_entries", "join_entries", "put_in_time_order"),
    ("delete_entries",),
)
