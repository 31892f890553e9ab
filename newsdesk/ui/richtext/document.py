"""A body as a QTextDocument, read back without loss and changed as little as possible."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from newsdesk.domain.markup import Block, Body, Kind, normal
from newsdesk.ui.richtext.looks import CARDS, shape_of
from newsdesk.ui.richtext.reading import holds_card, read_block, separate_cards
from newsdesk.ui.richtext.splice import Difference, difference
from newsdesk.ui.richtext.writing import (
    insert_block,
    insert_tokens,
    places,
    present,
    recolour_links,
    reshape,
    settle_levels,
)


class BodyDocument(QTextDocument):
    """Knows which of its blocks changed, so that reading it after one key reads one block.

    Blocks that are empty while somebody types stand in the document and not in the body.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.documentLayout()  # without one a document announces no change
        self._read: list[Block | None] = [None]  # None where a block changed since it was read
        self._is_untidy = False
        self.contentsChange.connect(self._note_change)
        self.contentsChanged.connect(self._tidy)
        self.show(())

    def show(self, body: Body) -> None:
        """Put another body in its place."""
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for number, block in enumerate(body or (Block(),)):
            insert_block(cursor, block, is_first=not number)
        cursor.endEditBlock()

    def body(self) -> Body:
        body = tuple(block for block in self.blocks() if not block.is_empty)
        return body if _are_levels_right(body) else normal(body)

    def blocks(self) -> list[Block]:
        """All blocks, those that are empty too, one for each block of the document."""
        for number, known in enumerate(self._read):
            if known is None:
                self._read[number] = read_block(self.findBlockByNumber(number))
        return [block for block in self._read if block is not None]

    def forget(self) -> None:
        """Read everything anew the next time."""
        self._read = [None] * self.blockCount()

    def update(self, body: Body) -> int | None:
        """Become `body` by the smallest change; the place where it ends, None if nothing changes."""
        change = difference(self.blocks(), body)
        return None if change is None else self._splice(change)

    def recolour(self) -> None:
        """Give the links their colour again after the palette changed."""
        block = self.begin()
        while block.isValid():
            recolour_links(block)
            block = block.next()

    def _splice(self, change: Difference) -> int:
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        start = self.findBlockByNumber(change.first).position() + places(change.kept)
        cursor.setPosition(start)
        cursor.setPosition(start + places(change.removed), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        insert_tokens(cursor, change.added)
        for number, block in enumerate(change.blocks, change.first):
            reshape(self.findBlockByNumber(number), block)
        cursor.endEditBlock()
        ends_block = bool(change.added) and change.added[-1] is None
        return start + places(change.added) - ends_block

    def _note_change(self, position: int, removed: int, added: int) -> None:
        count = self.blockCount()
        block = self.findBlock(position)
        first = block.blockNumber()
        last = self.findBlock(position + added).blockNumber() if added else first
        grown = count - len(self._read)
        if first < 0 or last < 0 or last + 1 - grown < first:
            self._read = [None] * count
        else:
            self._read[first : last + 1 - grown] = [None] * (last + 1 - first)
        if grown or removed or shape_of(block).kind in CARDS:
            self._is_untidy = True

    def _tidy(self) -> None:
        """After blocks were joined or cut, text looks like its block again and each card stands alone."""
        if not self._is_untidy:
            return
        self._is_untidy = False
        changed = [self.findBlockByNumber(number) for number, known in enumerate(self._read) if known is None]
        for block in changed:
            _tidy_block(block)
        if changed:
            settle_levels(changed[-1].next())

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Nothing in a text makes it open a file or ask a network."""
        return None


def _tidy_block(block: QTextBlock) -> None:
    if holds_card(block):
        separate_cards(block)
    elif shape_of(block).kind in CARDS:  # the card is gone, its place is text
        reshape(block, Block())
    present(block)


def _are_levels_right(body: Body) -> bool:
    allowed = 0
    for block in body:
        if block.level > allowed:
            return False
        allowed = block.level + 1 if block.kind is Kind.ITEM else 0
    return True
