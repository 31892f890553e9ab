"""How a finding is painted: its sentence wraps, its place is cut."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.ui import look
from newsdesk.ui.preflight import shapes
from newsdesk.ui.preflight.row import Row
from newsdesk.ui.type import isolated
from newsdesk.ui.words import tr

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_LEFT, _RIGHT, _MARK = 2 * look.GRID, 2 * look.GRID, 12
_TEXT = _LEFT + _MARK + look.GRID  # where the words begin
_WRAP = Qt.TextFlag.TextWordWrap
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine


class FindingDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._sentence(index, width).height() + _line() + 3 * look.GRID)

    def fix_place(self, rect: QRect, index: AnyIndex) -> QRect:
        """Where a row says “Fix”; nowhere if it does not."""
        row: Row = index.data(ROW)
        if row.finding.fix is None:
            return QRect()
        wide = QFontMetrics(look.small(semibold=True)).horizontalAdvance(tr("Fix")) + 2 * look.GRID
        below = QRect(rect.right() - wide - look.GRID, rect.bottom() - _line() - 3 * look.GRID // 2 + 1, wide, _line())
        return QStyle.visualRect(self._view.layoutDirection(), rect, below)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: Row = index.data(ROW)
        c = look.colours(option.palette)
        rect, severity = option.rect, row.finding.severity
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, c.chosen if self._view.hasFocus() else c.resting)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, c.hover)
        painter.fillRect(QRect(rect.left() + _TEXT, rect.bottom(), rect.width() - _TEXT, 1), c.line)
        said = self._sentence(index, rect.width()).translated(rect.left() + _TEXT, rect.top() + look.GRID)
        mark = QRect(rect.left() + _LEFT, said.top() + (_line() - _MARK) // 2, _MARK, _MARK)
        under = QRect(said.left(), said.bottom() + 1 + look.GRID // 2, rect.right() - _RIGHT - said.left(), _line())
        mark, said, under = (QStyle.visualRect(option.direction, rect, place) for place in (mark, said, under))
        shapes.draw(painter, severity, QRectF(mark), shapes.ink(severity, c))
        painter.setFont(look.small())
        painter.setPen(c.ink)
        painter.drawText(said, _WRAP | Qt.AlignmentFlag.AlignLeading, isolated(row.finding.sentence))
        self._paint_place(painter, option, under, index)

    def _paint_place(self, painter: QPainter, option: QStyleOptionViewItem, under: QRect, index: AnyIndex) -> None:
        row: Row = index.data(ROW)
        c = look.colours(option.palette)
        fix = self.fix_place(option.rect, index)
        room = under.adjusted(0, 0, -fix.width(), 0)
        if option.direction is Qt.LayoutDirection.RightToLeft:
            room = under.adjusted(fix.width(), 0, 0, 0)
        painter.setPen(c.dim)
        words = f"{shapes.word(row.finding.severity)} · {row.where}"
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEADING, isolated(shown))
        if not fix.isNull():
            painter.setFont(look.small(semibold=True))
            painter.setPen(c.accent)
            painter.drawText(fix, Qt.AlignmentFlag.AlignCenter, tr("Fix"))

    def _sentence(self, index: AnyIndex, width: int) -> QRect:
        row: Row = index.data(ROW)
        room = QRect(0, 0, max(40, width - _TEXT - _RIGHT), 10_000)
        told = QFontMetrics(look.small()).boundingRect(room, int(_WRAP), row.finding.sentence)
        return QRect(0, 0, room.width(), told.height())


def _line() -> int:
    return QFontMetrics(look.small()).height()
