"""What formatting does to the selected text, and what formatting the caret stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from newsdesk.domain.markup import Block, Kind, Span
from newsdesk.ui.richtext.looks import char_format, is_card, restyled, shape_of, style_of
from newsdesk.ui.richtext.reading import fragments, holds_card
from newsdesk.ui.richtext.writing import deepest_under, insert_spans, reshape, set_format, settle_levels


@dataclass(frozen=True, slots=True)
class FormatState:
    """The formatting at the caret, or of the selection where all of it has it."""

    kind: Kind = Kind.PARAGRAPH
    ordered: bool = False
    level: int = 0
    strong: bool = False
    em: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Restyling:
    """What changes in the style of text; what is None stays."""

    strong: bool | None = None
    em: bool | None = None
    link: str | None = None

    def of(self, style: Span) -> Span:
        return Span(
            style.text,
            strong=style.strong if self.strong is None else self.strong,
            em=style.em if self.em is None else self.em,
            link=style.link if self.link is None else self.link,
        )


PLAIN = Restyling(strong=False, em=False, link="")
UNLINKED = Restyling(link="")


def state_at(cursor: QTextCursor, typing: QTextCharFormat) -> FormatState:
    """`typing` is the format of what would be typed at the caret."""
    shape = shape_of(cursor.block())
    style = common_style(cursor) if cursor.hasSelection() else style_of(typing)
    return FormatState(shape.kind, shape.ordered, shape.level, style.strong, style.em, style.link)


def common_style(cursor: QTextCursor) -> Span:
    """The style that all of the selected text has."""
    styles = {style_of(format) for _, _, _, format in _selected_runs(cursor)}
    if not styles:
        return Span("")
    links = {style.link for style in styles}
    return Span(
        "",
        strong=all(style.strong for style in styles),
        em=all(style.em for style in styles),
        link=links.pop() if len(links) == 1 else "",
    )


def restyle(cursor: QTextCursor, change: Restyling) -> None:
    """Change the style of the selected text."""
    cursor.beginEditBlock()
    for block, start, length, format in list(_selected_runs(cursor)):
        set_format(block, start, length, restyled(format, change.of(style_of(format)), shape_of(block).kind))
    cursor.endEditBlock()


def restyled_typing(typing: QTextCharFormat, kind: Kind, change: Restyling) -> QTextCharFormat:
    """The format of what is typed next."""
    style = change.of(style_of(typing))
    return char_format(style.strong, style.em, style.link, kind is Kind.SUBHEAD)


def shape(cursor: QTextCursor, kind: Kind, *, ordered: bool = False) -> None:
    """Make every selected block that is text a block of this kind; items keep their level."""
    cursor.beginEditBlock()
    for block in list(selected_blocks(cursor)):
        if not holds_card(block):
            is_item = kind is Kind.ITEM
            level = shape_of(block).level if is_item else 0
            reshape(block, Block(kind=kind, level=level, ordered=ordered and is_item))
    settle_levels(block.next())
    cursor.endEditBlock()


def indent(cursor: QTextCursor, by: int) -> None:
    """Move the selected list items in or out; an item goes at most one level below the item above it."""
    cursor.beginEditBlock()
    for block in list(selected_blocks(cursor)):
        now = shape_of(block)
        if now.kind is not Kind.ITEM:
            continue
        level = max(0, min(now.level + by, deepest_under(block.previous())))
        if now.level + by < 0:
            reshape(block, Block())
        else:
            reshape(block, replace(now, level=level))
    settle_levels(block.next())
    cursor.endEditBlock()


def selected_blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The blocks that the selection touches; one of which it has only the very start is left out."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    if cursor.hasSelection() and last != block and last.position() == cursor.selectionEnd():
        last = last.previous()
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def link(cursor: QTextCursor, url: str, text: str) -> None:
    """Link the selected text, first put `text` in its place where that is given and another."""
    cursor.beginEditBlock()
    if text and text != cursor.selectedText():
        kind, start = shape_of(cursor.block()).kind, cursor.selectionStart()
        insert_spans(cursor, [replace(style_of(cursor.charFormat()), text=text, link=url)], kind)
        end = cursor.position()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    restyle(cursor, Restyling(link=url))
    cursor.endEditBlock()


def link_around(cursor: QTextCursor) -> QTextCursor:
    """A selection of the whole link in which the caret stands, or the cursor as it is."""
    if cursor.hasSelection():
        return cursor
    runs = [(f.position(), f.length(), f.charFormat().anchorHref()) for f in fragments(cursor.block())]
    place = cursor.position()
    here = next((n for n, (start, length, link) in enumerate(runs) if link and start <= place <= start + length), None)
    if here is None:
        return cursor
    first = last = here
    while first and runs[first - 1][2] == runs[here][2]:
        first -= 1
    while last + 1 < len(runs) and runs[last + 1][2] == runs[here][2]:
        last += 1
    around = QTextCursor(cursor)
    around.setPosition(runs[first][0])
    around.setPosition(runs[last][0] + runs[last][1], QTextCursor.MoveMode.KeepAnchor)
    return around


def _selected_runs(cursor: QTextCursor) -> Iterator[tuple[QTextBlock, int, int, QTextCharFormat]]:
    """The selected part of each run of text: its block, start, length and format."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for block in selected_blocks(cursor):
        for fragment in fragments(block):
            first = max(start, fragment.position())
            last = min(end, fragment.position() + fragment.length())
            if first < last and not is_card(fragment.charFormat()):
                yield block, first, last - first, fragment.charFormat()
