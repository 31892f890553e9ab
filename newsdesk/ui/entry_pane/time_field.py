"""The time of an entry: typed freely, read when one leaves it, stepped by Up and Down."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.entry import Entry
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import NewsdeskError
from newsdesk.ui import look
from newsdesk.ui.controls import TextButton
from newsdesk.ui.messages import announce
from newsdesk.ui.typed_time import TimeReader, stepped
from newsdesk.ui.words import tr

if TYPE_CHECKING:
    from newsdesk.domain.times import Typed


class TimeField(QWidget):
    """The field, and beneath it how it is read, or why it is not."""

    changed = Signal(object)  # ShownTime
    finished = Signal()  # Enter: on to the headline

    def __init__(self, reader: TimeReader) -> None:
        super().__init__()
        self._reader = reader
        self._time: ShownTime | None = None
        self._created: datetime | None = None
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
        self._offers = QHBoxLayout()
        self._offers.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._offers)
        self.field.stepped.connect(self._step)
        self.field.left.connect(self.flush)
        self.field.returnPressed.connect(self._finish)
        self.field.textEdited.connect(self._typed)

    def show_entry(self, entry: Entry) -> None:
        self._created = entry.created
        self.set_time(entry.time)

    def set_time(self, time: ShownTime) -> None:
        self.withdraw_offers()
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
            is_other = typed.time != self._time
            self.set_time(typed.time)
            if is_other:
                self.changed.emit(typed.time)
            self._offer_readings(typed)
        else:
            announce(self.field, self.note)

    def offer(self, words: str, act: Callable[[], object]) -> None:
        """Put a small button beneath the field; it goes when it was pressed, and with the next time."""

        def accept() -> None:
            self.withdraw_offers()
            act()

        button = _Offer(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False: accept())
        self._offers.insertWidget(self._offers.count(), button, 0, Qt.AlignmentFlag.AlignLeading)
        announce(self, words)

    def withdraw_offers(self) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()

    def offers(self) -> list[TextButton]:
        items = (self._offers.itemAt(place) for place in range(self._offers.count()))
        return [button for item in items if item and isinstance(button := item.widget(), TextButton)]

    def _offer_readings(self, typed: "Typed") -> None:
        """Where the clocks are changed just then, what was typed has two readings; the other one is offered."""
        if not typed.flag:
            return
        is_skipped = typed.flag.value == "skipped"
        why = tr("Clocks skip this time.") if is_skipped else tr("Clocks show this time twice.")
        self._say(f"{why} {self._reader.reading(typed.time)}")
        for other in typed.readings[1:]:
            self.offer(tr("Take {0}").format(other), lambda other=other: self._take(other))  # type: ignore[misc]

    def _take(self, time: ShownTime) -> None:
        self.set_time(time)
        self.changed.emit(time)

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

    def _typed(self) -> "Typed | None":
        """What stands in the field, read; the note beneath follows."""
        if self._time is None:
            return None
        try:
            typed = self._reader.read_all(self.field.text(), self._time, self._created)
        except NewsdeskError as error:
            self._say(error.sentence, is_wrong=True)
            return None
        self._say(self._reader.reading(typed.time))
        return typed

    def _say(self, note: str, *, is_wrong: bool = False) -> None:
        role = QPalette.ColorRole.WindowText if is_wrong else QPalette.ColorRole.PlaceholderText
        self._reading.setForegroundRole(role)
        self._reading.setText(note)
        self.field.setAccessibleDescription(note)
        self.field.setAccessibleDescription(note)


class _Offer(TextButton):
    """Stands flush with the words above it."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() - QSize(3 * look.GRID, look.GRID // 2)


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
