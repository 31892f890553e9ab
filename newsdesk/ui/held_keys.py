"""Keys that are typed faster than the store answers."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class HeldKeys(QObject):
    """Typed keys that wait while something is on its way to the text, and then are typed into what it made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._holds = 0
        self._waiting: list[tuple[QWidget, QKeyEvent]] = []

    def hold(self) -> None:
        self._holds += 1
        if self._holds == 1:
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def release(self, *, into_focus: bool = False) -> None:
        """Type what has waited: where it was typed, or where the keys go by now."""
        self._holds -= 1
        if self._holds:
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        waiting, self._waiting = self._waiting, []
        for widget, event in waiting:
            QCoreApplication.sendEvent((QApplication.focusWidget() if into_focus else None) or widget, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget) or not watched.hasFocus():
            return False
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.modifiers() & command:
            return False
        if event.type() is QEvent.Type.ShortcutOverride and event.text():
            event.accept()  # or the letters that are keys of the list would act there
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return False
        self._waiting.append((watched, event.clone()))
        return True
