"""What the blocks of a document hold."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextFragment

from newsdesk.domain.markup import Block, Kind, Span
from newsdesk.ui.richtext.looks import CARDS, block_format, card_of, char_format, is_card, shape_of, style_of
from newsdesk.ui.richtext.spelled_out import CARD, original


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The runs of one format."""
    runs = block.begin()
    while not runs.atEnd():
        yield runs.fragment()
        runs += 1


def holds_card(block: QTextBlock) -> bool:
    return CARD in block.text() and any(is_card(fragment.charFormat()) for fragment in fragments(block))


def read_block(block: QTextBlock) -> Block:
    """The block as a body has it, its runs merged."""
    spans: list[Span] = []
    for fragment in fragments(block):
        format = fragment.charFormat()
        if is_card(format):
            return card_of(format)
        _append(spans, style_of(format), original(fragment.text(), format))
    shape = shape_of(block)
    kind = Kind.PARAGRAPH if shape.kind in CARDS else shape.kind  # the card is gone, its place is text
    return Block(kind=kind, level=shape.level, ordered=shape.ordered, spans=tuple(spans))


def separate_cards(block: QTextBlock) -> None:
    """Give each card of the block and the text around it blocks of their own."""
    runs = [(fragment.position(), fragment.length(), is_card(fragment.charFormat())) for fragment in fragments(block)]
    cursor = QTextCursor(block)
    for position, length, is_one in reversed(runs):
        if not is_one:
            continue
        for place in range(position + length - 1, position - 1, -1):
            _stand_alone(cursor, place)


def _stand_alone(cursor: QTextCursor, place: int) -> None:
    plain = block_format(Kind.PARAGRAPH), char_format(False, False, "", False)
    cursor.setPosition(place + 1)
    if not cursor.atBlockEnd():
        cursor.insertBlock(*plain)
    cursor.setPosition(place)
    card = card_of(_format_after(cursor))
    if not cursor.atBlockStart():
        cursor.insertBlock(block_format(card.kind))
    elif shape_of(cursor.block()).kind is not card.kind:
        cursor.setBlockFormat(block_format(card.kind))


def _format_after(cursor: QTextCursor) -> QTextCharFormat:
    after = QTextCursor(cursor)
    after.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return after.charFormat()


def _append(spans: list[Span], style: Span, text: str) -> None:
    if not text:  # half of a surrogate pair is no character
        return
    if spans and replace(spans[-1], text="") == style:
        spans[-1] = replace(style, text=spans[-1].text + text)
    else:
        spans.append(replace(style, text=text))

