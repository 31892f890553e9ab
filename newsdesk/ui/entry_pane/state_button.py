"""The state of an entry as a shape and a word; a click offers the others."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle

from newsdesk.domain.entry import State
from newsdesk.ui import icons, look, marks, words
from newsdesk.ui.controls import Button, paint_ground
from newsdesk.ui.offering import offer_values
from newsdesk.ui.words import tr


class StateButton(Button):
    """Says which state was chosen; shows the one it is told."""

    chosen = Signal(object)  # State

    def __init__(self) -> None:
        super().__init__()
        self._state = State.DRAFT
        self.setFont(look.small(semibold=True))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._offer)
        self.set_state(State.DRAFT)

    def set_state(self, state: State) -> None:
        self._state = state
        self.setText(words.state(state))
        self.setAccessibleName(tr("State: {0}").format(words.state(state)))
        self.updateGeometry()
        self.update()

    def _offer(self) -> None:
        offer_values(self, tr("State"), State, words.state, now=self._state, choose=self.chosen.emit)

    def sizeHint(self) -> QSize:
        around = look.scaled(12) + look.scaled(16) + 24
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + around, look.scaled(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = look.colours(self.palette())
        paint_ground(painter, self)
        middle, mark, end = self.height() // 2, look.scaled(12), look.scaled(16)
        places = (
            QRect(8, middle - mark // 2, mark, mark),
            QRect(mark + 16, 0, self.width() - mark - end - 22, self.height()),
            QRect(self.width() - end - 6, middle - end // 2, end, end),
        )
        dot, text, arrow = (QStyle.visualRect(self.layoutDirection(), self.rect(), place) for place in places)
        marks.draw_state(painter, self._state, QRectF(dot), c)
        painter.setPen(c.ink)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())
        icons.draw(painter, "chevron", arrow, c.dim)
