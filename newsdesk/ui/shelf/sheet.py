"""A sheet that lists what can be brought back."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedLayout, QWidget

from newsdesk.ui import look
from newsdesk.ui.controls import Ground, TextButton
from newsdesk.ui.empty import Empty
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.two_lines import Item, ItemList
from newsdesk.ui.words import tr

_WIDTH, _HEIGHT = 600, 520


class ShelfSheet(Overlay):
    """Rows, and a button that restores the chosen ones."""

    def __init__(self, over: QWidget, restore: Callable[[list[Any]], object]) -> None:
        super().__init__(over, tr("Trash"), _WIDTH, _HEIGHT)
        self._restore = restore
        self.header = SheetHeader("", self.close_sheet)
        self.list = ItemList(tr("Rows"))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.empty = Empty("entries")
        self.button = TextButton(tr("Restore"), is_main=True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedLayout()
        foot = Ground("", line="top")
        across = QHBoxLayout(foot)
        across.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, look.GRID)
        across.addStretch()
        across.addWidget(self.button)
        self._foot = foot
        self.column.addWidget(self.header)
        self.column.addLayout(self._stack, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.column.addWidget(foot)
        self.list.meant.connect(self.restore_chosen)
        self.button.clicked.connect(lambda _=False: self.restore_chosen())

    def show_items(self, name: str, items: Sequence[Item], empty: str) -> None:
        """Open it with these rows, or with a sentence where there are none."""
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)
        self.header.set_title(name)
        self.list.show_items(items)
        self.empty.say(tr("Nothing here"), empty)
        self._stack.setCurrentIndex(0 if items else 1)
        self._foot.setVisible(bool(items))
        self.open(self.list if items else self)

    def restore_chosen(self) -> None:
        if chosen := self.list.chosen:
            self.close_sheet()
            self._restore(chosen)
