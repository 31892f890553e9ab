"""Where two bodies differ: the smallest run of blocks, and in it the smallest run of characters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsdesk.domain.markup import Block, Kind, Span

Token = tuple[str, Span] | Block | None  # a character in its style, a card, the end of a block
END: Token = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Blocks `first:last` become `blocks`; after the first `start` tokens `removed` give way to `added`."""

    first: int
    last: int
    blocks: tuple[Block, ...]
    kept: Sequence[Token]
    removed: Sequence[Token]
    added: Sequence[Token]


def difference(old: Sequence[Block], new: Sequence[Block]) -> Difference | None:
    """How `old`, which may have empty blocks, becomes `new`; None where it already is."""
    start, new_start = _alike_from_start(old, new)
    if new_start == len(new) and all(block.is_empty for block in old[start:]):
        return None
    end, new_end = _alike_from_end(old, new, start, new_start)
    while start and old[start - 1].is_empty:
        start -= 1
    while end < len(old) and old[end].is_empty:
        end += 1
    is_before = False
    if start == end or new_start == new_end:
        if end < len(old):
            end, new_end, is_before = end + 1, new_end + 1, True
        elif start:
            start, new_start = start - 1, new_start - 1
    return _spliced(start, end, old[start:end], tuple(new[new_start:new_end]) or (Block(),), is_before)


def tokens(blocks: Sequence[Block]) -> list[Token]:
    result: list[Token] = []
    for number, block in enumerate(blocks):
        if number:
            result.append(END)
        result.extend(_tokens(block))
    return result


def _tokens(block: Block) -> Iterator[Token]:
    if block.kind in (Kind.IMAGE, Kind.EMBED):
        yield block
        return
    for span in block.spans:
        style = replace(span, text="")
        yield from ((character, style) for character in span.text)


def _alike_from_start(old: Sequence[Block], new: Sequence[Block]) -> tuple[int, int]:
    i = j = 0
    while i < len(old) and j < len(new):
        if old[i] == new[j]:
            j += 1
        elif not old[i].is_empty:
            break
        i += 1
    return i, j


def _alike_from_end(old: Sequence[Block], new: Sequence[Block], start: int, new_start: int) -> tuple[int, int]:
    i, j = len(old), len(new)
    while i > start and j > new_start:
        if old[i - 1] == new[j - 1]:
            j -= 1
        elif not old[i - 1].is_empty:
            break
        i -= 1
    return i, j


def _spliced(first: int, last: int, old: Sequence[Block], new: tuple[Block, ...], is_before: bool) -> Difference:
    a, b = tokens(old), tokens(new)
    shortest = min(len(a), len(b))
    if is_before:  # what is new stands before a block that stays: keep that one whole
        tail = _common(a[::-1], b[::-1], shortest)
        head = _common(a, b, shortest - tail)
    else:
        head = _common(a, b, shortest)
        tail = _common(a[::-1], b[::-1], shortest - head)
        slide = _slide_to_word(a, b, head, tail)
        head, tail = head - slide, tail + slide
    return Difference(first, last, new, a[:head], a[head : len(a) - tail], b[head : len(b) - tail])


def _common(a: Sequence[Token], b: Sequence[Token], most: int) -> int:
    count = 0
    while count < most and a[count] == b[count]:
        count += 1
    return count


def _slide_to_word(a: Sequence[Token], b: Sequence[Token], head: int, tail: int) -> int:
    """How far back the same change can be told so that it begins with a word: “two ”, not “wo t” of “two three”."""
    longer = a if len(a) > len(b) else b
    if len(a) == len(b) or head + tail != min(len(a), len(b)):
        return 0
    for slide in range(head):
        start, end = head - slide, len(longer) - tail - slide
        if _is_letter(longer[start]) and not _is_letter(longer[start - 1]):
            return slide
        if longer[start - 1] != longer[end - 1]:
            return 0
    return 0


def _is_letter(token: Token) -> bool:
    return isinstance(token, tuple) and token[0].isalnum()
