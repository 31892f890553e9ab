"""Where things stand in a row: the time in its own column, two lines of words, the marks at the far end."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle

from newsdesk.ui import look
from newsdesk.ui.type import Type
from newsdesk.ui.words import short_day

MARGIN = 2 * look.GRID
_ICON, _DOT = 16, 10  # where the text has its usual size


class Row(NamedTuple):
    """The rectangles of one row, mirrored where the script runs from right to left."""

    time: QRect
    under_time: QRect
    headline: QRect
    words: QRect
    marks: QRect  # the icons, as many as there is room for
    dot: QRect


class Measures(NamedTuple):
    """What a row's places follow from: the width of a time, the heights of both lines, the sides of the marks."""

    time: int
    upper: int
    lower: int
    icon: int
    dot: int

    @classmethod
    def of(cls, headline: Type, small: Type, day: Type) -> "Measures":
        """The time's column has room for the day beneath the time, and for some air beside it."""
        widest = max(day.metrics.horizontalAdvance(short_day(date(2022, month, 28))) for month in range(1, 13))
        time = max(small.metrics.horizontalAdvance("00:00") + 2, widest - look.GRID // 2)
        return cls(time, headline.metrics.height(), small.metrics.height(), look.scaled(_ICON), look.scaled(_DOT))

    def row_in(self, rect: QRect, direction: Qt.LayoutDirection, icons: int) -> Row:
        """The places in a rectangle for a row with so many icons."""
        top = rect.top() + (rect.height() - self.upper - self.lower) // 2
        left, right, start = rect.left() + MARGIN, rect.right() + 1 - MARGIN, self.start_of_words(rect)
        marks = icons * (self.icon + 2)
        end = right - self.dot - look.GRID - marks
        places = (
            QRect(left, top, self.time, self.upper),
            QRect(left, top + self.upper, start - left - 2, self.lower),
            QRect(start, top, max(0, end - start), self.upper),
            QRect(start, top + self.upper, max(0, right - start), self.lower),
            QRect(end, top + (self.upper - self.icon) // 2, marks, self.icon),
            QRect(right - self.dot, top + (self.upper - self.dot) // 2, self.dot, self.dot),
        )
        if direction is Qt.LayoutDirection.LeftToRight:
            return Row(*places)
        return Row(*(QStyle.visualRect(direction, rect, place) for place in places))

    def start_of_words(self, rect: QRect) -> int:
        """Where both lines begin, in a script that runs from the left."""
        return rect.left() + MARGIN + self.time + 3 * look.GRID // 2
