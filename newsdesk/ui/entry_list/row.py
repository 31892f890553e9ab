"""Where things stand in a row: the time in its own column, two lines of words, the marks at the far end."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle

from newsdesk.ui import look
from newsdesk.ui.type import Type

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


@dataclass(frozen=True, slots=True)
class Measures:
    """What a row's places follow from: the width of a time, the heights of both lines."""

    time: int
    upper: int
    lower: int

    @classmethod
    def of(cls, headline: Type, small: Type) -> "Measures":
        return cls(small.metrics.horizontalAdvance("00:00") + 2, headline.metrics.height(), small.metrics.height())

    def row_in(self, rect: QRect, direction: Qt.LayoutDirection, icons: int) -> Row:
        """The places in a rectangle for a row with so many icons."""
        top = rect.top() + (rect.height() - self.upper - self.lower) // 2
        left, right = rect.left() + MARGIN, rect.right() + 1 - MARGIN
        start = left + self.time + 3 * look.GRID // 2
        marks = icons * (ICON + 2)
        end = right - DOT - look.GRID - marks
        places = (
            QRect(left, top, self.time, self.upper),
            QRect(left, top + self.upper, start - left - 2, self.lower),
            QRect(start, top, max(0, end - start), self.upper),
            QRect(start, top + self.upper, max(0, right - start), self.lower),
            QRect(end, top + (self.upper - ICON) // 2, marks, ICON),
            QRect(right - DOT, top + (self.upper - DOT) // 2, DOT, DOT),
        )
        return Row(*(QStyle.visualRect(direction, rect, place) for place in places))
