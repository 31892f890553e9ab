"""Everything that is done with entries as a whole: arranging, copying, their details. Its rooms are built here."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from newsdesk.ui.actions import ACTIONS
from newsdesk.ui.arranging_commands import ArrangingCommands
from newsdesk.ui.clipboard_commands import Act, ClipboardCommands
from newsdesk.ui.entry_extras import EntryExtras
from newsdesk.ui.pictures import Pictures
from newsdesk.ui.snippets import Snippets
from newsdesk.ui.surroundings import Surroundings


class Drafting:
    """The rooms, and what they have to know of one another."""

    def __init__(self, around: Surroundings, undo: Act, delete: Act) -> None:
        self._view = around.panes.entries.view
        self.arranging = ArrangingCommands(around, undo)
        self.clipboard = ClipboardCommands(around, undo, delete)
        self.extras = EntryExtras(around)
        self.pictures = Pictures(around)
        self._snippets = Snippets(around)
        self.rooms = (self.arranging, self.clipboard, self.extras, self.pictures)

    def know(self, by_id: Mapping[str, QAction]) -> None:
        """The actions, once they are made."""
        self.arranging.know(by_id)
        for spec in ACTIONS:
            for keys in spec.list_keys:
                shortcut = QShortcut(QKeySequence(keys), self._view, context=Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(by_id[spec.id].trigger)
