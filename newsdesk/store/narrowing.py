"""Which entries of a blog a filter leaves, asked of the tables and the search index and not of the values."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from sqlalchemy import Connection, bindparam, func, select, text

from newsdesk.domain.arranging import Key
from newsdesk.store.database import Database
from newsdesk.store.rows import batches
from newsdesk.store.search import update_index
from newsdesk.store.tables import entries
from newsdesk.store.words import fold, terms_of, to_query, to_trigrams

_C = entries.c
_TEXTS = text("SELECT rowid, headline, body, other FROM search_words WHERE rowid IN :rows").bindparams(
    bindparam("rows", expanding=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What all entries that stay have in common; what is empty leaves all."""

    words: str = ""
    states: Sequence[str] = ()
    byline: str = ""
    label: str = ""
    is_key: bool = False


def each_key(database: Database, blog: str, by: Narrowing) -> Iterator[Key]:
    """The keys that stay, in the editor's arrangement."""
    if by.words:
        update_index(database)
    wanted = select(_C.order, _C.id, _C.time).where(_C.blog == blog).order_by(_C.order, _C.id)
    if by.states:
        wanted = wanted.where(_C.state.in_(list(by.states)))
    if by.is_key:
        wanted = wanted.where(_C.is_key == 1)
    for column, name in ((_C.bylines, by.byline), (_C.labels, by.label)):
        if name:
            wanted = wanted.where(func.instr(column, json.dumps(name, ensure_ascii=False)) > 0)
    with database.reading() as connection:
        held = _holding(connection, blog, by.words) if by.words else None
        for row in connection.execution_options(yield_per=1_000).execute(wanted):
            if held is None or row.id in held:
                yield Key(*row)


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
    found = connection.exec_driver_sql(
        "SELECT p.id FROM search_words JOIN search_places p ON p.row = search_words.rowid"
        " WHERE search_words MATCH ? AND p.blog = ?",
        (f"{{headline body other}} : ({to_query(terms)})", blog),
    )
    ids = {row.id for row in found}
    if trigrams := to_trigrams(terms):
        ids |= _holding_parts(connection, blog, (trigrams, [fold(term.text) for term in terms]), ids)
    return ids


def _holding_parts(connection: Connection, blog: str, wanted: tuple[str, list[str]], known: set[str]) -> set[str]:
    """Those not known yet that hold all parts; the index of parts knows more than hold them."""
    trigrams, parts = wanted
    candidates = connection.exec_driver_sql(
        "SELECT p.row, p.id FROM search_parts JOIN search_places p ON p.row = search_parts.rowid"
        " WHERE search_parts MATCH ? AND p.blog = ?",
        (trigrams, blog),
    )
    unknown = {row.row: row.id for row in candidates if row.id not in known}
    found = set()
    for batch in batches(unknown):
        texts = connection.execute(_TEXTS, {"rows": batch})
        found |= {unknown[row.rowid] for row in texts if _holds(f"{row.headline}\n{row.body}\n{row.other}", parts)}
    return found


def _holds(text: str, parts: Sequence[str]) -> bool:
    folded = fold(text)
    return all(part in folded for part in parts)


def _beginning_with_letter(connection: Connection, blog: str, letter: str) -> set[str]:
    """A single letter is the beginning of a headline; anything less leaves all."""
    wanted = select(_C.id, _C.headline).where(_C.blog == blog)
    start = fold(letter.strip())
    return {row.id for row in connection.execute(wanted) if fold(row.headline).startswith(start)}
