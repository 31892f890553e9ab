"""A font with its measures, which remembers where it cut a text: measuring is most of what painting a row costs."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication


class Type:
    """One kind of type in a list."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.cut = lru_cache(1_024)(self._cut)

    def _cut(self, text: str, width: int) -> str:
        """The text with an ellipsis where it has no room."""
        return isolated(self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width))


def isolated(text: str) -> str:
    """A text that runs in the direction of its own first letter (UAX #9, 2.4), whatever stands around it."""
    return text if text.isascii() and not QGuiApplication.isRightToLeft() else f"\u2068{text}\u2069"
