"""The tables. Columns of blogs and entries bear the names of the values' fields and hold their records."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry

_NUMBERS = {"is_open", "is_key", "is_pinned"}
_OPTIONAL = {"first_published", "embargo", "source", "date", "coverage_start", "coverage_end"}

metadata = MetaData()


def _columns(kind: type[Value]) -> list[Column[Any]]:
    def type_of(name: str) -> TypeEngine[Any]:
        return Integer() if name in _NUMBERS else Text()

    return [
        Column(f.name, type_of(f.name), unique=f.name == "id", nullable=f.name in _OPTIONAL) for f in fields(kind)
    ]


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True)


def _bytes(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


blogs = Table("blogs", metadata, _number(), *_columns(Blog), _bytes("checksum"))
entries = Table("entries", metadata, _number(), *_columns(Entry), _bytes("checksum"))
Index("entries_in_order", entries.c.blog, entries.c.order, entries.c.id)

# The log is append-only: no row of these two is ever changed or deleted, but that words which are
# erased for ever leave its rows while their digests stay. Few and small indexes: each is a page more to sync.
revisions = Table(
    "revisions", metadata,
    Column("sequence", Integer, primary_key=True),
    *_texts("blog", "desk", "author", "at", "title", "act", "target", "visit"),
    Column("id", Text, nullable=False, unique=True),
    Column("first", Integer, nullable=False),  # the number of its first change; the others follow
    Column("last", Integer, nullable=False),
    Column("erased", Text),  # as in `changes`: words of its title or its author's name
    _bytes("digest"),  # of what this row says
    _bytes("chain"),  # of the desk's chain before, this digest and those of its changes
)
Index("revisions_of_desk", revisions.c.blog, revisions.c.desk, revisions.c.sequence)
changes = Table(
    "changes", metadata, _number(),
    Column("sequence", Integer, nullable=False),
    *_texts("what", "id"),
    Column("before", Text),  # JSON of the fields that differ; of a whole record, without what is blank
    Column("after", Text),
    Column("erased", Text),  # the revision that last erased words of it for ever; if all of it: no before, no after
    _bytes("digest"),  # of what this row said when it was written
)
Index("changes_of_value", changes.c.id, changes.c.number)
# Partial in SQLite only: to say it of PostgreSQL too would load that dialect at every start.
Index("removals", changes.c.number, sqlite_where=changes.c.after.is_(None))

# The end of each desk's chain, so that a log that was cut short is noticed.
desks = Table(
    "desks", metadata,
    Column("id", Text, primary_key=True),
    Column("revisions", Integer, nullable=False),
    _bytes("chain"),
)

attachments = Table(
    "attachments", metadata, _number(),
    Column("hash", Text, nullable=False, unique=True),  # SHA-256 of the bytes, in hex
    *_texts("media_type"),
    _bytes("bytes"),
)

# Every export, for ever; like the log, no row is ever changed or deleted.
releases = Table(
    "releases", metadata, _number(),
    Column("id", Text, nullable=False, unique=True),
    *_texts("blog", "desk", "author", "at"),
    Column("sequence", Integer, nullable=False),
    Column("content", Integer, nullable=False),
    *_texts("format", "options", "file", "hash"),
    Column("size", Integer, nullable=False),
    _bytes("held"),  # compressed JSON: pairs of an entry's id and its state
    _bytes("previous"),  # the checksum of the release before, so that none can be taken out unnoticed
    _bytes("checksum"),
)
Index("releases_of_blog", releases.c.blog, releases.c.number)
