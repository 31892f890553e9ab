"""Which entry of a text that comes back is which of ours; the text carries no ids.

In this order: all of it is the same; stamp and headline are; the stamp is, and the text is the most
similar (of equally similar ones the place decides); the headline is, within 24 hours. The rest is new.
"""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import product

from newsdesk.domain.entry import Entry
from newsdesk.formats.plaintext.projection import lines_of, plain_entry

_FURTHEST = timedelta(hours=24)
_MOST_COMPARISONS = 400  # in one minute; where more stand in it, the place decides
_MOST_WORDS = 200  # of a text, to be compared


class MatchKind(StrEnum):
    SAME = "same"
    SAME_HEADLINE = "same stamp and headline"
    SIMILAR = "same stamp, most similar text"
    MOVED = "same headline, another time"


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry of ours and what it has become."""

    ours: Entry
    theirs: Entry
    kind: MatchKind

    @property
    def is_certain(self) -> bool:
        """What is not is shown for confirmation."""
        return self.kind in (MatchKind.SAME, MatchKind.SAME_HEADLINE)


@dataclass(frozen=True, slots=True)
class Match:
    """A returned text laid beside ours. The pairs and the new stand in its order, the absent in ours."""

    pairs: tuple[Pair, ...]
    new: tuple[Entry, ...]
    absent: tuple[Entry, ...]  # never deleted without being shown


def match_returned(ours: Sequence[Entry], theirs: Sequence[Entry]) -> Match:
    """Lays the entries of a text that came back beside ours."""
    table = _Table(ours, theirs)
    table.pair_by(plain_entry, MatchKind.SAME)
    table.pair_by(lambda entry: (_stamp(entry), entry.headline) if entry.headline else None, MatchKind.SAME_HEADLINE)
    table.pair_similar()
    table.pair_moved()
    return table.result()


def _stamp(entry: Entry) -> Hashable:
    time = entry.time
    return time.clock if time.moment else (time.clock, time.zone)


class _Table:
    """The entries not yet paired, by their places."""

    def __init__(self, ours: Sequence[Entry], theirs: Sequence[Entry]) -> None:
        self._ours, self._theirs = ours, theirs
        self._free_ours = dict.fromkeys(range(len(ours)))
        self._free_theirs = dict.fromkeys(range(len(theirs)))
        self._pairs: dict[int, Pair] = {}

    def pair_by(self, key: Callable[[Entry], Hashable], kind: MatchKind) -> None:
        """Pairs those of the same key, the first with the first; a key of None has no partner."""
        places: dict[Hashable, deque[int]] = defaultdict(deque)
        for place in self._free_ours:
            places[key(self._ours[place])].append(place)
        for place in list(self._free_theirs):
            wanted = key(self._theirs[place])
            if wanted is not None and places.get(wanted):
                self._pair(places[wanted].popleft(), place, kind)

    def pair_similar(self) -> None:
        """Within each minute, the most similar first."""
        ours, theirs = self._by_stamp(self._free_ours, self._ours), self._by_stamp(self._free_theirs, self._theirs)
        for stamp in ours.keys() & theirs.keys():
            for mine, other in self._ranked(ours[stamp], theirs[stamp]):
                if mine in self._free_ours and other in self._free_theirs:
                    self._pair(mine, other, MatchKind.SIMILAR)

    def pair_moved(self) -> None:
        """Those of the same headline, the nearest in time."""
        waiting: dict[str, list[int]] = defaultdict(list)
        for place in sorted(self._free_ours, key=lambda place: self._ours[place].time.sortable):
            if headline := self._ours[place].headline:
                waiting[headline].append(place)
        for other in list(self._free_theirs):
            entry = self._theirs[other]
            if entry.headline and (mine := self._take_nearest(waiting[entry.headline], entry)) is not None:
                self._pair(mine, other, MatchKind.MOVED)

    def result(self) -> Match:
        return Match(
            tuple(self._pairs[place] for place in sorted(self._pairs)),
            tuple(self._theirs[place] for place in self._free_theirs),
            tuple(self._ours[place] for place in self._free_ours),
        )

    def _pair(self, mine: int, other: int, kind: MatchKind) -> None:
        del self._free_ours[mine], self._free_theirs[other]
        self._pairs[other] = Pair(self._ours[mine], self._theirs[other], kind)

    def _by_stamp(self, places: Iterable[int], entries: Sequence[Entry]) -> dict[Hashable, list[int]]:
        found: dict[Hashable, list[int]] = defaultdict(list)
        for place in places:
            found[_stamp(entries[place])].append(place)
        return found

    def _ranked(self, ours: list[int], theirs: list[int]) -> Iterable[tuple[int, int]]:
        if len(ours) * len(theirs) > _MOST_COMPARISONS:
            return zip(ours, theirs, strict=False)
        pairs = product(enumerate(ours), enumerate(theirs))
        ranks = [(-self._similarity(mine, other), abs(i - j), mine, other) for (i, mine), (j, other) in pairs]
        return [(mine, other) for _, _, mine, other in sorted(ranks)]

    def _similarity(self, mine: int, other: int) -> float:
        return SequenceMatcher(None, _words(self._ours[mine]), _words(self._theirs[other]), autojunk=False).ratio()

    def _take_nearest(self, places: list[int], entry: Entry) -> int | None:
        """Takes the place of the nearest in time out of places that are in order of time."""
        moment = entry.time.sortable
        at = bisect_left(places, moment, key=lambda place: self._ours[place].time.sortable)
        near = [n for n in (at - 1, at) if 0 <= n < len(places)]
        distances = [(abs(self._ours[places[n]].time.sortable - moment), n) for n in near]
        distance, nearest = min(distances, default=(None, 0))
        return places.pop(nearest) if distance is not None and distance <= _FURTHEST else None


def _words(entry: Entry) -> list[str]:
    return " ".join((entry.headline, *lines_of(entry.body))).split()[:_MOST_WORDS]
