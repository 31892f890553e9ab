"""A line for a time, to jump to the entry nearest to it."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import NewsdeskError
from newsdesk.ui import look
from newsdesk.ui.fields import note
from newsdesk.ui.messages import announce
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.searching.sheet import hairline, search_line
from newsdesk.ui.typed_time import TimeReader
from newsdesk.ui.words import tr

_WIDTH = 480


class GoToTime(Overlay):
    """`chosen` gives the time that was typed."""

    chosen = Signal(object)  # ShownTime

    def __init__(self, over: QWidget, reader: TimeReader) -> None:
        super().__init__(over, tr("Go to time"), _WIDTH, 0)
        self._reader = reader
        self._own: ShownTime | None = None
        self._time: ShownTime | None = None
        self.line = search_line(tr("Go to time"))
        self.line.setPlaceholderText(tr("05:41, yesterday 23:10, 6 Jan 05:41"))
        self.said = note("")
        self.said.setContentsMargins(3 * look.GRID - 2, look.GRID, 3 * look.GRID, look.GRID)
        for widget in (self.line, hairline(), self.said):
            self.column.addWidget(widget)
        self.line.textChanged.connect(lambda _: self._read())
        self.line.returnPressed.connect(self._go)

    def ask(self, own: ShownTime | None) -> None:
        """Open it; a clock without a day is on the day of `own`."""
        self._own = own
        self.line.clear()
        self._read()
        self.open(self.line)

    def wanted_height(self) -> int:
        return self.line.sizeHint().height() + 1 + 2 * self.said.fontMetrics().height() + 2 * look.GRID

    def _read(self) -> None:
        text = self.line.text()
        self._time = None
        if not text.strip():
            self.said.setText(tr("The entry nearest to this time will be shown."))
            return
        try:
            self._time = self._reader.read(text, self._own or ShownTime(datetime.now(UTC), self._reader.zone))
        except NewsdeskError:
            self.said.setText(tr("This is not a time yet. Try 05:41 or 6 Jan 05:41."))
        else:
            self.said.setText(self._reader.reading(self._time))

    def _go(self) -> None:
        if self._time is None:
            announce(self.line, self.said.text())
        else:
            self.leave()
            self.chosen.emit(self._time)
