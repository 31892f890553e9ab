"""The sheet: what was understood, and whether it is to go in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from newsdesk.ui import look
from newsdesk.ui.controls import Ground, Line, TextButton
from newsdesk.ui.messages import announce
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.understood.rows import Rows
from newsdesk.ui.understood.telling import Told
from newsdesk.ui.words import tr

_WIDTH, _HEIGHT = 640, 560


class UnderstoodSheet(Overlay):
    """Nothing is stored until its main button; Esc and Cancel leave everything as it was."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("What was understood"), _WIDTH, _HEIGHT, is_passing=False)
        self._go: Callable[[], object] = lambda: None
        self._go_all: Callable[[], object] = lambda: None
        self._skip: Callable[[], object] = lambda: None
        self.header = SheetHeader("", self.cancel)
        self.summary = Line(is_dim=True)
        self.rows = Rows()
        self.accept = TextButton("", is_main=True)
        self.accept_all = TextButton("")
        self._cancel = TextButton(tr("Cancel"))
        self._lay_out()
        self.accept.clicked.connect(lambda _=False: self._leave(self._go))
        self.accept_all.clicked.connect(lambda _=False: self._leave(self._go_all))
        self._cancel.clicked.connect(lambda _=False: self.cancel())

    def _lay_out(self) -> None:
        above = Ground("", line="foot")
        inside = QHBoxLayout(above)
        inside.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, look.GRID)
        inside.addWidget(self.summary)
        foot = Ground("", line="top")
        across = QHBoxLayout(foot)
        across.setContentsMargins(3 * look.GRID, look.GRID, 2 * look.GRID, look.GRID)
        across.addStretch()
        for button in (self._cancel, self.accept_all, self.accept):
            across.addWidget(button)
        for widget in (self.header, above):
            self.column.addWidget(widget)
        self.column.addWidget(self.rows, 1)
        self.column.addWidget(foot)

    def ask(
        self,
        told: Told,
        accept: str,
        go: Callable[[], object],
        *,
        go_all: tuple[str, Callable[[], object]] | None = None,
        skip: Callable[[], object] = lambda: None,
    ) -> None:
        """Show what was understood; `go` puts it in, `go_all` all that wait behind it as well."""
        self._go, self._skip = go, skip
        self.header.set_title(told.title)
        self.summary.set_text(told.summary)
        self.rows.show_rows(told.rows)
        self.accept.setText(accept)
        self.accept_all.setVisible(go_all is not None)
        if go_all is not None:
            self.accept_all.setText(go_all[0])
            self._go_all = go_all[1]
        for button in (self.accept, self.accept_all):
            button.updateGeometry()
        self.open(self.accept)
        announce(self, told.summary)

    def cancel(self) -> None:
        self._leave(self._skip)

    def _leave(self, act: Callable[[], object]) -> None:
        super().close_sheet()
        act()

    def close_sheet(self) -> None:
        """Esc."""
        self.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            (focus if isinstance(focus, QAbstractButton) else self.accept).click()
        else:
            super().keyPressEvent(event)
