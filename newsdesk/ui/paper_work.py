"""Setting and printing pages off the window's thread."""

from collections.abc import Callable, Iterable
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from newsdesk.errors import NewsdeskError


class PaperWork(QObject):
    """Goes through pages as they are made, and tells of each; between two of them it can be stopped."""

    made = Signal(object)  # a page, on the window's thread
    ended = Signal()  # all are made; not where it was stopped
    failed = Signal(object)  # NewsdeskError

    def __init__(self, make: Callable[[], Iterable[object]], parent: QObject) -> None:
        super().__init__(parent)
        self._make, self._stopped = make, Event()
        self._thread = Thread(target=self._run, name="paper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Come back when nothing is made any more: a moment later."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            for page in self._make():
                if self._stopped.is_set():
                    return
                self.made.emit(page)
        except NewsdeskError as error:
            self.failed.emit(error)
        else:
            self.ended.emit()
