"""Files that are to come in: each is read, shown as it was understood, and only then imported.

They are read beside the desk, so that no edit waits for a long one; whoever waits is told so, and can give it up.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, State
from newsdesk.errors import NewsdeskError
from newsdesk.ui.messages import Toast
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.panes import Panes
from newsdesk.ui.understood.sheet import UnderstoodSheet
from newsdesk.ui.understood.telling import of_file
from newsdesk.ui.waiting import Waiting
from newsdesk.ui.words import entries, shortened, tr

if TYPE_CHECKING:  # formats are loaded when a file is read, not before
    from newsdesk.desk.importing import Imported, Understanding

_LONGEST = 30  # characters of a blog's name on a button

Shown = Callable[["Imported"], object]
Refused = Callable[[Path, NewsdeskError], object]


class Importing(QObject):
    """One file after the other; what cannot be read is said, and the next one follows."""

    def __init__(self, live: LiveDesk, panes: Panes, toast: Toast, shown: Shown, refused: Refused) -> None:
        super().__init__(panes.entry)
        self._live, self._panes, self._toast = live, panes, toast
        self._wait = Waiting(toast, self)
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
            self._read(path, self._put_in, lambda error, path=path: self._refused(path, error))  # type: ignore[misc]

    def _next(self) -> None:
        self._is_busy = bool(self._waiting)
        if self._waiting:
            path = self._waiting.pop(0)
            self._read(path, self._show, lambda error: self._fail(path, error))

    def _read(
        self, path: Path, then: Callable[["Understanding"], object], failed: Callable[[NewsdeskError], object]
    ) -> None:
        told = tr("Reading “{0}”…").format(path.name)
        self._wait.ask(
            self._beside, lambda desk: _understand(desk, path), told, then=then, failed=failed, given_up=self._forget
        )

    @cached_property
    def _beside(self) -> LiveDesk:
        beside = self._live.beside()
        beside.start()
        return beside

    def _show(self, understood: "Understanding") -> None:
        if self.sheet is None:
            self.sheet = UnderstoodSheet(sheet_parent(self._panes.entry))
        count, blog = len(self._waiting) + 1, self._panes.blogs.current
        name, other = tr("Import"), None
        if count > 1:
            other = (tr("Import all {0}").format(count), lambda: self._take_all(understood))
        elif blog is not None and understood.reading.entries:
            name = tr("Import as a new blog")
            into = tr("Add to “{0}”").format(shortened(blog.headline or tr("Untitled blog"), _LONGEST))
            other = (into, lambda: self._add_to(blog, understood))
        self.sheet.ask(of_file(understood), name, lambda: self._take(understood), go_all=other, skip=self._forget)

    def _add_to(self, blog: Blog, understood: "Understanding") -> None:
        """Its entries alone: what a colleague has sent belongs into the blog that is open."""
        path = understood.path
        self._wait.ask(
            self._live, lambda desk: _add_to(desk, blog.id, understood), tr("Importing “{0}”…").format(path.name),
            then=self._show_added, failed=lambda error: self._refused(path, error),
        )  # fmt: skip
        self._next()

    def _show_added(self, added: list[Entry]) -> None:
        if added:
            self._panes.entries.go_to(added[0])
            self._panes.entries.view.select_ids([entry.id for entry in added])
            are_drafts = all(entry.state is State.DRAFT for entry in added)
            told = tr("Added {0} as drafts") if are_drafts else tr("Added {0}")
            self._toast.say_done(told.format(entries(len(added))))

    def _take(self, understood: "Understanding") -> None:
        self._put_in(understood)
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

    def _put_in(self, understood: "Understanding") -> None:
        path = understood.path
        told = tr("Importing “{0}”…").format(path.name)
        self._wait.ask(
            self._live, lambda desk: _take_in(desk, understood), told, then=self._shown,
            failed=lambda error: self._refused(path, error),
        )  # fmt: skip


def _understand(desk: Desk, path: Path) -> "Understanding":
    from newsdesk.desk.importing import understand_file

    return understand_file(desk, path)


def _add_to(desk: Desk, blog: str, understood: "Understanding") -> list[Entry]:
    from newsdesk.desk.importing import add_to

    return add_to(desk, blog, understood)


def _take_in(desk: Desk, understood: "Understanding") -> "Imported":
    from newsdesk.desk.importing import take_in

    return take_in(desk, understood)
