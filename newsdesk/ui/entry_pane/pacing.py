"""When a step of writing ends: at a pause, and within a second in any case."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE = 400  # milliseconds
LONGEST = 850


class Pacing(QObject):
    """`note` every key; `ended` says that what was written is to be stored."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pause, self._limit = (
            QTimer(self, singleShot=True, interval=milliseconds) for milliseconds in (PAUSE, LONGEST)
        )
        for timer in (self._pause, self._limit):
            timer.timeout.connect(self.end)

    @property
    def is_running(self) -> bool:
        """Whether something was written that is not stored yet."""
        return self._limit.isActive()

    def note(self) -> None:
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    def end(self) -> None:
        """End the step now, if there is one."""
        if self.is_running:
            self.stop()
            self.ended.emit()

    def stop(self) -> None:
        self._pause.stop()
        self._limit.stop()
