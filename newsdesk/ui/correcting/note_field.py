"""Where the words for readers are put: one paragraph that wraps; Enter keeps it, Esc leaves it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from newsdesk.ui import look
from newsdesk.ui.controls import ThinScrollBar
from newsdesk.ui.typing_line import is_undo

_MOST_LINES = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteField(QPlainTextEdit):
    kept = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setFont(look.text())
        self.setUndoRedoEnabled(False)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def begin(self, name: str, text: str) -> None:
        """Take the keys, with these words to start from."""
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def text(self) -> str:
        return " ".join(self.toPlainText().split())

    def _fit(self) -> None:
        lines = min(max(1, int(self.document().size().height())), _MOST_LINES)
        around = 2 * int(self.document().documentMargin()) + 6
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo(event):
            event.ignore()
            return False
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()  # also with Ctrl: what is being written is kept before any entry is finished
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
