"""The page of the preview: the blog's head, and one row an entry, of which a changed one is set anew alone."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from newsdesk.desk.reading_page import Head, Stretch, entry_html, leads_to, time_html
from newsdesk.domain.entry import Entry
from newsdesk.ui import look
from newsdesk.ui.closed_browser import ClosedBrowser
from newsdesk.ui.preview import surrounding
from newsdesk.ui.words import tr

_NARROW = 48  # letters across; with fewer, a column for the times leaves too little for the words


class PreviewPage(ClosedBrowser):
    """Says which entry one clicks; shows one of them as the one that is looked at."""

    meant = Signal(object)  # Entry

    def __init__(self) -> None:
        super().__init__(tr("Preview"))
        self.document().setDocumentMargin(look.GRID)
        self.entries: Sequence[Entry] = ()
        self._stretch, self._head = Stretch(), Head()
        self._table: QTextTable | None = None
        self._lit: int | None = None
        self._html: dict[str, tuple[str, ...]] = {}  # of each row, by its entry: what stands in its columns
        self._is_narrow = False  # the times stand above the headlines
        self.set_count = 0  # rows that were set so far
        self.anchorClicked.connect(self._follow_link)

    def show_head(self, head: Head) -> None:
        """What stands above all entries; what is looked at stays where it is."""
        if head != self._head:
            self._head = head
            self.pictures |= head.pictures
            self._set_around()

    def show_stretch(self, stretch: Stretch) -> None:
        """Other entries, or the same of which some have changed."""
        known = self._stretch
        self.pictures = {**stretch.pictures, **self._head.pictures}
        self._stretch = replace(stretch, entries=known.entries)
        if [entry.id for entry in stretch.entries] != [entry.id for entry in self.entries]:
            self._set_all(stretch)
            return
        for entry in stretch.entries:
            self.show_entry(entry)
        if (stretch.before, stretch.after) != (known.before, known.after):
            self._set_around()

    def dress_again(self) -> None:
        top, lit = self.verticalScrollBar().value(), self._lit
        self._set_all(self._stretch)
        if lit is not None and lit < len(self.entries):
            self._tint(lit, is_lit=True)
            self._lit = lit
        self.verticalScrollBar().setValue(top)

    def show_entry(self, entry: Entry) -> None:
        """An entry as it is now, where it stands."""
        row = self.row_of(entry.id)
        if row is None:
            return
        self.entries = [*self.entries[:row], entry, *self.entries[row + 1 :]]
        self._stretch = replace(self._stretch, entries=self.entries)
        if self._columns(entry) != self._html.get(entry.id):
            top = self.verticalScrollBar().value()
            self._set(row, entry)
            self.verticalScrollBar().setValue(top)

    def light(self, id: str) -> bool:
        """Mark an entry as the one that is looked at, and bring it on the screen; False if it is not here."""
        row = self.row_of(id)
        if row is None or self._table is None:
            return False
        if row != self._lit:  # tinting has the whole table laid out again
            if self._lit is not None and self._lit < self._table.rows():
                self._tint(self._lit, is_lit=False)
            self._tint(row, is_lit=True)
            self._lit = row
        self._bring_up(row)
        return True

    def row_of(self, id: str) -> int | None:
        return next((row for row, entry in enumerate(self.entries) if entry.id == id), None)

    def _set_all(self, stretch: Stretch) -> None:
        self.dress()
        self.document().clear()
        self._html.clear()
        self._stretch, self.entries = stretch, list(stretch.entries)
        self._lit, self._table = None, None
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if self.entries:
            self._is_narrow = self._has_little_room()
            columns = 1 if self._is_narrow else 2
            self._table = cursor.insertTable(len(self.entries), columns, self._shape(is_rtl=stretch.is_rtl))
        for row, entry in enumerate(self.entries):
            self._set(row, entry)
        surrounding.put_around(self.document(), self._table, self._head, stretch)
        cursor.endEditBlock()

    def _set_around(self) -> None:
        """The head and the notes anew; the entries stay on the screen where they are."""
        bar, table = self.verticalScrollBar(), self._table
        top, value = self._top_of_entries(), bar.value()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        surrounding.put_around(self.document(), table, self._head, self._stretch)
        cursor.endEditBlock()
        bar.setValue(value and value + self._top_of_entries() - top)

    def _top_of_entries(self) -> int:
        if self._table is None:
            return 0
        return round(self.document().documentLayout().frameBoundingRect(self._table).top())

    def _shape(self, *, is_rtl: bool) -> QTextTableFormat:
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setCellSpacing(0)
        shape.setCellPadding(look.GRID + 2)
        width = QFontMetrics(look.small(tabular=True)).horizontalAdvance("00:00 GMT+00") + 3 * look.GRID
        time, words = QTextLength(QTextLength.Type.FixedLength, width), QTextLength()
        shape.setColumnWidthConstraints([words] if self._is_narrow else [time, words])
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        if is_rtl:
            shape.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return shape

    def _set(self, row: int, entry: Entry) -> None:
        if self._table is None:
            return
        self.set_count += 1
        self._html[entry.id] = self._columns(entry)
        for column, html in enumerate(self._html[entry.id]):
            cell = self._table.cellAt(row, column)
            cursor = cell.firstCursorPosition()
            cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            cursor.setBlockFormat(QTextBlockFormat())
            cursor.setBlockCharFormat(QTextCharFormat())
            cursor.insertHtml(html)
            _part_from_next(cell)

    def _columns(self, entry: Entry) -> tuple[str, ...]:
        if self._is_narrow:
            return (time_html(entry, is_one_line=True) + entry_html(entry),)
        return time_html(entry), entry_html(entry)

    def _has_little_room(self) -> bool:
        return self.viewport().width() < _NARROW * QFontMetrics(self.font()).averageCharWidth()

    def _tint(self, row: int, *, is_lit: bool) -> None:
        c = look.colours(self.palette())
        if self._table is not None:
            for column in range(self._table.columns()):
                cell = self._table.cellAt(row, column)
                shape = cell.format()
                if is_lit:
                    shape.setBackground(c.list)
                else:
                    shape.clearBackground()
                cell.setFormat(shape)

    def _bring_up(self, row: int) -> None:
        """On the screen, a little below its top; nothing moves if all of it is there."""
        if self._table is None:
            return
        layout = self.document().documentLayout()
        cell = self._table.cellAt(row, self._table.columns() - 1)
        first, last = cell.firstCursorPosition(), cell.lastCursorPosition()
        top = layout.blockBoundingRect(first.block()).top()
        end = layout.blockBoundingRect(last.block()).bottom()
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or end > bar.value() + room:
            bar.setValue(round(top - min(room / 4, max(0.0, room - (end - top)))))

    def _follow_link(self, link: QUrl) -> None:
        """A time leads to its entry, and so does a key event."""
        for entry in (*self._head.events, *self.entries):
            if leads_to(link.fragment(), entry):
                self.meant.emit(entry)
                return

    def _entry_at(self, event: QMouseEvent) -> Entry | None:
        if self._table is None:
            return None
        cell = self._table.cellAt(self.cursorForPosition(event.position().toPoint()))
        return self.entries[cell.row()] if cell.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._has_little_room() != self._is_narrow:
            QTimer.singleShot(0, self, self.dress_again)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection() and (entry := self._entry_at(event)) is not None:
            self.meant.emit(entry)


def _part_from_next(cell: QTextTableCell) -> None:
    """The first block of a cell takes no margin from HTML; a headline stands apart from its text all the same."""
    cursor = cell.firstCursorPosition()
    shape = cursor.blockFormat()
    if cell.column() and cell.firstCursorPosition().block() != cell.lastCursorPosition().block():
        shape.setBottomMargin(look.GRID // 2)
        cursor.setBlockFormat(shape)
