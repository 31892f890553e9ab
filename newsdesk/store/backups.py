"""Complete copies of a store: asked for, kept by themselves, thinned out, and restored to a new file.

The names of the automatic ones carry a running number, the moment and the last revision, so that
which is newer never depends on a clock.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from newsdesk.errors import StoreError
from newsdesk.store import files, header, log, upgrades
from newsdesk.store.check import check_file
from newsdesk.store.database import Database
from newsdesk.store.findings import Report
from newsdesk.store.tables import revisions

EVERY = timedelta(hours=4)  # of work; nothing is copied while nothing changes
_KEPT: tuple[tuple[int, Callable[[datetime], object]], ...] = (  # so many, one for each …
    (6, lambda moment: moment),
    (14, lambda moment: moment.date()),
    (8, lambda moment: moment.isocalendar()[:2]),
    (24, lambda moment: (moment.year, moment.month)),
)
_MOST = 80  # more are thinned even while the clock stands before the newest
_NAME = re.compile(r"(?P<stem>.*) (?P<number>[0-9]{6}) (?P<at>[0-9]{8}T[0-9]{6}Z) (?P<end>[0-9a-f]{8})\.newsdeskdb")


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping backups did: the one it made, if it was time, and those it thinned out."""

    made: Path | None = None
    removed: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class _Backup:
    path: Path
    number: int
    at: datetime
    end: str


def back_up(database: Database, target: Path) -> None:
    """Write a complete copy, private, whole or not at all.

    Raises StoreError if something stands there that this store does not wholly contain.
    """
    target = Path(os.path.realpath(target))
    _refuse_target(database, target)
    with _told(target), files.beside(target) as copy:
        database.copy_to(copy)
        files.move_into_place(copy, target)


def restore(backup: Path, new_file: Path) -> Report:
    """Make a new store from a backup; neither the backup nor any other file is changed."""
    if new_file.exists():
        raise StoreError(f"“{new_file.name}” is there already; nothing was restored. Name a new file.")
    report = check_file(backup)
    if not report.is_sound:
        raise StoreError(
            f"The backup “{backup.name}” is damaged, so nothing was restored. Choose another backup, "
            "or run “newsdesk salvage” to get its entries into a new file."
        )
    database = Database(backup)
    try:
        back_up(database, new_file)
    finally:
        database.close()
    return report


def keep_backups(database: Database, folder: Path, now: datetime) -> Kept:
    """Make a backup if it is time for one, then thin the old ones out. To be called now and then.

    Nothing is removed unless a newer one was written, or while the clock stands before the newest.
    """
    stem = database.path.stem if database.path else "desk"
    there = _backups(folder, stem)
    end = _end(database)
    if not end or (there and there[-1].end == end) or any(now - EVERY < each.at <= now for each in there):
        return Kept()
    number = there[-1].number + 1 if there else 1
    at = now.astimezone(UTC)
    made = _Backup(folder / f"{stem} {number:06} {at:%Y%m%dT%H%M%SZ} {end}.newsdeskdb", number, at, end)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    back_up(database, made.path)
    if any(each.at > now for each in there) and len(there) < _MOST:
        return Kept(made.path)
    return Kept(made.path, tuple(_thin([*there, made])))


def _backups(folder: Path, stem: str) -> list[_Backup]:
    """The automatic backups of a store, in the order in which they were made."""
    names = sorted(folder.iterdir()) if folder.is_dir() else []
    read = ((path, _NAME.fullmatch(path.name)) for path in names)
    found = [
        _Backup(path, int(name["number"]), datetime.strptime(name["at"], "%Y%m%dT%H%M%S%z"), name["end"])
        for path, name in read
        if name and name["stem"] == stem
    ]
    return sorted(found, key=lambda each: each.number)


def _thin(there: list[_Backup]) -> Iterator[Path]:
    """Remove what none of the rules keeps: of each span the latest, of so many spans back from the newest."""
    kept: set[int] = set()
    for most, span in _KEPT:
        latest: dict[object, int] = {}
        for each in reversed(there):
            latest.setdefault(span(each.at), each.number)
        kept |= set(list(latest.values())[:most])
    for each in there:
        if each.number not in kept:
            each.path.unlink(missing_ok=True)
            yield each.path


def _end(database: Database) -> str:
    """The beginning of the id of the last revision; empty if nothing was ever written."""
    last = select(revisions.c.id).order_by(revisions.c.sequence.desc()).limit(1)
    with database.reading() as connection:
        return (connection.scalar(last) or "")[:8]


def _refuse_target(database: Database, target: Path) -> None:
    if database.path and target.exists() and target.samefile(database.path):
        raise StoreError(f"“{target.name}” is the store itself; no backup was written. Choose another name.")
    if target.is_dir():
        raise StoreError(f"“{target.name}” is a folder; no backup was written. Name a file inside it.")
    if target.exists() and not _is_contained(target, database):
        raise StoreError(
            f"“{target.name}” is there already and holds something else; no backup was written. Choose another name."
        )


def _is_contained(target: Path, database: Database) -> bool:
    """Whether a file is a copy of this store as it once was, or empty: then nothing is lost with it."""
    if not target.stat().st_size:
        return True
    if files.held[files.identity(target)] or header.schema_version(target) != upgrades.newest():
        return False
    try:
        older = Database(target)
    except StoreError:
        return False
    try:
        with older.reading() as old, database.reading() as new:
            end = log.end(old)
            question = select(revisions.c.chain).where(revisions.c.sequence == end)
            return old.scalar(question) == new.scalar(question) is not None
    finally:
        older.close()


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(
            f"The backup “{target.name}” could not be written ({reason}); what was there before is untouched. "
            "Choose another place, or free some space."
        ) from error
