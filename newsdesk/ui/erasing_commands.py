"""Erasing the entry on the screen for ever."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.domain.entry import Entry
from newsdesk.errors import NewsdeskError
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

if TYPE_CHECKING:  # loaded when it is first wanted
    from newsdesk.desk.desk import Desk
    from newsdesk.ui.erasing.sheet import EraseSheet


class ErasingCommands(QObject):
    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._live, self._pane = around.live, around.panes.entry
        self._bars, self._toast = around.messages

    def erase_entry(self) -> None:
        """Ask for the word, then do what cannot be undone."""
        self._pane.flush()
        if self._pane.entry is None:
            self._toast.say(tr("Select the entry that is to be erased"))
        else:
            self._sheet.ask(self._pane.entry)

    @cached_property
    def _sheet(self) -> "EraseSheet":
        from newsdesk.ui.erasing.sheet import EraseSheet

        sheet = EraseSheet(sheet_parent(self._pane))
        sheet.confirmed.connect(self._erase)
        return sheet

    def _erase(self, entry: Entry, backups: Sequence[Path]) -> None:
        id = entry.id
        self._live.ask(lambda desk: _erase(desk, id, backups), then=lambda _: self._say_erased(), failed=self._refuse)

    def _say_erased(self) -> None:
        self._bars.clear("erase")
        self._toast.say(tr("Erased for ever"))

    def _refuse(self, error: NewsdeskError) -> None:
        self._bars.say("erase", error.sentence)


def _erase(desk: "Desk", id: str, backups: Sequence[Path]) -> None:
    from newsdesk.desk.erasing import erase_entry

    erase_entry(desk, id, backups)
