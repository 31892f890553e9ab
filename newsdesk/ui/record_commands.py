"""What stands on the record: history, the ledger, releases."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.desk import history
from newsdesk.domain.edit import Value
from newsdesk.domain.revision import Done
from newsdesk.ui.messages import Choice
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

if TYPE_CHECKING:  # what opens over the window is loaded when it is first wanted
    from newsdesk.ui.history.sheet import HistorySheet


class RecordCommands(QObject):
    """One method an action; each sheet is made when it is first wanted."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around, self._live = around, around.live
        self._blogs, self._entries, self._pane = around.panes
        self._toast = around.messages.toast
        self._undo: Callable[[], object] = lambda: None

    def know(self, undo: Callable[[], object]) -> None:
        self._undo = undo

    def history(self) -> None:
        """Of the entry on the screen, and of its blog."""
        self._pane.flush()
        if (blog := self._blogs.current) is None:
            self._toast.say(tr("There is no blog yet"))
        else:
            self._history.ask(blog, self._pane.entry)

    @cached_property
    def _history(self) -> "HistorySheet":
        from newsdesk.ui.history.sheet import HistorySheet

        sheet = HistorySheet(sheet_parent(self._pane), self._live)
        sheet.restored.connect(self._restore)
        self._around.signals.edited.connect(sheet.look_again)
        return sheet

    def _restore(self, version: Value) -> None:
        self._pane.flush()
        self._live.ask(lambda desk: history.restore(desk, version), then=self._say_restored)

    def _say_restored(self, done: Done | None) -> None:
        if done is None:
            self._toast.say(tr("It is so already"))
        else:
            self._toast.say(tr("Restored the earlier version"), Choice(tr("Undo"), self._undo))
