"""The past, out of the log: what was done to a value, and a blog as it stood at a moment."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, func, select

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import Record, from_record, moment_to_text
from newsdesk.domain.revision import Revision, What
from newsdesk.errors import UnknownError
from newsdesk.store import log
from newsdesk.store.rows import batches
from newsdesk.store.tables import changes, entries, revisions


def of_value(connection: Connection, id: str) -> list[Revision]:
    """Every revision of a blog or an entry, the oldest first, each with what it did to that value alone."""
    wanted = (
        select(revisions, *log.CHANGE_COLUMNS)
        .join(changes, changes.c.sequence == revisions.c.sequence)
        .where(changes.c.id == id, changes.c.before.is_not(None) | changes.c.after.is_not(None))
        .order_by(changes.c.number)
    )
    return [log.with_change(row) for row in connection.execute(wanted)]


def of_blog(connection: Connection, blog: str, before: int | None, limit: int) -> list[Revision]:
    """The revisions of a blog, the latest first, without what they changed: an import's would be the whole blog."""
    wanted = select(revisions).where(revisions.c.blog == blog).order_by(revisions.c.sequence.desc()).limit(limit)
    if before is not None:
        wanted = wanted.where(revisions.c.sequence < before)
    return [log.to_revision(row) for row in connection.execute(wanted)]


def place_at(connection: Connection, moment: datetime) -> int:
    """The place in the log that had been reached at a moment; 0 before the first revision."""
    last = select(func.max(revisions.c.sequence)).where(revisions.c.at <= moment_to_text(moment))
    return connection.scalar(last) or 0


def blog_as_of(connection: Connection, blog: str, sequence: int) -> tuple[Blog, list[Entry]]:
    """A blog with its entries in their arrangement, as it stood after a revision.

    Raises UnknownError if there was no such blog then. What was erased for ever is left out.
    """
    records = _records_as_of(connection, [blog], sequence)
    if not records:
        raise UnknownError("There was no such blog at that moment.")
    found = _records_as_of(connection, _ids_ever_in(connection, blog), sequence)
    there = [from_record(Entry, record) for record in found if record["blog"] == blog]
    return from_record(Blog, records[0]), sorted(there, key=lambda entry: entry.place)


def _ids_ever_in(connection: Connection, blog: str) -> list[str]:
    """The ids of all entries that a revision of the blog was about, or that are in it now."""
    of_entry = changes.c.what == What.ENTRY.value
    of_log = (
        select(changes.c.id)
        .join(revisions, changes.c.sequence == revisions.c.sequence)
        .where(revisions.c.blog == blog, of_entry)
        .distinct()
    )
    now = select(entries.c.id).where(entries.c.blog == blog)
    return sorted({*connection.scalars(of_log), *connection.scalars(now)})


def _records_as_of(connection: Connection, ids: Iterable[str], sequence: int) -> list[Record]:
    c = changes.c
    found: list[Record] = []
    for batch in batches(ids):
        wanted = select(*log.CHANGE_COLUMNS).where(c.id.in_(batch), c.sequence <= sequence).order_by(c.id, c.number)
        for _, told in groupby(connection.execute(wanted), lambda row: row.change_id):
            record: Record | None = None
            for change in map(log.checked_change, told):
                record = None if change.after is None else {**(record or {}), **change.after}
            if record is not None:
                found.append(record)
    return found
