"""The selected text as a body, and a body put in at the caret."""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.domain.markup import Block, Body, Kind, Span, normal
from newsdesk.ui.richtext.formatting import selected_blocks
from newsdesk.ui.richtext.looks import CARDS, shape_of, style_of
from newsdesk.ui.richtext.reading import fragments, holds_card, read_block
from newsdesk.ui.richtext.spelled_out import original
from newsdesk.ui.richtext.writing import insert_block, insert_spans, reshape


def selected_body(cursor: QTextCursor) -> Body:
    """What is selected; a part of one block is a plain paragraph."""
    blocks = list(selected_blocks(cursor)) if cursor.hasSelection() else []
    body = [_selected_part(block, cursor) for block in blocks]
    if len(body) == 1 and body[0].kind not in CARDS and body[0] != read_block(blocks[0]):
        body = [Block(spans=body[0].spans)]
    return normal(body)


def selected_parts(cursor: QTextCursor) -> list[tuple[int, int, int]]:
    """What is selected as block numbers, each with its first character and the one after its last."""
    return [_part(block, cursor) for block in selected_blocks(cursor)] if cursor.hasSelection() else []


def insert_body(cursor: QTextCursor, body: Body) -> None:
    """Put a body in place of the selection; plain text joins the text that it is put into."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for number, block in enumerate(body):
        if not number and _joins(block, cursor.block()):
            insert_spans(cursor, block.spans, shape_of(cursor.block()).kind)
        else:
            insert_block(cursor, block, is_first=not number and _is_bare(cursor.block()))
            reshape(cursor.block(), block)
    cursor.endEditBlock()


def insert_card(cursor: QTextCursor, card: Block) -> None:
    """Put an image or embed under the caret's paragraph, and the caret under the card."""
    cursor.beginEditBlock()
    if not _is_bare(cursor.block()):
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    insert_block(cursor, card, is_first=_is_bare(cursor.block()))
    if not cursor.block().next().isValid():
        insert_block(cursor, Block(), is_first=False)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    cursor.endEditBlock()


def _joins(block: Block, into: QTextBlock) -> bool:
    return block.kind is Kind.PARAGRAPH and not holds_card(into)


def _is_bare(block: QTextBlock) -> bool:
    return block.length() == 1


def _selected_part(block: QTextBlock, cursor: QTextCursor) -> Block:
    whole = read_block(block)
    if whole.kind in CARDS:
        return whole
    spans: list[Span] = []
    for fragment in fragments(block):
        first = max(cursor.selectionStart() - fragment.position(), 0)
        last = min(cursor.selectionEnd() - fragment.position(), fragment.length())
        if first < last:
            text = _cut(fragment.text(), first, last)
            format = fragment.charFormat()
            spans.append(replace(style_of(format), text=original(text, format)))
    return replace(whole, spans=tuple(spans))


def _part(block: QTextBlock, cursor: QTextCursor) -> tuple[int, int, int]:
    places = (max(place - block.position(), 0) for place in (cursor.selectionStart(), cursor.selectionEnd()))
    first, last = (len(_cut(block.text(), 0, place)) for place in places)
    return block.blockNumber(), first, last


def _cut(text: str, first: int, last: int) -> str:
    """A part of a text by places of a document (UTF-16 units)."""
    return text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le", "replace")


def parts_at(cursor: QTextCursor) -> tuple[Body, Body]:
    """The bodies before and after the caret."""
    place = cursor.selectionStart()
    before, after = QTextCursor(cursor.document()), QTextCursor(cursor.document())
    before.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    after.setPosition(place)
    after.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    return selected_body(before), selected_body(after)
