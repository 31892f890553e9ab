"""The left pane: the blogs, newest work first."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout

from newsdesk.desk.live import LiveDesk
from newsdesk.domain.blog import Blog
from newsdesk.ui import look
from newsdesk.ui.blog_list.delegate import BlogDelegate
from newsdesk.ui.blog_list.model import BlogModel
from newsdesk.ui.controls import Ground, IconButton, PaneHeader, ThinScrollBar, own_viewport
from newsdesk.ui.signals import DeskSignals
from newsdesk.ui.words import tr

if TYPE_CHECKING:
    from newsdesk.domain.revision import Done


class BlogListPane(Ground):
    """Says which blog is chosen; renames in place."""

    chosen = Signal(object)  # Blog | None

    def __init__(self, live: LiveDesk, signals: DeskSignals, new_blog: IconButton) -> None:
        super().__init__("side")
        self._live = live
        self.model = BlogModel(self)
        self.view = _View(self.model)
        self.header = PaneHeader("side", new_blog)
        self.header.title.set_text(tr("Blogs"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addSpacing(look.GRID // 2)
        column.addWidget(self.view)
        self._told = ""
        signals.edited.connect(self._follow)
        self.model.came_back.connect(self._count)
        self.view.selectionModel().currentChanged.connect(self._tell)

    @property
    def current(self) -> Blog | None:
        index = self.view.currentIndex()
        return self.model.blog(index.row()) if index.isValid() else None

    def show_read(self, blogs: Sequence[Blog], counts: Mapping[str, Mapping[str, int]]) -> None:
        """Show these blogs; the chosen one stays chosen."""
        told = self._told
        self.view.selectionModel().blockSignals(True)
        self.model.show(blogs, counts)
        self.view.selectionModel().blockSignals(False)
        if told and not self.choose(told):
            self.choose_any()

    def choose(self, id: str) -> bool:
        """Open the blog with an id; False if it is not on the desk."""
        row = self.model.row_of(id)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
        return row >= 0

    def choose_any(self) -> None:
        """Open the first blog, or none."""
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
        else:
            self._tell()

    def rename(self) -> None:
        """Edit the headline of the chosen blog in place."""
        if self.view.currentIndex().isValid():
            self.view.edit(self.view.currentIndex())

    def _count(self, id: str) -> None:
        """Read how many entries a blog has that came back from a shelf: nobody has counted them meanwhile."""
        self._live.ask(
            lambda desk: desk.store.counts().get(id, {}), then=lambda counts: self.model.set_counts(id, counts)
        )

    def _follow(self, done: "Done") -> None:
        self.model.follow(done)
        if self._told and self.model.row_of(self._told) < 0:
            self.choose_any()

    def _tell(self) -> None:
        blog = self.current
        id = blog.id if blog else ""
        if id != self._told:
            self._told = id
            self.chosen.emit(blog)


class _View(QListView):
    def __init__(self, model: BlogModel) -> None:
        super().__init__()
        self.setViewport(own_viewport())
        self.delegate = BlogDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Blogs"))
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_edit = event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_edit and self.state() is not QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
