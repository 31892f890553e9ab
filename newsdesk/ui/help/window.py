"""The window in which the guide is read: chapters, a line to search in, the text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui import look, resources
from newsdesk.ui.controls import Ground, ThinScrollBar
from newsdesk.ui.fields import Field, note
from newsdesk.ui.help import guide
from newsdesk.ui.messages import announce
from newsdesk.ui.words import tr

_MARGIN = 4 * look.GRID


class HelpWindow(QWidget):
    """Esc closes it; it can stay open while one works."""

    def __init__(self, page: Callable[[look.Colours], str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._page = page
        self.setWindowTitle(tr("User guide"))
        self.chapters = _chapters()
        self.words = Field(tr("Search the guide"), tr("Search the guide"))
        self.said = note("")
        self.text = _Text()
        self._lay_out()
        self.chapters.currentItemChanged.connect(self._open_chapter)
        self.words.line.textEdited.connect(lambda _: self._search(from_start=True))
        self.words.line.returnPressed.connect(lambda: self._search(from_start=False))
        self._write()

    def open_at(self, chapter: str) -> None:
        """Come to the front, at a chapter."""
        self.show()
        self.raise_()
        self.activateWindow()
        row = next(row for row, known in enumerate(guide.chapters(guide.text())) if known.id == chapter)
        self.chapters.setCurrentRow(row)
        self.text.show_chapter(chapter)
        self.text.setFocus()

    def _lay_out(self) -> None:
        side = Ground("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 2 * look.GRID, 0, 0)
        column.setSpacing(look.GRID)
        above = QVBoxLayout()
        above.setContentsMargins(2 * look.GRID, 0, 2 * look.GRID, 0)
        above.addWidget(self.words)
        above.addWidget(self.said)
        column.addLayout(above)
        column.addWidget(self.chapters, 1)
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(side)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([240, 720])
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(split)
        self.resize(960, 720)

    def _write(self) -> None:
        self.text.setHtml(self._page(look.colours(self.palette())))

    def _open_chapter(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.show_chapter(item.data(Qt.ItemDataRole.UserRole))

    def _search(self, *, from_start: bool) -> None:
        """Go to the next place of the words, and mark all."""
        words = self.words.text
        if from_start:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        count = self.text.mark(words)
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words)
        found = tr("1 found") if count == 1 else tr("{0} found").format(count)
        self.said.setText((found if count else tr("Not found")) if words else "")
        announce(self.words.line, self.said.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class _Text(QTextBrowser):
    """The text at a comfortable measure. It opens nothing outside the guide."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(tr("User guide"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.document().setDocumentMargin(_MARGIN)

    def show_chapter(self, id: str) -> None:
        """With some room above its title."""
        self.scrollToAnchor(id)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - 2 * look.GRID)

    def mark(self, words: str) -> int:
        """Mark all places of some words; returns how many there are."""
        format = QTextCharFormat()
        format.setBackground(look.colours(self.palette()).chosen)
        marks = []
        cursor = self.document().find(words) if words else QTextCursor()
        while not cursor.isNull():
            marked = QTextEdit.ExtraSelection()
            marked.cursor, marked.format = cursor, format
            marks.append(marked)
            cursor = self.document().find(words, cursor)
        self.setExtraSelections(marks)
        return len(marks)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Only the pictures of the guide."""
        address = name.toString() if isinstance(name, QUrl) else name
        file = (resources.folder() / "help" / address).resolve()
        if kind == QTextDocument.ResourceType.ImageResource.value and file.parent.name == "pictures" and file.is_file():
            return self._picture(str(file))
        return None

    def _picture(self, file: str) -> object:
        return QImage(file).scaledToWidth(640, Qt.TransformationMode.SmoothTransformation)


class _Delegate(QStyledItemDelegate):
    """A chapter's title on the ground of the window's own lists."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + 2 * look.GRID)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        c = look.colours(option.palette)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            has_keys = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush((c.chosen if has_keys else c.line) if is_chosen else c.resting)
            painter.drawRoundedRect(option.rect.adjusted(look.GRID, 1, -look.GRID, -1), 6, 6)
        painter.setPen(c.ink)
        inner = option.rect.adjusted(2 * look.GRID, 0, -2 * look.GRID, 0)
        shown = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)


def _chapters() -> QListWidget:
    listed = QListWidget()
    listed.setFrameShape(QFrame.Shape.NoFrame)
    listed.setAccessibleName(tr("Chapters"))
    listed.setItemDelegate(_Delegate(listed))
    listed.setMouseTracking(True)
    listed.viewport().setAutoFillBackground(False)
    for chapter in guide.chapters(guide.text()):
        item = QListWidgetItem(tr(chapter.title))
        item.setData(Qt.ItemDataRole.UserRole, chapter.id)
        listed.addItem(item)
    return listed
