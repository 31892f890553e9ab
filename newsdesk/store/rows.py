"""Values as rows, each sealed with a checksum over all that it says."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Row, Table, Update, bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import Record, Scalar, from_record
from newsdesk.domain.revision import What
from newsdesk.errors import ConflictError
from newsdesk.store.bulk import insert_many
from newsdesk.store.seals import NAMES, checked_record, seal, seal_of
from newsdesk.store.tables import blogs, entries

T = TypeVar("T")
AnyRow = Row[*tuple[Any, ...]]

TABLES: dict[What, Table] = {What.BLOG: blogs, What.ENTRY: entries}
_VALUES = {what: itemgetter(*names) for what, names in NAMES.items()}
_COLUMNS = {what: [*(table.c[name] for name in NAMES[what]), table.c.checksum] for what, table in TABLES.items()}
_BY_ID = {what: select(*_COLUMNS[what]).where(table.c.id == bindparam("id")) for what, table in TABLES.items()}
_DELETE = {what: delete(table).where(table.c.id == bindparam("gone")) for what, table in TABLES.items()}
_AT_ONCE = 500  # ids in one question: SQLite allows 32,766 parameters, older builds 999
MANY = 1_000  # rows that are made and inserted in one go


def what_is(value: Value) -> What:
    return What.BLOG if isinstance(value, Blog) else What.ENTRY


def from_json(text: str) -> Any:  # noqa: ANN401  whatever was written
    return json.loads(text)


def batches(items: Iterable[T], size: int = _AT_ONCE) -> Iterator[list[T]]:
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def columns(what: What) -> list[Any]:
    """What to select to get records of this kind."""
    return _COLUMNS[what]


def read_records(connection: Connection, what: What, ids: Iterable[str]) -> dict[str, Record]:
    """The records with these ids that exist."""
    found: dict[str, Record] = {}
    for batch in batches(ids):
        wanted = _BY_ID[what] if len(batch) == 1 else select(*_COLUMNS[what]).where(TABLES[what].c.id.in_(batch))
        rows = connection.execute(wanted, {"id": batch[0]} if len(batch) == 1 else {})
        found |= {str(record["id"]): record for record in (checked_record(what, row) for row in rows)}
    return found


def read_seals(connection: Connection, what: What, ids: Iterable[str]) -> dict[str, bytes]:
    """The checksums of those of these records that exist."""
    c = TABLES[what].c
    return {
        id: checksum
        for batch in batches(ids)
        for id, checksum in connection.execute(select(c.id, c.checksum).where(c.id.in_(batch)))
    }


def to_value(what: What, record: Record) -> Value:
    return from_record(Blog, record) if what is What.BLOG else from_record(Entry, record)


def read_entry(row: AnyRow) -> Entry:
    return from_record(Entry, checked_record(What.ENTRY, row))


def read_blog(row: AnyRow) -> Blog:
    return from_record(Blog, checked_record(What.BLOG, row))


def insert_records(connection: Connection, what: What, records: Iterable[Mapping[str, Scalar]]) -> None:
    """Add whole records. Raises ConflictError if one is there already."""
    rows = ((*values, seal(values)) for values in map(_VALUES[what], records))
    try:
        for batch in batches(rows, MANY):
            insert_many(connection, TABLES[what], (*NAMES[what], "checksum"), batch)
    except IntegrityError as error:
        raise ConflictError(f"This {what} is already there; nothing was added twice.") from error


def update_record(connection: Connection, what: What, record: Record, changed: Collection[str]) -> None:
    values = {f"new_{name}": record[name] for name in changed}
    statement = _update(what, frozenset(changed))
    connection.execute(statement, {**values, "new_checksum": seal_of(what, record), "of": record["id"]})


@cache
def _update(what: What, names: frozenset[str]) -> Update:
    """The statement that writes these fields; a newsroom edits the same ones all day."""
    table = TABLES[what]
    values: dict[str, BindParameter[Any]] = {name: bindparam(f"new_{name}") for name in (*sorted(names), "checksum")}
    return update(table).where(table.c.id == bindparam("of")).values(**values)


def delete_records(connection: Connection, what: What, ids: Sequence[str]) -> None:
    if ids:
        connection.execute(_DELETE[what], [{"gone": id} for id in ids])
