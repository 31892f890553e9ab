"""The middle pane: the blog's name, the day one looks at, the list; or what to do where there is none."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from newsdesk.desk import writing
from newsdesk.desk.listing import Glimpse, Listing, Opened, open_listing
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.ui import words
from newsdesk.ui.controls import Ground, IconButton, Line, PaneHeader
from newsdesk.ui.empty import Empty
from newsdesk.ui.entry_list import sequence
from newsdesk.ui.entry_list.model import EntryModel
from newsdesk.ui.entry_list.view import EntryView
from newsdesk.ui.signals import DeskSignals


class EntryListPane(Ground):
    """Shows one blog at a time and says which entry is looked at."""

    chosen = Signal(object)  # Entry | None
    read_anew = Signal(object)  # the Entry that is looked at, as it stands now
    time_typed = Signal(object, str)  # an entry, and what was typed for its time

    def __init__(self, live: LiveDesk, signals: DeskSignals, new_entry: IconButton) -> None:
        super().__init__("list")
        self._live = live
        self.model = EntryModel(live, self)
        self.view = EntryView(self.model)
        self.header = PaneHeader("list", new_entry)
        self.empty = Empty()
        self._day = Line(semibold=True, is_dim=True)
        self._told: Entry | None = None
        self._lay_out()
        signals.edited.connect(self.model.follow)
        self.model.stale.connect(self.read_again)
        self.model.dataChanged.connect(self._tell_chosen)
        for signal in (self.model.shown, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._show_what_there_is)
        self.model.rowsRemoved.connect(self.view.keep_selected)
        self.view.current_changed.connect(self._tell_chosen)
        self.view.verticalScrollBar().valueChanged.connect(self._show_day)
        self.view.delegate.edited.connect(self._keep_edited)
        self.view.dropped.connect(self._move_to_gap)

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
        self._stack.addWidget(listing)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._stack)

    def open(self, blog: Blog | None, entry: str = "", top: int = 0) -> None:
        """Show a blog as soon as its keys are read, and in it an entry, with a row at the top."""
        if blog is None:
            self.model.show(None, Listing())
        else:
            self._live.ask(
                lambda desk: open_listing(desk, blog.id, entry, top), then=lambda opened: self.show_read(blog, opened)
            )

    def show_read(self, blog: Blog, opened: Opened) -> None:
        """Show a blog that was read."""
        self.model.show(blog, opened.listing, opened.entries)
        self._restore(opened.entry, opened.top)

    def glimpse(self, blog: Blog, glimpse: Glimpse, entries: Sequence[Entry], entry: str, top: int) -> None:
        """Show what is known of a blog before it can be read."""
        self.model.show(blog, glimpse, entries)
        self._restore(next((known for known in entries if known.id == entry), None), top)

    def fill_in(self, blog: Blog, opened: Opened) -> None:
        """Show the whole of what a glimpse has shown, or what has become of it; what is looked at stays."""
        top = max(0, self.view.rowAt(0))
        told, self._told = self._told, None
        if not self.model.fill_in(opened.listing, opened.entries):
            self.model.show(blog, opened.listing, opened.entries)
            self._restore(told if told and self.model.row_of(told) is not None else opened.entry, top)
        self._tell_chosen()
        if self.current is not None:
            self.read_anew.emit(self.current)

    def read_again(self) -> None:
        """Read the listing anew and keep what is looked at."""
        blog, entry = self.model.blog, self._told.id if self._told else ""
        top = max(0, self.view.rowAt(0))
        if blog is not None:
            self._live.ask(
                lambda desk: open_listing(desk, blog.id, entry, top), then=lambda opened: self.fill_in(blog, opened)
            )

    def go_to(self, entry: Entry) -> bool:
        """Select an entry of this blog; False if it is not there."""
        row = self.model.row_of(entry)
        if row is not None:
            self.view.choose(row)
        return row is not None

    @property
    def current(self) -> Entry | None:
        index = self.view.currentIndex()
        return self.model.entry(index.row()) if index.isValid() else None

    def move_selection(self, step: int) -> None:
        """Move the selected entries one row up or down, as a block."""
        rows = self.view.selected_rows()
        if not rows:
            return
        row = rows[0] - 1 if step < 0 else rows[-1] + 1
        if 0 <= row < self.model.rowCount():
            self._move(self.view.selected_ids(), row, is_above=step < 0)

    def _move_to_gap(self, ids: list[str], gap: int) -> None:
        if self._stands_at(ids, gap):
            return
        if gap < self.model.rowCount():
            self._move(ids, gap, is_above=True)
        elif gap:
            self._move(ids, gap - 1, is_above=False)

    def _stands_at(self, ids: list[str], gap: int) -> bool:
        """Whether these entries stand together around a gap already."""
        rows = self.view.selected_rows()
        is_block = rows[-1] - rows[0] + 1 == len(rows) if rows else False
        return is_block and self.view.selected_ids() == ids and rows[0] <= gap <= rows[-1] + 1

    def _move(self, ids: list[str], row: int, *, is_above: bool) -> None:
        """Move entries to a row; where that one moves too, to the nearest that stays."""
        down, up = self._staying(ids, row, 1), self._staying(ids, row, -1)
        id, beside = (down, up) if is_above else (up, down)
        if id:
            self._place(ids, id, is_above=is_above)
        elif beside:
            self._place(ids, beside, is_above=not is_above)

    def _place(self, ids: list[str], id: str, *, is_above: bool) -> None:
        where = {"above" if is_above else "below": id}
        self._live.ask(lambda desk: writing.move_entries(desk, ids, **where))

    def _staying(self, ids: list[str], row: int, step: int) -> str | None:
        """The nearest entry from a row on, in one direction, that is not among those that move."""
        moving = set(ids)
        while 0 <= row < self.model.rowCount():
            if (id := self.model.key(row).id) not in moving:
                return id
            row += step
        return None

    def _keep_edited(self, entry: Entry | None, field: str, text: str) -> None:
        if entry is None:
            return
        if field == "time":
            self.time_typed.emit(entry, text)
        else:
            self._live.ask(lambda desk: writing.change(desk, entry, "Edit headline", headline=text))

    def _restore(self, entry: Entry | None, top: int) -> None:
        count = self.model.rowCount()
        if count:
            self.view.choose((entry and self.model.row_of(entry)) or 0)
            self.view.scrollTo(self.model.index(min(top, count - 1), 0), EntryView.ScrollHint.PositionAtTop)
        self._show_day()

    def _tell_chosen(self) -> None:
        entry = self.current
        if entry is None and self.view.currentIndex().isValid():
            return  # its page is on its way
        if entry is not self._told:
            self._told = entry
            self.chosen.emit(entry)

    def _show_what_there_is(self) -> None:
        count = self.model.rowCount()
        self._stack.setCurrentIndex(0 if count else 1)
        self._show_day()
        if not count:
            self._tell_chosen()

    def _show_day(self) -> None:
        row = max(0, self.view.rowAt(1))
        day = sequence.day(self.model.key(row)) if row < self.model.rowCount() else ""
        if day:
            self._day.set_text(words.long_day(date.fromisoformat(day)))

