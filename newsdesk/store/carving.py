"""Rows out of the bytes of a store, however damaged the file is: no page tree, no header, no SQLite needed.

A row carries its own proof: the checksum of a blog or entry, the digest of a change, the hash of an image.
So rows are looked for at every byte by the shape of their record header, and the proof tells which are
genuine; where a piece is missing from the file, a long row is given in each way it may go on. Records and
overflow pages: https://sqlite.org/fileformat2.html, 1.6, 2.1 and 2.2.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

from newsdesk.store.header import page_size
from newsdesk.store.tables import attachments, blogs, changes, entries

_USUAL_PAGE = 4_096
# A record header: its length, no stored number (the row's), then the sizes of what begins a row: an id of 36
# characters, moments of 27, the name of a kind, a hash of 64.
_SHAPES = {
    blogs.name: re.compile(rb"[\x10-\x7f]\x00UCC", re.DOTALL),
    entries.name: re.compile(rb"[\x10-\x7f]\x00UU", re.DOTALL),
    changes.name: re.compile(rb"[\x08-\x20]\x00[\x01-\x06\x08\x09][\x15\x17]U", re.DOTALL),
    attachments.name: re.compile(rb"[\x05-\x10]\x00\x81\x0d", re.DOTALL),
}
_WIDTHS = {table.name: len(table.c) for table in (blogs, entries, changes, attachments)}
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True, slots=True)
class Carved:
    """What looks like a row of a table; the first value, the row's number, is not part of a record."""

    table: str
    values: tuple[Any, ...]


def carve(path: Path) -> Iterator[Carved]:
    """Everything in a file that has the shape of a row of blogs, entries, changes or attachments."""
    if not path.stat().st_size:
        return
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        pages = _Pages(data)
        for table, shape in _SHAPES.items():
            for match in shape.finditer(data):
                for values in _rows(pages, match.start(), _WIDTHS[table]):
                    yield Carved(table, values)


class _Pages:
    """The bytes of the file, and where its pages are."""

    def __init__(self, data: mmap) -> None:
        self.data = data
        self.size = page_size(data[:100]) or _USUAL_PAGE
        written = int.from_bytes(data[28:32], "big") * self.size
        self._shifts = sorted({0, len(data) - written if written else 0}, key=abs)  # if a piece was cut out or put in

    def payload(self, start: int, length: int) -> Iterator[bytes]:
        """The bytes of a record: for a long one, once for each way in which its overflow pages may lie."""
        largest = self.size - 35
        if length <= largest:
            yield self.data[start : start + length]
            return
        least = (self.size - 12) * 32 // 255 - 23
        local = least + (length - least) % (self.size - 4)
        local = local if local <= largest else least
        first = self.data[start : start + local]
        following = int.from_bytes(self.data[start + local : start + local + 4], "big")
        for shift in self._shifts:
            yield first + self._overflow(following, length - local, shift)

    def _overflow(self, page: int, length: int, shift: int) -> bytes:
        pieces: list[bytes] = []
        while page and length > 0:
            start = (page - 1) * self.size + shift
            if start < 0 or start >= len(self.data):
                break
            piece = self.data[start + 4 : start + min(self.size, 4 + length)]
            pieces.append(piece)
            length -= len(piece)
            page = int.from_bytes(self.data[start : start + 4], "big")
            if not piece:
                break
        return b"".join(pieces)


def _rows(pages: _Pages, start: int, width: int) -> Iterator[tuple[Any, ...]]:
    """What the record at a place may say; nothing if no record of that width can stand there."""
    header = pages.data[start : start + pages.data[start]]
    kinds = _varints(header[1:])
    if kinds is None or len(kinds) != width or not all(map(_is_kind, kinds)):
        return
    length = len(header) + sum(map(_size, kinds))
    if length <= len(pages.data):
        for payload in pages.payload(start, length):
            if len(payload) == length:
                yield tuple(_read(payload, len(header), kinds))


def _varints(header: bytes) -> list[int] | None:
    found, number, is_open = [], 0, False
    for byte in header:
        number = number << 7 | byte & 0x7F
        is_open = bool(byte & 0x80)
        if not is_open:
            found.append(number)
            number = 0
    return None if is_open else found


def _is_kind(kind: int) -> bool:
    return kind in _INTEGERS or kind in (0, 8, 9) or kind >= 12


def _size(kind: int) -> int:
    return _INTEGERS.get(kind, (kind - 12) // 2 if kind >= 12 else 0)


def _read(payload: bytes, start: int, kinds: Sequence[int]) -> Iterator[Any]:
    for kind in kinds:
        size = _size(kind)
        piece, start = payload[start : start + size], start + size
        if kind in _INTEGERS:
            yield int.from_bytes(piece, "big", signed=True)
        elif kind >= 12:
            yield piece.decode("utf-8", "surrogateescape") if kind % 2 else piece
        else:
            yield {0: None, 8: 0, 9: 1}[kind]
