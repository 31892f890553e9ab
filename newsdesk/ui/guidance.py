"""Finding one's way: the command palette, the user guide, the table of shortcuts."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from newsdesk.ui.actions import ACTIONS
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import plain, tr

if TYPE_CHECKING:  # what opens over the window is loaded when it is first wanted
    from newsdesk.ui.about import AboutSheet
    from newsdesk.ui.help.window import HelpWindow
    from newsdesk.ui.palette.list import Command
    from newsdesk.ui.palette.sheet import Palette


class Guidance(QObject):
    """One method an action."""

    window_wanted = Signal()  # another one, beside this

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around, self._panes = around, around.panes
        self._actions: Mapping[str, QAction] = {}
        self._palette: Palette | None = None

    def know(self, by_id: Mapping[str, QAction]) -> None:
        self._actions = by_id

    def palette(self) -> None:
        """Every action by a few letters of its name."""
        from newsdesk.ui.palette.sheet import Palette

        if self._palette is None:
            self._palette = Palette(sheet_parent(self._panes.entry), self._commands)
        self._palette.ask()

    def new_window(self) -> None:
        """A further window on the same desk."""
        self.window_wanted.emit()

    def help(self) -> None:
        """The user guide, from its beginning."""
        self._guide.open_at("start")

    def shortcuts(self) -> None:
        """The table of all actions and their keys."""
        self._guide.open_at("shortcuts")

    def about(self) -> None:
        """Version, and where the work is kept."""
        self._around.live.ask(lambda desk: str(desk.store.path or ""), then=self._about.ask)

    @cached_property
    def _about(self) -> "AboutSheet":
        from newsdesk.ui.about import AboutSheet

        return AboutSheet(sheet_parent(self._panes.entry))

    @cached_property
    def _guide(self) -> "HelpWindow":
        from newsdesk.ui.help.guide import page
        from newsdesk.ui.help.window import HelpWindow

        return HelpWindow(lambda colours: page(ACTIONS, colours), self._panes.entry.window())

    def _commands(self) -> "Sequence[Command]":
        from newsdesk.ui.palette.list import Command

        menus = {spec.id: plain(tr(spec.menu.value)) for spec in ACTIONS}
        return [Command(action, menus[id]) for id, action in self._actions.items() if id != "palette"]
