"""Pictures of the rows that were painted last: a scrolled or repainted list shows them again as they are."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from newsdesk.ui.entry_list.painting import RowPainter, Shown

_KEPT = 48  # a tall screen of rows


class Pictures:
    """A picture for each row's key; it is painted anew when anything that it shows has changed."""

    def __init__(self, painter: RowPainter) -> None:
        self._painter = painter
        self._kept: dict[str, tuple[Shown, QSize, float, Qt.LayoutDirection, QPixmap]] = {}

    def picture(self, id: str, shown: Shown, size: QSize, ratio: float, direction: Qt.LayoutDirection) -> QPixmap:
        known = self._kept.pop(id, None)
        if known is None or not _is_same(known[0], shown) or known[1:4] != (size, ratio, direction):
            known = (shown, size, ratio, direction, self._paint(shown, size, ratio, direction))
        self._kept[id] = known
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return known[4]

    def _paint(self, shown: Shown, size: QSize, ratio: float, direction: Qt.LayoutDirection) -> QPixmap:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setLayoutDirection(direction)
        self._painter.paint(painter, QRect(0, 0, size.width(), size.height()), direction, shown)
        painter.end()
        return picture


def _is_same(one: Shown, other: Shown) -> bool:
    """Entries are compared by identity: a changed one is another."""
    return one.entry is other.entry and one == other
