"""What stands beside the text of a block: bullets, numbers, the bar of a quote; in the palette's colours."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock
from PySide6.QtWidgets import QTextEdit

from newsdesk.domain.markup import Block, Kind
from newsdesk.ui import look
from newsdesk.ui.richtext.looks import INDENT, shape_of

_BAR = 3
_DOT = 5
_GAP = 6  # between a number and its item


def paint(edit: QTextEdit, area: QRect) -> None:
    """Paint the marks of the blocks in an area of the viewport."""
    painter: QPainter | None = None
    for block, shape in _marked_blocks(edit, area):
        if painter is None:
            painter = QPainter(edit.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(edit.document().defaultFont())
        if shape.kind is Kind.QUOTE:
            _paint_bar(edit, painter, block)
        else:
            _paint_item(edit, painter, block, shape)
    if painter is not None:
        painter.end()


def number_of(block: QTextBlock) -> int:
    """Which item of its list an item is, from 1."""
    shape, number = shape_of(block), 1
    above = block.previous()
    while above.isValid() and (other := shape_of(above)).kind is Kind.ITEM and other.level >= shape.level:
        if other.level == shape.level:
            if other.ordered is not shape.ordered:
                break
            number += 1
        above = above.previous()
    return number


def _marked_blocks(edit: QTextEdit, area: QRect) -> Iterator[tuple[QTextBlock, Block]]:
    layout, scrolled = edit.document().documentLayout(), edit.verticalScrollBar().value()
    top = QPointF(0, area.top() + scrolled)
    block = edit.document().findBlock(layout.hitTest(top, Qt.HitTestAccuracy.FuzzyHit))
    while block.isValid():
        if layout.blockBoundingRect(block).top() - scrolled > area.bottom():
            return
        shape = shape_of(block)
        if shape.kind in (Kind.QUOTE, Kind.ITEM):
            yield block, shape
        block = block.next()


def _column(edit: QTextEdit, block: QTextBlock, level: int) -> QRectF:
    """Where the mark of a block stands, in the viewport; mirrored for text from right to left."""
    rect = edit.document().documentLayout().blockBoundingRect(block)
    rect.translate(-edit.horizontalScrollBar().value(), -edit.verticalScrollBar().value())
    is_rtl = block.textDirection() is Qt.LayoutDirection.RightToLeft
    left = edit.document().textWidth() - INDENT * (level + 1) if is_rtl else INDENT * level
    return QRectF(left, rect.top(), INDENT, rect.height())


def _paint_bar(edit: QTextEdit, painter: QPainter, block: QTextBlock) -> None:
    column = _column(edit, block, 0)
    colour = look.colours(edit.palette()).line
    painter.fillRect(QRectF(column.center().x() - _BAR, column.top(), _BAR, column.height()), colour)


def _paint_item(edit: QTextEdit, painter: QPainter, block: QTextBlock, shape: Block) -> None:
    column, line = _column(edit, block, shape.level), block.layout().lineAt(0)
    baseline = column.top() + line.y() + line.ascent()
    is_rtl = block.textDirection() is Qt.LayoutDirection.RightToLeft
    painter.setPen(look.colours(edit.palette()).ink)
    if shape.ordered:
        text = f".{number_of(block)}" if is_rtl else f"{number_of(block)}."
        left = column.left() + _GAP if is_rtl else column.right() - _GAP - painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(QPointF(left, baseline), text)
        return
    centre = QPointF(column.center().x(), baseline - painter.fontMetrics().xHeight() / 2)
    painter.setBrush(look.colours(edit.palette()).ink if not shape.level % 2 else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, _DOT / 2, _DOT / 2)
