"""The window: three panes side by side, what there is to say above and below them."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from newsdesk.desk.live import LiveDesk
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.errors import NewsdeskError
from newsdesk.ui import actions, look, words
from newsdesk.ui.actions import ACTIONS, Menu
from newsdesk.ui.blog_list.pane import BlogListPane
from newsdesk.ui.controls import Ground, IconButton, Line
from newsdesk.ui.empty_states import EmptyStates
from newsdesk.ui.entry_commands import EntryCommands
from newsdesk.ui.entry_list.pane import EntryListPane
from newsdesk.ui.entry_pane.pane import EntryPane
from newsdesk.ui.file_commands import FileCommands
from newsdesk.ui.messages import Bars, Toast
from newsdesk.ui.saving import Saving
from newsdesk.ui.signals import DeskSignals
from newsdesk.ui.typed_time import read_time
from newsdesk.ui.undoing import Undoing
from newsdesk.ui.view_commands import ViewCommands
from newsdesk.ui.words import tr


class MainWindow(QMainWindow):
    """Lays out and connects; decides nothing."""

    closing = Signal()

    def __init__(self, live: LiveDesk, signals: DeskSignals) -> None:
        super().__init__()
        self._live = live
        new_blog, new_entry = IconButton("plus", tr("New blog")), IconButton("plus", tr("New entry"))
        self.blogs = BlogListPane(live, signals, new_blog)
        self.entries = EntryListPane(live, signals, new_entry)
        self.pane = EntryPane(live, signals)
        self.bars = Bars()
        self.status = StatusLine()
        self._lay_out()
        self.toast = Toast(self.centralWidget())
        self.undoing = Undoing(live, signals, self.blogs, self.entries, self.pane, self.bars, self.toast)
        undo = self.undoing.undo
        self.saving = Saving(live, self.pane, self.bars, self.toast, self.status.saved.set_text)
        self.files = FileCommands(live, self.blogs, self.pane, self.bars, self.toast, undo)
        self.editing = EntryCommands(live, self.entries, self.pane, self.toast, undo)
        view = ViewCommands(self.blogs, self.entries, self.pane)
        rooms = (self.undoing, self.saving, self.files, self.editing, view)
        self.actions_by_id: Mapping[str, QAction] = actions.build(self, rooms)
        self._fill_menus()
        self.undoing.name(self.actions_by_id["undo"], self.actions_by_id["redo"])
        self.empty = EmptyStates(self.entries.empty, self.pane.empty, self.actions_by_id, self.files.open_sample)
        new_blog.clicked.connect(self.actions_by_id["new_blog"].trigger)
        new_entry.clicked.connect(self.actions_by_id["new_entry"].trigger)
        self._connect(signals)
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane, least in ((self.blogs, 160), (self.entries, 260), (self.pane, 320)):
            pane.setMinimumWidth(least)
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(2, 1)
        self.splitter.setSizes([232, 368, 760])
        centre = Ground("line")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.status)
        self.setCentralWidget(centre)

    def _fill_menus(self) -> None:
        menus = {menu: QMenu(tr(menu.value), self) for menu in Menu}
        for menu in menus.values():
            self.menuBar().addMenu(menu)
        for spec in ACTIONS:
            action = self.actions_by_id[spec.id]
            if spec.starts_group:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(action)
            (self.entries.view if spec.in_list else self).addAction(action)

    def _connect(self, signals: DeskSignals) -> None:
        self.blogs.chosen.connect(self._open_blog)
        self.entries.chosen.connect(self.pane.show_entry)
        self.entries.time_typed.connect(self._take_time)
        self.blogs.model.dataChanged.connect(self._show_names)
        self.blogs.files_dropped.connect(self.files.import_paths)
        self.entries.view.files_dropped.connect(self.files.import_paths)
        self.entries.model.shown.connect(self._say_what_is_empty)
        signals.failed.connect(self._say_failure)

    def open_blog(self, id: str, entry: str = "", top: int = 0) -> None:
        """Open a blog at an entry, with a row at the top of the list."""
        self._wanted = (entry, top)
        if not self.blogs.choose(id):
            self.blogs.choose_any()
        self._wanted = ("", 0)

    def _open_blog(self, blog: Blog | None) -> None:
        entry, top = getattr(self, "_wanted", ("", 0))
        self.pane.flush()
        self.entries.open(blog, entry, top)
        self._show_names()

    def _show_names(self) -> None:
        blog = self.blogs.current
        if blog is None:
            self.entries.header.title.set_text(tr("Entries"))
            self.entries.header.subtitle.set_text("")
            self.setWindowTitle("Newsdesk")
            return
        name = blog.headline or tr("Untitled blog")
        self.entries.header.title.set_text(name)
        self.entries.header.subtitle.set_text(self.blogs.model.summary(self.blogs.view.currentIndex().row()))
        self.setWindowTitle(f"{name} — Newsdesk")

    def _say_what_is_empty(self) -> None:
        self.empty.say(self.blogs.model.rowCount(), self.entries.model.blog)

    def _take_time(self, entry: Entry, text: str) -> None:
        time = read_time(text, entry.time)
        if time is None:
            self.toast.say(tr("“{0}” is not understood as a time; it stays {1}").format(text, entry.time))
        elif time != entry.time:
            self.editing.change_time(entry, time)

    def _say_failure(self, error: NewsdeskError) -> None:
        self.bars.say("desk", error.sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        if self.saving.may_close():
            event.accept()
        else:
            event.ignore()


class StatusLine(Ground):
    """The foot of the window: when the last words were stored."""

    def __init__(self) -> None:
        super().__init__("side")
        self.saved = Line(is_dim=True)
        self.setFixedHeight(3 * look.GRID + 4)
        across = QHBoxLayout(self)
        across.setContentsMargins(2 * look.GRID, 0, 2 * look.GRID, 0)
        across.addStretch(1)
        across.addWidget(self.saved)
