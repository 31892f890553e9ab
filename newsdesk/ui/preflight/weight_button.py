"""How much a rule weighs, as a shape and a word; a click offers the others."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle

from newsdesk.domain.preflight import Severity
from newsdesk.ui import icons, look
from newsdesk.ui.controls import Button, paint_ground
from newsdesk.ui.offering import offer_values
from newsdesk.ui.preflight import shapes
from newsdesk.ui.words import tr

_SHAPE, _ARROW = 28, 24  # room before and behind the word


class WeightButton(Button):
    """Says which weight was chosen; shows the one it is told."""

    chosen = Signal(object)  # Severity

    def __init__(self, rule: str) -> None:
        super().__init__()
        self._rule, self._weight = rule, Severity.OFF
        self.setFont(look.small())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._offer)

    def set_weight(self, weight: Severity) -> None:
        self._weight = weight
        self.setText(shapes.word(weight))
        self.setAccessibleName(tr("{0}: {1}").format(self._rule, self.text()))
        self.update()

    def _offer(self) -> None:
        offer_values(self, self._rule, Severity, shapes.word, now=self._weight, choose=self.chosen.emit)

    def sizeHint(self) -> QSize:
        widest = max(self.fontMetrics().horizontalAdvance(shapes.word(weight)) for weight in Severity)
        return QSize(widest + _SHAPE + _ARROW + look.GRID, max(28, self.fontMetrics().height() + look.GRID))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = look.colours(self.palette())
        paint_ground(painter, self)
        middle, is_off = self.height() // 2, self._weight is Severity.OFF
        places = (
            QRect(8, middle - 6, 12, 12), QRect(_SHAPE, 0, self.width() - _SHAPE - _ARROW, self.height()),
            QRect(self.width() - _ARROW, middle - 8, 16, 16),
        )
        shape, word, arrow = (QStyle.visualRect(self.layoutDirection(), self.rect(), place) for place in places)
        if not is_off:
            shapes.draw(painter, self._weight, QRectF(shape), shapes.ink(self._weight, c))
        painter.setPen(c.dim if is_off else c.ink)
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())
        icons.draw(painter, "chevron", arrow, c.dim)
