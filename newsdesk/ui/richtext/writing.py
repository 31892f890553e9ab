"""How blocks and characters are put into a document."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from newsdesk.domain.markup import Block, Kind, Span
from newsdesk.ui.richtext.looks import (
    CARDS,
    block_format,
    card_format,
    char_format,
    is_card,
    is_link_stale,
    looks_right,
    restyled,
    shape_of,
    span_format,
    style_of,
)
from newsdesk.ui.richtext.reading import fragments
from newsdesk.ui.richtext.spelled_out import CARD, pieces, units
from newsdesk.ui.richtext.splice import Token

DEEPEST = 8


def insert_block(cursor: QTextCursor, block: Block, *, is_first: bool) -> None:
    """Write a block behind the cursor's; the first is written into it."""
    shape, plain = block_format(block.kind, block.level, block.ordered), plain_format(block.kind)
    if is_first:
        cursor.setBlockFormat(shape)
        cursor.setBlockCharFormat(plain)
    else:
        cursor.insertBlock(shape, plain)
    if block.kind in CARDS:
        cursor.insertText(CARD, card_format(block))
    else:
        insert_spans(cursor, block.spans, block.kind)


def insert_spans(cursor: QTextCursor, spans: Iterable[Span], kind: Kind) -> None:
    for span in spans:
        for text, format in pieces(span.text, span_format(span, kind)):
            cursor.insertText(text, format)


def insert_tokens(cursor: QTextCursor, tokens: Sequence[Token]) -> None:
    """Write characters, cards and block ends; the blocks get their right shape afterwards."""
    for style, run in groupby(tokens, lambda token: token[1] if isinstance(token, tuple) else None):
        if style is not None:
            insert_spans(cursor, [replace(style, text=_text(run))], Kind.PARAGRAPH)
            continue
        for token in run:
            if isinstance(token, Block):
                cursor.insertText(CARD, card_format(token))
            else:
                cursor.insertBlock()


def places(tokens: Sequence[Token]) -> int:
    """How many places of a document the tokens take."""
    return units(_text(tokens))


def reshape(block: QTextBlock, shape: Block) -> None:
    """Make a block the kind of block it should be."""
    now = shape_of(block)
    if (now.kind, now.level, now.ordered) != (shape.kind, shape.level, shape.ordered):
        QTextCursor(block).setBlockFormat(block_format(shape.kind, shape.level, shape.ordered))
    present(block)


def present(block: QTextBlock) -> None:
    """Make the text of a block look as its kind does."""
    kind = shape_of(block).kind
    wrong = [
        (fragment.position(), fragment.length(), fragment.charFormat())
        for fragment in fragments(block)
        if not is_card(fragment.charFormat()) and not looks_right(fragment.charFormat(), kind)
    ]
    for position, length, format in wrong:
        set_format(block, position, length, restyled(format, style_of(format), kind))
    if not looks_right(block.charFormat(), kind):
        QTextCursor(block).setBlockCharFormat(plain_format(kind))


def recolour_links(block: QTextBlock) -> None:
    """Give links of another palette their colour."""
    kind = shape_of(block).kind
    for run in block.textFormats():
        if is_link_stale(run.format):
            fresh = restyled(run.format, style_of(run.format), kind)
            set_format(block, block.position() + run.start, run.length, fresh)


def settle_levels(block: QTextBlock) -> None:
    """From this block on, let no item of its list stand deeper than one below the item above it."""
    while block.isValid() and (shape := shape_of(block)).kind is Kind.ITEM:
        if shape.level <= (deepest := deepest_under(block.previous())):
            return
        reshape(block, replace(shape, level=deepest))
        block = block.next()


def deepest_under(above: QTextBlock) -> int:
    """The deepest level of a list item under this block."""
    if not above.isValid() or (shape := shape_of(above)).kind is not Kind.ITEM:
        return 0
    return min(shape.level + 1, DEEPEST)


def set_format(block: QTextBlock, position: int, length: int, format: QTextCharFormat) -> None:
    cursor = QTextCursor(block)
    cursor.setPosition(position)
    cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(format)


def plain_format(kind: Kind) -> QTextCharFormat:
    return char_format(False, False, "", kind is Kind.SUBHEAD)


def _text(tokens: Iterable[Token]) -> str:
    return "".join(token[0] if isinstance(token, tuple) else CARD for token in tokens)
