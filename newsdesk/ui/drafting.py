"""Everything that is done with entries as a whole: arranging, copying, their details. Its rooms are built here."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from newsdesk.ui.actions import ACTIONS
from newsdesk.ui.arranging_commands import ArrangingCommands
from newsdesk.ui.clipboard_commands import ClipboardCommands
from newsdesk.ui.datelines import Datelines
from newsdesk.ui.entry_extras import EntryExtras
from newsdesk.ui.menus import Menu
from newsdesk.ui.offering import offer
from newsdesk.ui.pictures import Pictures
from newsdesk.ui.quotes_commands import QuotesCommands
from newsdesk.ui.snippets import Snippets
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import plain, tr


class Drafting:
    """The rooms, and what they have to know of one another."""

    def __init__(self, around: Surroundings, delete: Callable[[], object]) -> None:
        self._panes = around.panes
        self._view = around.panes.entries.view
        self.arranging = ArrangingCommands(around)
        self.clipboard = ClipboardCommands(around, delete)
        self.extras = EntryExtras(around)
        self.pictures = Pictures(around)
        self._snippets = Snippets(around)
        self.quotes = QuotesCommands(around)
        self.datelines = Datelines(around)
        self.rooms = (self.arranging, self.clipboard, self.extras, self.pictures, self.quotes)

    def know(self, by_id: Mapping[str, QAction]) -> None:
        """The actions, once they are made."""
        for place in (self._panes.entries.empty, self._panes.blogs.view):
            place.addAction(by_id["paste_entries"])
        offer(self._view, by_id, _IN_LIST, plain(tr(Menu.ENTRY.value)))
        self.arranging.know(by_id)
        for spec in ACTIONS:
            for keys in spec.list_keys:
                shortcut = QShortcut(QKeySequence(keys), self._view, context=Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(by_id[spec.id].trigger)


# What the right mouse button offers in the list, in groups.
_IN_LIST = (
    ("edit_headline", "edit_time"),
    ("mark_draft", "mark_ready", "mark_published", "mark_withdrawn"),
    ("toggle_key", "toggle_pin"),
    ("cut_entries", "copy_entries", "paste_entries"),
    ("duplicate_entries", "join_entries", "put_in_time_order"),
    ("delete_entries",),
)
