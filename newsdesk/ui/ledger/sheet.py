"""The sheet: all lines, narrowed by kind and by words, and written out as they are narrowed."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from newsdesk.domain.ledger import Line, chosen
from newsdesk.ui import look
from newsdesk.ui.controls import Ground, TextButton
from newsdesk.ui.empty import Empty
from newsdesk.ui.fields import Segments, note
from newsdesk.ui.ledger.rows import NAMES, in_full, row_of
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.two_lines import ItemList
from newsdesk.ui.typing_line import TypingLine
from newsdesk.ui.words import tr

_WIDTH, _HEIGHT = 860, 660
_ALL = "all"
FORMS = (("csv", "CSV, for a spreadsheet…"), ("json", "JSON, for a program…"), ("text", "Text, for reading…"))


class LedgerSheet(Overlay):
    """`opened` says which line is meant; `export_wanted` which lines are to be written, and how."""

    opened = Signal(object)  # Line
    export_wanted = Signal(object, str)  # lines, and a name of FORMS

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("Ledger"), _WIDTH, _HEIGHT)
        self._lines: Sequence[Line] = ()
        kinds = ((kind.value, tr(name)) for kind, name in NAMES.items())
        self.kind = Segments(tr("Kind"), ((_ALL, tr("All")), *kinds))
        self.words = TypingLine(tr("Words"))
        self.words.setPlaceholderText(tr("Words of an entry or a notice"))
        self.list = ItemList(tr("Ledger"))
        self.empty = Empty("entries")
        self.full = note("")
        self.button = TextButton(tr("Export as…"), is_main=True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.kind.chosen.connect(lambda _: self._narrow())
        self.words.textChanged.connect(lambda _: self._narrow())
        self.words.stepped.connect(self.list.step)
        self.words.returnPressed.connect(self._open)
        self.list.meant.connect(self._open)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.button.clicked.connect(lambda _=False: self._offer())

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, look.GRID)
        top.setSpacing(look.GRID)
        top.addWidget(self.kind)
        top.addWidget(self.words)
        line = Ground("line")
        line.setFixedHeight(1)
        self._stack = QStackedLayout()
        foot = Ground("", line="top")
        across = QHBoxLayout(foot)
        across.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, look.GRID)
        across.addWidget(self.full, 1)
        across.addWidget(self.button)
        self.column.addWidget(SheetHeader(tr("Ledger"), self.close_sheet))
        self.column.addLayout(top)
        self.column.addWidget(line)
        self.column.addLayout(self._stack, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.column.addWidget(foot)

    def ask(self, lines: Sequence[Line]) -> None:
        """Open it with these lines, all of them shown, the latest on top."""
        self._lines = lines[::-1]
        self.kind.set_chosen(_ALL)
        self.words.clear()
        self._narrow()
        self.open(self.list if lines else self.words)

    @property
    def shown(self) -> list[Line]:
        """The lines as they are narrowed, the latest first."""
        kinds = () if self.kind.value == _ALL else (self.kind.value,)
        return chosen(self._lines, kinds, self.words.text())

    def _narrow(self) -> None:
        shown = self.shown
        self.list.show_items([row_of(line) for line in shown])
        if self._lines:
            self.empty.say(tr("Nothing like that"), tr("Other words or another kind may find it."))
        else:
            self.empty.say(tr("Nothing on the record"), tr("Corrections and withdrawals stand here."))
        self._stack.setCurrentIndex(0 if shown else 1)
        self.button.setEnabled(bool(shown))
        self.button.setVisible(bool(shown))
        self._tell()

    def _tell(self) -> None:
        lines = self.list.chosen
        self.full.setText(in_full(lines[0]) if lines else "")

    def _open(self) -> None:
        if lines := self.list.chosen:
            self.leave()
            self.opened.emit(lines[0])

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.button.text())
        for form, name in FORMS:
            action = menu.addAction(tr(name))
            action.setObjectName(form)
            action.triggered.connect(lambda _=False, form=form: self.export_wanted.emit(self.shown[::-1], form))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

