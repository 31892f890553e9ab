"""The memory of exports: every release sealed, following the one before, and about a place in the log that exists."""

from collections.abc import Iterator

from sqlalchemy import select

from newsdesk.store import log
from newsdesk.store.database import Database
from newsdesk.store.findings import Finding, readable
from newsdesk.store.releases import is_sealed
from newsdesk.store.tables import releases


def check_releases(database: Database) -> Iterator[Finding]:
    """Every release, in the order in which they were made."""
    previous = b""
    with database.examining() as connection:
        end = log.end(connection)
        rows = connection.execute(select(releases).order_by(releases.c.number)).all()
    for row in rows:
        id = readable(row.id)
        place = f"release {id}"
        if not is_sealed(row):
            yield Finding("checksum", f"The release {id} is not as it was written.", place)
        elif row.previous != previous:
            yield Finding("release", f"Before the release {id} another one is missing or out of its place.", place)
        elif row.sequence > end:
            yield Finding("release", f"The release {id} is of a part of the log that is not there.", place)
        previous = row.checksum
