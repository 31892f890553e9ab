"""Where things stand in a row: the time in its own column, two lines of words, the marks at the far end."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyle

from newsdesk.ui import look

MARGIN = 2 * look.GRID
ICON = 16
DOT = 10


@dataclass(frozen=True, slots=True)
class Row:
    """The rectangles of one row, mirrored where the script runs from right to left."""

    time: QRect
    under_time: QRect
    headline: QRect
    words: QRect
    marks: QRect  # the icons, as many as there is room for
    dot: QRect


def row_in(rect: QRect, direction: Qt.LayoutDirection, icons: int) -> Row:
    """The places in a rectangle for a row with so many icons."""
    time_width = QFontMetrics(look.small(tabular=True)).horizontalAdvance("00:00") + 2
    upper, lower = QFontMetrics(look.text(semibold=True)).height(), QFontMetrics(look.small()).height()
    top = rect.top() + (rect.height() - upper - lower) // 2
    left, right = rect.left() + MARGIN, rect.right() + 1 - MARGIN
    start = left + time_width + 3 * look.GRID // 2
    marks = icons * (ICON + 2)
    end = right - DOT - look.GRID - marks
    places = (
        QRect(left, top, time_width, upper),
        QRect(left, top + upper, start - left - 2, lower),
        QRect(start, top, max(0, end - start), upper),
        QRect(start, top + upper, max(0, right - start), lower),
        QRect(end, top + (upper - ICON) // 2, marks, ICON),
        QRect(right - DOT, top + (upper - DOT) // 2, DOT, DOT),
    )
    return Row(*(QStyle.visualRect(direction, rect, place) for place in places))
