"""Files that are to come in: each is read, shown as it was understood, and only then imported."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.errors import NewsdeskError
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.understood.sheet import UnderstoodSheet
from newsdesk.ui.understood.telling import of_file
from newsdesk.ui.words import tr

if TYPE_CHECKING:  # formats are loaded when a file is read, not before
    from newsdesk.desk.importing import Imported, Understanding

Shown = Callable[["Imported"], object]
Refused = Callable[[Path, NewsdeskError], object]


class Importing(QObject):
    """One file after the other; what cannot be read is said, and the next one follows."""

    def __init__(self, live: LiveDesk, pane: QWidget, shown: Shown, refused: Refused) -> None:
        super().__init__(pane)
        self._live, self._pane = live, pane
        self._shown, self._refused = shown, refused
        self._waiting: list[Path] = []
        self._is_busy = False
        self.sheet: UnderstoodSheet | None = None

    def ask(self, paths: Sequence[Path]) -> None:
        """Show what these files hold, before they go in."""
        self._waiting += paths
        if not self._is_busy:
            self._next()

    def at_once(self, paths: Sequence[Path]) -> None:
        """Import files without asking."""
        for path in paths:
            self._do(path, lambda desk, path=path: _import(desk, path))  # type: ignore[misc]

    def _next(self) -> None:
        self._is_busy = bool(self._waiting)
        if self._waiting:
            path = self._waiting.pop(0)
            self._live.ask(
                lambda desk: _understand(desk, path),
                then=self._show,
                failed=lambda error: self._fail(path, error),
            )

    def _show(self, understood: "Understanding") -> None:
        if self.sheet is None:
            self.sheet = UnderstoodSheet(sheet_parent(self._pane))
        count = len(self._waiting) + 1
        many = (tr("Import all {0}").format(count), lambda: self._take_all(understood)) if count > 1 else None
        self.sheet.ask(
            of_file(understood), tr("Import"), lambda: self._take(understood), go_all=many, skip=self._forget
        )

    def _take(self, understood: "Understanding") -> None:
        self._do(understood.path, lambda desk: _take_in(desk, understood))
        self._next()

    def _take_all(self, understood: "Understanding") -> None:
        waiting, self._waiting = self._waiting, []
        self._take(understood)
        self.at_once(waiting)

    def _forget(self) -> None:
        self._waiting.clear()
        self._is_busy = False

    def _fail(self, path: Path, error: NewsdeskError) -> None:
        self._refused(path, error)
        self._next()

    def _do(self, path: Path, work: Callable[[Desk], "Imported"]) -> None:
        self._live.ask(work, then=self._shown, failed=lambda error: self._refused(path, error))


def _import(desk: Desk, path: Path) -> "Imported":
    from newsdesk.desk.importing import import_file

    return import_file(desk, path)


def _understand(desk: Desk, path: Path) -> "Understanding":
    from newsdesk.desk.importing import understand_file

    return understand_file(desk, path)


def _take_in(desk: Desk, understood: "Understanding") -> "Imported":
    from newsdesk.desk.importing import take_in

    return take_in(desk, understood)
