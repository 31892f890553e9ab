"""Finding: in the entry, in the blog, in all blogs, and by time."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QTextEdit

from newsdesk.desk import rearranging, searching, shelving
from newsdesk.desk.desk import Desk
from newsdesk.desk.searching import Found
from newsdesk.domain.blog import Blog, Shelf
from newsdesk.domain.entry import Entry
from newsdesk.domain.finding import Wanted
from newsdesk.domain.stamp import ShownTime
from newsdesk.ui.indexing import Indexing
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

if TYPE_CHECKING:  # what opens over the window is loaded when it is first wanted
    from newsdesk.desk.shelf_reading import Shelved
    from newsdesk.ui.finding.bar import FindBar
    from newsdesk.ui.finding.sheet import Pair, ReplaceSheet
    from newsdesk.ui.finding.spots import Spot
    from newsdesk.ui.preview.shelved import ReadingSheet
    from newsdesk.ui.searching.go_to_time import GoToTime
    from newsdesk.ui.searching.sheet import SearchSheet


class FindingCommands(QObject):
    """One method an action; each sheet is made when it is first wanted."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around, self._live = around, around.live
        self._blogs, self._entries, self._pane = around.panes
        self._toast = around.messages.toast
        self._indexing = Indexing(around.live, around.signals, self)

    @cached_property
    def bar(self) -> "FindBar":
        from newsdesk.ui.finding.bar import FindBar

        bar = FindBar(self._pane, (self._pane.headline, self._pane.body))
        bar.replaced.connect(self._replace_one)
        bar.all_replaced.connect(self._replace_in_entry)
        bar.left.connect(self._pane.body.setFocus)
        return bar

    @cached_property
    def _replacing(self) -> "ReplaceSheet":
        from newsdesk.ui.finding.sheet import ReplaceSheet

        sheet = ReplaceSheet(sheet_parent(self._pane), self._live)
        sheet.accepted.connect(self._replace_in_blog)
        self._around.signals.edited.connect(sheet.forget)
        return sheet

    @cached_property
    def _searching(self) -> "SearchSheet":
        from newsdesk.ui.searching.sheet import SearchSheet

        sheet = SearchSheet(sheet_parent(self._pane), self._live)
        sheet.opened.connect(self._open)
        return sheet

    @cached_property
    def _reading(self) -> "ReadingSheet":
        from newsdesk.ui.preview.shelved import ReadingSheet

        sheet = ReadingSheet(sheet_parent(self._pane))
        sheet.restore_wanted.connect(self._restore)
        return sheet

    @cached_property
    def _by_time(self) -> "GoToTime":
        from newsdesk.ui.searching.go_to_time import GoToTime

        sheet = GoToTime(sheet_parent(self._pane), self._around.reader)
        sheet.chosen.connect(self._go_to)
        return sheet

    def find(self) -> None:
        """Find in the entry."""
        if self._pane.entry is None:
            self._toast.say(tr("Select an entry to find words in it"))
        else:
            self.bar.ask(_selected())

    def find_next(self) -> None:
        self.bar.next() if self.bar.words.text else self.find()

    def find_previous(self) -> None:
        self.bar.previous() if self.bar.words.text else self.find()

    def replace(self) -> None:
        """Replace in the whole blog, with a preview."""
        self._pane.flush()
        if (blog := self._blogs.current) is None:
            return
        self._replacing.ask(blog, _selected())

    def search_all(self) -> None:
        self._pane.flush()
        self._searching.ask()

    def go_to_time(self) -> None:
        entry = self._pane.entry
        self._by_time.ask(entry.time if entry else None)

    def _go_to(self, time: ShownTime) -> None:
        if (blog := self._blogs.current) is not None:
            id, moment = blog.id, time.sortable
            self._live.ask(lambda desk: searching.nearest_to(desk, id, moment), then=self._show_entry)

    def _show_entry(self, entry: Entry | None) -> None:
        if entry is None:
            self._toast.say(tr("This blog has no entries yet"))
            self._entries.place.setFocus()
        else:
            self._entries.go_to(entry)
            self._entries.view.setFocus()

    def _open(self, found: Found) -> None:
        """Open the blog of a result, and in it the entry; what is not on the desk is read where it lies."""
        blog, entry = found.blog, found.entry
        if blog.shelf is Shelf.DESK:
            self._go_into(blog, entry)
        else:
            from newsdesk.desk.shelf_reading import read_shelved

            self._live.ask(lambda desk: read_shelved(desk, blog, entry), then=self._reading.show_shelved)

    def _restore(self, read: "Shelved") -> None:
        """Bring a blog that was read where it lay back to the desk, and go on in it."""
        id, told = read.blog.id, tr("Restored “{0}”").format(read.blog.headline or tr("Untitled blog"))

        def go_on(_: object) -> None:
            self._go_into(read.blog, read.entry)
            self._toast.say_done(told)

        self._live.ask(lambda desk: shelving.put_on(desk, [id], Shelf.DESK), then=go_on)

    def _go_into(self, blog: Blog, entry: Entry | None) -> None:
        """Open a blog of the desk, and in it an entry."""
        current = self._blogs.current
        self._blogs.choose(blog.id)
        if entry is None:
            self._blogs.view.setFocus()
        elif current is None or current.id != blog.id:
            self._entries.open(blog, entry.id)
            self._entries.view.setFocus()
        else:
            self._show_entry(entry)

    def _replace_one(self, spot: "Spot", by: str) -> None:
        """Replace one place in the text on the screen; what comes in looks like what was there."""
        cursor = spot.cursor()
        if spot.edit is self._pane.body:
            self._pane.body.flush()
        first = spot.cursor()
        first.setPosition(spot.start + 1)
        cursor.insertText(by, first.charFormat())
        spot.edit.setTextCursor(cursor)
        if spot.edit is self._pane.body:
            self._pane.body.end_step(tr("Replace"))
        else:
            self._pane.headline.flush()

    def _replace_in_entry(self, wanted: Wanted, by: str) -> None:
        from newsdesk.ui.finding.preview import count_of

        if (entry := self._pane.entry) is None:
            return
        self._pane.flush()
        id = entry.id

        def act(desk: Desk) -> int:
            pairs = rearranging.replacements([desk.entry(id)], wanted, by)
            rearranging.replace_all(desk, pairs)
            return count_of(pairs, wanted)

        self._live.ask(act, then=self._say_replaced)

    def _replace_in_blog(self, pairs: "list[Pair]", places: int) -> None:
        self._live.ask(lambda desk: rearranging.replace_all(desk, pairs), then=lambda _: self._say_replaced(places))

    def _say_replaced(self, places: int) -> None:
        if not places:
            self._toast.say(tr("Nothing was replaced"))
            return
        told = tr("Replaced once") if places == 1 else tr("Replaced {0} times").format(places)
        self._toast.say_done(told)


def _selected() -> str:
    """A selected word or phrase in the editor that has the keys."""
    edit = QApplication.focusWidget()
    text = edit.textCursor().selectedText() if isinstance(edit, QTextEdit) else ""
    return text if "\u2029" not in text and len(text) <= 80 else ""
