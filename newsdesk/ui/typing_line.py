"""A line to type into, without a frame; undo in it is the program's own, never a second one."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from newsdesk.ui.dropping import paths_in


class TypingLine(QLineEdit):
    """`stepped` tells of Up and Down (and of a page) for a list that stands beneath."""

    stepped = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        if is_undo(event):
            event.ignore()
        elif event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()):
            event.ignore()  # files are the window's
        else:
            super().dragEnterEvent(event)


def is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
