"""The time of an entry: typed freely, read when one leaves it, stepped by Up and Down."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.stamp import ShownTime
from newsdesk.ui import look, words
from newsdesk.ui.typed_time import read_time, stepped
from newsdesk.ui.words import tr


class TimeField(QWidget):
    """The field, and beneath it how it is read, or why it is not."""

    changed = Signal(object)  # ShownTime
    finished = Signal()  # Enter: on to the headline

    def __init__(self) -> None:
        super().__init__()
        self._time: ShownTime | None = None
        self.field = _Line()
        self._reading = QLabel()
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self._reading.setFont(look.small())
        self._reading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._reading)
        self.field.stepped.connect(self._step)
        self.field.left.connect(self.flush)
        self.field.returnPressed.connect(self._finish)
        self.field.textEdited.connect(self._say_reading)

    def set_time(self, time: ShownTime) -> None:
        self._time = time
        if self.field.text() != str(time):
            self.field.setText(str(time))
        self.field.setModified(False)
        self._say_reading()

    def flush(self) -> None:
        """Read what was typed, and tell."""
        if self._time is None or not self.field.isModified():
            return
        typed = read_time(self.field.text(), self._time)
        if typed is not None:
            is_other, self._time = typed != self._time, typed
            self.set_time(typed)
            if is_other:
                self.changed.emit(typed)

    @property
    def note(self) -> str:
        return self._reading.text()

    def _finish(self) -> None:
        self.flush()
        if not self.field.isModified():
            self.finished.emit()

    def _step(self, minutes: int) -> None:
        self.flush()
        if self._time is not None:
            later = stepped(self._time, minutes)
            self.set_time(later)
            self.changed.emit(later)

    def _say_reading(self) -> None:
        typed = self._time and read_time(self.field.text(), self._time)
        if typed is None:
            note = tr("This is not understood as a time. Write it like 05:41 or 05:41 GMT 06.01.2022.")
        else:
            note = words.long_day(typed.local.date())
        role = QPalette.ColorRole.WindowText if typed is None else QPalette.ColorRole.PlaceholderText
        self._reading.setForegroundRole(role)
        self._reading.setText(note)


class _Line(QLineEdit):
    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.setFont(look.text(semibold=True, tabular=True))
        self.setTextMargins(-2, 0, 0, 0)
        self.setAccessibleName(tr("Time"))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps and not event.modifiers():
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif _is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
