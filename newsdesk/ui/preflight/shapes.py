"""How much a finding weighs, as a shape and a word: an error is full, a warning is open, information is a ring."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from newsdesk.domain.preflight import Severity
from newsdesk.ui.look import Colours
from newsdesk.ui.words import tr

_WORDS = {
    Severity.ERROR: "Error",
    Severity.WARNING: "Warning",
    Severity.INFORMATION: "Information",
    Severity.OFF: "Off",
}


def word(severity: Severity) -> str:
    return tr(_WORDS[severity])


def ink(severity: Severity, c: Colours) -> QColor:
    return c.on_error if severity is Severity.ERROR else c.ink if severity is Severity.WARNING else c.dim


def draw(painter: QPainter, severity: Severity, where: QRectF, colour: QColor) -> None:
    """Paint a shape into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = where.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour if severity is Severity.ERROR else Qt.BrushStyle.NoBrush)
    if severity is Severity.ERROR:
        middle = inside.center()
        across = [QPointF(middle.x(), inside.top()), QPointF(inside.right(), middle.y())]
        painter.drawPolygon(
            QPolygonF([*across, QPointF(middle.x(), inside.bottom()), QPointF(inside.left(), middle.y())])
        )
    elif severity is Severity.WARNING:
        top = QPointF(inside.center().x(), inside.top())
        painter.drawPolygon(QPolygonF([top, inside.bottomRight(), inside.bottomLeft()]))
    else:
        painter.drawEllipse(inside.adjusted(1, 1, -1, -1))
    painter.restore()
