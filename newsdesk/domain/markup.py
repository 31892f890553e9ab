"""Rich text as a flat tuple of blocks, each a tuple of styled spans.

Nothing here knows how it is written down: `html` keeps it, `ui.richtext` shows it.
Text is sacred: no trimming, no normalisation. A line feed inside a span is an explicit break.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

_DEEPEST = 8  # deeper lists are flattened to this level


class Kind(StrEnum):
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    QUOTE = "quote"
    ITEM = "item"
    IMAGE = "image"
    EMBED = "embed"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; `link` is a URL or empty."""

    text: str
    strong: bool = False
    em: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block. The spans are an image's caption and an embed's readable text."""

    kind: Kind = Kind.PARAGRAPH
    spans: tuple[Span, ...] = ()
    level: int = 0  # of a list item: 0 is outermost
    ordered: bool = False  # of a list item
    url: str = ""  # of an embed; of an image: "attachment:" and the hash of its bytes
    alt: str = ""  # of an image
    credit: str = ""  # of an image

    @property
    def text(self) -> str:
        return self.spans[0].text if len(self.spans) == 1 else "".join(span.text for span in self.spans)

    @property
    def is_empty(self) -> bool:
        return not self.spans and self.kind not in (Kind.IMAGE, Kind.EMBED)


Body = tuple[Block, ...]


def paragraphs(*texts: str) -> Body:
    """A plain body, one paragraph a text; empty texts are left out."""
    return tuple([Block(spans=(Span(text),)) for text in texts if text])


def normal(blocks: Iterable[Block]) -> Body:
    """The one canonical form: runs merged, empty spans and blocks dropped, list levels without jumps."""
    return tuple(_levelled(block for block in map(_merged, blocks) if not block.is_empty))


def _merged(block: Block) -> Block:
    if len(block.spans) == 1 and block.spans[0].text:
        return block
    runs = groupby((span for span in block.spans if span.text), lambda span: replace(span, text=""))
    return replace(block, spans=tuple(replace(style, text="".join(s.text for s in run)) for style, run in runs))


def _levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    allowed = 0
    for block in blocks:
        if block.kind is not Kind.ITEM:
            allowed = 0
            yield replace(block, level=0, ordered=False) if block.level or block.ordered else block
            continue
        level = max(0, min(block.level, allowed, _DEEPEST))
        allowed = level + 1
        yield replace(block, level=level)


def texts(body: Body) -> tuple[str, ...]:
    """The plain text of each block, in order."""
    return tuple(block.text for block in body)


def words(body: Body) -> int:
    """How many words a reader would count."""
    return sum(len(text.split()) for text in texts(body))
