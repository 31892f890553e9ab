"""The desk's announcements as Qt signals, delivered on the window's thread in the order in which they happened."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from newsdesk.desk.live import Announcements


class DeskSignals(QObject):
    """What the panes connect to. All carry one object."""

    edited = Signal(object)  # Done
    failed = Signal(object)  # NewsdeskError
    refused = Signal(object)  # NewsdeskError: the store cannot be opened
    crashed = Signal(object)  # BaseException
    idle = Signal()
    _called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._called.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def deliver(self, call: Callable[[], None]) -> None:
        """Have a call made on the window's thread; from any thread."""
        self._called.emit(call)

    def announcements(self) -> Announcements:
        return Announcements(
            edited=self.edited.emit,
            failed=self.failed.emit,
            refused=self.refused.emit,
            crashed=self.crashed.emit,
            idle=self.idle.emit,
        )

    def _call(self, call: Callable[[], None]) -> None:
        call()
