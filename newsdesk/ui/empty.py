"""An empty place that says what it is for, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.ui import icons, look
from newsdesk.ui.controls import TextButton
from newsdesk.ui.messages import announce

_MEASURE = 360  # pixels: a sentence of two lines, and no word alone on the second


class Empty(QWidget):
    """A title, a sentence, and buttons; the first is the main one.

    One that takes keys does so while it says something.
    """

    def __init__(self, icon: str = "entries", *, takes_keys: bool = False) -> None:
        super().__init__()
        self._takes_keys = takes_keys
        self._title, self._sentence = _words(look.text(semibold=True)), _words(look.small())
        self._sentence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(look.GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, 6 * look.GRID)
        column.setSpacing(look.GRID)
        column.addStretch(2)
        self._icon = _Icon(icon)
        self._sentence.setMaximumWidth(_MEASURE)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sentence, 100)
        middle.addStretch(1)
        column.addWidget(self._icon)
        column.addWidget(self._title)
        column.addLayout(middle)
        column.addSpacing(look.GRID)
        column.addLayout(self._buttons)
        column.addStretch(3)

    def say(self, title: str, sentence: str, *buttons: TextButton) -> None:
        self.setAccessibleName(" ".join(filter(None, (f"{title}." if title else "", sentence))))
        if self._takes_keys:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if title else Qt.FocusPolicy.NoFocus)
        self._icon.setVisible(bool(title))
        self._title.setText(title)
        self._sentence.setText(sentence)
        while (item := self._buttons.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for button in buttons:
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    @property
    def first(self) -> QWidget:
        """Where the keys go: its main button, if it has one."""
        item = self._buttons.itemAt(0)
        return (item and item.widget()) or self

    def take_keys(self) -> None:
        self.first.setFocus()
        announce(self, self.accessibleName())


class _Icon(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedHeight(48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.draw(painter, self._name, icons.centred(self.rect(), 36), look.colours(self.palette()).accent)


def _words(font: QFont) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
