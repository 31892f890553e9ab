"""A box to check, in the window's own look: seen on light and dark alike."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox

from newsdesk.ui import look

_BOX = 16


class Check(QCheckBox):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFont(look.small())

    def sizeHint(self) -> QSize:
        metrics, box = self.fontMetrics(), look.scaled(_BOX)
        return QSize(metrics.horizontalAdvance(self.text()) + box + 2 * look.GRID, max(24, metrics.height() + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = look.colours(self.palette())
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = look.scaled(_BOX)
        left = self.width() - side - 1 if is_rtl else 1
        box = QRectF(left + 0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        painter.setPen(QPen(c.accent if self.isChecked() or self.hasFocus() else c.dim, 1))
        painter.setBrush(c.accent if self.isChecked() else c.hover if self.underMouse() else c.page)
        painter.drawRoundedRect(box, 3, 3)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2).intersected(QRectF(self.rect())), 5, 5)
        if self.isChecked():
            painter.setPen(QPen(c.on_accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            tick = (QPointF(-4, 0), QPointF(-1, 3), QPointF(4, -3))
            painter.drawPolyline(QPolygonF([box.center() + point * (side / _BOX) for point in tick]))
        room = side + look.GRID
        words = self.rect().adjusted(0, 0, -room, 0) if is_rtl else self.rect().adjusted(room, 0, 0, 0)
        painter.setPen(c.ink if self.isEnabled() else c.dim)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words, flags, self.text())
