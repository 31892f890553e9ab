"""The tables. Columns of blogs and entries bear the names of the values' fields and hold their records."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry

SCHEMA_VERSION = 1
_NUMBERS = {"is_open", "is_key", "is_pinned"}

metadata = MetaData()


def _columns(kind: type[Value]) -> list[Column[Any]]:
    def type_of(name: str) -> TypeEngine[Any]:
        return Integer() if name in _NUMBERS else Text()

    return [Column(f.name, type_of(f.name), unique=f.name == "id") for f in fields(kind)]


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True)


blogs = Table("blogs", metadata, _number(), *_columns(Blog), Column("checksum", LargeBinary, nullable=False))
entries = Table(
    "entries", metadata, _number(), *_columns(Entry), Column("checksum", LargeBinary, nullable=False),
)
Index("entries_in_order", entries.c.blog, entries.c.order, entries.c.id)

# The log is append-only: no statement of this program changes or deletes a row of these two.
revisions = Table(
    "revisions", metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    *(Column(name, Text, nullable=False) for name in ("blog", "desk", "author", "at", "title", "act", "target")),
    Column("visit", Text, nullable=False),
    Column("id", Text, nullable=False, unique=True),
    Column("chain", LargeBinary, nullable=False),  # hash of the desk's previous chain and of this revision
    sqlite_autoincrement=True,
)
Index("revisions_of_desk", revisions.c.blog, revisions.c.desk, revisions.c.sequence)
changes = Table(
    "changes", metadata, _number(),
    Column("sequence", Integer, nullable=False, index=True),
    Column("what", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
)
Index("changes_of_value", changes.c.id, changes.c.sequence)

# The end of each desk's chain, so that a log that was cut short is noticed.
desks = Table(
    "desks", metadata,
    Column("id", Text, primary_key=True),
    Column("revisions", Integer, nullable=False),
    Column("chain", LargeBinary, nullable=False),
)
