"""The keys of a blog's entries, of a hundred thousand as quickly as of a hundred."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, CursorResult, Select, select, tuple_

from newsdesk.domain.arranging import Key, Place
from newsdesk.store.tables import entries

_C = entries.c
_AT_ONCE = 1_000
Keys = Select[str, str, str]


def wanted(blog: str) -> Keys:
    """What to select of a blog, in the editor's arrangement."""
    return select(_C.order, _C.id, _C.time).where(_C.blog == blog).order_by(_C.order, _C.id)


def each(connection: Connection, which: Keys) -> Iterator[Key]:
    return map(Key._make, plain_rows(connection.execute(which)))


def page(connection: Connection, which: Keys, after: Place, count: int) -> Iterator[Key]:
    """So many after a place."""
    return each(connection, which.where(tuple_(_C.order, _C.id) > after).limit(count))


def plain_rows(result: CursorResult[Any]) -> Iterator[tuple[Any, ...]]:
    """Rows of texts as the driver has them: the library's own around each would cost four times the reading."""
    cursor = result.cursor
    while cursor is not None and (batch := cursor.fetchmany(_AT_ONCE)):
        yield from batch
    result.close()
