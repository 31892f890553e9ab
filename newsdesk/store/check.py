"""Whether everything in a store is as it was written: the file, every row, the log, and what they say of each other.

It only reads, and page by page, so that a window can go on writing meanwhile.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import func, select

from newsdesk.errors import StoreError
from newsdesk.store.check_log import check_log
from newsdesk.store.check_releases import check_releases
from newsdesk.store.check_rows import check_attachments, check_rows
from newsdesk.store.check_state import check_state
from newsdesk.store.database import Database
from newsdesk.store.findings import Finding, Report
from newsdesk.store.tables import attachments, blogs, entries, releases, revisions

_MOST = 1_000  # findings; a file in ruins needs no longer list
_COUNTED = {
    "blogs": blogs, "entries": entries, "revisions": revisions, "releases": releases, "attachments": attachments,
}


def check(database: Database) -> Report:
    """Look at everything. Raises nothing over damage: that is what the report is for."""
    findings: list[Finding] = []
    for look in (_check_file, check_rows, check_attachments, check_log, check_state, check_releases):
        findings += _found(look, database, _MOST - len(findings))
    return Report(findings=tuple(findings), counts=_counts(database), settings=database.settings())


def check_file(path: Path) -> Report:
    """The same of a file that perhaps cannot even be opened; it is never made, mended or changed."""
    if not path.exists():
        raise StoreError(f"There is no store “{path.name}” here. Check the name and the folder.")
    try:
        database = Database(path)
    except StoreError as refusal:
        return Report(findings=(Finding("file", refusal.sentence, path.name),))
    try:
        return check(database)
    finally:
        database.close()


def _found(look: Callable[[Database], Iterator[Finding]], database: Database, most: int) -> list[Finding]:
    found: list[Finding] = []
    try:
        for finding in look(database):
            if len(found) >= most:
                break
            found.append(finding)
    except StoreError as unreadable:
        found.append(Finding("file", unreadable.sentence, database.name))
    except (TypeError, ValueError, KeyError) as error:  # damage can put anything into a column
        found.append(Finding("file", f"The rest of “{database.name}” cannot be followed: {error}.", database.name))
    return found


def _check_file(database: Database) -> Iterator[Finding]:
    for complaint in database.complaints():
        yield Finding("file", f"The file “{database.name}” is damaged: {complaint}.", database.name)


def _counts(database: Database) -> dict[str, int]:
    try:
        with database.reading() as connection:
            return {
                name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for name, table in _COUNTED.items()
            }
    except StoreError:
        return {}
