"""The palette itself: a line to type into, and what it may mean."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListView, QWidget

from newsdesk.ui import look
from newsdesk.ui.controls import Ground, ThinScrollBar
from newsdesk.ui.fields import note
from newsdesk.ui.messages import announce
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.palette.list import COMMAND, Command, CommandDelegate, matching, told
from newsdesk.ui.rows_model import RowsModel
from newsdesk.ui.typing_line import TypingLine
from newsdesk.ui.words import tr

_WIDTH, _ROWS = 560, 10


class Palette(Overlay):
    """Shows the commands it is given; Enter does the chosen one, where the keys were before."""

    def __init__(self, over: QWidget, commands: Callable[[], Sequence[Command]]) -> None:
        super().__init__(over, tr("Command palette"), _WIDTH, 0)
        self._all, self._recent = commands, list[str]()
        self.line = TypingLine(tr("What do you want to do?"))
        self.line.setPlaceholderText(tr("What do you want to do?"))
        self.line.setFont(look.text())
        self.line.setTextMargins(2 * look.GRID, 3 * look.GRID // 2, 2 * look.GRID, 3 * look.GRID // 2)
        self.model = RowsModel(told, self)
        self.view = _list(self.model)
        self.nothing = note(tr("Nothing of that name"))
        self.nothing.setContentsMargins(2 * look.GRID + 1, look.GRID, 2 * look.GRID, look.GRID)
        hair = Ground("line")
        hair.setFixedHeight(1)
        for widget in (self.line, hair, self.nothing, self.view):
            self.column.addWidget(widget)
        self.column.insertSpacing(2, look.GRID // 2)
        self.column.addSpacing(look.GRID // 2)
        self.line.textChanged.connect(self._show)
        self.line.stepped.connect(self._step)
        self.line.returnPressed.connect(self.do_chosen)
        self.view.clicked.connect(lambda _: self.do_chosen())

    def ask(self) -> None:
        """Open it, empty."""
        self.line.clear()
        self._show()
        self.open(self.line)

    def do_chosen(self) -> None:
        index = self.view.currentIndex()
        command: Command | None = index.data(COMMAND) if index.isValid() else None
        if command is None or not command.action.isEnabled():
            return
        id = command.action.objectName()
        self._recent = [id, *(known for known in self._recent if known != id)]
        self.close_sheet()
        command.action.trigger()

    def wanted_height(self) -> int:
        rows = min(self.model.rowCount(), _ROWS)
        found = rows * self.view.sizeHintForRow(0) if rows else self.nothing.sizeHint().height()
        return self.line.sizeHint().height() + found + 2 * look.GRID

    def _show(self) -> None:
        found = matching(list(self._all()), self.line.text(), self._recent)
        self.model.show(found)
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if found:
            self.view.setCurrentIndex(self.model.index(0))
        if self.isVisible():
            self.place()
            announce(self.line, found[0].sentence if found else tr("Nothing of that name"))

    def _step(self, step: int) -> None:
        last = self.model.rowCount() - 1
        row = min(max(0, self.view.currentIndex().row() + step), last)
        if last >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            announce(self.line, self.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def _list(model: RowsModel) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(CommandDelegate(view))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setUniformItemSizes(True)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.viewport().setAutoFillBackground(False)
    view.setAccessibleName(tr("Commands"))
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, view))
    return view
