"""A list of two-line rows with what was found marked in them: search, replacing, the trash."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.ui import look
from newsdesk.ui.controls import ThinScrollBar
from newsdesk.ui.rows_model import AnyIndex, RowsModel
from newsdesk.ui.type import isolated

Marks = Sequence[tuple[int, int]]
ITEM = Qt.ItemDataRole.UserRole
_FAR = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Item:
    """A row: what it is about, two lines with marks at places in them, and a word at the far end."""

    value: object
    upper: str
    lower: str = ""
    aside: str = ""
    upper_marks: Marks = field(default=())
    lower_marks: Marks = field(default=())

    @property
    def sentence(self) -> str:
        return ", ".join(filter(None, (self.upper, self.lower, self.aside)))


class ItemList(QListView):
    """Enter or a double click means the chosen rows."""

    meant = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = RowsModel(_told, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.doubleClicked.connect(lambda _: self.meant.emit())

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these rows, the first one chosen."""
        self.rows.show(items)
        if items:
            self.setCurrentIndex(self.rows.index(0))

    @property
    def chosen(self) -> list[Any]:
        """What the chosen rows are about, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.items[row].value for row in rows]

    def step(self, step: int) -> str:
        """Choose another row; returns what it says."""
        last = self.rows.rowCount() - 1
        if last < 0:
            return ""
        row = min(max(0, self.currentIndex().row() + step), last)
        self.setCurrentIndex(self.rows.index(row))
        item: Item = self.rows.items[row]
        return item.sentence

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.meant.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        lines = QFontMetrics(look.text(semibold=True)).height() + QFontMetrics(look.small()).height()
        return QSize(200, max(look.ROW, lines + 2 * look.GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        item: Item = index.data(ITEM)
        c = look.colours(option.palette)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, c.chosen)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, c.hover)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line)
        painter.setLayoutDirection(option.direction)
        upper, lower, aside = _places(option, item.aside)
        painter.setFont(look.small(tabular=True))
        painter.setPen(c.dim)
        painter.drawText(aside, _FAR, isolated(item.aside))
        painter.setPen(c.ink)
        draw_marked(painter, upper, look.text(semibold=True), item.upper, item.upper_marks)
        painter.setPen(c.dim)
        draw_marked(painter, lower, look.small(), item.lower, item.lower_marks)


def _places(option: QStyleOptionViewItem, aside: str) -> tuple[QRect, QRect, QRect]:
    heights = (QFontMetrics(look.text(semibold=True)).height(), QFontMetrics(look.small()).height())
    rect = option.rect.adjusted(3 * look.GRID, 0, -3 * look.GRID, 0)
    top = rect.top() + (rect.height() - sum(heights)) // 2
    far = QFontMetrics(look.small(tabular=True)).horizontalAdvance(aside) + 2 if aside else 0
    room = rect.width() - far - (2 * look.GRID if far else 0)
    places = (
        QRect(rect.left(), top, max(0, room), heights[0]),
        QRect(rect.left(), top + heights[0], rect.width(), heights[1]),
        QRect(rect.right() + 1 - far, top, far, heights[0]),
    )
    upper, lower, end = (QStyle.visualRect(option.direction, option.rect, place) for place in places)
    return upper, lower, end


def draw_marked(painter: QPainter, rect: QRect, font: QFont, text: str, marks: Marks) -> None:
    """One line of text, cut where there is no room, with some of it in the accent's colour and heavier."""
    shown = QFontMetrics(font).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width())
    layout = QTextLayout(shown, font)
    is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_range(text, start, end) for start, end in marks if start < len(shown)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    layout.draw(painter, QPointF(rect.topLeft()))


def _range(text: str, start: int, end: int) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start = units(text[:start])
    marked.length = units(text[start:end])
    look_of_it = QTextCharFormat()
    look_of_it.setFontWeight(QFont.Weight.Bold)
    look_of_it.setFontUnderline(True)
    marked.format = look_of_it
    return marked


def units(text: str) -> int:
    """How long Qt takes a text to be: in units of UTF-16."""
    return len(text) + sum(character > "\uffff" for character in text)


def _told(item: Item) -> dict[int, object]:
    return {ITEM: item, Qt.ItemDataRole.DisplayRole: item.upper, Qt.ItemDataRole.AccessibleTextRole: item.sentence}
