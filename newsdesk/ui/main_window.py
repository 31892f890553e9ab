"""The window: three panes side by side, what there is to say above and below them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from newsdesk.desk.listing import Glimpse
from newsdesk.desk.live import LiveDesk
from newsdesk.desk.opening import First, Glance
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.errors import NewsdeskError
from newsdesk.ui import look, words
from newsdesk.ui.blog_list.pane import BlogListPane
from newsdesk.ui.controls import Ground, IconButton, Line
from newsdesk.ui.dropping import paths_in
from newsdesk.ui.entry_list.pane import EntryListPane
from newsdesk.ui.menus import Menu
from newsdesk.ui.messages import Bars, Choice, Toast
from newsdesk.ui.settings import Settings
from newsdesk.ui.signals import DeskSignals
from newsdesk.ui.typed_time import TimeReader
from newsdesk.ui.words import tr

if TYPE_CHECKING:  # what `furnish` puts in is loaded when it is put in
    from newsdesk.ui.desk_work import DeskWork
    from newsdesk.ui.drafting import Drafting
    from newsdesk.ui.drop_welcome import DropWelcome
    from newsdesk.ui.empty_states import EmptyStates
    from newsdesk.ui.entry_commands import EntryCommands
    from newsdesk.ui.entry_pane.pane import EntryPane
    from newsdesk.ui.file_commands import FileCommands
    from newsdesk.ui.saving import Saving
    from newsdesk.ui.undoing import Undoing

_NARROWEST = (144, 240, 300)  # pixels of the three panes; they fit a screen of 1440 at twice the size
_COMFORTABLE = 480  # pixels of the entry before the other panes take more room again


class MainWindow(QMainWindow):
    """Lays out and connects; decides nothing."""

    first_painted = Signal()
    gone = Signal()  # it was closed for good
    pane: "EntryPane"
    undoing: "Undoing"
    saving: "Saving"
    files: "FileCommands"
    editing: "EntryCommands"
    desk_work: "DeskWork"
    drafting: "Drafting"
    drop_welcome: "DropWelcome"
    empty: "EmptyStates"
    actions_by_id: Mapping[str, QAction]

    def __init__(
        self,
        live: LiveDesk,
        signals: DeskSignals,
        reader: TimeReader,
        settings: Settings | None = None,
        *,
        is_furnished: bool = True,
    ) -> None:
        super().__init__()
        self.live, self.signals, self.reader = live, signals, reader
        self.settings = settings or Settings(keep=lambda _: None)
        self.is_furnished = False
        self._may_close = True  # while there is nothing to type into
        self._is_refused = False
        self._is_given = False  # the entries of the blog that is chosen are at hand
        self.new_blog, self.new_entry = IconButton("plus", tr("New blog")), IconButton("plus", tr("New entry"))
        self.blogs = BlogListPane(live, signals, self.new_blog)
        self.entries = EntryListPane(live, signals, self.new_entry)
        self.bars = Bars()
        self.status = StatusLine()
        self._lay_out()
        self.toast = Toast(self._centre, self._room_for_toast)
        self.blogs.chosen.connect(self._open_blog)
        self.blogs.model.dataChanged.connect(self._show_names)
        self.status.painted.connect(self.first_painted)
        signals.failed.connect(self._say_failure)
        self.setAcceptDrops(True)
        if is_furnished:
            self.furnish()

    def furnish(self) -> None:
        """Put in what the first picture can do without: the entry's pane and all that can be done.

        It is most of the program, so it is loaded when blogs and entries stand on the screen already.
        """
        from newsdesk.ui.furnishing import furnish

        furnish(self)
        self.is_furnished = True
        self._may_close = False

    def put_in(self, pane: QWidget) -> None:
        """Put the entry's pane into its place."""
        sizes = self.splitter.sizes()
        pane.setMinimumWidth(_NARROWEST[2])
        if (placeholder := self.splitter.replaceWidget(2, pane)) is not None:
            placeholder.deleteLater()
        self.splitter.setStretchFactor(2, 1)
        self.splitter.setSizes(sizes)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane, least in zip((self.blogs, self.entries, Ground("page")), _NARROWEST, strict=True):
            pane.setMinimumWidth(least)
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(2, 1)
        self.set_widths([232, 368, 760])
        self.splitter.splitterMoved.connect(self._note_widths)
        self._centre = Ground("line")
        column = QVBoxLayout(self._centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.status)
        self.setCentralWidget(self._centre)
        self.menus = {menu: QMenu(tr(menu.value), self) for menu in Menu}
        for menu in self.menus.values():
            self.menuBar().addMenu(menu)

    def _room_for_toast(self) -> QRect:
        """Beneath the blogs and the entries: not over what is being written."""
        shown = [pane for pane in (self.blogs, self.entries) if pane.isVisible()]
        left = min((pane.x() for pane in shown), default=0)
        return QRect(left, 0, sum(pane.width() for pane in shown), self.splitter.height())

    def set_widths(self, sizes: Sequence[int]) -> None:
        """Give the panes their widths; blogs and entries keep them where there is room."""
        self._wanted = [*sizes[:2]]
        self.splitter.setSizes(sizes)

    def _note_widths(self) -> None:
        self._wanted = self.splitter.sizes()[:2]

    def _widen_again(self) -> None:
        """A pane that a narrow window had squeezed gets its width back from the entry, as far as that can spare it."""
        sizes = self.splitter.sizes()
        for pane, wanted in enumerate(self._wanted):
            more = min(wanted - sizes[pane], sizes[2] - _COMFORTABLE)
            if sizes[pane] and more > 0:
                sizes[pane] += more
                sizes[2] -= more
        if sizes != self.splitter.sizes():
            self.splitter.setSizes(sizes)

    def show_glance(self, seen: Glance, counts: Mapping[str, Mapping[str, int]], entry: str, top: int) -> None:
        """Show what is known before the store can be read."""
        self._is_given = True
        self.blogs.show_read(seen.blogs, counts)
        self.blogs.choose(seen.blog.id)
        self._is_given = False
        glimpse = Glimpse(seen.count, seen.first, seen.entries)
        self.entries.glimpse(seen.blog, glimpse, seen.entries, entry, top)

    def show_first(self, first: First) -> None:
        """Show what was read first, around what a glance has shown already."""
        glanced = self.entries.model.blog
        self._is_given = True
        self.blogs.show_read(first.blogs, first.counts)
        if first.blog is not None and glanced is None:
            self.blogs.choose(first.blog.id)
        self._is_given = False
        current = self.blogs.current
        if first.blog is None or first.opened is None or current is None or current.id != first.blog.id:
            self.entries.open(current)
        elif glanced is None:
            self.entries.show_read(first.blog, first.opened)
        else:
            self.entries.fill_in(first.blog, first.opened)
        self._show_names()

    def _open_blog(self, blog: Blog | None) -> None:
        if not self._is_given:
            if self.is_furnished:
                self.pane.flush()
            self.entries.open(blog)
        self._show_names()

    def _show_names(self) -> None:
        blog = self.blogs.current
        self.entries.standfirst.show_blog(blog)
        if blog is None:
            self.entries.header.title.set_text(tr("Entries"))
            self.entries.header.subtitle.set_text("")
            self.setWindowTitle("Newsdesk")
            return
        self.reader.zone = blog.zone
        name = blog.headline or tr("Untitled blog")
        self.entries.header.title.set_text(name)
        self.entries.header.subtitle.set_text(self.blogs.model.summary(self.blogs.view.currentIndex().row()))
        drafts = self.blogs.model.drafts(blog.id)
        self.setWindowTitle(" — ".join([name, *([words.drafts(drafts)] if drafts else []), "Newsdesk"]))

    def say_what_is_empty(self) -> None:
        focus, blog = self.focusWidget(), self.entries.model.blog
        has_keys = focus is not None and self.pane.empty.isAncestorOf(focus)
        self.empty.say(self.blogs.model.rowCount(), blog)
        if has_keys and blog is not None:
            self.entries.place.setFocus()

    def take_time(self, entry: Entry, text: str) -> None:
        try:
            time = self.reader.read(text, entry.time, entry.created)
        except NewsdeskError as error:
            self.toast.say(error.sentence)
        else:
            self.editing.change_time(entry, time)

    def _say_failure(self, error: NewsdeskError) -> None:
        self.bars.say("desk", error.sentence)

    def say_crash(self, report: Path) -> None:
        """Something in the program is wrong; it goes on."""
        self.bars.say(
            "crash",
            tr("Something went wrong in Newsdesk itself. What you wrote is kept. A report is in “{0}”.").format(report),
        )

    def say_refused(self, error: NewsdeskError, try_again: Callable[[], object]) -> None:
        """The store cannot be opened; the window stays, with a way out."""
        self._is_refused = True

        def again() -> None:
            self._is_refused = False
            self.bars.clear("store")
            try_again()

        choices = (Choice(tr("Try again"), again), Choice(tr("Quit"), self.close))
        self.bars.say("store", error.sentence, *choices, is_lasting=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files.import_paths(paths_in(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() > event.oldSize().width():
            QTimer.singleShot(0, self, self._widen_again)  # once the panes have their share

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything typed has been answered by the store."""
        if self._may_close or self._is_refused:
            event.accept()
            self.gone.emit()
            return
        event.ignore()
        self.pane.flush()
        self.live.ask(lambda _: None, then=lambda _: self._close_if_stored())

    def _close_if_stored(self) -> None:
        if self.saving.may_close():
            self._may_close = True
            self.close()


class StatusLine(Ground):
    """The foot of the window: when the last words were stored. It tells when the first picture stands."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__("side", line="top")
        self._was_painted = False
        self.saved = Line(is_dim=True)
        self.setMinimumHeight(3 * look.GRID + 4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        across = QHBoxLayout(self)
        across.setContentsMargins(2 * look.GRID, 0, 2 * look.GRID, 0)
        self.counts = Line(is_dim=True)
        self.spelling = Line(is_dim=True)  # what there is to say of the dictionary
        across.addWidget(self.counts)
        across.addStretch(1)
        across.addWidget(self.spelling)
        across.addSpacing(2 * look.GRID)
        across.addWidget(self.saved)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)  # set from within the first picture, so it comes after it
