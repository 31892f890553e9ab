"""The memory of exports: every release sealed, following the one before, about a place in the log that exists.

The log tells of every release with its checksum. So one that was taken out is found, even the last,
and one that was written anew.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, select

from newsdesk.domain.revision import Act
from newsdesk.store import log
from newsdesk.store.check_log import name_of
from newsdesk.store.database import Database
from newsdesk.store.findings import Finding, readable
from newsdesk.store.past import adoptions
from newsdesk.store.releases import is_sealed, told_in_log
from newsdesk.store.rows import AnyRow
from newsdesk.store.tables import releases, revisions


def check_releases(database: Database) -> Iterator[Finding]:
    """Every release, in the order in which they were made, and every one that the log tells of."""
    previous = b""
    with database.examining() as connection:
        end = log.end(connection)
        rows = connection.execute(select(releases).order_by(releases.c.number)).all()
        told = {row.target.partition(" ")[0]: row for row in _told(connection)}
    for row in rows:
        yield from _check(row, previous, end, told)
        previous = row.checksum
    here = {row.id for row in rows}
    for id, revision in told.items():
        if id not in here:
            sentence = f"The release {readable(id)} is missing; {name_of(revision)} tells of it."
            yield Finding("release", sentence, f"release {readable(id)}")


def _told(connection: Connection) -> Iterator[AnyRow]:
    """What the log tells of releases that were made here; those of a history that came in are kept where it was."""
    acts = select(revisions).where(revisions.c.act == Act.RELEASE.value).order_by(revisions.c.sequence)
    brought = [range(first, end) for _, first, end in adoptions(connection)]
    yield from (row for row in connection.execute(acts) if not any(row.sequence in each for each in brought))


def _check(row: AnyRow, previous: bytes, end: int, told: Mapping[str, AnyRow]) -> Iterator[Finding]:
    id = readable(row.id)
    place = f"release {id}"
    if not is_sealed(row):
        yield Finding("checksum", f"The release {id} is not as it was written.", place)
    elif row.id in told and told[row.id].target != told_in_log(row.id, row.checksum):
        sentence = f"The release {id} was written anew; {name_of(told[row.id])} tells of another."
        yield Finding("release", sentence, place)
    elif row.previous != previous:
        yield Finding("release", f"Before the release {id} another one is missing or out of its place.", place)
    elif row.sequence > end:
        yield Finding("release", f"The release {id} is of a part of the log that is not there.", place)
