"""The sheet that replaces words in a whole blog, after showing where."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from newsdesk.desk import rearranging
from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.ui import look
from newsdesk.ui.controls import Ground, TextButton
from newsdesk.ui.fields import Field, Form, note
from newsdesk.ui.finding.preview import count_of, row_of
from newsdesk.ui.finding.toggle import Exactness
from newsdesk.ui.messages import announce
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.two_lines import ItemList
from newsdesk.ui.words import entries as count_of_entries
from newsdesk.ui.words import tr

_WIDTH, _HEIGHT = 720, 640
_PAUSE = 200  # milliseconds of typing nothing before it looks
_MOST_ROWS = 500
_AT_ONCE = 400  # entries

Pair = tuple[Entry, Entry]
Counted = tuple[Pair, int]  # and how many places there are


class ReplaceSheet(Overlay):
    """`accepted` gives the entries before and after, those that stay selected in the preview."""

    accepted = Signal(object, int)  # pairs, places

    def __init__(self, over: QWidget, live: LiveDesk) -> None:
        super().__init__(over, tr("Replace in the blog"), _WIDTH, _HEIGHT, is_passing=False)
        self._live = live
        self._blog: Blog | None = None
        self._ids: list[str] | None = None  # of the blog's entries, once they are known
        self._number = 0  # of the look that counts
        self._is_shown = False  # whether the preview is of what stands in the fields now
        self._pairs: list[Pair] = []
        self._counts: dict[str, int] = {}  # places, by entry
        self.words, self.by = Field(tr("Find")), Field(tr("Replace with"))
        self.exactness = Exactness()
        self.list = ItemList(tr("Where it would be replaced"))
        self.list.setSelectionMode(QListView.SelectionMode.MultiSelection)
        self.said = note("")
        self.button = TextButton(tr("Replace"), is_main=True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._connect()

    def _lay_out(self) -> None:
        form = Form()
        form.add(tr("Find"), self.words)
        form.add(tr("Replace with"), self.by)
        form.addRow(self.exactness)
        head = QVBoxLayout()
        head.setContentsMargins(3 * look.GRID, 2 * look.GRID, 3 * look.GRID, 2 * look.GRID)
        head.addLayout(form)
        foot = Ground("", line="top")
        across = QHBoxLayout(foot)
        across.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, look.GRID)
        across.addWidget(self.said, 1)
        across.addWidget(self.button)
        line = Ground("line")
        line.setFixedHeight(1)
        self.column.addWidget(SheetHeader(tr("Replace in the blog"), self.close_sheet))
        self.column.addLayout(head)
        self.column.addWidget(line)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(foot)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._look)
        for field in (self.words, self.by):
            field.line.textChanged.connect(lambda _: self._wait())
        self.exactness.changed.connect(self._look)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._say())
        self.list.meant.connect(self._accept)
        self.button.clicked.connect(lambda _=False: self._accept())

    def ask(self, blog: Blog, words: str) -> None:
        """Open it for a blog; selected words are what is looked for."""
        self._blog, self._ids = blog, None
        if words:
            self.words.take_back(words)
        self.open(self.words.line)
        self.words.line.selectAll()
        self._look()

    def forget(self, _: object = None) -> None:
        """The blog has changed: look again."""
        self._ids = None
        if self.isVisible():
            self._wait()

    def _wait(self) -> None:
        """What is shown is no longer what is wanted."""
        self._is_shown = False
        self.button.setEnabled(False)
        self._timer.start()

    def _look(self) -> None:
        """Look through the blog a piece at a time, so that no edit waits for it."""
        self._number += 1
        self._is_shown = False
        if self._blog is not None:
            if self._ids is None:
                id, number = self._blog.id, self._number
                self._live.ask(
                    lambda desk: [key.id for key in desk.store.each_key(id)],
                    then=lambda ids: self._start(number, ids),
                )
            else:
                self._start(self._number, self._ids)

    def _start(self, number: int, ids: list[str]) -> None:
        self._ids = ids
        self._look_on(number, 0, [])

    def _look_on(self, number: int, start: int, found: list[Counted]) -> None:
        ids, by = self._ids, self.by.text
        if number != self._number or ids is None:
            return
        wanted, part = self.exactness.wanted(self.words.text), ids[start : start + _AT_ONCE]
        if not part or not wanted.words:
            self._show(found)
            return

        def look_through(desk: Desk) -> list[Counted]:
            entries = desk.store.entries(part)
            pairs = rearranging.replacements([entries[id] for id in part if id in entries], wanted, by)
            return [(pair, count_of([pair], wanted)) for pair in pairs]

        self._live.ask(look_through, then=lambda more: self._look_on(number, start + _AT_ONCE, found + more))

    def _show(self, found: list[Counted]) -> None:
        pairs = self._pairs = [pair for pair, _ in found]
        self._is_shown = True
        self._counts = {old.id: count for (old, _), count in found}
        wanted, by = self.exactness.wanted(self.words.text), self.by.text
        self.list.show_items([row_of(old, new, wanted, by) for old, new in pairs[:_MOST_ROWS]])
        self.list.selectAll()
        self._say()

    @property
    def chosen(self) -> list[Pair]:
        """The entries that stay selected, and those for which the preview has no room."""
        return [*self.list.chosen, *self._pairs[_MOST_ROWS:]]

    def _say(self) -> None:
        chosen = self.chosen
        self.button.setEnabled(bool(chosen))
        if not self.words.text:
            said = tr("What is found is shown here before anything is replaced.")
        elif not self._pairs:
            said = tr("Nothing would change.")
        else:
            places = self._places(chosen)
            times = tr("Once") if places == 1 else tr("{0} times").format(places)
            said = tr("{0} in {1}. Space or a click leaves a row out.").format(times, count_of_entries(len(chosen)))
        if said != self.said.text():
            self.said.setText(said)
            announce(self.words.line, said)

    def _accept(self) -> None:
        if self._is_shown and (chosen := self.chosen):
            places = self._places(chosen)
            self.close_sheet()
            self.accepted.emit(chosen, places)

    def _places(self, chosen: list[Pair]) -> int:
        return sum(self._counts.get(old.id, 0) for old, _ in chosen)
