"""The shapes that say an entry's state: draft hollow, ready half, published full, withdrawn struck."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from newsdesk.domain.entry import State
from newsdesk.ui import look


def draw_state(painter: QPainter, state: State, where: QRectF, c: look.Colours) -> None:
    """Paint a state's shape into a square: in the accent's colour as long as there is something to do."""
    colour = c.dim if state in (State.PUBLISHED, State.WITHDRAWN) else c.accent
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = where.adjusted(1, 1, -1, -1)
    if state is State.PUBLISHED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(circle)
    else:
        _draw_open(painter, state, circle, colour)
    painter.restore()


def _draw_open(painter: QPainter, state: State, circle: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.5))
    if state is State.READY:
        painter.setBrush(colour)
        painter.drawPie(circle, -90 * 16, -180 * 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if state is State.WITHDRAWN:
        painter.drawLine(circle.bottomLeft(), circle.topRight())
