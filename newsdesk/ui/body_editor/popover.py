"""A small form at the caret: Enter takes it, Esc or a click elsewhere leaves everything as it was."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from newsdesk.errors import NewsdeskError
from newsdesk.ui import look
from newsdesk.ui.controls import TextButton

_LINE = 3 * look.GRID  # height of a line of text, about


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    label: str
    text: str = ""
    hint: str = ""


class Popover(QWidget):
    """`accept` takes the texts by field name; its NewsdeskError is shown and the form stays."""

    def __init__(
        self, parent: QWidget, fields: Sequence[Field], verb: str, accept: Callable[[Mapping[str, str]], None]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        self._accept = accept
        self._inputs = {field.name: _input(field) for field in fields}
        self._error = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        palette = self._error.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.colours(palette).on_error)
        self._error.setPalette(palette)
        self._error.hide()
        self._buttons = QHBoxLayout()
        self._buttons.addStretch()
        self.add_button(verb, self._take, is_main=True)
        self._lay_out(fields)

    def add_button(self, text: str, do: Callable[[], None], *, is_main: bool = False) -> None:
        """A button; those added later stand before the first."""
        button = TextButton(text, is_main=is_main)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(do)
        self._buttons.insertWidget(1, button)

    def open_at(self, place: QPoint) -> None:
        """Show it under a place of the screen, or above its line where there is no room; its first field ready."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(place.x(), screen.right() - self.width()))
        is_room = place.y() + 8 + self.height() <= screen.bottom()
        y = place.y() + 8 if is_room else max(screen.top(), place.y() - _LINE - 8 - self.height())
        self.move(x, y)
        self.show()
        first = next(iter(self._inputs.values()))
        first.setFocus()
        first.selectAll()

    def _lay_out(self, fields: Sequence[Field]) -> None:
        form = QFormLayout(verticalSpacing=8, horizontalSpacing=12)
        for field in fields:
            form.addRow(field.label, self._inputs[field.name])
            self._inputs[field.name].returnPressed.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._error)
        layout.addLayout(self._buttons)

    def _take(self) -> None:
        try:
            self._accept({name: field.text() for name, field in self._inputs.items()})
        except NewsdeskError as error:
            self._error.setText(error.sentence)
            self._error.show()
            self.adjustSize()
            return
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), look.colours(self.palette())
        painter.setPen(colours.line)
        painter.setBrush(colours.side)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _input(field: Field) -> QLineEdit:
    line = QLineEdit(field.text)
    line.setPlaceholderText(field.hint)
    line.setAccessibleName(field.label)
    line.setCursorPosition(0)
    return line
