"""Full-text search with SQLite's FTS5, in one room: words and their beginnings, and parts of words.

The index lives beside what it indexes and can be made again at any time. Nobody waits for it while
typing: it is caught up from the log, a little at a time. Its rows are numbered by shown time, so
that the latest hundred hits of a common word are found without sorting them all.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any, NamedTuple, cast

from sqlalchemy import BindParameter, Connection, bindparam, select, text
from sqlalchemy.exc import DBAPIError

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import Block, Body
from newsdesk.domain.record import What
from newsdesk.errors import StoreError
from newsdesk.store import rows
from newsdesk.store.database import Database
from newsdesk.store.rows import from_json
from newsdesk.store.tables import changes
from newsdesk.store.words import (
    CLOSE,
    OPEN,
    Snippet,
    Term,
    fold,
    holds,
    mark_parts,
    spaced,
    terms_of,
    to_parts_query,
    to_patterns,
    to_query,
    unasked,
)

_TABLES = (
    "CREATE TABLE search_places (row INTEGER PRIMARY KEY, id TEXT UNIQUE, what TEXT, blog TEXT)",
    "CREATE VIRTUAL TABLE search_words USING fts5(headline, body, other, blog,"
    " columnsize = 0, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')",
    "CREATE VIRTUAL TABLE search_parts USING fts5(text, content = '', columnsize = 0,"
    " tokenize = 'trigram case_sensitive 1')",
    "CREATE TABLE search_position_2 (number INTEGER)",  # another number with every other form of these
)
_NAMES = ("search_position", "search_position_2", "search_places", "search_words", "search_parts")
_INDEXED = {"headline", "body", "introduction", "bylines", "labels", "note", "time", "date", "blog", "url"}
_AT_ONCE = 1_000  # changes in one short transaction
_IN_A_MINUTE = 1 << 20
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_WIDTH = 24  # words of a snippet


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry, or a blog's own headline and introduction (then `entry` is empty), that holds what was searched for."""

    entry: str
    blog: str
    headline: Snippet
    body: Snippet

    @property
    def shape(self) -> dict[str, object]:
        """The hit as plain JSON; the marks are places in the text."""
        snippets = {"headline": self.headline, "body": self.body}
        told = {name: {"text": it.text, "marks": [list(mark) for mark in it.marks]} for name, it in snippets.items()}
        return {"entry": self.entry or None, "blog": self.blog, **told}

    @property
    def line(self) -> str:
        """The hit as one line of a terminal."""
        return "  ".join([(self.entry or self.blog)[:8], *filter(None, (self.headline.in_line, self.body.in_line))])


class _Text(NamedTuple):
    """What is indexed of a value."""

    headline: str
    body: str
    other: str
    blog: str

    @property
    def folded(self) -> str:
        return fold("\n".join(self[:3]))


def search(database: Database, words: str, limit: int = 100, blog: str | None = None) -> list[Hit]:
    """The latest entries that hold all words (or beginnings of words, or parts of at least three letters)."""
    terms = terms_of(words)
    if not terms:
        return []
    with _asking(database) as plain:
        is_behind = database.path is None or _is_behind(plain)
        found = {} if is_behind else _find(plain, terms, limit, blog)
    if is_behind:
        update_index(database)
        with _asking(database) as plain:
            found = _find(plain, terms, limit, blog)
    return [found[row] for row in sorted(found, reverse=True)]


@contextmanager
def _asking(database: Database) -> Iterator[sqlite3.Connection]:
    """The driver's own connection: what is put around each question takes longer than most of these questions."""
    with database.reading() as connection:
        yield cast(sqlite3.Connection, connection.connection.driver_connection)


def _find(plain: sqlite3.Connection, terms: tuple[Term, ...], limit: int, blog: str | None) -> dict[int, Hit]:
    found = _find_words(plain, terms, limit, blog)
    if len(found) < limit:
        found |= _find_parts(plain, terms, limit - len(found), blog, found.keys())
    return found


def _find_words(plain: sqlite3.Connection, terms: tuple[Term, ...], limit: int, blog: str | None) -> dict[int, Hit]:
    within = f" AND blog : {_token(blog)}" if blog else ""
    found = plain.execute(
        "SELECT p.row, iif(p.what = 'blog', '', p.id), p.blog,"
        " highlight(search_words, 0, ?, ?), snippet(search_words, 1, ?, ?, '…', ?)"
        " FROM search_words JOIN search_places p ON p.row = search_words.rowid"
        " WHERE search_words MATCH ? ORDER BY search_words.rowid DESC LIMIT ?",
        (OPEN, CLOSE, OPEN, CLOSE, _WIDTH, f"{{headline body other}} : ({to_query(terms)}){within}", limit),
    )
    return {
        row: Hit(entry, of_blog, Snippet.of(headline), Snippet.of(body))
        for row, entry, of_blog, headline, body in found
    }


def _find_parts(
    plain: sqlite3.Connection, terms: tuple[Term, ...], limit: int, blog: str | None, known: Iterable[int]
) -> dict[int, Hit]:
    found: dict[int, Hit] = {}
    if not (query := to_parts_query(terms)):
        return found
    candidates = plain.execute(
        "SELECT p.row, iif(p.what = 'blog', '', p.id), p.blog, w.c0, w.c1, w.c2 FROM search_parts"
        " JOIN search_places p ON p.row = search_parts.rowid JOIN search_words_content w ON w.id = search_parts.rowid"
        " WHERE search_parts MATCH ? AND p.blog = coalesce(?, p.blog) ORDER BY search_parts.rowid DESC",
        (query, blog),
    )
    patterns, parts = to_patterns(terms), unasked(terms)
    for row, entry, of_blog, headline, body, other in candidates:
        if row not in known and holds(f"{headline}\n{body}\n{other}", parts):
            found[row] = Hit(entry, of_blog, mark_parts(headline, patterns), mark_parts(body, patterns))
            if len(found) == limit:
                break
    candidates.close()
    return found


def update_index(database: Database, should_stop: Callable[[], bool] = lambda: False) -> bool:
    """Catch up with the log, a short transaction at a time; True when nothing is left to do."""
    if database.path is None:
        raise StoreError("Search is not available in a shared store yet.")
    while True:
        with database.reading() as connection:
            position, end = _position(connection), _end(connection)
        if position == end:
            return True
        if should_stop():
            return False
        with database.writing() as connection:
            _catch_up(connection)


def forget_index(connection: Connection) -> None:
    """Take the index away; the next search makes it anew."""
    for name in _NAMES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")


def _is_behind(plain: sqlite3.Connection) -> bool:
    """Whether the log has gone on since, or there is no index yet, asked in one question before every search."""
    try:
        (is_caught_up,) = plain.execute(
            "SELECT (SELECT max(number) FROM search_position_2) = (SELECT coalesce(max(number), 0) FROM changes)"
        ).fetchone()
    except sqlite3.Error:  # no such table; whatever else it is shows itself when the index is caught up
        return True
    return not is_caught_up


def _position(connection: Connection) -> int:
    """The number of the last change in the index; -1 if there is no index."""
    is_there = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'search_position_2'").first()
    if not is_there:
        return -1
    return int(connection.exec_driver_sql("SELECT max(number) FROM search_position_2").scalar() or 0)


def _end(connection: Connection) -> int:
    return connection.scalar(select(changes.c.number).order_by(changes.c.number.desc()).limit(1)) or 0


def _make(connection: Connection) -> None:
    forget_index(connection)  # one of another form may be there
    try:
        for statement in _TABLES:
            connection.exec_driver_sql(statement)
    except DBAPIError as error:
        if "no such" not in str(error.orig):
            raise
        raise StoreError(
            "Search is not available: the SQLite of this computer lacks full-text search with trigrams. "
            "Everything else works; install Python with SQLite 3.34 or newer to search."
        ) from error
    connection.exec_driver_sql("INSERT INTO search_position_2 VALUES (0)")


def _catch_up(connection: Connection) -> None:
    if (position := _position(connection)) < 0:
        _make(connection)
        position = 0
    wanted = select(changes).where(changes.c.number > position).order_by(changes.c.number).limit(_AT_ONCE)
    told = connection.execute(wanted).all()
    touched = {(row.what, row.id) for row in told if _concerns(row.before, row.after)}
    for what in What:
        _index(connection, what, [id for kind, id in touched if kind == what])
    if told:
        connection.exec_driver_sql("UPDATE search_position_2 SET number = ?", (told[-1].number,))


def _concerns(before: str | None, after: str | None) -> bool:
    return before is None or after is None or not _INDEXED.isdisjoint(from_json(after))


def _index(connection: Connection, what: What, ids: list[str]) -> None:
    """Take these values out of the index, and put in what they say now."""
    for batch in rows.batches(ids):
        _take_out(connection, batch)
        records = rows.read_records(connection, what, batch)
        _put_in(connection, what, [rows.to_value(what, record) for record in records.values()])


def _take_out(connection: Connection, ids: list[str]) -> None:
    places = connection.execute(text("SELECT row FROM search_places WHERE id IN :ids").bindparams(_IDS), {"ids": ids})
    for (row,) in places.all():
        said = connection.exec_driver_sql("SELECT * FROM search_words WHERE rowid = ?", (row,)).one()
        folded = _Text(*said).folded  # a table without contents has to be told what it is to forget
        connection.exec_driver_sql(
            "INSERT INTO search_parts (search_parts, rowid, text) VALUES ('delete', ?, ?)", (row, folded)
        )
        connection.exec_driver_sql("DELETE FROM search_words WHERE rowid = ?", (row,))
        connection.exec_driver_sql("DELETE FROM search_places WHERE row = ?", (row,))


def _put_in(connection: Connection, what: What, values: list[Value]) -> None:
    minutes = [_minute(value) for value in values]
    free = {minute: _free_row(connection, minute) for minute in set(minutes)}
    places, words, parts = [], [], []
    for value, minute in zip(values, minutes, strict=True):
        row, said = free[minute], _text_of(value)
        free[minute] += 1
        places.append((row, value.id, what.value, value.id if isinstance(value, Blog) else value.blog))
        words.append((row, *said))
        parts.append((row, said.folded))
    if values:
        connection.exec_driver_sql("INSERT INTO search_places VALUES (?, ?, ?, ?)", places)
        connection.exec_driver_sql(
            "INSERT INTO search_words (rowid, headline, body, other, blog) VALUES (?, ?, ?, ?, ?)", words
        )
        connection.exec_driver_sql("INSERT INTO search_parts (rowid, text) VALUES (?, ?)", parts)


def _free_row(connection: Connection, minute: int) -> int:
    """A number for a row of that minute; whoever comes later in a minute stands above."""
    first = minute * _IN_A_MINUTE
    taken = connection.exec_driver_sql(
        "SELECT max(row) FROM search_places WHERE row BETWEEN ? AND ?", (first, first + _IN_A_MINUTE - 1)
    ).scalar()
    return first if taken is None else int(taken) + 1


def _minute(value: Value) -> int:
    if isinstance(value, Entry):
        moment = value.time.sortable
    else:
        moment = value.created if value.date is None else datetime(*value.date.timetuple()[:3], tzinfo=UTC)
    return int((moment - datetime(1, 1, 1, tzinfo=UTC)).total_seconds()) // 60


def _text_of(value: Value) -> _Text:
    if isinstance(value, Blog):
        other = (*value.bylines, value.slug, value.url)
        body, blog = value.introduction, value.id
    else:
        other = (*value.bylines, *value.labels, value.note)
        body, blog = value.body, value.blog
    return _Text(spaced(value.headline), spaced(_plain(body)), spaced("\n".join(filter(None, other))), _token(blog))


def _plain(body: Body) -> str:
    return "\n".join(map(_plain_block, body))


def _plain_block(block: Block) -> str:
    return " ".join(filter(None, (block.text, block.alt, block.credit)))


def _token(id: str) -> str:
    """An id as one word of the index."""
    return "b" + blake2b(id.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
