"""Which entries of a blog a filter leaves, asked of the tables and the search index and not of the values."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TypeVar

from sqlalchemy import Connection, func, select

from newsdesk.domain.arranging import Key, Place
from newsdesk.store import keys, log
from newsdesk.store.database import Database
from newsdesk.store.keys import plain_rows
from newsdesk.store.search import update_index
from newsdesk.store.tables import entries
from newsdesk.store.words import fold, holds, terms_of, to_parts_query, to_query, unasked

_C = entries.c
_PAGE = 5_000  # keys in one short transaction
_PATIENCE = 5  # readings, until what is written in between has to wait
_TOP: Place = ("", "")  # the place above all
# What the index of parts knows beside what has the words; with what is said, for the parts of which it cannot tell.
_PARTS = (
    "SELECT p.id FROM search_parts JOIN search_places p ON p.row = search_parts.rowid"
    " WHERE search_parts MATCH ? AND p.blog = ?"
    " AND search_parts.rowid NOT IN (SELECT rowid FROM search_words WHERE search_words MATCH ?)"
)
_PARTS_SAID = (
    "SELECT p.id, w.headline, w.body, w.other FROM search_parts JOIN search_places p ON p.row = search_parts.rowid"
    " JOIN search_words w ON w.rowid = search_parts.rowid WHERE search_parts MATCH ? AND p.blog = ?"
    " AND search_parts.rowid NOT IN (SELECT rowid FROM search_words WHERE search_words MATCH ?)"
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What all entries that stay have in common; what is empty leaves all."""

    words: str = ""
    states: Sequence[str] = ()
    byline: str = ""
    label: str = ""
    is_key: bool = False


def read_keys(database: Database, blog: str, by: Narrowing, take: Callable[[Iterable[Key]], T]) -> tuple[T, int]:
    """What `take` makes of the keys that stay, as arranged, and the place in the log as of which all were read.

    They are read a page at a time, so that nobody's saving waits for them. Where something was written in between,
    `take` is begun anew with all of them.
    """
    if by.words:
        update_index(database)
    wanted = _wanted(blog, by)
    for _ in range(_PATIENCE):
        with database.reading() as connection:
            end, held = log.end(connection), _held(connection, blog, by)
        try:
            return take(_paged(database, wanted, held, end)), end
        except _OvertakenError:
            continue
    with database.reading() as connection:
        held = _held(connection, blog, by)
        all_keys = keys.each(connection, wanted)
        return take(key for key in all_keys if held is None or key.id in held), log.end(connection)


class _OvertakenError(Exception):
    """Something was written between two pages."""


def _paged(database: Database, wanted: keys.Keys, held: set[str] | None, end: int) -> Iterator[Key]:
    """A page is not held: what is made of its keys is made while they are read, and is small."""
    last, count = _TOP, _PAGE
    while count == _PAGE:
        count = 0
        with database.reading() as connection:
            if log.end(connection) != end:
                raise _OvertakenError
            for key in keys.page(connection, wanted, last, _PAGE):
                last, count = key[:2], count + 1
                if held is None or key.id in held:
                    yield key


def _wanted(blog: str, by: Narrowing) -> keys.Keys:
    wanted = keys.wanted(blog)
    if by.states:
        wanted = wanted.where(_C.state.in_(list(by.states)))
    if by.is_key:
        wanted = wanted.where(_C.is_key == 1)
    for column, name in ((_C.bylines, by.byline), (_C.labels, by.label)):
        if name:
            wanted = wanted.where(func.instr(column, json.dumps(name, ensure_ascii=False)) > 0)
    return wanted


def _held(connection: Connection, blog: str, by: Narrowing) -> set[str] | None:
    """The entries that hold the words; None, which is all of them, where there are none."""
    return _holding(connection, blog, by.words) if by.words else None


def used(database: Database, blog: str) -> dict[str, list[str]]:
    """The bylines and labels that the entries of a blog bear, the most frequent first."""
    found: dict[str, list[str]] = {}
    with database.reading() as connection:
        for column in (_C.bylines, _C.labels):
            wanted = select(column, func.count()).where(_C.blog == blog, column != "").group_by(column)
            counts: dict[str, int] = {}
            for names, count in connection.execute(wanted):
                for name in json.loads(names):
                    counts[name] = counts.get(name, 0) + count
            found[column.name] = sorted(counts, key=lambda name: (-counts[name], name))
    return found


def openings(database: Database, blog: str, length: int = 120) -> list[str]:
    """How the texts of a blog begin that begin with a plain paragraph."""
    start = func.substr(_C.body, 1, length)
    with database.reading() as connection:
        found = connection.scalars(select(start).where(_C.blog == blog, start.like("<p>%(%)%")))
        return [unescape(text.removeprefix("<p>").partition("</p>")[0]) for text in found]


def _holding(connection: Connection, blog: str, words: str) -> set[str]:
    """The entries of a blog in which all words stand, also as beginnings and parts."""
    terms = terms_of(words)
    if not terms:
        return _beginning_with_letter(connection, blog, words)
    query = f"{{headline body other}} : ({to_query(terms)})"
    found = connection.exec_driver_sql(
        "SELECT p.id FROM search_words JOIN search_places p ON p.row = search_words.rowid"
        " WHERE search_words MATCH ? AND p.blog = ?",
        (query, blog),
    )
    ids = {id for (id,) in plain_rows(found)}
    if in_parts := to_parts_query(terms):
        ids |= _holding_parts(connection, (in_parts, blog, query), unasked(terms))
    return ids


def _holding_parts(connection: Connection, asked: tuple[str, str, str], parts: Sequence[str]) -> set[str]:
    """Those that hold all parts and are not found by their words."""
    found = plain_rows(connection.exec_driver_sql(_PARTS_SAID if parts else _PARTS, asked))
    return {id for id, *texts in found if holds("\n".join(texts), parts)}


def _beginning_with_letter(connection: Connection, blog: str, letter: str) -> set[str]:
    """A single letter is the beginning of a headline; anything less leaves all."""
    start = fold(letter.strip())
    wanted = select(_C.id, _C.headline).where(_C.blog == blog)
    return {id for id, headline in plain_rows(connection.execute(wanted)) if fold(headline).startswith(start)}
