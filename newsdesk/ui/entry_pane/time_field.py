"""The time of an entry: typed freely, read when one leaves it, stepped by Up and Down."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import NewsdeskError
from newsdesk.ui import look
from newsdesk.ui.typed_time import TimeReader, stepped
from newsdesk.ui.words import tr


class TimeField(QWidget):
    """The field, and beneath it how it is read, or why it is not."""

    changed = Signal(object)  # ShownTime
    finished = Signal()  # Enter: on to the headline

    def __init__(self, reader: TimeReader) -> None:
        super().__init__()
        self._reader = reader
        self._time: ShownTime | None = None
        self.field = _Line()
        self._reading = QLabel()
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self._reading.setWordWrap(True)
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
        self.field.textEdited.connect(self._typed)

    def set_time(self, time: ShownTime) -> None:
        self._time = time
        if self.field.text() != str(time):
            self.field.setText(str(time))
        self.field.setModified(False)
        self._say(self._reader.reading(time))

    def tell_again(self) -> None:
        """Say anew how the time is read: more is known now."""
        if self._time is not None and not self.field.isModified():
            self._say(self._reader.reading(self._time))

    def flush(self) -> None:
        """Read what was typed, and tell; what cannot be read stays, with the reason beneath."""
        if self._time is None or not self.field.isModified():
            return
        if typed := self._typed():
            is_other = typed != self._time
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

    def _typed(self) -> ShownTime | None:
        """What stands in the field, read; the note beneath follows."""
        if self._time is None:
            return None
        try:
            typed = self._reader.read(self.field.text(), self._time)
        except NewsdeskError as error:
            self._say(error.sentence, is_wrong=True)
            return None
        self._say(self._reader.reading(typed))
        return typed

    def _say(self, note: str, *, is_wrong: bool = False) -> None:
        role = QPalette.ColorRole.WindowText if is_wrong else QPalette.ColorRole.PlaceholderText
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
