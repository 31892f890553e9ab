"""What has been: a blog as it stood, the story of one value, and what was released."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.past import Later, Stand, Step, additions, played
from newsdesk.domain.record import Record, What, from_record, moment_to_text
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Act, Change, Revision
from newsdesk.errors import UnknownError
from newsdesk.store import log, passing, releases, rows, seals
from newsdesk.store.database import Database
from newsdesk.store.held import Held, Places
from newsdesk.store.tables import blogs, changes, entries, revisions

_AT_ONCE = 20_000  # changes looked through in one reading
_NO_BLOG = "There was no such blog then. “newsdesk history BLOG” shows when it began."


class Past:
    """Everything that was ever written to a store, for reading, and the memory of its exports."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._held = Held(database)

    def stand(
        self, blog: str, sequence: int | None = None, go_on: Callable[[], object] = lambda: None
    ) -> Stand:
        """A blog as it stood after a revision of the log, or as it stands now, read at one moment.

        Raises UnknownError if it was not there. `go_on` is called now and then; what it raises ends the reading.
        """
        with self._database.reading() as connection:
            return _stand(connection, blog, sequence, go_on)

    def place_at(self, moment: datetime, blog: str) -> int:
        """The place in the log of the latest revision that was written by a moment; 0 before the first.

        What was written elsewhere counts for its own blog alone: it came into this log later.
        """
        written = select(func.max(revisions.c.sequence)).where(revisions.c.at <= moment_to_text(moment))
        with self._database.reading() as connection:
            for of, first, end in adoptions(connection):
                if of != blog:
                    written = written.where(~revisions.c.sequence.between(first, end - 1))
            return connection.execute(written).scalar() or 0

    def told_of(self, blog: str, sequence: int) -> list[Revision]:
        """The whole history of a blog up to a place in the log, in order, without what was erased for ever."""
        with self._database.reading() as connection:
            return list(_told(connection, blog, sequence))

    def story(self, id: str) -> list[Step]:
        """All that ever happened to one blog (its own fields) or one entry, in order."""
        with self._database.reading() as connection:
            return list(_steps(connection, _all_steps().where(changes.c.id == id)))

    def touched(self, blog: str, since: int = 0) -> dict[str, int]:
        """The entries of a blog that were changed or went after a place in the log, each with the latest place."""
        c, found = changes.c, dict[str, int]()
        wanted = (
            select(c.id, func.max(c.sequence))
            .join(revisions, revisions.c.sequence == c.sequence)
            .where(revisions.c.blog == blog, c.sequence > since, c.what == What.ENTRY.value, c.before.is_not(None))
            .group_by(c.id)
        )
        with self._database.reading() as connection:
            end = connection.execute(select(func.max(c.number))).scalar() or 0
        for first in range(0, end, _AT_ONCE):  # each its own short reading, so that no edit waits
            with self._database.reading() as connection:
                for id, last in connection.execute(wanted.where(c.number > first, c.number <= first + _AT_ONCE)):
                    found[id] = max(last, found.get(id, 0))
        return found

    def later(self, after: Mapping[str, int]) -> dict[str, Later]:
        """Of each of these entries what became of it after its place in the log, read at one moment."""
        with self._database.reading() as connection:
            now = rows.read_records(connection, What.ENTRY, after)
            found = {id: Later(from_record(Entry, now[id]) if id in now else None, []) for id in after}
            for batch in rows.batches(after):
                lowest = min(after[id] for id in batch)
                c = changes.c
                wanted = select(c.sequence, *log.CHANGE_COLUMNS).where(c.id.in_(batch), c.sequence > lowest)
                is_said = c.before.is_not(None) | c.after.is_not(None)  # not what was erased whole
                for sequence, *row in connection.execute(wanted.where(is_said).order_by(c.number)):
                    change = log.checked_change(row)
                    if sequence > after[change.id]:
                        found[change.id].changes.append((sequence, change))
        return found

    def additions_of(self, ids: Sequence[str]) -> dict[str, Step]:
        """How these entries first came into this store, by id; not where that was erased for ever."""
        found: dict[str, Step] = {}
        with self._database.reading() as connection:
            for batch in rows.batches(ids):
                added = _all_steps().where(changes.c.id.in_(batch), changes.c.before.is_(None))
                for step in _steps(connection, added):
                    found.setdefault(step.change.id, step)
            return found | _adopted(connection, found) if found else found

    def revisions_of(self, blog: str) -> list[Revision]:
        """All revisions of a blog, in order, without their changes."""
        wanted = select(revisions).where(revisions.c.blog == blog).order_by(revisions.c.sequence)
        with self._database.reading() as connection:
            return [log.to_revision(row) for row in connection.execute(wanted)]

    def touched_by(self, sequences: Sequence[int]) -> dict[str, int]:
        """The ids of the values that some revisions changed, each with the latest of these that did, in order."""
        found: dict[str, int] = {}
        with self._database.reading() as connection:
            for batch in rows.batches(sequences):
                wanted = select(changes.c.id, changes.c.sequence).where(changes.c.sequence.in_(batch))
                for id, sequence in connection.execute(wanted.order_by(changes.c.number)):
                    found[id] = sequence
        return found

    def ever_noticed(self, blog: str) -> list[str]:
        """The ids of the entries of a blog that ever bore a notice."""
        spoke = (side.like('%"notices":%') for side in (changes.c.before, changes.c.after))
        wanted = (
            select(changes.c.id)
            .join(revisions, revisions.c.sequence == changes.c.sequence)
            .where(revisions.c.blog == blog, changes.c.what == What.ENTRY.value, next(spoke) | next(spoke))
            .group_by(changes.c.id)
            .order_by(func.min(changes.c.number))
        )
        with self._database.reading() as connection:
            return list(connection.scalars(wanted))

    def releases(self, blog: str) -> list[Release]:
        """The releases of a blog, the latest first."""
        with self._database.reading() as connection:
            return releases.of_blog(connection, blog)

    def releases_starting(self, start: str) -> list[Release]:
        """The releases whose ids begin so; two at the most."""
        with self._database.reading() as connection:
            return releases.starting(connection, start)

    def held(self, blog: str) -> Mapping[str, Places]:
        """Of each entry of a blog that was ever released, the places in the log as of which releases held it."""
        return self._held.places(blog)

    def remember(self, release: Release) -> None:
        """Add a release to the memory, for ever."""
        with self._database.writing() as connection:
            releases.add(connection, release)


def adoptions(connection: Connection, blog: str = "") -> list[tuple[str, int, int]]:
    """The histories that came in: of which blog, where in the log each begins, and where its adoption stands."""
    begin = revisions.alias()
    wanted = select(revisions.c.blog, begin.c.sequence, revisions.c.sequence).join(
        begin, begin.c.id == revisions.c.target
    ).where(revisions.c.act == Act.ADOPT.value)  # fmt: skip
    if blog:
        wanted = wanted.where(revisions.c.blog == blog)
    return [(of, first, end) for of, first, end in connection.execute(wanted.order_by(revisions.c.sequence))]


def _adopted(connection: Connection, added: Mapping[str, Step]) -> dict[str, Step]:
    """Of these additions those that were made elsewhere, as what their adoption brought."""
    blog = next(iter(added.values())).revision.blog
    found: dict[str, Step] = {}
    for _, first, end in adoptions(connection, blog)[:1]:
        ids = [id for id, step in added.items() if first <= step.revision.sequence < end]
        arrival = log.to_revision(connection.execute(select(revisions).where(revisions.c.sequence == end)).one())
        for batch in rows.batches(ids):
            told = _all_steps().where(changes.c.id.in_(batch), revisions.c.sequence <= end)
            brought = played(step.change for step in _steps(connection, told))
            found |= {change.id: Step(arrival, change) for change in additions(brought)}
    return found


def _told(connection: Connection, blog: str, sequence: int) -> Iterator[Revision]:
    r, count = revisions.c, len(log.CHANGE_COLUMNS)
    is_wanted = (r.blog == blog) & (r.sequence <= sequence)
    wanted = (
        select(changes.c.sequence, *log.CHANGE_COLUMNS)
        .join(revisions, r.sequence == changes.c.sequence)
        .where(is_wanted)
        .order_by(changes.c.number)
    )
    by_revision: dict[int, list[Change]] = {}
    for row in connection.execute(wanted):
        change = log.checked_change(row[-count:])
        by_revision.setdefault(row.sequence, []).append(change)
    for row in connection.execute(select(revisions).where(is_wanted).order_by(r.sequence)):
        told = by_revision.get(row.sequence, ())
        is_erasure = row.act == Act.ERASE
        left = tuple(change for change in told if is_erasure or change.before is not None or change.after is not None)
        yield replace(log.to_revision(row), changes=left)


def _all_steps() -> Select[Any]:
    return (
        select(revisions, *log.CHANGE_COLUMNS)
        .join(changes, changes.c.sequence == revisions.c.sequence)
        .where((changes.c.before.is_not(None)) | (changes.c.after.is_not(None)))  # not what was erased whole
        .order_by(changes.c.number)
    )


def _steps(connection: Connection, wanted: Select[Any]) -> Iterator[Step]:
    count = len(log.CHANGE_COLUMNS)
    last: Revision | None = None
    for row in connection.execute(wanted.execution_options(yield_per=1_000)):
        if last is None or last.sequence != row.sequence:
            last = log.to_revision(row)
        yield Step(last, log.checked_change(row[-count:]))


def _stand(connection: Connection, blog: str, sequence: int | None, go_on: Callable[[], object]) -> Stand:
    end = log.end(connection)
    at = end if sequence is None else min(sequence, end)
    if at == end:
        return _present(connection, blog, at, go_on)
    records = _records(connection, blog)
    is_whole = _unwind(connection, blog, at, records)
    head = records.pop(blog, None)
    if head is None:
        raise UnknownError(_NO_BLOG)
    stood = sorted((from_record(Entry, record) for record in records.values()), key=lambda entry: entry.place)
    return Stand(sequence=at, blog=from_record(Blog, head), entries=tuple(stood), is_whole=is_whole)


def _present(connection: Connection, blog: str, sequence: int, go_on: Callable[[], object]) -> Stand:
    heads = connection.execute(select(*rows.columns(What.BLOG)).where(blogs.c.id == blog)).all()
    if not heads:
        raise UnknownError(_NO_BLOG)
    driver = connection.connection.driver_connection
    try:
        stood = _all(passing.entries_in_order(driver, blog), go_on) if isinstance(driver, sqlite3.Connection) else None
    except sqlite3.OperationalError:  # an SQLite without JSON, or a row so damaged that there is none of it
        stood = None
    if stood is None:
        stood = _all(_each_page(connection, blog), go_on)
    return Stand(sequence=sequence, blog=rows.read_blog(heads[0]), entries=stood, is_whole=True)


def _all(pages: Iterable[list[Entry]], go_on: Callable[[], object]) -> tuple[Entry, ...]:
    found: list[Entry] = []
    for page in pages:
        go_on()
        found += page
    return tuple(found)


def _each_page(connection: Connection, blog: str) -> Iterator[list[Entry]]:
    c = entries.c
    wanted = select(*rows.columns(What.ENTRY)).where(c.blog == blog).order_by(c.order, c.id)
    found = connection.execute(wanted.execution_options(yield_per=1_000))
    yield from (list(map(rows.read_entry, page)) for page in found.partitions())


def _records(connection: Connection, blog: str) -> dict[str, Record]:
    """The records of a blog and of its entries as they are now, by id."""
    heads = select(*rows.columns(What.BLOG)).where(blogs.c.id == blog)
    bodies = select(*rows.columns(What.ENTRY)).where(entries.c.blog == blog)
    found = [seals.checked_record(What.BLOG, row) for row in connection.execute(heads)]
    found += [seals.checked_record(What.ENTRY, row) for row in connection.execute(bodies)]
    return {str(record["id"]): record for record in found}


def _unwind(connection: Connection, blog: str, sequence: int, records: dict[str, Record]) -> bool:
    """Take back in these records what happened after a place in the log; False if not all of it is known any more."""
    wanted = (
        select(*log.CHANGE_COLUMNS)
        .join(revisions, revisions.c.sequence == changes.c.sequence)
        .where(revisions.c.blog == blog, revisions.c.sequence > sequence)
        .order_by(changes.c.number.desc())
    )
    is_whole = True
    for row in connection.execute(wanted):
        is_whole = is_whole and row.change_erased is None
        change = log.checked_change(row)
        if change.before is not None:
            records[change.id] = {**records.get(change.id, {}), **change.before}
        elif change.after is not None:
            records.pop(change.id, None)
    return is_whole
