"""Icons: strokes from resources/icons, painted in whatever colour the place has."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from newsdesk.ui import resources

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


def draw(painter: QPainter, name: str, rect: QRect, colour: QColor) -> None:
    """Paint an icon into a square, sharp on any screen."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device else 1.0
    pixmap = _pixmap(name, rect.width(), ratio, colour.name())
    painter.drawPixmap(rect.topLeft(), pixmap)


def window_icon() -> "QIcon":
    """The program's own."""
    from PySide6.QtGui import QIcon

    icon = QIcon()
    for size in (16, 32, 64, 128):
        icon.addPixmap(_pixmap("newsdesk", size, 1.0, "#2457d6"))
    return icon


@cache
def _pixmap(name: str, size: int, ratio: float, colour: str) -> QPixmap:
    svg = (resources.folder() / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def centred(rect: QRect, size: int) -> QRect:
    """A square of a size in the middle of a rectangle."""
    square = QRect(0, 0, size, size)
    square.moveCenter(rect.center() + QPoint(0, 0))
    return square
