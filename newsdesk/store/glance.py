"""A first glance into a store while its library is still loading, which takes longer than showing a window.

It only reads, waits for nobody, and is content with nothing: whatever is unusual (a journal to be rolled
back, a writer at work, damage, another version) is left to the store itself to tell of.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import What, from_record
from newsdesk.errors import StoreError
from newsdesk.store.header import is_unfinished, refuse_other_files
from newsdesk.store.seals import NAMES, checked_record

_BLOGS = 40


@dataclass(frozen=True, slots=True)
class Glance:
    """The latest blogs, and of one of them how many entries it has and those from a row on."""

    blogs: tuple[Blog, ...]
    blog: Blog
    count: int
    first: int  # the row of the first of the entries
    entries: tuple[Entry, ...]


def glance(path: Path, blog: str = "", top: int = 0, rows: int = 24) -> Glance | None:
    """What a window shows first; None where the store is not simply there to be read."""
    try:
        if not path.is_file() or not path.stat().st_size or is_unfinished(path):
            return None
        refuse_other_files(path)
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=0, isolation_level=None)) as connection:
            connection.execute("BEGIN")
            return _read(connection, blog, top, rows)
    except (sqlite3.Error, StoreError, OSError, ValueError, KeyError):
        return None


def _read(connection: sqlite3.Connection, id: str, top: int, rows: int) -> Glance | None:
    blogs = tuple(_blogs(connection))
    on_desk = [blog for blog in blogs if blog.shelf == "desk"]
    blog = next((blog for blog in on_desk if blog.id == id), on_desk[0] if on_desk else None)
    if blog is None:
        return None
    count = int(connection.execute("SELECT count(*) FROM entries WHERE blog = ?", (blog.id,)).fetchone()[0])
    first = max(0, min(top, count - rows))
    found = _rows(
        connection, What.ENTRY, 'WHERE blog = ? ORDER BY "order", id LIMIT ? OFFSET ?', (blog.id, rows, first)
    )
    entries = tuple(from_record(Entry, record) for record in found)
    return Glance(blogs, blog, count, first, entries)


def _blogs(connection: sqlite3.Connection) -> Iterator[Blog]:
    for record in _rows(connection, What.BLOG, "ORDER BY last_changed DESC, id LIMIT ?", (_BLOGS,)):
        yield from_record(Blog, record)


def _rows(connection: sqlite3.Connection, what: What, rest: str, values: tuple[Any, ...]) -> Iterator[Any]:
    """Records, each checked."""
    table = {What.BLOG: "blogs", What.ENTRY: "entries"}[what]
    names = ", ".join(f'"{name}"' for name in (*NAMES[what], "checksum"))
    for row in connection.execute(f"SELECT {names} FROM {table} {rest}", values):  # noqa: S608  no user's words
        yield checked_record(what, row)
