"""Sending out: the export sheet, the same once more, the preview, and the page in a browser."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QMimeData, QObject, QTemporaryDir, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.blog import Blog
from newsdesk.errors import NewsdeskError, StoppedError
from newsdesk.preferences import theme_folders
from newsdesk.ui import filing
from newsdesk.ui.messages import Choice
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

if TYPE_CHECKING:  # formats and the store's library are loaded when something is sent, not before
    from newsdesk.desk.exporting import Exported
    from newsdesk.desk.profiles import Asked
    from newsdesk.ui.exporting.running import Run
    from newsdesk.ui.exporting.sheet import ExportSheet

_PATIENCE = 500  # milliseconds until it is said that an export takes its time


class SendingCommands(QObject):
    """One method an action. Long reading is done at desks beside: no edit waits for it, and no export for a look."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around, self._live, self._settings = around, around.live, around.settings
        self._blogs, self._entries, self._pane = around.panes
        self._toast, self._bars = around.messages.toast, around.messages.bars
        self._actions: Mapping[str, QAction] = {}
        self._run: Run | None = None
        self._looks = 0  # only the last one asked for is shown

    def know(self, by_id: Mapping[str, QAction]) -> None:
        self._actions = by_id

    def export_blog(self) -> None:
        """Open the sheet for the blog that is open."""
        blog = self._open_blog()
        if blog is None:
            return
        from newsdesk.desk.previewing import weighed
        from newsdesk.desk.profiles import profile_of

        preferences = self._settings.value
        selection = self._entries.view.selected_ids()
        profile = profile_of(blog, preferences)
        several = selection if len(selection) > 1 else []
        self.sheet.ask(blog, profile, several, only_published=preferences.published_only)
        self._looker.ask(lambda desk: desk.store.past.releases(blog.id), then=self.sheet.show_releases)
        self._looker.ask(lambda desk: weighed(desk, blog.id, preferences), then=self.sheet.show_findings)

    def repeat_export(self) -> None:
        """The same once more, to the same place; the first time the sheet asks."""
        blog = self._open_blog()
        if blog is None:
            return
        from newsdesk.desk.profiles import Asked, profile_of

        profile = profile_of(blog, self._settings.value)
        if profile.folder and Path(profile.folder).is_dir():
            self._start(Asked(blog=blog.id, profile=profile))
        else:
            self.export_blog()

    def copy_theme(self) -> None:
        """A copy of the theme that this blog goes out in, to be changed; from now on the blog goes out in the copy."""
        blog = self._open_blog()
        if blog is not None:
            from newsdesk.desk.profiles import profile_of, to_plain

            profile = profile_of(blog, self._settings.value)
            if copy := self._copied(profile.theme):
                chosen = to_plain(replace(profile, theme=copy.name))
                self._settings.change(exports={**self._settings.value.exports, blog.id: chosen})
                said = tr("The theme is in “{0}”; this blog goes out in it").format(copy)
                self._toast.say(said, Choice(tr("Show"), lambda: _open(copy)))

    def open_in_browser(self) -> None:
        """The true page of the blog, in its theme."""
        if (blog := self._open_blog()) is not None:
            from newsdesk.desk.profiles import Asked, profile_of

            self._browse(Asked(blog=blog.id, profile=profile_of(blog, self._settings.value)))

    @cached_property
    def sheet(self) -> "ExportSheet":
        from newsdesk.ui.exporting.sheet import Deeds, ExportSheet

        deeds = Deeds(
            look=self._look, export=self._export, stop=self._stop, copy=self.copy_export, browse=self._browse,
            preflight=self._actions["preflight"].trigger, open=_open,
            show_in_folder=lambda path: _open(path.parent), copy_theme=self._copy_theme, themes=self._themes,
        )
        return ExportSheet(sheet_parent(self._pane), deeds)

    def _copy_theme(self, name: str) -> None:
        """In the sheet, the one that is chosen there."""
        if copy := self._copied(name):
            self.sheet.take_theme(copy.name, tr("The theme is in “{0}”; change its files as you like.").format(copy))
            _open(copy)

    def _copied(self, name: str) -> Path | None:
        from newsdesk.desk.theming import copy_theme

        try:
            return copy_theme(name, theme_folders(self._settings.value))
        except NewsdeskError as error:
            self._fail(error)
        return None

    def _themes(self) -> list[str]:
        from newsdesk.desk.profiles import theme_names

        return theme_names(theme_folders(self._settings.value))

    @cached_property
    def _beside(self) -> LiveDesk:
        return _started(self._live.beside())

    @cached_property
    def _looker(self) -> LiveDesk:
        return _started(self._live.beside())

    def _open_blog(self) -> Blog | None:
        self._pane.flush()
        if self._blogs.current is None:
            self._toast.say(tr("There is no blog to export yet"))
        return self._blogs.current

    def _look(self, asked: "Asked", to: str) -> None:
        from newsdesk.desk.previewing import Seen, look_at

        preferences = self._settings.value
        self._looks += 1
        number = self._looks

        def go_on() -> None:
            if number != self._looks:
                raise StoppedError("")  # nobody hears it

        def read(desk: Desk) -> Seen:
            go_on()
            return look_at(desk, asked, to, preferences, go_on)

        def show(seen: Seen) -> None:
            if number == self._looks:
                self.sheet.show_seen(seen)

        def refuse(error: NewsdeskError) -> None:
            if number == self._looks:
                self.sheet.refuse(error)

        self._looker.ask(read, then=show, failed=refuse)

    def _export(self, asked: "Asked") -> None:
        from newsdesk.ui.exporting.running import placed

        is_file = len(asked.profile.formats) == 1
        chosen = self._ask_file(asked) if is_file else self._ask_folder(asked)
        if chosen:
            self._start(placed(asked, Path(chosen), is_file=is_file))

    def _ask_file(self, asked: "Asked") -> str:
        from newsdesk.desk.profiles import OUTPUTS
        from newsdesk.ui.exporting.running import bare

        output = OUTPUTS[asked.profile.formats[0]]
        start = filing.folder(asked.blog, self._settings.value) / (bare(asked.profile.name) + output.extension)
        kinds = f"{tr(output.label)} (*{output.extension})"
        chosen, _ = QFileDialog.getSaveFileName(self._pane.window(), tr("Export"), str(start), kinds)
        return chosen

    def _ask_folder(self, asked: "Asked") -> str:
        start = str(filing.folder(asked.blog, self._settings.value))
        return QFileDialog.getExistingDirectory(self._pane.window(), tr("Export into a folder"), start)

    def _start(self, asked: "Asked") -> None:
        if self._run is not None:
            self._toast.say(tr("The export before is still being written"))
            return
        from newsdesk.desk.profiles import to_plain
        from newsdesk.ui.exporting.running import Run

        exports = {**self._settings.value.exports, asked.blog: to_plain(asked.profile)}
        self._settings.change(exports=exports)
        run = self._run = Run(asked, self._settings.value, self)
        run.finished.connect(self._end)
        run.failed.connect(self._fail)
        if self._is_asking:
            run.progressed.connect(self.sheet.progress)
            self.sheet.begin()
        else:
            QTimer.singleShot(_PATIENCE, self, lambda: self._say_waiting(run))
        run.start(self._live, self._beside)

    def _say_waiting(self, run: "Run") -> None:
        if self._run is run:
            self._toast.say(tr("Exporting…"), Choice(tr("Cancel"), run.stop))

    def _stop(self) -> None:
        if self._run is not None:
            self._run.stop()

    def _end(self, exported: "list[Exported]") -> None:
        self._run = None
        self._bars.clear("export")
        if self._is_asking:
            self.sheet.end(exported)
            return
        paths = [done.path for done in exported if done.path]
        names = ", ".join(f"“{path.name}”" for path in paths)
        notices = dict.fromkeys(notice for done in exported for notice in done.notices)
        told = " ".join([tr("Exported {0}.").format(names), *notices])
        target = paths[0] if len(paths) == 1 else paths[0].parent
        self._toast.say(told, Choice(tr("Open"), lambda: _open(target)))

    def _fail(self, error: NewsdeskError) -> None:
        self._run = None
        if self._is_asking:
            self.sheet.fail(error)
        elif isinstance(error, StoppedError):
            self._toast.say(error.sentence)
        else:
            self._bars.say("export", error.sentence)

    @property
    def _is_asking(self) -> bool:
        return "sheet" in self.__dict__ and self.sheet.isVisible()

    def copy_export(self, asked: "Asked", form: str) -> None:
        """Put what would go out on the clipboard: as "rich" text, "html" source or plain "text"."""
        from newsdesk.desk.previewing import clipping

        preferences = self._settings.value
        self._beside.ask(
            lambda desk: clipping(desk, asked, preferences),
            then=lambda made: self._put_on_clipboard(*made, form),
            failed=self._fail,
        )

    def _put_on_clipboard(self, html: str, text: str, form: str) -> None:
        mime = QMimeData()
        mime.setText(html if form == "html" else text)
        if form == "rich":
            mime.setHtml(html)
        QGuiApplication.clipboard().setMimeData(mime)
        told = {"rich": tr("Copied as rich text"), "html": tr("Copied as HTML"), "text": tr("Copied as text")}[form]
        self.sheet.say(told)

    def _browse(self, asked: "Asked") -> None:
        from newsdesk.desk.previewing import page_for_browser

        preferences = self._settings.value
        self._live.ask(lambda _: None, then=lambda _: self._beside.ask(
            lambda desk: page_for_browser(desk, asked, preferences), then=self._show_page, failed=self._fail,
        ))

    @cached_property
    def _private(self) -> QTemporaryDir:
        """A folder that nobody else may read; it goes when the window goes."""
        return QTemporaryDir(QDir(QDir.tempPath()).filePath("newsdesk-XXXXXX"))

    def _show_page(self, page: bytes) -> None:
        file = Path(self._private.filePath("preview.html"))
        try:
            file.write_bytes(page)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            self._bars.say("export", tr("The page could not be shown ({0}); nothing was changed.").format(reason))
        else:
            _open(file)


def _started(beside: LiveDesk) -> LiveDesk:
    beside.start()
    return beside


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
