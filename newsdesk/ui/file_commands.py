"""Blogs and files: new, in and out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.blog import Blog
from newsdesk.errors import NewsdeskError
from newsdesk.preferences import Preferences
from newsdesk.ui import filing, resources
from newsdesk.ui.body_editor.incoming import are_pictures
from newsdesk.ui.held_keys import HeldKeys
from newsdesk.ui.importing import Importing
from newsdesk.ui.messages import Choice, Messages
from newsdesk.ui.panes import Panes
from newsdesk.ui.settings import Settings
from newsdesk.ui.words import entries, tr

if TYPE_CHECKING:  # formats and the store's library are loaded when a file is read or written, not before
    from newsdesk.desk.exporting import Exported
    from newsdesk.desk.importing import Imported

_ENDINGS = {"text": "txt", "html": "html"}


class FileCommands(QObject):
    """One method an action; files are read and written on the desk's thread."""

    def __init__(
        self, live: LiveDesk, panes: Panes, messages: Messages, settings: Settings
    ) -> None:
        super().__init__(panes.entry)
        self._live, self._blogs, self._pane = live, panes.blogs, panes.entry
        self._bars, self._toast = messages
        self._settings = settings
        self._keys = HeldKeys(self)
        self.importing = Importing(
            live, panes, self._toast, self._show_imported, lambda path, error: self._refuse(f"import {path}", error),
        )  # fmt: skip
        self._folder = ""  # from which was imported last

    def new_blog(self) -> None:
        """A new blog, its headline ready to be typed."""
        self._pane.flush()
        self._keys.hold()
        self._live.ask(writing.new_blog, then=self._name, failed=self._give_up)

    def rename_blog(self) -> None:
        self._blogs.rename()

    def import_files(self) -> None:
        from newsdesk.formats.inputs import ENDINGS

        kinds = f"{tr('Live blogs')} ({' '.join(f'*{ending}' for ending in ENDINGS)});;{tr('All files')} (*)"
        start = self._folder or str(filing.documents())
        only_names = QFileDialog.Option.HideNameFilterDetails
        names, _ = QFileDialog.getOpenFileNames(
            self._window(), tr("Import live blogs"), start, kinds, options=only_names
        )
        self.import_paths([Path(name) for name in names])

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Show what these files hold, and import them; what cannot be read is said in a bar.

        Images are no blogs: dropped beside the text of an entry they are meant for it.
        """
        self._pane.flush()
        if are_pictures(paths) and self._pane.entry is not None:
            self._pane.body.take_files(paths)
        elif paths:
            self._folder = str(paths[-1].parent)
            self.importing.ask(paths)

    def open_sample(self) -> None:
        """The sample blog, to look round in."""
        self.importing.at_once([resources.folder() / "sample.txt"])

    def export_text(self) -> None:
        self._export("text", tr("Export as text"), f"{tr('Live-blog text')} (*.txt)")

    def export_html(self) -> None:
        self._export("html", tr("Export as HTML"), f"{tr('Web page')} (*.html)")

    def _name(self, blog: Blog) -> None:
        self._blogs.choose(blog.id)
        self._blogs.rename()
        self._keys.release(into_focus=True)

    def _give_up(self, error: NewsdeskError) -> None:
        self._keys.release()
        self._bars.say("new blog", error.sentence)

    def _show_imported(self, imported: "Imported") -> None:
        self._blogs.choose(imported.blog.id)
        name = imported.blog.headline or tr("a blog without a headline")
        if imported.is_new:
            told = tr("Imported “{0}”, {1}").format(name, entries(imported.entries))
            self._toast.say_done(told)
        else:
            told = tr("“{0}” is here already; nothing was added")
            if imported.differing:
                told = tr("“{0}” is here already and says something else than the file; nothing was changed")
            self._toast.say(told.format(name))

    def _export(self, to: str, title: str, kinds: str) -> None:
        self._pane.flush()
        blog = self._blogs.current
        if blog is None:
            self._toast.say(tr("There is no blog to export yet"))
            return
        if not self._blogs.model.finished(blog.id):
            self._toast.say(tr("There is nothing to export yet: no entry is ready"))
            return
        start = filing.suggestion(blog, self._settings.value, f".{_ENDINGS[to]}")
        chosen, _ = QFileDialog.getSaveFileName(self._window(), title, start, kinds)
        if chosen:
            self.export_to(to, Path(chosen))

    def export_to(self, to: str, path: Path) -> None:
        """Export the open blog into a file."""
        if (open_blog := self._blogs.current) is None:
            return
        id, preferences = open_blog.id, self._settings.value
        filing.remember(id, path, self._settings)
        self._live.ask(
            lambda desk: _export(desk, id, to, path, preferences),
            then=self._show_exported,
            failed=lambda error: self._refuse("export", error),
        )

    def _show_exported(self, exported: "Exported") -> None:
        self._bars.clear("export")
        path = exported.path
        if path is None:
            return
        told = " ".join([tr("Exported “{0}”.").format(path.name), *exported.notices])
        url = QUrl.fromLocalFile(str(path))
        self._toast.say(told, Choice(tr("Open"), lambda: QDesktopServices.openUrl(url)))

    def _refuse(self, key: str, error: NewsdeskError) -> None:
        self._bars.say(key, error.sentence)

    def _window(self) -> QWidget:
        return self._blogs.window()


def _export(desk: Desk, blog: str, to: str, path: Path, preferences: Preferences) -> "Exported":
    from newsdesk.desk.exporting import export
    from newsdesk.desk.profiles import options_as_usual

    return export(desk, desk.store.blog(blog), to, path, options_as_usual(preferences))
