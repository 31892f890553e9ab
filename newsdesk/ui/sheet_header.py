"""What stands above a sheet: its name, and the button that closes it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from newsdesk.ui import look
from newsdesk.ui.controls import Ground, IconButton, Line
from newsdesk.ui.words import tr


class SheetHeader(Ground):
    def __init__(self, title: str, close: Callable[[], object]) -> None:
        super().__init__("", line="foot")
        self.title = Line(title, semibold=True)
        button = IconButton("close", tr("Close"))
        button.clicked.connect(lambda _=False: close())
        across = QHBoxLayout(self)
        across.setContentsMargins(3 * look.GRID, look.GRID, look.GRID, look.GRID)
        across.addWidget(self.title, 1)
        across.addWidget(button)

    def set_title(self, title: str) -> None:
        self.title.set_text(title)
