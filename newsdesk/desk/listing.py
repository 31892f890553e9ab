"""The keys of a whole blog, small enough to hold for a hundred thousand entries, and quick to find one in."""

import zlib
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice
from operator import eq
from typing import TYPE_CHECKING

from newsdesk.desk.viewing import AS_ARRANGED, View, read_keys
from newsdesk.domain import arranging
from newsdesk.domain.arranging import Key, Place
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import time_to_text

if TYPE_CHECKING:
    from newsdesk.desk.desk import Desk

UNKNOWN = Key("", "", "")
_ROOM = 64  # keys a chunk; packed, an entry takes some 35 bytes instead of 300


class Listing:
    """Keys in the arrangement's order, by row. Chunks are packed; the last few that were read stay open."""

    def __init__(self, keys: Iterable[Key] = ()) -> None:
        self._packed: list[bytes] = []
        self._firsts: list[Place] = []
        self._sizes: list[int] = []
        waiting = iter(keys)
        while chunk := list(islice(waiting, _ROOM)):
            self._put(len(self._packed), chunk)
        self._shift()

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, row: int) -> Key:
        number = bisect_right(self._ends, row)
        return self._chunk(number)[row - self._start(number)]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Listing) or len(self) != len(other):
            return False
        return self._packed == other._packed or all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # it changes

    def __iter__(self) -> Iterator[Key]:
        for number in range(len(self._packed)):
            yield from _unpacked(self._packed[number])

    def stretch(self, first: int, last: int) -> list[Key]:
        """The keys from a row on, up to another."""
        number = bisect_right(self._ends, first)
        chunks = chain.from_iterable(map(self._chunk, range(number, len(self._packed))))
        return list(islice(chunks, first - self._start(number), last - self._start(number)))

    def ids(self, rows: Sequence[int]) -> list[str]:
        """The ids in rising rows, of all of them in the time of a few frames."""
        found: list[str] = []
        while len(found) < len(rows):
            first = len(found)
            number = bisect_right(self._ends, rows[first])
            start, ids = self._start(number), _ids(self._packed[number])
            found += [ids[row - start] for row in rows[first : bisect_left(rows, self._ends[number], first)]]
        return found

    def rows_of(self, ids: frozenset[str]) -> list[int]:
        """The rows of those of these entries that are in it."""
        found: list[int] = []
        for number, packed in enumerate(self._packed):
            of_chunk = _ids(packed)
            if not ids.isdisjoint(of_chunk):
                found += [row for row, id in enumerate(of_chunk, self._start(number)) if id in ids]
        return found

    def row_of(self, place: Place) -> int | None:
        """The row of an entry that stands at a place, or None."""
        row = self.row_for(place)
        return row if row < len(self) and self[row][:2] == place else None

    def row_for(self, place: Place) -> int:
        """The row that an entry has, or would have, at a place."""
        number = self._number_for(place)
        return self._start(number) + bisect_left(self._chunk(number), place) if self._packed else 0

    def insert(self, key: Key) -> int:
        """Put a key where it belongs; returns its row."""
        row = self.row_for(key[:2])
        if not self._packed:
            self._put(0, [key])
            self._shift()
        else:
            number = self._number_for(key[:2])
            chunk = [*self._chunk(number)]
            chunk.insert(row - self._start(number), key)
            self._replace(number, chunk)
        return row

    def remove(self, row: int) -> None:
        number = bisect_right(self._ends, row)
        chunk = [*self._chunk(number)]
        del chunk[row - self._start(number)]
        self._replace(number, chunk)

    def exchange(self, row: int, key: Key) -> None:
        """Take the key out of a row, and put another where it belongs."""
        number = bisect_right(self._ends, row)
        if number == self._number_for(key[:2]):
            chunk = [*self._chunk(number)]
            del chunk[row - self._start(number)]
            insort(chunk, key)
            self._replace(number, chunk)
        else:
            self.remove(row)
            self.insert(key)

    def _number_for(self, place: Place) -> int:
        return max(0, bisect_right(self._firsts, place) - 1)

    def _replace(self, number: int, chunk: list[Key]) -> None:
        if 0 < len(chunk) < 2 * _ROOM:
            self._packed[number], self._firsts[number], self._open[number] = _packed(chunk), chunk[0][:2], chunk
            if self._sizes[number] != len(chunk):
                self._sizes[number] = len(chunk)
                self._ends = list(accumulate(self._sizes))
            return
        del self._packed[number], self._firsts[number], self._sizes[number]
        for place, half in enumerate(filter(None, (chunk[:_ROOM], chunk[_ROOM:])), number):
            self._put(place, half)
        self._shift()

    def _put(self, number: int, chunk: list[Key]) -> None:
        self._packed.insert(number, _packed(chunk))
        self._firsts.insert(number, chunk[0][:2])
        self._sizes.insert(number, len(chunk))

    def _shift(self) -> None:
        """There are more chunks now, or fewer."""
        self._ends = list(accumulate(self._sizes))
        self._open: dict[int, list[Key]] = {}

    def _start(self, number: int) -> int:
        return self._ends[number - 1] if number else 0

    def _chunk(self, number: int) -> list[Key]:
        if (chunk := self._open.get(number)) is None:
            if len(self._open) > 8:
                self._open.clear()
            chunk = self._open[number] = _unpacked(self._packed[number])
        return chunk


class Glimpse:
    """A listing of which only some rows are known yet; the others have a key that says nothing."""

    def __init__(self, count: int, first: int, entries: Sequence[Entry]) -> None:
        self._count, self._first = count, first
        self._keys = [Key(entry.order, entry.id, time_to_text(entry.time)) for entry in entries]
        minutes, written = [key.minute for key in self._keys], [entry.created.isoformat() for entry in entries]
        self.newest_first = arranging.is_newest_first(minutes, written)  # as far as it can tell

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, row: int) -> Key:
        known = row - self._first
        return self._keys[known] if 0 <= known < len(self._keys) else UNKNOWN

    def stretch(self, first: int, last: int) -> list[Key]:
        return [self[row] for row in range(first, last)]

    def ids(self, rows: Sequence[int]) -> list[str]:
        return [self[row].id for row in rows]

    def rows_of(self, ids: frozenset[str]) -> list[int]:
        return [row for row, key in enumerate(self._keys, self._first) if key.id in ids]

    def row_of(self, place: Place) -> int | None:
        known = next((n for n, key in enumerate(self._keys) if key[:2] == place), None)
        return None if known is None else self._first + known

    def agrees_with(self, listing: Listing) -> bool:
        """Whether this is a part of a listing."""
        rows = range(self._first, self._first + len(self._keys))
        return len(listing) == self._count and all(listing[row] == self[row] for row in rows)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a list shows first: all keys, the entries from a row on, and the entry that was looked at."""

    listing: Listing
    entries: tuple[Entry, ...]
    entry: Entry | None
    top: int  # the row that was asked for
    sequence: int = 0  # the place in the log as of which the keys were read
    newest_first: bool = True  # which way the blog runs


def open_listing(
    desk: "Desk", blog: str, entry: str = "", top: int = 0, *, count: int = 40, view: View = AS_ARRANGED
) -> Opened:
    """Read a blog for a list."""
    listing, sequence = read_keys(desk, blog, view, Listing)
    rows = range(max(0, min(top, len(listing) - count)), min(len(listing), top + count))
    found = desk.store.entries([*(listing[row].id for row in rows), *([entry] if entry else [])])
    chosen = found.get(entry)
    mine = chosen if chosen and chosen.blog == blog else None
    return Opened(listing, tuple(found.values()), mine, top, sequence, desk.store.is_newest_first(blog))


def _packed(chunk: list[Key]) -> bytes:
    """All orders, all ids, all times: like to like."""
    return zlib.compress("\t".join(map("\n".join, zip(*chunk, strict=True))).encode(), 1)


def _unpacked(packed: bytes) -> list[Key]:
    return list(map(Key._make, zip(*(column.split("\n") for column in _columns(packed)), strict=True)))


def _ids(packed: bytes) -> list[str]:
    return _columns(packed)[1].split("\n")


def _columns(packed: bytes) -> list[str]:
    return zlib.decompress(packed).decode().split("\t")
