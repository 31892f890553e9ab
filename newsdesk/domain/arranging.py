"""The arrangement: edits that give entries their places."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from newsdesk.domain import order
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry

Place = tuple[str, str]  # an entry's order key and its id: what the arrangement sorts by


_FALLING = str.maketrans("0123456789", "9876543210")
MINUTE = 16  # characters of a record's time: "2022-01-06T05:41"
_EDGE = 64  # entries at each end of a blog that tell which way it runs
MANY = 2 * _EDGE + 1  # so many entries have two ends


class Sorting(StrEnum):
    """How a list is sorted."""

    ARRANGED = "arranged"
    NEWEST = "newest"
    OLDEST = "oldest"


class Key(NamedTuple):
    """What a list needs to know of every entry: where it stands and when it was."""

    order: str
    id: str
    time: str  # as a record has it; sorts as text

    @property
    def minute(self) -> str:
        """The moment in whole minutes, as a text that sorts; empty where it is not known."""
        return self.time[:MINUTE]


def telling_rows(count: int) -> tuple[range, ...]:
    """The rows whose minutes tell which way a blog of so many entries runs."""
    return (range(count),) if count < MANY else (range(_EDGE), range(count - _EDGE, count))


def is_newest_first(*minutes: Sequence[str]) -> bool:
    """Which way most neighbours stand in the telling rows, so that a few that stand astray turn nothing round.

    Newest first in doubt. What is not known is empty; moments of writing may be told beside those of the stamps.
    """
    pairs = (pair for run in minutes for pair in pairwise(run) if all(pair))
    return sum((above > below) - (above < below) for above, below in pairs) >= 0


def mirrored(time: str) -> str:
    """A time that sorts the other way."""
    return time.translate(_FALLING)


def astray(minutes: Sequence[str], *, newest_first: bool) -> frozenset[int]:
    """The rows that stand out of time order: all but those that every longest run in order has in common.

    So whoever was moved is marked, one or several, and not those between which they were put. Where either of two
    may have been moved, both are. What is not known is empty, and nowhere astray.
    """
    rows = [row for row, minute in enumerate(minutes) if minute]
    known = [minutes[row] for row in rows]
    in_order = sorted(known, reverse=newest_first)
    unlike = [n for n, (stands, belongs) in enumerate(zip(known, in_order, strict=True)) if stands != belongs]
    if not unlike:
        return frozenset()
    ranks = {minute: rank for rank, minute in enumerate(in_order)}
    questionable = slice(unlike[0], unlike[-1] + 1)  # what stands above and below is in every longest run
    rows, rising = rows[questionable], [ranks[minute] for minute in known[questionable]]
    to, onward = _longest_to(rising), _longest_to([-rank for rank in rising[::-1]])[::-1]
    longest = max(to, default=0)
    on_the_way = [before + after - 1 == longest for before, after in zip(to, onward, strict=True)]
    rivals = Counter(place for place, is_on in zip(to, on_the_way, strict=True) if is_on)
    return frozenset(
        row for row, place, is_on in zip(rows, to, on_the_way, strict=True) if not is_on or rivals[place] > 1
    )


def _longest_to(ranks: Sequence[int]) -> list[int]:
    """How many stand in the longest run that never falls and ends at each of these."""
    ends: list[int] = []
    lengths = []
    for rank in ranks:
        place = bisect_right(ends, rank)
        ends[place : place + 1] = [rank]
        lengths.append(place + 1)
    return lengths


def moved(entries: Sequence[Entry], low: str, high: str) -> Edit:
    """These entries, in this sequence, between two order keys; an empty key is the open end.

    Raises ValueError unless low < high (or one is open).
    """
    keys = order.spread(len(entries), low, high)
    placed = [replace(entry, order=key) for entry, key in zip(entries, keys, strict=True)]
    return Edit.of("Move entry" if len(placed) == 1 else f"Move {len(placed)} entries", entries, placed)


def has_room(low: str, high: str) -> bool:
    """Whether keys between these two stay short; if not, the neighbours are spread anew as well."""
    return not (low and high) or (low < high and len(order.between(low, high)) <= order.LONGEST)
