"""The middle pane: the blog's name, the day one looks at, the list; or what to do where there is none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from newsdesk.desk.listing import Glimpse, Listing, Opened, open_listing
from newsdesk.desk.live import LiveDesk
from newsdesk.desk.viewing import AS_ARRANGED, NO_FILTER, Filter, View
from newsdesk.domain.arranging import Sorting
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.ui import words
from newsdesk.ui.controls import Ground, IconButton, Line, PaneHeader, TextButton
from newsdesk.ui.empty import Empty
from newsdesk.ui.entry_list import sequence
from newsdesk.ui.entry_list.model import EntryModel
from newsdesk.ui.entry_list.standfirst import Standfirst
from newsdesk.ui.entry_list.view import EntryView
from newsdesk.ui.signals import DeskSignals
from newsdesk.ui.words import tr

if TYPE_CHECKING:
    from newsdesk.desk.desk import Desk
    from newsdesk.domain.revision import Done
    from newsdesk.ui.entry_list.filter_bar import FilterBar

_LOW = 480  # pixels of a pane in which every line counts


class EntryListPane(Ground):
    """Shows one blog at a time and says which entry is looked at."""

    chosen = Signal(object)  # Entry | None
    unfiltered = Signal()  # whatever filter there was, it is no more
    read_anew = Signal(object)  # the Entry that is looked at, as it stands now
    time_typed = Signal(object, str)  # an entry, and what was typed for its time
    headline_typed = Signal(object, str)
    filter: "FilterBar"

    def __init__(self, live: LiveDesk, signals: DeskSignals, new_entry: IconButton) -> None:
        super().__init__("list")
        self._live = live
        self.model = EntryModel(live, self)
        self.view = EntryView(self.model)
        self.header, self.standfirst = PaneHeader("list", new_entry), Standfirst()
        self.empty = Empty(takes_keys=True)
        self._day = Line(semibold=True, is_dim=True)
        self._told: Entry | None = None
        self._last = ""  # the id of the entry that was looked at last, also while a filter hides it
        self._reading = 0  # how often it was asked to read; only the last answer counts
        self.wanted = AS_ARRANGED  # the view that is shown, or that is being read
        self._meanwhile: list[Done] | None = None  # edits announced while something is read beside the desk
        self._lay_out()
        signals.edited.connect(self._follow)
        self.model.stale.connect(self.read_again)
        self.model.rearranged.connect(self._ask_which_way)
        for follow in (self._tell_chosen, self._show_day):
            self.model.dataChanged.connect(follow)
        for signal in (self.model.shown, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._show_what_there_is)
        self.model.rowsRemoved.connect(self.view.keep_selected)
        self.view.current_changed.connect(self._tell_chosen)
        self.view.verticalScrollBar().valueChanged.connect(self._show_day)
        self.view.delegate.edited.connect(self._keep_edited)

    def furnish(self) -> None:
        """Put in what the first picture can do without: the filter, and what is said where it leaves nothing."""
        from newsdesk.ui.entry_list.filter_bar import FilterBar

        self.filter = FilterBar()
        self._column.insertWidget(2, self.filter)
        clear = TextButton(tr("Show all entries"))
        clear.clicked.connect(self.filter.dismiss)
        nothing = Empty("filter")
        nothing.say(tr("No entry matches"), tr("Try fewer words, or show all entries again (Esc)."), clear)
        self._stack.addWidget(nothing)
        self.filter.changed.connect(self._follow_filter)
        self.filter.left.connect(self.view.setFocus)
        self.view.filter_wanted.connect(self.filter.ask)
        self.unfiltered.connect(self.filter.forget)
        for signal in (self.model.shown, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._say_count)

    def _lay_out(self) -> None:
        self.view.viewport().setAutoFillBackground(False)
        strip = Ground("list", line="foot")
        inside = QVBoxLayout(strip)
        inside.setContentsMargins(16, 4, 16, 5)
        inside.addWidget(self._day)
        listing = QWidget()
        below = QVBoxLayout(listing)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(strip)
        below.addWidget(self.view)
        self._stack = QStackedLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self.standfirst)
        self._column.addLayout(self._stack)
        self._stack.addWidget(listing)
        self._stack.addWidget(self.empty)

    def open(self, blog: Blog | None, entry: str = "", top: int = 0) -> None:
        """Show a blog as soon as its keys are read, and in it an entry, with a row at the top."""
        self.unfiltered.emit()
        self._reading += 1
        if blog is None:
            self.model.show(None, Listing())
            return
        self._meanwhile, self.wanted = None, View(sorting=self.wanted.sorting)
        view, reading = self.wanted, self._reading

        def show(opened: Opened) -> None:
            if reading == self._reading:
                self.show_read(blog, opened, view)

        self._live.ask(lambda desk: open_listing(desk, blog.id, entry, top, view=view), then=show)

    def show_read(self, blog: Blog, opened: Opened, view: View = AS_ARRANGED) -> None:
        """Show a blog that was read."""
        self.model.show(blog, opened.listing, opened.entries, view, opened.sequence)
        self.model.run(newest_first=opened.newest_first)
        self._restore(opened.entry, opened.top)

    def glimpse(self, blog: Blog, glimpse: Glimpse, entries: Sequence[Entry], entry: str, top: int) -> None:
        """Show what is known of a blog before it can be read."""
        self.model.show(blog, glimpse, entries)
        self.model.run(newest_first=glimpse.newest_first)
        self._restore(next((known for known in entries if known.id == entry), None), top)

    def fill_in(self, blog: Blog, opened: Opened, view: View = AS_ARRANGED) -> None:
        """Show the whole of what a glimpse has shown, or what has become of it; what is looked at stays."""
        top, row = max(0, self.view.rowAt(0)), max(0, self.view.currentIndex().row())
        told, self._told = self._told, None
        is_same = view == self.model.view and self.model.fill_in(opened.listing, opened.entries, opened.sequence)
        ids = [] if is_same else self.view.selected_ids()
        if not is_same:
            self.model.show(blog, opened.listing, opened.entries, view, opened.sequence)
        self.model.run(newest_first=opened.newest_first)
        self._catch_up()
        if not is_same:
            self._restore(told if told and self.model.row_of(told) is not None else opened.entry, top, row)
            self.view.select_ids(ids)
        self._tell_chosen()
        if self.current is not None:
            self.read_anew.emit(self.current)

    def read_again(self) -> None:
        """Read the listing anew and keep what is looked at."""
        self.set_view(self.wanted)

    def set_view(self, view: View) -> None:
        """Show the open blog as a view has it, as soon as that is read; what is looked at stays, if it is in it."""
        blog, entry = self.model.blog, self._last
        top = max(0, self.view.rowAt(0))
        self._reading += 1
        reading, self.wanted = self._reading, view

        def read(desk: "Desk") -> Opened | None:
            return open_listing(desk, blog.id, entry, top, view=view) if blog and reading == self._reading else None

        def show(opened: Opened | None) -> None:
            if blog is not None and opened is not None and reading == self._reading:
                self.fill_in(self.model.blog or blog, opened, view)

        if blog is not None:
            self._meanwhile = self._meanwhile or []
            self._live.read(read, then=show)

    def _follow(self, done: "Done") -> None:
        if self._meanwhile is not None:
            self._meanwhile.append(done)
        self.model.follow(done)

    def _ask_which_way(self) -> None:
        """Which way the blog runs may be another since it was rearranged."""
        if (blog := self.model.blog) is None:
            return

        def tell(newest_first: bool) -> None:
            if self.model.blog is not None and self.model.blog.id == blog.id:
                self.model.run(newest_first=newest_first)

        self._live.ask(lambda desk: desk.store.is_newest_first(blog.id), then=tell)

    def _catch_up(self) -> None:
        """Do what was announced while the listing was read and it may not know of."""
        meanwhile, self._meanwhile = self._meanwhile or [], None
        for done in meanwhile:
            self.model.follow(done)

    def go_to(self, entry: Entry) -> bool:
        """Select an entry of this blog; False if it is not there. A filter that hides it gives way."""
        row = self.model.row_of(entry)
        if row is not None:
            self.view.choose(row)
        elif self.model.blog is not None and entry.blog == self.model.blog.id and self._is_narrowed:
            self._told, self._last = entry, entry.id
            self.chosen.emit(entry)
            self.unfiltered.emit()
            self.set_view(replace(self.wanted, filter=NO_FILTER))
            return True
        return row is not None

    @property
    def _is_narrowed(self) -> bool:
        """Whether a filter hides entries, also one that is cleared while the list is still being read."""
        return not (self.wanted.filter.is_empty and self.model.view.filter.is_empty)

    @property
    def day(self) -> str:
        """The day one looks at, and how the list is sorted if it is."""
        return self._day.text

    @property
    def place(self) -> QWidget:
        """Where the keys go: the list, or what stands in its place."""
        return self.view if self.model.rowCount() else self.empty

    @property
    def current(self) -> Entry | None:
        index = self.view.currentIndex()
        return self.model.entry(index.row()) if index.isValid() else None

    def _follow_filter(self, wanted: Filter) -> None:
        self.set_view(replace(self.wanted, filter=wanted))

    def _keep_edited(self, entry: Entry | None, field: str, text: str) -> None:
        if entry is None:
            return
        if field == "time":
            self.time_typed.emit(entry, text)
        else:
            self.headline_typed.emit(entry, text)

    def _restore(self, entry: Entry | None, top: int, row: int = 0) -> None:
        """Look at an entry, or where it is not shown at a row, with another row at the top if that shows both."""
        count = self.model.rowCount()
        if count:
            found = self.model.row_of(entry) if entry else None
            self.view.scrollTo(self.model.index(min(top, count - 1), 0), EntryView.ScrollHint.PositionAtTop)
            self.view.choose(min(row, count - 1) if found is None else found)
        self._show_day()

    def _tell_chosen(self) -> None:
        entry = self.current
        if entry is None and self.view.currentIndex().isValid():
            return  # its page is on its way
        if entry is not self._told:
            self._told, self._last = entry, entry.id if entry else self._last
            self.chosen.emit(entry)

    def _show_what_there_is(self) -> None:
        count = self.model.rowCount()
        self._stack.setCurrentIndex(0 if count else 1 if self.wanted.filter.is_empty else 2)
        self._show_day()
        if not count:
            self._tell_chosen()

    def _say_count(self) -> None:
        self.filter.say_count(self.model.rowCount())

    def _show_day(self) -> None:
        row = max(0, self.view.rowAt(1))
        day = sequence.day(self.model.key(row)) if row < self.model.rowCount() else ""
        if day:
            names = {Sorting.NEWEST: tr("newest first"), Sorting.OLDEST: tr("oldest first")}
            name = names.get(self.model.view.sorting, "")
            self._day.set_text(" · ".join(filter(None, [words.long_day(date.fromisoformat(day)), name])))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.standfirst.take_lines(1 if self.height() < _LOW else 2)
