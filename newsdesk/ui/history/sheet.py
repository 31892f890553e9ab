"""The sheet: visits at one side, what the chosen one changed at the other."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.desk import history
from newsdesk.desk.desk import Desk
from newsdesk.desk.history import Visit
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry
from newsdesk.ui import look
from newsdesk.ui.controls import Ground, TextButton
from newsdesk.ui.fields import Segments, note
from newsdesk.ui.history.difference_view import DifferenceView
from newsdesk.ui.history.rows import row_of_session, row_of_visit
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.two_lines import Item, ItemList
from newsdesk.ui.words import tr

_WIDTH, _HEIGHT = 980, 680
_ENTRY, _HEAD, _ALL = "entry", "head", "all"


class HistorySheet(Overlay):
    """`restored` says which version of what is wanted back."""

    restored = Signal(object)  # Value

    def __init__(self, over: QWidget, live: LiveDesk) -> None:
        super().__init__(over, tr("History"), _WIDTH, _HEIGHT, is_passing=False)
        self._live = live
        self._blog, self._entry = "", ""
        self._number = 0  # of the question asked last
        self.scope = Segments(
            tr("Of what"), ((_ENTRY, tr("This entry")), (_HEAD, tr("The blog's head")), (_ALL, tr("Everything")))
        )
        self.list = ItemList(tr("Visits"))
        self.view = DifferenceView()
        self.said = note("")
        self.button = TextButton(tr("Restore this version"), is_main=True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._version: Value | None = None
        self._lay_out()
        self.scope.chosen.connect(self._look)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.list.rows.modelReset.connect(self._show_chosen)
        self.list.meant.connect(self._restore)
        self.button.clicked.connect(lambda _=False: self._restore())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, look.GRID)
        top.addWidget(self.scope)
        line = Ground("line")
        line.setFixedWidth(1)
        between = QHBoxLayout()
        between.setSpacing(0)
        between.addWidget(self.list, 5)
        between.addWidget(line)
        between.addWidget(self.view, 7)
        foot = Ground("", line="top")
        across = QHBoxLayout(foot)
        across.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, look.GRID)
        across.addWidget(self.said, 1)
        across.addWidget(self.button)
        under = Ground("line")
        under.setFixedHeight(1)
        self.column.addWidget(SheetHeader(tr("History"), self.close_sheet))
        rest = QVBoxLayout()
        rest.setSpacing(0)
        rest.addLayout(top)
        rest.addWidget(under)
        rest.addLayout(between, 1)
        rest.addWidget(foot)
        self.column.addLayout(rest, 1)

    def ask(self, blog: Blog, entry: Entry | None) -> None:
        """Open it for an entry, or where there is none for all of a blog."""
        self._blog, self._entry = blog.id, entry.id if entry else ""
        self.scope.set_chosen(_ENTRY if entry else _ALL)
        self.open(self.list)
        self._look()

    def look_again(self, _: object = None) -> None:
        """Something was written."""
        if self.isVisible():
            self._look()

    def _look(self, _: str = "") -> None:
        self._number += 1
        number, scope = self._number, self.scope.value
        blog, entry = self._blog, self._entry
        work: Callable[[Desk], Sequence[Any]] = lambda desk: history.sessions(desk, blog)  # noqa: E731
        if scope != _ALL:
            id = entry if scope == _ENTRY else blog
            work = lambda desk: history.history(desk, id) if id else []  # noqa: E731
        self._live.ask(work, then=lambda found: self._show(number, found))

    def _show(self, number: int, found: Sequence[Any]) -> None:
        if number != self._number:
            return
        row = row_of_session if self.scope.value == _ALL else row_of_visit
        items: list[Item] = [row(one) for one in found]
        place = self.list.currentIndex().row()
        self.list.show_items(items)
        if 0 < place < len(items):
            self.list.setCurrentIndex(self.list.rows.index(place))
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.list.currentIndex().row()
        if not 0 <= row < len(self.list.rows.items):
            self._show_visits([])
            return
        value = self.list.rows.items[row].value
        if isinstance(value, Visit):
            self._show_visits([value])
            return
        session: Any = value
        self._live.ask(
            lambda desk: history.visits_of(desk, session),
            then=lambda visits: self._show_visits(visits, is_named=True) if self._is_chosen(session) else None,
        )

    def _is_chosen(self, session: object) -> bool:
        row = self.list.currentIndex().row()
        return 0 <= row < len(self.list.rows.items) and self.list.rows.items[row].value is session

    def _show_visits(self, visits: Sequence[Visit], *, is_named: bool = False) -> None:
        self.view.show_visits(visits, is_named=is_named)
        only = visits[0] if len(visits) == 1 else None
        self._version = (only.after or only.before) if only else None
        self.button.setEnabled(self._version is not None)
        self.button.setVisible(self._version is not None)
        many = tr("Choose “This entry” to restore one of several.") if len(visits) > 1 else ""
        self.said.setText(tr("Restoring is an edit like any other: undo takes it back.") if only else many)

    def _restore(self) -> None:
        if (version := self._version) is not None:
            self.close_sheet()
            self.restored.emit(version)
