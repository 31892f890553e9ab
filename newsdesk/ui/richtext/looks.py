"""What a block and a span look like in a document, and what they are by their look.

The one colour in a format is that of links, since a key is dear where it is painted over the text; it
follows the palette by `set_link_colour` and `BodyDocument.recolour`.
"""

from functools import cache, lru_cache

from PySide6.QtGui import QColor, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from newsdesk.domain.html import read_html, to_html
from newsdesk.domain.markup import Block, Kind, Span
from newsdesk.ui.richtext.spelled_out import ORIGINAL

CARD_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
INDENT = 24  # pixels a level
CARDS = (Kind.IMAGE, Kind.EMBED)

_KIND = QTextFormat.Property.UserProperty.value + 1
_LEVEL = _KIND + 1
_ORDERED = _KIND + 2
_CARD = _KIND + 3
_KINDS = tuple(Kind)
_link_colour = QColor(0, 0, 255)
_STRONG_FROM = 650  # a subhead's plain weight is 600, of all else 400
_MARGINS = {Kind.SUBHEAD: (20, 4), Kind.ITEM: (0, 4), Kind.IMAGE: (12, 16), Kind.EMBED: (12, 16)}


@cache
def block_format(kind: Kind, level: int = 0, ordered: bool = False) -> QTextBlockFormat:
    format = QTextBlockFormat()
    format.setProperty(_KIND, _KINDS.index(kind))
    format.setProperty(_LEVEL, level)
    format.setProperty(_ORDERED, ordered)
    format.setIndent(level + 1 if kind is Kind.ITEM else int(kind is Kind.QUOTE))
    above, below = _MARGINS.get(kind, (8, 12))  # between two blocks the greater counts
    format.setTopMargin(above)
    format.setBottomMargin(below)
    if kind not in CARDS:
        format.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return format


def shape_of(block: QTextBlock) -> Block:
    """What the block is, without its text."""
    format = block.blockFormat()
    kind = _KINDS[format.intProperty(_KIND)]
    return _shape(kind, format.intProperty(_LEVEL), format.boolProperty(_ORDERED))


@lru_cache(maxsize=1024)
def char_format(strong: bool, em: bool, link: str, in_subhead: bool) -> QTextCharFormat:
    format = QTextCharFormat()
    if in_subhead:
        format.setProperty(QTextFormat.Property.FontSizeAdjustment.value, 1)
        format.setFontWeight(900 if strong else 600)
    elif strong:
        format.setFontWeight(700)
    if em:
        format.setFontItalic(True)
    if link:
        format.setAnchor(True)
        format.setAnchorHref(link)
        format.setFontUnderline(True)
        format.setForeground(_link_colour)
    return format


def set_link_colour(colour: QColor) -> None:
    """The colour of links from now on, in all documents."""
    global _link_colour  # noqa: PLW0603  there is one palette
    if colour != _link_colour:
        _link_colour = colour
        char_format.cache_clear()


def is_link_stale(format: QTextCharFormat) -> bool:
    """Whether it is a link in the colour of another palette."""
    return format.isAnchor() and format.foreground().color() != _link_colour


def span_format(span: Span, kind: Kind) -> QTextCharFormat:
    return char_format(span.strong, span.em, span.link, kind is Kind.SUBHEAD)


def style_of(format: QTextCharFormat) -> Span:
    """The style that a format shows, as a span without text."""
    return _style(format.fontWeight() > _STRONG_FROM, format.fontItalic(), format.anchorHref())


def looks_right(format: QTextCharFormat, kind: Kind) -> bool:
    """Whether text of this format stands in a block of its own kind (text moves when blocks are joined)."""
    is_subhead = format.intProperty(QTextFormat.Property.FontSizeAdjustment.value) == 1
    return is_subhead == (kind is Kind.SUBHEAD)


def restyled(format: QTextCharFormat, style: Span, kind: Kind) -> QTextCharFormat:
    """The format of the same characters in another style or kind of block."""
    right = span_format(style, kind)
    if not format.hasProperty(ORIGINAL):
        return right
    marked = QTextCharFormat(right)
    marked.setProperty(ORIGINAL, format.intProperty(ORIGINAL))
    return marked


def card_format(card: Block) -> QTextCharFormat:
    """An image or embed is one character that carries all of it."""
    format = QTextCharFormat()
    format.setObjectType(CARD_OBJECT)
    format.setProperty(_CARD, to_html((card,)))
    return format


def is_card(format: QTextFormat) -> bool:
    return format.objectType() == CARD_OBJECT


def card_of(format: QTextFormat) -> Block:
    return _read_card(format.stringProperty(_CARD))


@lru_cache(maxsize=64)
def _read_card(html: str) -> Block:
    return read_html(html)[0]


@cache
def _shape(kind: Kind, level: int, ordered: bool) -> Block:
    return Block(kind=kind, level=level, ordered=ordered)


@lru_cache(maxsize=1024)
def _style(strong: bool, em: bool, link: str) -> Span:
    return Span("", strong=strong, em=em, link=link)
