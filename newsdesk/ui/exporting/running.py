"""An export of one or several formats, one after the other, off the window's thread; it can be stopped."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from newsdesk.desk import profiles
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import Exported, export
from newsdesk.desk.live import LiveDesk
from newsdesk.desk.profiles import OUTPUTS, Asked
from newsdesk.domain.revision import Author
from newsdesk.errors import StoppedError
from newsdesk.preferences import Preferences
from newsdesk.ui.words import tr


class Run(QObject):
    """Tells how far it is, and at the end what was written."""

    progressed = Signal(int, int)  # files written, files in all
    finished = Signal(object)  # list[Exported]
    failed = Signal(object)  # NewsdeskError

    def __init__(self, asked: Asked, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked, self._preferences = asked, preferences
        self._todo = list(asked.profile.formats)
        self._done: list[Exported] = []
        self._is_stopped = False

    def start(self, live: LiveDesk, beside: LiveDesk) -> None:
        """Begin once everything that was typed is stored."""
        self._beside = beside
        live.ask(lambda desk: desk.author, then=self._begin, failed=self.failed.emit)

    def stop(self) -> None:
        """What is written already stays; nothing more is."""
        self._is_stopped = True

    def _begin(self, author: Author) -> None:
        self._author = author
        self._next()

    def _next(self) -> None:
        all_of_them = len(self.asked.profile.formats)
        self.progressed.emit(all_of_them - len(self._todo), all_of_them)
        if not self._todo:
            self.finished.emit(self._done)
            return
        to = self._todo.pop(0)
        self._beside.ask(lambda desk: self._export(desk, to), then=self._note, failed=self.failed.emit)

    def _note(self, exported: Exported) -> None:
        self._done.append(exported)
        self._next()

    def _export(self, desk: Desk, to: str) -> Exported:
        """On the other desk's thread."""
        self._go_on()
        desk.author = self._author
        asked, blog = self.asked, desk.store.blog(self.asked.blog)
        options = profiles.options_of(asked, blog, self._preferences, desk.now())
        cut = profiles.cut_asked(desk, blog, asked, self._preferences.zones)
        return export(desk, blog, to, path_of(asked, to), options, cut=cut, go_on=self._go_on)

    def _go_on(self) -> None:
        if self._is_stopped:
            written = len(self._done)
            some = tr("The export was stopped; {0} files were written before.").format(written)
            raise StoppedError(some if written else tr("The export was stopped; nothing was written."))


def path_of(asked: Asked, to: str) -> Path:
    """Where one format goes: a single one under the name that was typed for it."""
    profile = asked.profile
    is_named = len(profile.formats) == 1 and bool(Path(profile.name).suffix)
    return Path(profile.folder) / (profile.name if is_named else bare(profile.name) + OUTPUTS[to].extension)


def bare(name: str) -> str:
    """A file's name without an ending of ours."""
    endings = sorted((output.extension for output in OUTPUTS.values()), key=len, reverse=True)
    return next((name.removesuffix(ending) for ending in endings if name.endswith(ending)), name)


def placed(asked: Asked, chosen: Path, *, is_file: bool) -> Asked:
    """The same export into a folder, or as one file of a name that was typed."""
    if not is_file:
        return replace(asked, profile=replace(asked.profile, folder=str(chosen)))
    return replace(asked, profile=replace(asked.profile, folder=str(chosen.parent), name=chosen.name))
