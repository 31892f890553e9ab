"""Finding words in a text as a person means them, and replacing them without disturbing the style around."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from newsdesk.domain.markup import Block, Body, Span


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to find. Without `match_case`, case, accents and ligatures make no difference."""

    words: str
    match_case: bool = False
    whole_words: bool = False


def fold(text: str) -> str:
    """Text as it compares when case and accents do not count; its length may change."""
    return "".join(map(_fold_character, text))


def places(text: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Where the words stand, as (start, end) in characters, from left to right and never overlapping."""
    if not wanted.words:
        return
    if wanted.match_case:
        haystack, origin = text, None
        needle = wanted.words
    else:
        haystack, origin = _folded_with_origin(text)
        needle = fold(wanted.words)
    if not needle:
        return
    edge = r"\b" if wanted.whole_words else ""
    for match in re.finditer(f"{edge}{re.escape(needle)}{edge}", haystack):
        if origin is None:
            yield match.span()
        elif _is_whole(origin, *match.span()):
            yield origin[match.start()], origin[match.end() - 1] + 1


def replace_in_text(text: str, wanted: Wanted, by: str) -> str:
    """The text with every place replaced, literally."""
    done = 0
    pieces = []
    for start, end in places(text, wanted):
        pieces += [text[done:start], by]
        done = end
    return "".join([*pieces, text[done:]])


def replace_in_body(body: Body, wanted: Wanted, by: str) -> Body:
    """The body with every place replaced; what comes in takes the style of the first character it replaces."""
    return tuple(_replace_in_block(block, wanted, by) for block in body)


def _replace_in_block(block: Block, wanted: Wanted, by: str) -> Block:
    found = list(places(block.text, wanted))
    if not found:
        return block
    styles = [replace(span, text="") for span in block.spans]
    letters = [(letter, style) for span, style in zip(block.spans, styles, strict=True) for letter in span.text]
    for start, end in reversed(found):
        letters[start:end] = [(letter, letters[start][1]) for letter in by]
    runs = groupby(letters, lambda letter: letter[1])
    return replace(block, spans=tuple(_span(style, "".join(letter for letter, _ in run)) for style, run in runs))


def _span(style: Span, text: str) -> Span:
    return replace(style, text=text)


@lru_cache(maxsize=4_096)
def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def _folded_with_origin(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place of the one it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    pieces = [_fold_character(character) for character in text]
    return "".join(pieces), [place for place, piece in enumerate(pieces) for _ in piece]


def _is_whole(origin: Sequence[int], start: int, end: int) -> bool:
    """Whether a match neither begins nor ends inside one character, such as the second s of ß."""
    begins = start == 0 or origin[start - 1] != origin[start]
    return begins and (end == len(origin) or origin[end] != origin[end - 1])
