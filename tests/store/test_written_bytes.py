"""What the rows of a store hold, byte for byte, worked out a second time with none of the store's code."""

import json
import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import Record, to_record
from newsdesk.store.store import Store
from tests.domain import bodies
from tests.store.stories import added, removed

TABLES = ("blogs", "entries", "changes")
OPTIONAL = {"first_published", "embargo", "source", "date", "coverage_start", "coverage_end"}
FLAGS = {"is_open", "is_key", "is_pinned"}


@given(bodies.blogs, st.lists(bodies.entries, min_size=1, max_size=3, unique_by=lambda entry: entry.id))
def test_every_row_of_what_was_added_and_removed_is_written_by_the_same_rules(blog: Blog, entries: list[Entry]) -> None:
    entries = [replace(entry, blog=blog.id) for entry in entries]

    with TemporaryDirectory() as folder:
        with closing(Store(Path(folder) / "a.newsdeskdb")) as store:
            added(store, blog, *entries)
            removed(store, entries[0])
        with closing(sqlite3.connect(Path(folder) / "a.newsdeskdb")) as connection:
            rows = [connection.execute(f"SELECT * FROM {table} ORDER BY number").fetchall() for table in TABLES]
            chain = connection.execute("SELECT digest, chain FROM revisions ORDER BY sequence").fetchall()

    assert rows[0] == [(1, *sealed(to_record(blog)))]
    assert rows[1] == [(number, *sealed(to_record(entry))) for number, entry in enumerate(entries, 1)][1:]
    added_entries = [("entry", entry.id, None, whole(Entry, entry)) for entry in entries]
    gone = ("entry", entries[0].id, whole(Entry, entries[0]), None)
    told = [("blog", blog.id, None, whole(Blog, blog)), *added_entries, gone]
    places = [1] * (len(entries) + 1) + [2]
    assert rows[2] == [
        (number, place, *said, None, blake2b(text(said).encode(), digest_size=16).digest())
        for number, (place, said) in enumerate(zip(places, told, strict=True), 1)
    ]
    digests = [b"".join(row[-1] for row in rows[2] if row[1] == place) for place in (1, 2)]
    first = blake2b(chain[0][0] + digests[0], digest_size=16).digest()
    assert [link for _, link in chain] == [first, blake2b(first + chain[1][0] + digests[1], digest_size=16).digest()]


def text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def sealed(record: Record) -> tuple[object, ...]:
    values = tuple(record.values())
    return *values, blake2b(text(values).encode(), digest_size=8).digest()


def whole(kind: type[Blog | Entry], value: Blog | Entry) -> str:
    """A whole record as the log has it: in the order of its fields, without what is blank."""
    record = to_record(value)
    blank = {f.name: None if f.name in OPTIONAL else 0 if f.name in FLAGS else "" for f in fields(kind)}
    return text({name: scalar for name, scalar in record.items() if scalar != blank[name]})
