"""Small things around the entry that is written: its details, its place by time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer

from newsdesk.desk import inserting
from newsdesk.desk.known_names import used_names
from newsdesk.domain.entry import Entry
from newsdesk.domain.revision import Done
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

_SOON = 1_200  # milliseconds after a blog is shown; nothing that is seen waits for it
Used = Mapping[str, Sequence[str]]


class EntryExtras(QObject):
    """One method an action."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._live, self._reader = around.live, around.reader
        self._entries, self._pane = around.panes.entries, around.panes.entry
        around.signals.edited.connect(self._look_at)
        self._pane.details.opened.connect(self._complete)
        self._entries.filter.opening.connect(self._complete)
        self._blog = ""  # whose names are known
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._complete)
        self._entries.model.shown.connect(self._complete_soon)

    def entry_details(self) -> None:
        if self._pane.entry is not None:
            self._pane.details.ask()

    def _complete_soon(self) -> None:
        blog = self._entries.model.blog
        if blog is not None and blog.id != self._blog:
            self._blog = blog.id
            self._soon.start()

    def _complete(self) -> None:
        """Fetch the names that the blog uses."""
        if (blog := self._entries.model.blog) is not None:
            id = blog.id
            self._live.ask(lambda desk: used_names(desk, id), then=self._know, failed=lambda _: None)

    def _know(self, used: Used) -> None:
        self._pane.details.know(used)
        self._entries.filter.know(used)

    def _look_at(self, done: Done) -> None:
        """After the time of the entry on the screen has changed: does it stand where its time is?"""
        entry = self._pane.entry
        before, after = (done.edit.before.get(entry.id), done.edit.after.get(entry.id)) if entry else (None, None)
        if not isinstance(before, Entry) or not isinstance(after, Entry):
            return
        row = self._entries.model.row_of(after)
        is_astray = row is not None and self._entries.model.is_out_of_order(row)
        if before.time != after.time and is_astray and not self._pane.time.field.isModified():
            self._pane.time.withdraw_offers()
            self._pane.time.offer(tr("Put in time order"), lambda: self._put_in_order(after))
        elif before.order != after.order and not is_astray:
            self._pane.time.withdraw_offers()

    def _put_in_order(self, entry: Entry) -> None:
        self._pane.flush()
        self._live.ask(
            lambda desk: inserting.put_in_time_order(desk, [entry.id]),
            then=lambda moved: self._entries.go_to(moved[0]) if moved else None,
        )
