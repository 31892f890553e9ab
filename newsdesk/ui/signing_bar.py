"""One quiet line: your name, as it stands in the history of what you write."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from newsdesk.ui import look
from newsdesk.ui.controls import Ground, Line, TextButton
from newsdesk.ui.messages import announce
from newsdesk.ui.typing_line import TypingLine
from newsdesk.ui.words import tr


class SigningBar(Ground):
    given = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__("list", line="top")
        said = tr("Your name, for the history:")
        self.line = TypingLine(tr("Your name"))
        self.line.setText(name)
        self.line.setPlaceholderText(tr("Your name"))
        self.line.setFont(look.small(semibold=True))
        self.line.setMinimumWidth(80)
        self.button = TextButton(tr("That is me"))
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._across = QHBoxLayout(self)
        self._across.addWidget(Line(said, is_dim=True))
        self._across.addWidget(self.line, 1)
        self._across.addWidget(self.button)
        self.setMinimumWidth(200)
        self.set_side(2 * look.GRID)
        self.line.returnPressed.connect(self._give)
        self.button.clicked.connect(lambda _=False: self._give())
        announce(self, said)

    def set_side(self, side: int) -> None:
        """Line up with the text above."""
        self._across.setContentsMargins(side, look.GRID // 2, max(0, side - 2 * look.GRID), look.GRID // 2)

    def _give(self) -> None:
        self.given.emit(" ".join(self.line.text().split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given.emit("")
        else:
            super().keyPressEvent(event)
