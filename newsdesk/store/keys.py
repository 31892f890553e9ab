"""The keys of a blog's entries, of a hundred thousand as quickly as of a hundred."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, CursorResult, Select, func, select

from newsdesk.domain.arranging import MINUTE, Key, Sorting
from newsdesk.store.tables import entries

_C = entries.c
_AT_ONCE = 1_000


def wanted(blog: str, sorting: Sorting = Sorting.ARRANGED) -> Select[str, str, str]:
    """What to select; in one minute the arrangement decides."""
    of_blog = select(_C.order, _C.id, _C.time).where(_C.blog == blog)
    if sorting is Sorting.ARRANGED:
        return of_blog.order_by(_C.order, _C.id)
    minute = func.substr(_C.time, 1, MINUTE)
    return of_blog.order_by(minute.desc() if sorting is Sorting.NEWEST else minute, _C.order, _C.id)


def each(connection: Connection, which: Select[str, str, str]) -> Iterator[Key]:
    return map(Key._make, plain_rows(connection.execute(which)))


def plain_rows(result: CursorResult[Any]) -> Iterator[tuple[Any, ...]]:
    """Rows of texts as the driver has them: the library's own around each would cost four times the reading."""
    cursor = result.cursor
    while cursor is not None and (batch := cursor.fetchmany(_AT_ONCE)):
        yield from batch
    result.close()
