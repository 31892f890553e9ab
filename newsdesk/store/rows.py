"""Values as rows, each sealed with a checksum over all that it says."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from hashlib import blake2b
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, bindparam, delete, insert, select, update

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import Record, Scalar, from_record
from newsdesk.domain.revision import What
from newsdesk.errors import DamageError
from newsdesk.store.tables import blogs, entries

T = TypeVar("T")
AnyRow = Row[*tuple[Any, ...]]

KINDS: dict[What, type[Blog] | type[Entry]] = {What.BLOG: Blog, What.ENTRY: Entry}
TABLES: dict[What, Table] = {What.BLOG: blogs, What.ENTRY: entries}
_NAMES = {what: tuple(f.name for f in fields(kind)) for what, kind in KINDS.items()}
_AT_ONCE = 500  # ids in one question: SQLite allows 32,766 parameters, older builds 999


def what_is(value: Value) -> What:
    return What.BLOG if isinstance(value, Blog) else What.ENTRY


def seal(record: Mapping[str, Scalar]) -> bytes:
    """The checksum of a record: 8 bytes of BLAKE2b."""
    return blake2b(repr(sorted(record.items())).encode("utf-8", "surrogatepass"), digest_size=8).digest()


def batches(items: Iterable[T], size: int = _AT_ONCE) -> Iterator[list[T]]:
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def columns(what: What) -> list[Any]:
    """What to select to get records of this kind."""
    table = TABLES[what]
    return [*(table.c[name] for name in _NAMES[what]), table.c.checksum]


def checked_record(what: What, row: AnyRow) -> Record:
    """The record in a row of `columns`. Raises DamageError if it is not as it was written."""
    record: Record = dict(zip(_NAMES[what], row, strict=False))
    if seal(record) != row[-1]:
        raise DamageError(
            f"The {what} {record.get('id')} in the store is damaged and was not opened as if it were whole. "
            "Nothing was changed. Run “newsdesk check” to see what is affected, and restore a backup."
        )
    return record


def read_records(connection: Connection, what: What, ids: Iterable[str]) -> dict[str, Record]:
    """The records with these ids that exist."""
    found: dict[str, Record] = {}
    for batch in batches(ids):
        rows = connection.execute(select(*columns(what)).where(TABLES[what].c.id.in_(batch)))
        found |= {str(record["id"]): record for record in (checked_record(what, row) for row in rows)}
    return found


def to_value(what: What, record: Record) -> Value:
    return from_record(Blog, record) if what is What.BLOG else from_record(Entry, record)


def read_entry(row: AnyRow) -> Entry:
    return from_record(Entry, checked_record(What.ENTRY, row))


def read_blog(row: AnyRow) -> Blog:
    return from_record(Blog, checked_record(What.BLOG, row))


def insert_records(connection: Connection, what: What, records: Iterable[Record]) -> None:
    for batch in batches(records, 5_000):
        connection.execute(insert(TABLES[what]), [record | {"checksum": seal(record)} for record in batch])


def update_record(connection: Connection, what: What, record: Record, changed: Iterable[str]) -> None:
    values = {name: record[name] for name in changed}
    table = TABLES[what]
    connection.execute(update(table).where(table.c.id == record["id"]).values(**values, checksum=seal(record)))


def delete_records(connection: Connection, what: What, ids: Sequence[str]) -> None:
    table = TABLES[what]
    if ids:
        connection.execute(delete(table).where(table.c.id == bindparam("gone")), [{"gone": id} for id in ids])


def to_json(record: Mapping[str, Scalar] | None) -> str | None:
    return None if record is None else json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def from_json(text: str | None) -> Record | None:
    if text is None:
        return None
    record: Record = json.loads(text)
    return record


