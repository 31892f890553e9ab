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

Pair = tuple[Entry, Entry]


class ReplaceSheet(Overlay):
    """`accepted` gives the entries before and after, those that stay selected in the preview."""

    accepted = Signal(object, int)  # pairs, places

    def __init__(self, over: QWidget, live: LiveDesk) -> None:
        super().__init__(over, tr("Replace in the blog"), _WIDTH, _HEIGHT, is_passing=False)
        self._live = live
        self._blog: Blog | None = None
        self._entries: list[Entry] | None = None  # those of the blog, once they are read
        self._number = 0
        self._pairs: list[Pair] = []
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
        foot = Ground("page", line="top")
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
            field.line.textChanged.connect(lambda _: self._timer.start())
        self.exactness.changed.connect(self._look)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._say())
        self.list.meant.connect(self._accept)
        self.button.clicked.connect(lambda _=False: self._accept())

    def ask(self, blog: Blog, words: str) -> None:
        """Open it for a blog; selected words are what is looked for."""
        self._blog, self._entries = blog, None
        if words:
            self.words.take_back(words)
        self.open(self.words.line)
        self.words.line.selectAll()
        self._look()

    def forget(self, _: object = None) -> None:
        """The blog has changed: read its entries again before the next look."""
        self._entries = None
        if self.isVisible():
            self._timer.start()

    def _look(self) -> None:
        blog, known, by = self._blog, self._entries, self.by.text
        wanted = self.exactness.wanted(self.words.text)
        if blog is None:
            return
        self._number += 1
        number, id = self._number, blog.id

        def look_through(desk: Desk) -> tuple[list[Entry], list[Pair]]:
            entries = known if known is not None else desk.store.entries_of(id)
            return entries, rearranging.replacements(entries, wanted, by) if wanted.words else []

        self._live.ask(look_through, then=lambda found: self._show(number, *found))

    def _show(self, number: int, entries: list[Entry], pairs: list[Pair]) -> None:
        if number != self._number:
            return
        self._entries, self._pairs = entries, pairs
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
            places = count_of(chosen, self.exactness.wanted(self.words.text))
            times = tr("Once") if places == 1 else tr("{0} times").format(places)
            said = tr("{0} in {1}. Click a row to leave it out.").format(times, count_of_entries(len(chosen)))
        if said != self.said.text():
            self.said.setText(said)
            announce(self.words.line, said)

    def _accept(self) -> None:
        if chosen := self.chosen:
            places = count_of(chosen, self.exactness.wanted(self.words.text))
            self.close_sheet()
            self.accepted.emit(chosen, places)
