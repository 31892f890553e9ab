"""What stands on the record: history, the ledger, releases."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from newsdesk.desk import history
from newsdesk.desk.viewing import Filter
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.revision import Done
from newsdesk.errors import NewsdeskError
from newsdesk.preferences import theme_folders
from newsdesk.ui import filing
from newsdesk.ui.messages import Choice
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

if TYPE_CHECKING:  # what opens over the window is loaded when it is first wanted
    from newsdesk.desk.desk import Desk
    from newsdesk.desk.exporting import Exported
    from newsdesk.domain.ledger import Line
    from newsdesk.domain.release import Release
    from newsdesk.ui.history.sheet import HistorySheet
    from newsdesk.ui.ledger.sheet import LedgerSheet
    from newsdesk.ui.releases.sheet import ReleasesSheet

_ENDINGS = {"csv": "csv", "json": "json", "text": "txt"}


class RecordCommands(QObject):
    """One method an action; each sheet is made when it is first wanted."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around, self._live = around, around.live
        self._blogs, self._entries, self._pane = around.panes
        self._bars, self._toast = around.messages

    def history(self) -> None:
        """Of the entry on the screen, and of its blog."""
        if (blog := self._open_blog()) is not None:
            self._history.ask(blog, self._pane.entry)

    def ledger(self) -> None:
        """All acts on the record of the blog."""
        if (blog := self._open_blog()) is not None:
            id = blog.id
            self._live.ask(lambda desk: _ledger(desk, id), then=self._ledger.ask)

    def releases(self) -> None:
        """All exports of the blog."""
        if (blog := self._open_blog()) is not None:
            id = blog.id
            self._live.ask(lambda desk: _releases(desk, id), then=lambda told: self._releases.ask(*told))

    @cached_property
    def _history(self) -> "HistorySheet":
        from newsdesk.ui.history.sheet import HistorySheet

        sheet = HistorySheet(sheet_parent(self._pane), self._live)
        sheet.restored.connect(self._restore)
        self._around.signals.edited.connect(sheet.look_again)
        return sheet

    @cached_property
    def _ledger(self) -> "LedgerSheet":
        from newsdesk.ui.ledger.sheet import LedgerSheet

        sheet = LedgerSheet(sheet_parent(self._pane))
        sheet.opened.connect(self._go_to)
        sheet.export_wanted.connect(self._ask_where)
        return sheet

    @cached_property
    def _releases(self) -> "ReleasesSheet":
        from newsdesk.ui.releases.sheet import ReleasesSheet

        sheet = ReleasesSheet(sheet_parent(self._pane))
        sheet.again_wanted.connect(self._ask_where_again)
        sheet.changed_wanted.connect(self._show_changed)
        return sheet

    def _open_blog(self) -> Blog | None:
        self._pane.flush()
        if self._blogs.current is None:
            self._toast.say(tr("There is no blog yet"))
        return self._blogs.current

    def _go_to(self, line: "Line") -> None:
        if not self._entries.go_to(line.entry):
            self._toast.say(tr("This entry is not in the blog any more"))
        self._entries.view.setFocus()

    def _show_changed(self) -> None:
        """Only the entries that are not as they were released."""
        self._entries.filter.narrow(Filter(is_changed=True))
        self._entries.view.setFocus()

    def _ask_where(self, lines: "Sequence[Line]", form: str) -> None:
        if (blog := self._blogs.current) is None:
            return
        start = filing.suggestion(blog, self._around.settings.value, f"-ledger.{_ENDINGS[form]}")
        chosen, _ = QFileDialog.getSaveFileName(self._pane.window(), tr("Export the ledger"), start)
        if chosen:
            filing.remember(blog.id, Path(chosen), self._around.settings)
            self.export_ledger(lines, form, Path(chosen))

    def export_ledger(self, lines: "Sequence[Line]", form: str, path: Path) -> None:
        """Write lines of the ledger into a file."""
        self._live.ask(
            lambda desk: _write_ledger(desk, lines, form, path),
            then=lambda _: self._say_written(path), failed=self._refuse,
        )

    def _ask_where_again(self, release: "Release") -> None:
        start = filing.folder(release.blog, self._around.settings.value) / release.file
        chosen, _ = QFileDialog.getSaveFileName(self._pane.window(), tr("Export again"), str(start))
        if chosen:
            filing.remember(release.blog, Path(chosen), self._around.settings)
            self.make_again(release, Path(chosen))

    def make_again(self, release: "Release", path: Path) -> None:
        """Write the same bytes as a release had."""
        folders = theme_folders(self._around.settings.value)
        self._live.ask(
            lambda desk: _export_again(desk, release, path, folders),
            then=lambda done: self._say_written(path, *done.notices), failed=self._refuse,
        )

    def _say_written(self, path: Path, *notices: str) -> None:
        self._bars.clear("record")
        url = QUrl.fromLocalFile(str(path))
        told = " ".join([tr("Exported “{0}”.").format(path.name), *notices])
        self._toast.say(told, Choice(tr("Open"), lambda: QDesktopServices.openUrl(url)))

    def _refuse(self, error: NewsdeskError) -> None:
        self._bars.say("record", error.sentence)

    def _restore(self, version: Value) -> None:
        self._pane.flush()
        self._live.ask(lambda desk: history.restore(desk, version), then=self._say_restored)

    def _say_restored(self, done: Done | None) -> None:
        if done is None:
            self._toast.say(tr("It is so already"))
        else:
            self._toast.say_done(tr("Restored the earlier version"))


def _ledger(desk: "Desk", blog: str) -> "list[Line]":
    from newsdesk.desk.ledger import ledger

    return ledger(desk, blog)


def _write_ledger(desk: "Desk", lines: "Sequence[Line]", form: str, path: Path) -> None:
    from newsdesk.desk import files, ledger

    files.write(path, ledger.FORMS[form](lines), never=desk.store.path)


def _releases(desk: "Desk", blog: str) -> "tuple[list[Release], int, frozenset[str]]":
    from newsdesk.desk.standings import changed_head, changed_since_release

    releases = desk.store.past.releases(blog)
    return releases, len(changed_since_release(desk, blog)) if releases else 0, changed_head(desk, blog)


def _export_again(desk: "Desk", release: "Release", path: Path, folders: Sequence[Path]) -> "Exported":
    from newsdesk.desk.exporting import export_again

    return export_again(desk, release, path, theme_folders=folders)
