"""Going to a place: a field of an entry, and a stretch of its text."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsdesk.domain.entry import Entry
from newsdesk.domain.preflight import Place
from newsdesk.ui.entry_list.pane import EntryListPane
from newsdesk.ui.entry_pane.pane import EntryPane
from newsdesk.ui.two_lines import units


class Jump(QObject):
    """Shows an entry and puts the caret into it, as soon as it is on the screen."""

    def __init__(self, entries: EntryListPane, pane: EntryPane) -> None:
        super().__init__(pane)
        self._entries, self._pane = entries, pane
        self._place: Place | None = None
        pane.visited.connect(lambda _: QTimer.singleShot(0, self._arrive))

    def to(self, entry: Entry, place: Place) -> None:
        self._place = place
        self._entries.go_to(entry)
        self._arrive()

    def _arrive(self) -> None:
        place, entry = self._place, self._pane.entry
        if place is None or entry is None or entry.id != place.id:
            return
        self._place = None
        if place.field == "time":
            self._pane.time.field.setFocus()
            self._pane.time.field.selectAll()
        elif place.field == "body":
            self._pane.body.setFocus()
            _select(self._pane.body, self._pane.body.document().findBlockByNumber(place.block or 0), place)
        elif place.field == "headline":
            self._pane.headline.setFocus()
            _select(self._pane.headline, self._pane.headline.document().firstBlock(), place)
        else:
            self._entries.view.setFocus()


def _select(edit: QTextEdit, block: QTextBlock, place: Place) -> None:
    """Select a stretch of a block's text; the document may be shorter by now."""
    if not block.isValid():
        return
    text, last = block.text(), block.position() + block.length() - 1
    cursor = QTextCursor(edit.document())
    cursor.setPosition(min(last, block.position() + _place_in(text, place.start)))
    cursor.setPosition(min(last, block.position() + _place_in(text, place.end)), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def _place_in(text: str, place: int) -> int:
    return units(text[:place])
