"""Values as rows, each sealed with a checksum over all that it says."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from hashlib import blake2b
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import Record, Scalar, from_record
from newsdesk.domain.revision import What
from newsdesk.errors import ConflictError, DamageError
from newsdesk.store.tables import blogs, entries

T = TypeVar("T")
AnyRow = Row[*tuple[Any, ...]]

KINDS: dict[What, type[Blog] | type[Entry]] = {What.BLOG: Blog, What.ENTRY: Entry}
TABLES: dict[What, Table] = {What.BLOG: blogs, What.ENTRY: entries}
NAMES = {what: tuple(f.name for f in fields(kind)) for what, kind in KINDS.items()}
_values_of: dict[What, Callable[[Mapping[str, Scalar]], tuple[Scalar, ...]]] = {
    what: itemgetter(*names) for what, names in NAMES.items()
}
_COLUMNS = {what: [*(table.c[name] for name in NAMES[what]), table.c.checksum] for what, table in TABLES.items()}
_BY_ID = {what: select(*_COLUMNS[what]).where(table.c.id == bindparam("id")) for what, table in TABLES.items()}
_INSERT = {what: insert(table) for what, table in TABLES.items()}
_DELETE = {what: delete(table).where(table.c.id == bindparam("gone")) for what, table in TABLES.items()}
_AT_ONCE = 500  # ids in one question: SQLite allows 32,766 parameters, older builds 999
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def what_is(value: Value) -> What:
    return What.BLOG if isinstance(value, Blog) else What.ENTRY


def to_json(value: object) -> str:
    """JSON that says the same text the same way on every machine."""
    return _encode(value)


def from_json(text: str) -> Any:  # noqa: ANN401  whatever was written
    return json.loads(text)


def seal(values: Sequence[Scalar]) -> bytes:
    """The checksum of a record's values in the order of their fields: 8 bytes of BLAKE2b."""
    return blake2b(_encode(values).encode("utf-8", "surrogatepass"), digest_size=8).digest()


def seal_of(what: What, record: Mapping[str, Scalar]) -> bytes:
    return seal(_values_of[what](record))


def batches(items: Iterable[T], size: int = _AT_ONCE) -> Iterator[list[T]]:
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def columns(what: What) -> list[Any]:
    """What to select to get records of this kind."""
    return _COLUMNS[what]


def is_sealed(row: Sequence[Any]) -> bool:
    """Whether a row of `columns` is as it was written."""
    return bool(seal(tuple(row)[:-1]) == row[-1])


def checked_record(what: What, row: Sequence[Any]) -> Record:
    """The record in a row of `columns`. Raises DamageError if it is not as it was written."""
    record: Record = dict(zip(NAMES[what], row, strict=False))
    if not is_sealed(row):
        raise DamageError(
            f"The {what} {record.get('id')} in the store is damaged and was not opened as if it were whole. "
            "Nothing was changed. Run “newsdesk check” to see what is affected, and restore a backup."
        )
    return record


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
    try:
        for batch in batches(records, 5_000):
            connection.execute(_INSERT[what], [{**record, "checksum": seal_of(what, record)} for record in batch])
    except IntegrityError as error:
        raise ConflictError(f"This {what} is already there; nothing was added twice.") from error


def update_record(connection: Connection, what: What, record: Record, changed: Iterable[str]) -> None:
    values = {name: record[name] for name in changed}
    table = TABLES[what]
    checksum = seal_of(what, record)
    connection.execute(update(table).where(table.c.id == record["id"]).values(**values, checksum=checksum))


def delete_records(connection: Connection, what: What, ids: Sequence[str]) -> None:
    if ids:
        connection.execute(_DELETE[what], [{"gone": id} for id in ids])
