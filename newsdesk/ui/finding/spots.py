"""Where words stand in the documents on the screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsdesk.domain.finding import Wanted, places
from newsdesk.ui.two_lines import units


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in one of the editors, in units of Qt."""

    edit: QTextEdit
    start: int
    end: int

    @property
    def is_selected(self) -> bool:
        cursor = self.edit.textCursor()
        return (cursor.selectionStart(), cursor.selectionEnd()) == (self.start, self.end)

    def cursor(self) -> QTextCursor:
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(self.start)
        cursor.setPosition(self.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def select(self) -> None:
        self.edit.setTextCursor(self.cursor())
        self.edit.ensureCursorVisible()


def spots(edit: QTextEdit, wanted: Wanted) -> Iterator[Spot]:
    """All places of the words in an editor, from its beginning."""
    block = edit.document().begin()
    while block.isValid():
        text = block.text()
        for start, end in places(text, wanted):
            yield Spot(edit, block.position() + units(text[:start]), block.position() + units(text[:end]))
        block = block.next()
