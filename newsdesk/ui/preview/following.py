"""What the preview shows: the entries around the one that is looked at, as they are and as they are being typed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from newsdesk.desk.live import LiveDesk
from newsdesk.desk.reading_page import Stretch, stretch
from newsdesk.domain.entry import Entry
from newsdesk.ui.panes import Panes
from newsdesk.ui.preview.page import PreviewPage

_AROUND = 12  # entries before and after
_PAUSE = 60  # milliseconds in which changes of the list are gathered
_TYPING = 120  # without a key until what is typed is shown


class Following(QObject):
    """Works only while the preview is shown."""

    def __init__(self, live: LiveDesk, panes: Panes, page: PreviewPage, is_shown: Callable[[], bool]) -> None:
        super().__init__(page)
        self._live, self._panes, self._page, self._is_shown = live, panes, page, is_shown
        self._asked = 0
        self._list = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._list.timeout.connect(self.read)
        self._typing.timeout.connect(self._show_typed)
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
            self._page.show_stretch(Stretch())
            return
        here = max(0, self._panes.entries.view.currentIndex().row())
        rows = range(max(0, here - _AROUND), min(model.rowCount(), here + _AROUND + 1))
        ids = [model.key(row).id for row in rows]
        self._asked += 1
        number = self._asked

        def show(found: Stretch) -> None:
            if number == self._asked:
                self._show(found)

        self._live.ask(lambda desk: stretch(desk, blog, ids), then=show)

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
