"""The sheet that searches all blogs, with results as one types."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from newsdesk.desk import searching
from newsdesk.desk.live import LiveDesk
from newsdesk.desk.searching import Found
from newsdesk.domain.blog import Shelf
from newsdesk.errors import NewsdeskError
from newsdesk.ui import look
from newsdesk.ui.controls import Ground
from newsdesk.ui.fields import note
from newsdesk.ui.messages import announce
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.two_lines import Item, ItemList
from newsdesk.ui.typing_line import TypingLine
from newsdesk.ui.words import short_date, tr

_WIDTH, _HEIGHT = 720, 600
_PAUSE = 120  # milliseconds of typing nothing before it searches
_MOST = 100
_NAME = 36  # letters of a blog's headline before the words found


class SearchSheet(Overlay):
    """`opened` says which result is meant."""

    opened = Signal(object)  # Found

    def __init__(self, over: QWidget, live: LiveDesk) -> None:
        super().__init__(over, tr("Search all blogs"), _WIDTH, _HEIGHT)
        self._live = live
        self._number = self._answered = 0  # of the questions asked and shown; answers to earlier ones are not shown
        self._is_in_haste = False  # Enter came before the answer: the first result is meant
        self.line = search_line(tr("Search all blogs"))
        self.list = ItemList(tr("Results"))
        self.said = note("")
        self.said.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, look.GRID)
        for widget in (self.line, hairline(), self.list, hairline(), self.said):
            self.column.addWidget(widget, 1 if widget is self.list else 0)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._search)
        self.line.textChanged.connect(lambda _: self._wait())
        self.line.stepped.connect(lambda step: announce(self.line, self.list.step(step)))
        self.line.returnPressed.connect(self._open)
        self.list.meant.connect(self._open)
        self._say([])

    def ask(self) -> None:
        """Open it with the words of the last time, ready to be typed over."""
        self.open(self.line)
        self.line.selectAll()
        if self.line.text():
            self._search()

    def _wait(self) -> None:
        self._is_in_haste = False
        self._timer.start()

    def _search(self) -> None:
        self._timer.stop()
        self._number += 1
        words, number = self.line.text(), self._number
        self._live.ask(
            lambda desk: searching.search(desk, words, _MOST),
            then=lambda found: self._show(number, found),
            failed=self._refuse,
        )

    def _show(self, number: int, found: list[Found]) -> None:
        if number == self._number:
            self._answered = number
            self.list.show_items([_item(it) for it in found])
            self._say(found)
            if self._is_in_haste:
                self._open()

    def _say(self, found: list[Found]) -> None:
        if not self.line.text().strip():
            said = tr("Words or parts of words, in any blog. Case and accents do not matter.")
        elif not found:
            said = tr("Nothing found. The beginnings of the words are enough.")
        elif len(found) >= _MOST:
            said = tr("The latest {0} are shown. More words find fewer.").format(_MOST)
        else:
            said = tr("1 found") if len(found) == 1 else tr("{0} found").format(len(found))
        self.said.setText(said)
        if self.isVisible():
            announce(self.line, said)

    def _refuse(self, error: NewsdeskError) -> None:
        self.said.setText(error.sentence)

    def _open(self) -> None:
        if self._timer.isActive():
            self._search()
        self._is_in_haste = self._answered != self._number
        if not self._is_in_haste and (chosen := self.list.chosen):
            self.leave()
            self.opened.emit(chosen[0])


def search_line(name: str) -> TypingLine:
    """The line that a sheet is about."""
    line = TypingLine(name)
    line.setPlaceholderText(name)
    line.setFont(look.text())
    line.setTextMargins(2 * look.GRID + 4, 3 * look.GRID // 2, 2 * look.GRID, 3 * look.GRID // 2)
    return line


def hairline() -> Ground:
    line = Ground("line")
    line.setFixedHeight(1)
    return line


def _item(found: Found) -> Item:
    name = found.blog.headline or tr("Untitled blog")
    if found.entry is None:
        day = short_date(found.blog.date) if found.blog.date else tr("Blog")
        return Item(
            found, found.headline.text or name, found.text.text, _shelf(found) or day,
            found.headline.marks, found.text.marks,
        )
    name = name if len(name) <= _NAME else name[:_NAME].rstrip() + "…"
    name = " · ".join(filter(None, (name, _shelf(found))))
    lead = f"{name} · " if found.text.text else name
    marks = tuple((start + len(lead), end + len(lead)) for start, end in found.text.marks)
    local = found.entry.time.local
    aside = f"{short_date(local.date())}, {local.hour:02}:{local.minute:02}"
    upper = found.headline.text or tr("No headline yet")
    return Item(found, upper, lead + found.text.text, aside, found.headline.marks, marks)


def _shelf(found: Found) -> str:
    """Where the blog lies if it is not on the desk."""
    return {Shelf.ARCHIVE: tr("in the archive"), Shelf.TRASH: tr("in the trash")}.get(found.blog.shelf, "")
