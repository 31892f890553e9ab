"""What the window has to say: bars for what went wrong and stays, toasts for what was done and can be undone."""

from collections.abc import Callable
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.ui import icons, look
from newsdesk.ui.controls import IconButton, TextButton
from newsdesk.ui.words import tr

_SECONDS = 8
_CHARACTERS = (56, 24)  # of a line: at the most, and as few as it takes to keep clear of the entry


class Choice(NamedTuple):
    """A button in a message: its words, and what it does."""

    text: str
    act: Callable[[], object]


class Bars(QWidget):
    """Bars above the panes. Each has a key; saying something under the same key again replaces it."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: dict[str, _Bar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def say(
        self, key: str, sentence: str, *choices: Choice, is_lasting: bool = False, is_wrong: bool = True
    ) -> None:
        """Show a sentence; a lasting one goes only when its reason does."""
        if (bar := self._bars.get(key)) and bar.is_saying(sentence, choices):
            return
        self.clear(key)
        bar = _Bar(sentence, choices, None if is_lasting else lambda: self.clear(key), is_wrong=is_wrong)
        self._bars[key] = bar
        self._column.addWidget(bar)
        announce(self, sentence)

    def clear(self, key: str) -> None:
        if bar := self._bars.pop(key, None):
            bar.hide()
            bar.deleteLater()

    def sentences(self) -> list[str]:
        return [bar.sentence for bar in self._bars.values()]


class Messages(NamedTuple):
    """Both ways of saying something."""

    bars: Bars
    toast: "Toast"


class _Bar(QWidget):
    def __init__(
        self, sentence: str, choices: tuple[Choice, ...], close: Callable[[], None] | None, *, is_wrong: bool
    ) -> None:
        super().__init__()
        self.sentence = sentence
        self._choices, self._is_wrong = choices, is_wrong
        across = QHBoxLayout(self)
        across.setContentsMargins((6 if is_wrong else 2) * look.GRID, look.GRID, look.GRID, look.GRID)
        label = QLabel(sentence)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label = label
        across.addWidget(label, 1)
        for choice in choices:
            button = TextButton(choice.text)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, act=choice.act: act())
            across.addWidget(button)
        if close is not None:
            button_to_close = IconButton("close", tr("Close this message"))
            button_to_close.clicked.connect(lambda _=False: close())
            across.addWidget(button_to_close)
        self._colour()

    def is_saying(self, sentence: str, choices: tuple[Choice, ...]) -> bool:
        return self.sentence == sentence and [c.text for c in choices] == [c.text for c in self._choices]

    def _colour(self) -> None:
        palette = self._label.palette()
        c = look.colours(self.palette())
        palette.setColor(self._label.foregroundRole(), c.on_error if self._is_wrong else c.ink)
        self._label.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = look.colours(self.palette())
        painter.fillRect(self.rect(), c.error if self._is_wrong else c.chosen)
        if not self._is_wrong:
            return
        place = QRect(2 * look.GRID, 0, 3 * look.GRID, self.height())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveRight(self.width() - 2 * look.GRID)
        icons.draw(painter, "warning", icons.centred(place, 20), c.on_error)


class Toast(QWidget):
    """A sentence at the foot of the window that goes away by itself, with at most two buttons.

    It keeps clear of where one writes: `room` says where it stands. A click on it leaves the keys where they are.
    """

    def __init__(self, over: QWidget, room: Callable[[], QRect]) -> None:
        super().__init__(over)
        self._over, self._room = over, room
        self.takes_back: Callable[[], Choice] | None = None  # makes a button of what was done last
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = (_ToastButton(""), _ToastButton(""))
        self._said = ""
        self._choices: tuple[Choice, ...] = ()
        self._before: QWidget | None = None  # where the keys were
        self._across = QHBoxLayout(self)
        self._across.setSpacing(0)
        self._across.addWidget(self._label)
        for number, button in enumerate(self._buttons):
            self._across.addWidget(button)
            button.clicked.connect(lambda _=False, number=number: self._do(number))
        self._timer = QTimer(self, singleShot=True, interval=_SECONDS * 1000)
        self._timer.timeout.connect(self._leave)
        QApplication.instance().focusChanged.connect(self._note_keys)  # type: ignore[union-attr]
        over.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, *choices: Choice, is_lasting: bool = False) -> None:
        """Show a sentence for some seconds, or until it is taken back, in place of the one before."""
        self._said, self._choices = sentence, choices
        self._label.setText(sentence)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(choices))
            button.setText(choices[number].text if number < len(choices) else "")
            button.updateGeometry()
        self._across.setContentsMargins(2 * look.GRID, 4, look.GRID if choices else 2 * look.GRID, 4)
        self._colour()
        self._wrap()
        self._place()
        self.show()
        self.raise_()
        self._timer.stop() if is_lasting else self._timer.start()
        announce(self, sentence)

    def take_back(self, sentence: str) -> None:
        """Say it no longer, if it is still what is said."""
        if self._said == sentence:
            self.hide()

    def say_done(self, sentence: str, *choices: Choice) -> None:
        """Say what was done just now, with a button before any other that takes exactly this back."""
        self.say(sentence, *([self.takes_back()] if self.takes_back else []), *choices)

    def take_away(self, choice: Choice) -> None:
        """Go, if it is this that is offered."""
        if choice in self._choices:
            self._leave()

    @property
    def sentence(self) -> str:
        return self._label.text() if self.isVisible() else ""

    @property
    def offers(self) -> list[str]:
        """What its buttons say."""
        return [choice.text for choice in self._choices] if self.isVisible() else []

    def _do(self, number: int) -> None:
        self._leave()
        self._choices[number].act()

    def _leave(self) -> None:
        """Go, and give back the keys."""
        before, self._before = self._before, None
        if QApplication.focusWidget() in self._buttons and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def _note_keys(self, old: QWidget | None, now: QWidget | None) -> None:
        if now in self._buttons and old not in self._buttons:
            self._before = old

    def _wrap(self) -> None:
        """In as many lines as it takes, about equally long."""
        metrics = self._label.fontMetrics()
        wide, narrow = (count * metrics.averageCharWidth() for count in _CHARACTERS)
        buttons = sum(button.sizeHint().width() for button, _ in zip(self._buttons, self._choices, strict=False))
        free = self._room().width() - buttons - 6 * look.GRID
        longest = min(wide, free) if free >= narrow else wide
        length = metrics.horizontalAdvance(self._label.text()) + 2
        lines = ceil(length / longest)
        self._label.setWordWrap(lines > 1)
        self._label.setFixedWidth(length if lines == 1 else min(longest, length // lines + longest // 5))
        self._label.setFixedHeight(self._label.heightForWidth(self._label.width()) if lines > 1 else metrics.height())

    def _colour(self) -> None:
        palette = self._label.palette()
        palette.setColor(self._label.foregroundRole(), look.colours(self._over.palette()).on_toast)
        self._label.setPalette(palette)

    def _place(self) -> None:
        self.adjustSize()
        self.setFixedHeight(max(40, self.sizeHint().height()))
        room, all_over = self._room(), self._over.rect()
        if room.width() < self.width() + 2 * look.GRID:
            room = all_over
        self.move(room.left() + (room.width() - self.width()) // 2, all_over.height() - self.height() - 5 * look.GRID)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_label"):
            self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colours(self._over.palette()).toast)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)


class _ToastButton(TextButton):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are

    def ink(self) -> QColor:
        return look.colours(self.palette()).toast_accent

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.ink())
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say it."""
    if sentence:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
