"""The difference of two texts, word by word, in bounded time.

Words that both texts have exactly once anchor the comparison (patience diff); what lies between two
anchors is compared closely while it is small. Where texts share nothing to hold on to, a stretch is
told as replaced whole, so that no text, however long, makes anybody wait.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from newsdesk.domain.markup import Block, Body, Kind

_WORD = re.compile(r"(?:\w+(?:['’]\w+)*|[^\w\s]|(?=\s))(\s*)")
_CLOSE = 10_000  # word pairs that one stretch may have to be compared closely
_PATIENCE = 300_000  # word pairs that are compared closely in all
_DEEPEST = 12  # how often a stretch between anchors is searched for anchors of its own


class Side(StrEnum):
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: kept and removed pieces make up the old text, kept and added ones the new."""

    side: Side
    text: str

    @property
    def marked(self) -> str:
        """The piece with marks that need no colour: [-removed-] and {+added+}."""
        before, after = _MARKS[self.side]
        return f"{before}{self.text}{after}"


def by_word(before: str, after: str) -> tuple[Piece, ...]:
    """How one text became the other; where something was replaced, what was removed stands first."""
    old, new = _words(before), _words(after)
    pairs = _Matching([word.key for word in old], [word.key for word in new]).pairs()
    return tuple(_merged(_pieces(old, new, pairs)))


def readable(body: Body) -> str:
    """A body as one plain text, one block a line, in which nothing a reader would see is missing."""
    return "\n".join(map(_line, body))


def _line(block: Block) -> str:
    if block.kind is Kind.ITEM:
        return f"{'  ' * block.level}{'1.' if block.ordered else '•'} {block.text}"
    parts = (block.text, block.alt, block.credit, block.url if block.kind is Kind.EMBED else "")
    return " | ".join(filter(None, parts))


class _Word(NamedTuple):
    key: str
    space: str  # the white space that follows it


def _words(text: str) -> list[_Word]:
    return [_Word(m[0][: len(m[0]) - len(m[1])], m[1]) for m in _WORD.finditer(text) if m[0]]


class _Matching:
    """Finds the words that stay, as pairs of places, in order."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._old, self._new = old, new
        self._patience = _PATIENCE

    def pairs(self) -> list[tuple[int, int]]:
        return list(self._between(0, len(self._old), 0, len(self._new), 0))

    def _between(self, a: int, a_end: int, b: int, b_end: int, depth: int) -> Iterator[tuple[int, int]]:
        while a < a_end and b < b_end and self._old[a] == self._new[b]:
            yield a, b
            a, b = a + 1, b + 1
        tail = 0
        while a < a_end - tail and b < b_end - tail and self._old[a_end - tail - 1] == self._new[b_end - tail - 1]:
            tail += 1
        if a < a_end - tail and b < b_end - tail:
            yield from self._inside(a, a_end - tail, b, b_end - tail, depth)
        yield from ((a_end - left, b_end - left) for left in range(tail, 0, -1))

    def _inside(self, a: int, a_end: int, b: int, b_end: int, depth: int) -> Iterator[tuple[int, int]]:
        size = (a_end - a) * (b_end - b)
        if size <= min(_CLOSE, self._patience):
            self._patience -= size
            yield from self._closely(a, a_end, b, b_end)
            return
        anchors = self._anchors(a, a_end, b, b_end) if depth < _DEEPEST else []
        if not anchors:
            return
        for old, new in anchors:
            yield from self._between(a, old, b, new, depth + 1)
            yield old, new
            a, b = old + 1, new + 1
        yield from self._between(a, a_end, b, b_end, depth + 1)

    def _closely(self, a: int, a_end: int, b: int, b_end: int) -> Iterator[tuple[int, int]]:
        matcher = SequenceMatcher(None, self._old[a:a_end], self._new[b:b_end], autojunk=False)
        for match in matcher.get_matching_blocks():
            yield from ((a + match.a + step, b + match.b + step) for step in range(match.size))

    def _anchors(self, a: int, a_end: int, b: int, b_end: int) -> list[tuple[int, int]]:
        """The longest run, rising on both sides, of words that stand exactly once on both."""
        there = _once(self._new, b, b_end)
        here = _once(self._old, a, a_end)
        return _rising([(place, there[word]) for word, place in here.items() if word in there])


def _once(words: Sequence[str], start: int, end: int) -> dict[str, int]:
    counts = Counter(words[start:end])
    return {words[place]: place for place in range(start, end) if counts[words[place]] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second places rise; the first ones do already."""
    tops: list[int] = []  # the smallest end of a run of each length
    ends: list[int] = []  # and which pair that is
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        tops[length:length + 1] = [place]
        ends[length:length + 1] = [number]
        before.append(ends[length - 1] if length else -1)
    run: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _pieces(old: list[_Word], new: list[_Word], pairs: list[tuple[int, int]]) -> Iterator[Piece]:
    a = b = 0
    for there, here in [*pairs, (len(old), len(new))]:
        yield Piece(Side.REMOVED, _text(old[a:there]))
        yield Piece(Side.ADDED, _text(new[b:here]))
        if there < len(old) and here < len(new):
            yield from _kept(old[there], new[here])
        a, b = there + 1, here + 1


def _kept(old: _Word, new: _Word) -> Iterator[Piece]:
    if old.space == new.space:
        yield Piece(Side.KEPT, old.key + old.space)
        return
    yield Piece(Side.KEPT, old.key)
    yield Piece(Side.REMOVED, old.space)
    yield Piece(Side.ADDED, new.space)


def _text(words: list[_Word]) -> str:
    return "".join(word.key + word.space for word in words)


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one side as one piece; between two kept pieces, removed stands before added."""
    waiting: dict[Side, str] = dict.fromkeys(Side, "")
    for piece in pieces:
        if not piece.text:
            continue
        is_kept = piece.side is Side.KEPT
        if is_kept != bool(waiting[Side.KEPT]):
            yield from _waiting(waiting)
            waiting = dict.fromkeys(Side, "")
        waiting[piece.side] += piece.text
    yield from _waiting(waiting)


def _waiting(waiting: dict[Side, str]) -> Iterator[Piece]:
    return (Piece(side, text) for side, text in waiting.items() if text)


_MARKS = {Side.KEPT: ("", ""), Side.REMOVED: ("[-", "-]"), Side.ADDED: ("{+", "+}")}
