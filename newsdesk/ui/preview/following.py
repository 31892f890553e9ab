"""What the preview shows: the head, the entries around the one that is looked at, and what is being typed."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import QObject, QTimer

from newsdesk.desk.reading_page import Head, Stretch, head, stretch
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.revision import Done
from newsdesk.ui.preview.page import PreviewPage
from newsdesk.ui.surroundings import Surroundings

_AROUND = 12  # entries before and after
_PAUSE = 60  # milliseconds in which changes of the list are gathered
_TYPING = 120  # without a key until what is typed is shown
_HEAD = 250  # changes of the head are gathered: its key events are looked for in the whole blog


class Following(QObject):
    """Works only while the preview is shown."""

    def __init__(self, around: Surroundings, page: PreviewPage, is_shown: Callable[[], bool]) -> None:
        super().__init__(page)
        panes = around.panes
        self._live, self._panes, self._page, self._is_shown = around.live, panes, page, is_shown
        self._asked = 0
        self._shown = ""  # the id of the blog whose head is shown
        self._list = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._list.timeout.connect(self.read)
        self._typing.timeout.connect(self._show_typed)
        self._head = QTimer(self, singleShot=True, interval=_HEAD)
        self._head.timeout.connect(self._read_head)
        around.signals.edited.connect(self._follow)
        model, pane = panes.entries.model, panes.entry
        panes.entries.chosen.connect(lambda _: self._look())
        for changed in (model.shown, model.dataChanged, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            changed.connect(lambda *_: self._list.start())
        for document in (pane.body.document(), pane.headline.document()):
            document.contentsChanged.connect(self._typing.start)

    def read(self) -> None:
        """Read the entries around the one that is looked at."""
        blog, model = self._panes.entries.model.blog, self._panes.entries.model
        if not self._is_shown():
            return
        if blog is None:
            self._page.show_head(Head())
            self._page.show_stretch(Stretch())
            return
        if blog.id != self._shown:
            self._read_head()
        here = max(0, self._panes.entries.view.currentIndex().row())
        rows = range(max(0, here - _AROUND), min(model.rowCount(), here + _AROUND + 1))
        ids = [model.key(row).id for row in rows]
        self._asked += 1
        number = self._asked

        def show(found: Stretch) -> None:
            if number == self._asked:
                self._show(replace(found, before=rows.start, after=model.rowCount() - rows.stop))

        self._live.ask(lambda desk: stretch(desk, blog, ids), then=show)

    def _read_head(self) -> None:
        blog = self._panes.entries.model.blog
        if self._is_shown() and blog is not None:
            self._shown = blog.id
            self._live.read(lambda desk: head(desk, blog), then=self._page.show_head)

    def _follow(self, done: Done) -> None:
        """Only an edit of the blog itself, or of a key event, has to do with the head."""
        values = chain(done.edit.before.values(), done.edit.after.values())
        if any(isinstance(value, Blog) or value.is_key for value in values):
            self._head.start()

    def _show(self, found: Stretch) -> None:
        typed = self._typed()
        same = [typed if typed and entry.id == typed.id else entry for entry in found.entries]
        self._page.show_stretch(replace(found, entries=same))
        if (entry := self._panes.entries.current) is not None:
            self._page.light(entry.id)

    def _look(self) -> None:
        """Go to the entry that is looked at; others are read where it stands near the end of what is shown."""
        entry = self._panes.entries.current
        if not self._is_shown() or entry is None:
            return
        row, last = self._page.row_of(entry.id), len(self._page.entries) - 1
        self._page.light(entry.id)
        if row is None or row < 3 or row > last - 3:
            self._list.start()

    def _show_typed(self) -> None:
        if self._is_shown() and (entry := self._typed()) is not None:
            self._page.show_entry(entry)

    def _typed(self) -> Entry | None:
        """The entry in the editor, as it stands on the screen."""
        pane = self._panes.entry
        entry = pane.entry
        if entry is None:
            return None
        return replace(entry, headline=pane.headline.text(), body=pane.body.body())
