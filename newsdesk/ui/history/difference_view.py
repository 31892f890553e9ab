"""Differences for reading: what was removed is struck, what was added is underlined, both on a ground of their own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from newsdesk.desk.history import Told, Visit
from newsdesk.domain.blog import Blog
from newsdesk.domain.difference import Piece, Side
from newsdesk.ui import look
from newsdesk.ui.controls import ThinScrollBar
from newsdesk.ui.words import tr

_BETWEEN = "\N{THIN SPACE}"  # what was removed and what was added in its place


class DifferenceView(QTextEdit):
    """Shows visits; nothing in it can be edited, everything can be read, selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._visits: Sequence[Visit] = ()
        self._is_named = False
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(look.text())
        self.setAccessibleName(tr("What changed"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.document().setDocumentMargin(3 * look.GRID)

    def show_visits(self, visits: Sequence[Visit], *, is_named: bool = False) -> None:
        """Show what these visits changed, each under the name of what it changed if that is wanted."""
        self._visits, self._is_named = visits, is_named
        self._write()

    def lines(self) -> list[str]:
        """The same in plain lines, with marks."""
        return [told.line for visit in self._visits for told in visit.told()]

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for number, visit in enumerate(self._visits):
            if self._is_named:
                self._add(cursor, _name(visit), _plain(semibold=True), above=3 * look.GRID if number else 0)
            self._write_visit(cursor, visit)
        if self._is_named and not self._visits:  # an export
            self._add(cursor, tr("Nothing in the blog was changed by this."), self._quiet())
        if any(_is_marked(visit) for visit in self._visits):
            self._write_legend(cursor)
        self.setAccessibleDescription("\n".join(self.lines()))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_visit(self, cursor: QTextCursor, visit: Visit) -> None:
        if visit.before is None or visit.after is None:
            self._add(cursor, _came_or_went(visit), self._quiet())
        told = visit.told()
        for one in told:
            self._add(cursor, tr(one.field[:1].upper() + one.field[1:]), self._quiet(), above=2 * look.GRID)
            self._write_told(cursor, one, is_whole=visit.before is None or visit.after is None)
        if not told:
            self._add(cursor, tr("Nothing that is read has changed: its place, or its state."), self._quiet())

    def _write_told(self, cursor: QTextCursor, told: Told, *, is_whole: bool) -> None:
        if told.is_formatting and not is_whole:
            self._add(cursor, tr("Only its formatting"), _plain())
            return
        self._add(cursor, "", _plain())
        last = ""
        for piece in told.pieces:
            if last and piece.side is Side.ADDED and not last[-1].isspace() and not is_whole:
                cursor.insertText(_BETWEEN, _plain())
            cursor.insertText(piece.text, _plain() if is_whole else self._format(piece))
            last = piece.text if piece.side is Side.REMOVED else ""

    def _write_legend(self, cursor: QTextCursor) -> None:
        self._add(cursor, "", _plain(), above=4 * look.GRID)
        for side, text in ((Side.REMOVED, tr("removed")), (Side.ADDED, tr("added"))):
            format = self._format(Piece(side, text))
            format.setFontPointSize(look.small().pointSizeF())
            cursor.insertText(text, format)
            cursor.insertText("  ", _plain())

    def _add(self, cursor: QTextCursor, text: str, format: QTextCharFormat, above: int = 0) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(text, format)

    def _format(self, piece: Piece) -> QTextCharFormat:
        format, c = _plain(), look.colours(self.palette())
        if piece.side is Side.REMOVED:
            format.setFontStrikeOut(True)
            format.setBackground(c.error)
            format.setForeground(c.on_error)
        elif piece.side is Side.ADDED:
            format.setFontUnderline(True)
            format.setFontWeight(QFont.Weight.DemiBold)
            format.setBackground(c.chosen)
            format.setForeground(c.ink)
        return format

    def _quiet(self) -> QTextCharFormat:
        format = _plain()
        format.setForeground(look.colours(self.palette()).dim)
        format.setFontPointSize(look.small().pointSizeF())
        return format

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_visits"):
            self._write()


def _plain(*, semibold: bool = False) -> QTextCharFormat:
    format = QTextCharFormat()
    if semibold:
        format.setFontWeight(QFont.Weight.DemiBold)
    return format


def _is_marked(visit: Visit) -> bool:
    """Whether words of it are shown as removed or added."""
    is_change = visit.before is not None and visit.after is not None
    return is_change and any(not told.is_formatting for told in visit.told())


def _came_or_went(visit: Visit) -> str:
    if isinstance(visit.after or visit.before, Blog):
        return tr("Made") if visit.before is None else tr("Deleted")
    return tr("Added to the blog") if visit.before is None else tr("Deleted from the blog")


def _name(visit: Visit) -> str:
    value = visit.after or visit.before
    if value is None:
        return tr("What was erased for ever")
    if isinstance(value, Blog):
        return tr("The blog: {0}").format(value.headline or tr("Untitled blog"))
    words = value.headline or " ".join(block.text for block in value.body)[:80]
    return f"{value.time.local:%H:%M} {words or tr('No headline yet')}"
