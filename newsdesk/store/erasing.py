"""Erasing for ever: what a court or a source's safety demands.

Words leave the rows, the log, the search index, the images, the free space of the file, and the backups
that are named. The digests of the log's rows stay, so that its chains still hold, and a tombstone, a
revision like any other, says that it was done, when and by whom. It also carries the digest of all rows
ever erased: nobody can pass off another change of the log as an erasure.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from newsdesk.domain.entry import new_id
from newsdesk.domain.record import Record, Scalar, What
from newsdesk.domain.revision import Act, Author, Change, Revision
from newsdesk.errors import UnknownError
from newsdesk.store import log, rows
from newsdesk.store.attaching import PREFIX
from newsdesk.store.database import Database
from newsdesk.store.rows import from_json
from newsdesk.store.seals import to_json
from newsdesk.store.search import forget_index
from newsdesk.store.tables import attachments, changes, entries, revisions

ERASED = "█████"  # stands where words were; their length is not told
TITLE = "Erase for ever"


@dataclass(frozen=True, slots=True)
class Erasure:
    """Who erases, when, and of which blog."""

    author: Author
    at: datetime
    blog: str


Erase = Callable[[Connection, Erasure, str], tuple[Change, ...]]


def erase_everywhere(database: Database, backups: Iterable[Path], erasure: Erasure, erase: Erase) -> Revision:
    """Erase in the store and in these backups of it; returns the tombstone in the store."""
    done = _erase(database, erasure, erase)
    for path in backups:
        backup = Database(path)
        try:
            _erase(backup, erasure, erase)
        except UnknownError:
            pass  # that backup never held it
        finally:
            backup.close()
    return done


def _erase(database: Database, erasure: Erasure, erase: Erase) -> Revision:
    with database.writing() as connection:
        id = new_id()
        told = erase(connection, erasure, id)
        _drop_unused_images(connection)
        if database.path:
            forget_index(connection)
        tombstone = Revision(
            id=id,
            sequence=0,
            blog=erasure.blog,
            author=erasure.author,
            at=erasure.at,
            title=TITLE,
            act=Act.ERASE,
            target=digest_of_erased(connection) or "",
            changes=told,
        )
        done = log.append(connection, tombstone)
    database.rebuild()  # free pages, and what SQLite left in the corners of others
    return done


def entry_erased(entry: str) -> Erase:
    """Everything that an entry ever said; it is gone then."""

    def erase(connection: Connection, _: Erasure, tombstone: str) -> tuple[Change, ...]:
        of_it = (changes.c.id == entry) & (changes.c.what == What.ENTRY.value)
        done = connection.execute(update(changes).where(of_it).values(before=None, after=None, erased=tombstone))
        if not done.rowcount:
            raise UnknownError("There is no such entry in this store; nothing was erased.")
        connection.execute(delete(entries).where(entries.c.id == entry))
        return (Change(What.ENTRY, entry, None, None),)

    return erase


def words_erased(words: str) -> Erase:
    """These words, letter by letter, wherever they stand in the blogs, the entries and the log of the store."""
    variants = sorted({words, escape(words, quote=False), *map(_in_json, (words, escape(words, quote=False)))}, key=len)

    def clear(scalar: Scalar) -> Scalar:
        if isinstance(scalar, str):
            for variant in reversed(variants):
                scalar = scalar.replace(variant, ERASED)
        return scalar

    def erase(connection: Connection, _: Erasure, tombstone: str) -> tuple[Change, ...]:
        counts = [_clear_values(connection, clear), _clear_log(connection, clear, tombstone)]
        counts.append(_clear_names(connection, clear, tombstone))
        if not any(counts):
            raise UnknownError("These words are nowhere in this store; nothing was erased.")
        return ()

    return erase


def _in_json(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)[1:-1]


def _clear_values(connection: Connection, clear: Callable[[Scalar], Scalar]) -> int:
    count = 0
    for what, table in rows.TABLES.items():
        for ids in rows.batches(connection.scalars(select(table.c.id)).all()):
            for record in rows.read_records(connection, what, ids).values():
                cleared = {name: clear(scalar) for name, scalar in record.items()}
                changed = [name for name in record if record[name] != cleared[name]]
                if changed:
                    rows.update_record(connection, what, cleared, changed)
                    count += 1
    return count


def _clear_log(connection: Connection, clear: Callable[[Scalar], Scalar], tombstone: str) -> int:
    c, count = changes.c, 0
    for number in connection.scalars(select(c.number)).all():
        before, after = connection.execute(select(c.before, c.after).where(c.number == number)).one()
        cleared = [_cleared_json(text, clear) for text in (before, after)]
        if cleared != [before, after]:
            values = {"before": cleared[0], "after": cleared[1], "erased": tombstone}
            connection.execute(update(changes).where(c.number == number).values(**values))
            count += 1
    return count


def _cleared_json(text: str | None, clear: Callable[[Scalar], Scalar]) -> str | None:
    if text is None:
        return None
    record: Record = from_json(text)
    cleared = {name: clear(scalar) for name, scalar in record.items()}
    return text if cleared == record else to_json(cleared)


def _clear_names(connection: Connection, clear: Callable[[Scalar], Scalar], tombstone: str) -> int:
    """The titles and the authors of revisions."""
    c, count = revisions.c, 0
    for sequence, title, author in connection.execute(select(c.sequence, c.title, c.author)).all():
        cleared = {"title": clear(title), "author": clear(author)}
        if cleared != {"title": title, "author": author}:
            values: dict[str, Any] = {**cleared, "erased": tombstone}
            connection.execute(update(revisions).where(c.sequence == sequence).values(**values))
            count += 1
    return count


def _drop_unused_images(connection: Connection) -> None:
    """Remove the images that nothing speaks of any more, neither a value nor the log."""
    for name in connection.scalars(select(attachments.c.hash)).all():
        is_named = [column.contains(PREFIX + name) for column in (changes.c.before, changes.c.after)]
        if connection.execute(select(changes.c.number).where(or_(*is_named)).limit(1)).first() is None:
            connection.execute(delete(attachments).where(attachments.c.hash == name))


def digest_of_erased(connection: Connection) -> str | None:
    """What a tombstone says of all rows of the log that were ever erased, as they stand now; None if there are none."""
    hashed, is_any = blake2b(digest_size=16), False
    for said in _erased(connection):
        is_any = True
        hashed.update(to_json(said).encode("utf-8", "surrogatepass"))
    return hashed.hexdigest() if is_any else None


def _erased(connection: Connection) -> Iterator[list[object]]:
    c, r = changes.c, revisions.c
    for number, digest, *said in connection.execute(
        select(c.number, c.digest, c.before, c.after).where(c.erased.is_not(None)).order_by(c.number)
    ):
        yield [number, repr(digest), *said]
    for sequence, digest, *said in connection.execute(
        select(r.sequence, r.digest, r.title, r.author).where(r.erased.is_not(None)).order_by(r.sequence)
    ):
        yield [sequence, repr(digest), *said]
