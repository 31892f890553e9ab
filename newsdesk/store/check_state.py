"""The log against the state: every value is what its revisions, played again, make of it."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, select

from newsdesk.domain.past import after as after_change
from newsdesk.domain.past import is_same
from newsdesk.domain.record import Record, What
from newsdesk.store import log, rows, seals
from newsdesk.store.database import Database
from newsdesk.store.findings import Finding, readable
from newsdesk.store.rows import AnyRow
from newsdesk.store.tables import blogs, changes, entries

_PAGE = 500


def check_state(database: Database) -> Iterator[Finding]:
    """Play the log again, value by value, a page of ids at a time: no more than one page is ever in memory."""
    after, is_more = "", True
    while is_more:
        with database.examining() as connection:
            ids = _next_ids(connection, after)
            is_more = bool(ids)
            if ids:
                yield from _check_page(connection, after, ids[-1])
                after = ids[-1]


def _next_ids(connection: Connection, after: str) -> list[str]:
    """The next ids of values, whether the log or the state knows them."""
    found: set[str] = set()
    for c in (changes.c, blogs.c, entries.c):
        found |= set(connection.scalars(select(c.id).where(c.id > after).distinct().order_by(c.id).limit(_PAGE)))
    return sorted(found)[:_PAGE]


def _check_page(connection: Connection, after: str, last: str) -> Iterator[Finding]:
    state: dict[tuple[str, str], Record] = {}
    for what, table in rows.TABLES.items():
        wanted = select(*rows.columns(what)).where(table.c.id > after, table.c.id <= last)
        for row in connection.execute(wanted):
            state[what.value, row.id] = dict(zip(seals.NAMES[what], row, strict=False))
    c = changes.c
    told = connection.execute(select(changes).where(c.id > after, c.id <= last).order_by(c.id, c.number))
    for (id, what), of_value in groupby(told, attrgetter("id", "what")):
        yield from _check_value(what, id, of_value, state.pop((what, id), None))
    for name, id in state:
        yield _finding(name, id, "is in the store, but nowhere in the log")


def _check_value(what: str, id: str, told: Iterator[AnyRow], now: Record | None) -> Iterator[Finding]:
    record: Record | None = None
    for row in told:
        try:
            change = log.to_change(row.what, row.id, row.before, row.after)
        except (ValueError, KeyError):
            yield _finding(what, id, f"cannot be followed through the log: revision {row.sequence} is not readable")
            return
        try:
            record = after_change(change, record)
        except ValueError:
            yield _finding(what, id, f"is not as revision {row.sequence} of the log found it")
            return
    if not is_same(record, now):
        yield _finding(what, id, "is not as the log left it")


def _finding(what: str, id: str, how: str) -> Finding:
    kind = What(what) if what in set(What) else "value"
    return Finding("state", f"The {kind} {readable(id)} {how}.", f"{kind} {readable(id)}")
