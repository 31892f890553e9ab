"""Dragging entries within a list, with an insertion mark that can be seen. Esc cancels, as everywhere."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QTableView

from newsdesk.ui import look
from newsdesk.ui.type import isolated
from newsdesk.ui.words import entries as count_of_entries

KIND = "application/x-newsdesk-entries"
_MARK = 3  # pixels


def to_mime(ids: Sequence[str]) -> QMimeData:
    mime = QMimeData()
    mime.setData(KIND, QByteArray(json.dumps(list(ids)).encode()))
    return mime


def from_mime(mime: QMimeData) -> list[str]:
    """The ids of the entries that are dragged; none if it is something else."""
    return [str(id) for id in json.loads(bytes(mime.data(KIND).data()))] if mime.hasFormat(KIND) else []


def drag(view: QTableView, ids: Sequence[str], title: str) -> None:
    """Drag entries until they are dropped or Esc is pressed. The picture hangs clear of the mark."""
    carried = QDrag(view)
    carried.setMimeData(to_mime(ids))
    carried.setPixmap(_picture(view, title if len(ids) == 1 else count_of_entries(len(ids))))
    carried.setHotSpot(QPoint(-16, -12))
    carried.exec(Qt.DropAction.MoveAction)


def gap_at(view: QTableView, y: int) -> int:
    """The gap between rows nearest to a height in the viewport: 0 is above the first row."""
    row = view.rowAt(y)
    if row < 0:
        return view.model().rowCount() if y > 0 else 0
    top = view.rowViewportPosition(row)
    return row + (y - top > view.rowHeight(row) // 2)


def mark_of_gap(view: QTableView, gap: int) -> QRect:
    """Where the insertion mark of a gap is painted."""
    count = view.model().rowCount()
    if gap < count:
        y = view.rowViewportPosition(gap)
    else:
        y = view.rowViewportPosition(count - 1) + view.rowHeight(count - 1) if count else 0
    top = min(max(0, y - _MARK // 2), view.viewport().height() - _MARK)
    return QRect(0, top, view.viewport().width(), _MARK)


def paint_mark(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """A line from edge to edge, with a ring at its start."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect.adjusted(10, 0, -6, 0), 1.5, 1.5)
    painter.drawEllipse(QPoint(9, rect.center().y()), 5, 5)


def _picture(view: QTableView, title: str) -> QPixmap:
    c = look.colours(view.palette())
    font = look.small(semibold=True)
    metrics = view.fontMetrics()
    words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, 260)
    ratio = view.devicePixelRatioF()
    width, height = metrics.horizontalAdvance(words) + 32, 32
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(c.toast)
    painter.drawRoundedRect(0, 0, width, height, 6, 6)
    painter.setFont(font)
    painter.setPen(c.on_toast)
    painter.drawText(QRect(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, isolated(words))
    painter.end()
    return pixmap
