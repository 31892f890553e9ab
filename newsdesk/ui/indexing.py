"""Keeps the search index up to date in idle moments, a little at a time, so that no edit ever waits for it."""

from PySide6.QtCore import QObject, QTimer

from newsdesk.desk import searching
from newsdesk.desk.live import LiveDesk
from newsdesk.errors import NewsdeskError
from newsdesk.ui.signals import DeskSignals

_PAUSE = 3_000  # milliseconds without an edit
_BETWEEN = 60


class Indexing(QObject):
    def __init__(self, live: LiveDesk, signals: DeskSignals, parent: QObject, pause: int = _PAUSE) -> None:
        super().__init__(parent)
        self._live, self._pause = live, pause
        self._timer = QTimer(self, singleShot=True, interval=pause)
        self._timer.timeout.connect(self._index)
        signals.edited.connect(self._wait)
        self._timer.start(pause)

    def _wait(self, _: object) -> None:
        self._timer.start(self._pause)

    def _index(self) -> None:
        self._live.ask(searching.index_a_little, then=self._go_on, failed=self._give_up)

    def _go_on(self, is_done: bool) -> None:
        if not is_done and not self._timer.isActive():
            self._timer.start(_BETWEEN)

    def _give_up(self, error: NewsdeskError) -> None:
        """A search will say it."""
