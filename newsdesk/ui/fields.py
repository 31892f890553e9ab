"""Fields of a sheet: a label, what one types or chooses, and a note beneath it where there is something to say."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui import look
from newsdesk.ui.controls import Ground, ThinScrollBar
from newsdesk.ui.messages import announce
from newsdesk.ui.typing_line import TypingLine


class Field(QWidget):
    """One line of text. `given` says what was typed, once one leaves it or presses Enter.

    A hint stands beneath it whenever there is nothing else to say.
    """

    given = Signal(str)

    def __init__(self, name: str, placeholder: str = "", *, hint: str = "") -> None:
        super().__init__()
        self._told, self._hint = "", hint
        self.line = _Underlined(name)
        self.line.setPlaceholderText(placeholder)
        self._note = _label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self._note)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self.flush)
        self.line.textEdited.connect(lambda _: self.say(""))
        self.say("")

    @property
    def text(self) -> str:
        return self.line.text()

    @property
    def note(self) -> str:
        return self._note.text()

    def set_text(self, text: str) -> None:
        """Show a value, unless somebody is typing another."""
        if text != self.line.text() and not (self.line.hasFocus() and self.line.text() != self._told):
            self.take_back(text)

    def take_back(self, text: str) -> None:
        self._told = text
        self.line.setText(text)
        if not self.line.hasFocus():
            self.line.home(False)  # a long text is read from its beginning

    def say(self, note: str, *, is_wrong: bool = False) -> None:
        """What stands beneath it; with nothing to say, its hint."""
        note = note or self._hint
        self._note.setForegroundRole(QPalette.ColorRole.WindowText if is_wrong else QPalette.ColorRole.PlaceholderText)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.line.setAccessibleDescription(note)
        if is_wrong:
            announce(self.line, note)

    def flush(self) -> None:
        """Tell what was typed, or taken from a list of names, if anything was."""
        if self.line.text() != self._told:
            self._told = self.line.text()
            self.given.emit(self._told)


class _Underlined(TypingLine):
    """A hairline beneath; the accent's where the keys go."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setTextMargins(-2, 3, 0, 4)
        palette = QPalette()  # all else follows the window's
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        c = look.colours(self.palette())
        thick = 2 if self.hasFocus() else 1
        painter.fillRect(0, self.height() - thick, self.width(), thick, c.accent if self.hasFocus() else c.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_command = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)  # that is the sheet's
        if is_enter and not is_command and not self._is_completing():  # else Enter closes the list of names
            event.accept()

    def _is_completing(self) -> bool:
        completer = self.completer()
        return completer is not None and (popup := completer.popup()) is not None and popup.isVisible()


class Segments(QWidget):
    """One of a few, side by side."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, _Segment] = {}
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(look.GRID // 2)
        for value, text in options:
            button = self._buttons[value] = _Segment(text)
            button.setAccessibleName(f"{name}: {text}")
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            across.addWidget(button)
        across.addStretch()

    def set_chosen(self, value: str) -> None:
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    @property
    def value(self) -> str:
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")


class _Segment(QAbstractButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # its group sees to that; it is a radio button to a screen reader so
        self.setFont(look.small())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 3 * look.GRID, metrics.height() + look.GRID)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = look.colours(self.palette())
        inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(c.accent if self.hasFocus() else c.line)
        painter.setBrush(c.chosen if self.isChecked() else c.hover if self.underMouse() else c.page)
        painter.drawRoundedRect(inner, 6, 6)
        painter.setPen(c.ink if self.isEnabled() else c.dim)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


class Form(QFormLayout):
    """Labels at the side, fields beside them; sections are parted by a hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(2 * look.GRID)
        self.setVerticalSpacing(2 * look.GRID)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setFormAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)

    def add(self, name: str, field: QWidget) -> None:
        label = _label(name)
        label.setContentsMargins(0, 4, 0, 0)
        label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        label.setBuddy(field)
        self.addRow(label, field)

    def add_line(self) -> QWidget:
        line = Ground("line")
        line.setFixedHeight(1)
        self.addRow(line)
        return line


class Scrolling(QScrollArea):
    """Shows a widget of which only a part may have room, on the ground that it stands on."""

    def __init__(self, shown: QWidget) -> None:
        super().__init__()
        self.setWidget(shown)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.viewport().setAutoFillBackground(False)
        shown.setAutoFillBackground(False)


def scrolling(form: Form | QWidget) -> Scrolling:
    """A form that scrolls where the window is low."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(*(4 * (3 * look.GRID,)))
    if isinstance(form, Form):
        column.addLayout(form)
    else:
        column.addWidget(form)
    column.addStretch()
    return Scrolling(page)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(look.small())
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def note(text: str) -> QLabel:
    """A quiet sentence."""
    return _label(text)
