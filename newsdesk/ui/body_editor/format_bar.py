"""The small bar that offers formatting beside a selection."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QWidget

from newsdesk.ui import look
from newsdesk.ui.body_editor.commands import state_of
from newsdesk.ui.body_editor.formats import KEYS, Format, is_on, title
from newsdesk.ui.controls import IconButton

_WAIT = 250  # milliseconds a selection stands still before the bar comes
_ICONS = {
    Format.STRONG: "bold",
    Format.EM: "italic",
    Format.LINK: "link",
    Format.SUBHEAD: "subhead",
    Format.QUOTE: "quote",
    Format.BULLETS: "bullets",
    Format.NUMBERS: "numbers",
}


class FormatBar(QWidget):
    """Comes when a selection is made with the mouse or keys and stands still; typing takes it away."""

    def __init__(self, edit: QTextEdit, apply: Callable[[str], None]) -> None:
        super().__init__(edit)
        self._edit = edit
        self._do = apply
        self._wait = QTimer(self, singleShot=True, interval=_WAIT)
        self._wait.timeout.connect(self._come)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(2)
        self._buttons = {format: _button(format) for format in _ICONS}
        for format, button in self._buttons.items():
            button.clicked.connect(partial(self._apply, format))
            layout.addWidget(button)
        self.hide()
        edit.selectionChanged.connect(self._note_selection)

    def _apply(self, format: Format) -> None:
        self._do(format)
        self.show_state()

    def show_state(self) -> None:
        state = state_of(self._edit)
        for format, button in self._buttons.items():
            button.setChecked(is_on(format, state))

    def _note_selection(self) -> None:
        if self._edit.textCursor().hasSelection():
            self._wait.start()
        else:
            self._wait.stop()
            self.hide()

    def _come(self) -> None:
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._wait.start()
        elif self._edit.hasFocus() and self._edit.textCursor().hasSelection() and not self._edit.isReadOnly():
            self.show_state()
            self.adjustSize()
            self.move(self._place())
            self.show()
            self.raise_()

    def _place(self) -> QPoint:
        """Above the selection's start, or under its end where there is no room."""
        viewport, cursor = self._edit.viewport(), self._edit.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        top, bottom = self._rect_at(first), self._rect_at(last)
        x = max(8, min(top.left(), self._edit.width() - self.width() - 8))
        above = top.top() - self.height() - 8
        below = min(bottom.bottom() + 8, viewport.geometry().bottom() - self.height())
        return QPoint(x, above if above >= 4 else below)

    def _rect_at(self, place: int) -> QRect:
        cursor = self._edit.textCursor()
        cursor.setPosition(place)
        return self._edit.cursorRect(cursor).translated(self._edit.viewport().pos())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = look.colours(self.palette())
        painter.setPen(colours.line)
        painter.setBrush(colours.page)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def _button(format: Format) -> IconButton:
    button = IconButton(_ICONS[format], title(format), checked_icon=_ICONS[format])
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    keys = QKeySequence(KEYS[format]).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{title(format)} ({keys})")
    return button
