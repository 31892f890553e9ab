"""A quiet list to read: something short at the side, words beside it, headings between."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.ui import look
from newsdesk.ui.controls import ThinScrollBar
from newsdesk.ui.rows_model import AnyIndex, RowsModel
from newsdesk.ui.type import isolated
from newsdesk.ui.understood.telling import Row
from newsdesk.ui.words import tr

_WORDS = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap


class Rows(QListView):
    """It only shows."""

    def __init__(self) -> None:
        super().__init__()
        self._model = RowsModel(_told, self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(tr("What was understood"))

    def show_rows(self, rows: Sequence[Row]) -> None:
        self._model.show(rows)
        self.scrollToTop()

    def rows(self) -> Sequence[Row]:
        return self._model.items


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = _row(index)
        c = look.colours(option.palette)
        side, words = _places(option.rect, is_heading=not row.side)
        if row.side:
            painter.setFont(look.small(tabular=True))
            painter.setPen(c.dim)
            shown = QStyle.visualRect(option.direction, option.rect, side)
            painter.drawText(shown, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading, isolated(row.side))
        painter.setFont(look.small(semibold=not row.side))
        painter.setPen(c.ink)
        painter.drawText(QStyle.visualRect(option.direction, option.rect, words), _WORDS, isolated(row.words))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row = _row(index)
        parent = self.parent()
        width = parent.viewport().width() if isinstance(parent, QListView) else option.rect.width()
        _, words = _places(QRect(0, 0, width, 10_000), is_heading=not row.side)
        metrics = QFontMetrics(look.small(semibold=not row.side))
        height = metrics.boundingRect(words, _WORDS, isolated(row.words)).height()
        return QSize(width, height + (3 * look.GRID if not row.side else look.GRID))


def _row(index: AnyIndex) -> Row:
    model = index.model()
    return model.items[index.row()] if isinstance(model, RowsModel) else Row("", "")


def _places(rect: QRect, *, is_heading: bool) -> tuple[QRect, QRect]:
    """Where the side and the words of a row stand."""
    inner = rect.adjusted(3 * look.GRID, 2 * look.GRID if is_heading else look.GRID // 2, -3 * look.GRID, 0)
    if is_heading:
        return QRect(), inner
    side = QFontMetrics(look.small(tabular=True)).horizontalAdvance("00 Www, 00:00") + 2 * look.GRID
    return QRect(inner.left(), inner.top(), side, inner.height()), inner.adjusted(side, 0, 0, 0)


def _told(row: Row) -> dict[int, object]:
    said = f"{row.side}: {row.words}" if row.side else row.words
    return {Qt.ItemDataRole.DisplayRole: said, Qt.ItemDataRole.AccessibleTextRole: said}
