"""All entries of a blog at once, each checked against its seal, for those who pass them on.

SQLite itself puts a row into the JSON that was sealed, and tells which entries are plain: of these nothing
more is read than is asked of very many. Where the JSON of SQLite says the same in other letters, or a row is
damaged, the seal does not fit; then the values themselves are looked at.
"""

import json
import sqlite3
from collections.abc import Iterator
from itertools import compress

from newsdesk.domain.entry import Entry
from newsdesk.domain.record import What, from_record
from newsdesk.domain.unread import unread
from newsdesk.store.seals import NAMES, checked_record, seal_of_json

_AT_ONCE = 1_000
_COLUMNS = ", ".join(f'"{name}"' for name in NAMES[What.ENTRY])
_WANTED = f"""
    SELECT id, time, first_published, headline, body, source, CAST(json_array({_COLUMNS}) AS BLOB), checksum,
        state = 'published' AND first_published IS NOT NULL AND substr(time, 17, 1) = 'Z' AND embargo IS NULL
        AND notices = '' AND NOT is_key AND NOT is_pinned AND bylines = '' AND labels = ''
    FROM entries WHERE blog = ? ORDER BY "order", id
"""  # noqa: S608  no user's words


def entries_in_order(connection: sqlite3.Connection, blog: str) -> Iterator[list[Entry]]:
    """The entries of a blog in the editor's arrangement, some at a time. Raises DamageError."""
    found = connection.execute(_WANTED, (blog,))
    while page := found.fetchmany(_AT_ONCE):
        are_plain = [row[8] and seal_of_json(row[6]) == row[7] for row in page]
        plain = iter(unread(compress(page, are_plain)))
        yield [
            next(plain) if is_plain else _read(row[6], row[7])
            for row, is_plain in zip(page, are_plain, strict=True)
        ]


def _read(values: bytes, seal: bytes) -> Entry:
    return from_record(Entry, checked_record(What.ENTRY, [*json.loads(values), seal]))
