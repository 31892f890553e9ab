"""Values as rows, each sealed with a checksum over all that it says."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Row, Select, Table, Update, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import Record, Scalar, What, from_record
from newsdesk.errors import ConflictError
from newsdesk.store.seals import NAMES, checked_record, seal, seal_of, values_of
from newsdesk.store.statements import ask, run, run_rows
from newsdesk.store.tables import blogs, entries

T = TypeVar("T")
AnyRow = Row[*tuple[Any, ...]]
AnySelect = Select[*tuple[Any, ...]]

TABLES: dict[What, Table] = {What.BLOG: blogs, What.ENTRY: entries}
_COLUMNS = {what: [*(table.c[name] for name in NAMES[what]), table.c.checksum] for what, table in TABLES.items()}
_RECORDS = {what: select(*_COLUMNS[what]) for what in TABLES}
_SEALS = {what: select(table.c.id, table.c.checksum) for what, table in TABLES.items()}
_INSERT = {what: insert(table) for what, table in TABLES.items()}
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
    read = (checked_record(what, row) for row in _with_ids(connection, _RECORDS[what], ids))
    return {str(record["id"]): record for record in read}


def read_seals(connection: Connection, what: What, ids: Iterable[str]) -> dict[str, bytes]:
    """The checksums of those of these records that exist."""
    return {row[0]: row[1] for row in _with_ids(connection, _SEALS[what], ids)}


def _with_ids(connection: Connection, wanted: AnySelect, ids: Iterable[str]) -> Iterator[Sequence[Any]]:
    """The rows with these ids: mostly it is one."""
    for batch in batches(ids):
        if len(batch) == 1:
            yield from ask(connection, _with_id(wanted), {"id": batch[0]})
        else:
            yield from connection.execute(wanted.where(wanted.selected_columns.id.in_(batch)))


@cache
def _with_id(wanted: AnySelect) -> AnySelect:
    return wanted.where(wanted.selected_columns.id == bindparam("id"))


def to_value(what: What, record: Record) -> Value:
    return from_record(Blog, record) if what is What.BLOG else from_record(Entry, record)


def read_entry(row: AnyRow) -> Entry:
    return from_record(Entry, checked_record(What.ENTRY, row))


def read_blog(row: AnyRow) -> Blog:
    return from_record(Blog, checked_record(What.BLOG, row))


def insert_records(connection: Connection, what: What, records: Iterable[Mapping[str, Scalar]]) -> None:
    """Add whole records. Raises ConflictError if one is there already."""
    rows = ((*values, seal(values)) for values in map(values_of[what], records))
    try:
        for batch in batches(rows, MANY):
            run_rows(connection, _INSERT[what], (*NAMES[what], "checksum"), batch)
    except IntegrityError as error:
        raise ConflictError(f"This {what} is already there; nothing was added twice.") from error


def update_record(connection: Connection, what: What, record: Record, changed: Collection[str]) -> None:
    values = {f"new_{name}": record[name] for name in changed}
    statement = _update(what, frozenset(changed))
    run(connection, statement, [{**values, "new_checksum": seal_of(what, record), "of": record["id"]}])


@cache
def _update(what: What, names: frozenset[str]) -> Update:
    """The statement that writes these fields; a newsroom edits the same ones all day."""
    table = TABLES[what]
    values: dict[str, BindParameter[Any]] = {name: bindparam(f"new_{name}") for name in (*sorted(names), "checksum")}
    return update(table).where(table.c.id == bindparam("of")).values(**values)


def delete_records(connection: Connection, what: What, ids: Iterable[str]) -> None:
    run(connection, _DELETE[what], [{"gone": id} for id in ids])
