"""A choice out of a list that drops down, in the window's own look."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from newsdesk.ui import icons, look
from newsdesk.ui.type import isolated


class Chooser(QComboBox):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(look.small())
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # tells its layout of longer items

    def sizeHint(self) -> QSize:
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=80)
        return QSize(widest + 6 * look.GRID, self.fontMetrics().height() + look.GRID + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(12 * look.GRID, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = look.colours(self.palette())
        painter.setPen(c.accent if self.hasFocus() else c.line)
        painter.setBrush(c.hover if self.underMouse() else c.page)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inner = self.rect().adjusted(12, 0, -30, 0)
        arrow = QRect(self.width() - 28, 0, 24, self.height())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            inner, arrow = self.rect().adjusted(30, 0, -12, 0), QRect(4, 0, 24, self.height())
        painter.setPen(c.ink if self.isEnabled() else c.dim)
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, isolated(text))
        icons.draw(painter, "chevron", icons.centred(arrow, 16), c.dim)
