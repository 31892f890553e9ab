"""What has been, as values: a blog as it stood, the steps that made a value what it is, and playing them again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import BOOKKEEPING
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import Record, Scalar, What
from newsdesk.domain.revision import Change, Revision

Records = dict[tuple[What, str], Record]  # values that are there, in the order in which they came


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A blog with its entries at one place in the log."""

    sequence: int
    blog: Blog
    entries: tuple[Entry, ...]  # in the editor's arrangement
    is_whole: bool  # False where words that stood here were erased for ever since


class Step(NamedTuple):
    """What one revision did to one value; the revision comes without its changes."""

    revision: Revision
    change: Change


class Later(NamedTuple):
    """An entry as it is now, None if it is gone, and the changes after a place in the log, each with its own."""

    now: Entry | None
    changes: list[tuple[int, Change]]


def played(changes: Iterable[Change]) -> Records:
    """What these changes, one after the other and from nothing, make. Raises ValueError where one does not follow."""
    records: Records = {}
    for change in changes:
        key = change.what, change.id
        now = after(change, records.get(key))
        if now is None:
            records.pop(key, None)
        else:
            records[key] = now
    return records


def additions(records: Records) -> tuple[Change, ...]:
    """The changes that add these values."""
    return tuple(Change(what, id, None, record) for (what, id), record in records.items())


def after(change: Change, record: Record | None) -> Record | None:
    """A record after a change. Raises ValueError if the change found another one."""
    if change.before is None and change.after is None:
        return None  # erased for ever: what it said is gone, and the value with it
    if not _fits(change, record):
        raise ValueError("the change found another record")
    return None if change.after is None else {**(record or {}), **change.after}


def _fits(change: Change, record: Record | None) -> bool:
    if change.before is None or record is None:
        return change.before is None and record is None
    return is_same({name: record.get(name) for name in change.before}, change.before)


def is_same(one: Mapping[str, Scalar] | None, other: Mapping[str, Scalar] | None) -> bool:
    """Whether two records agree, bookkeeping apart: that is set with every edit and never conflicts."""
    if one is None or other is None:
        return one is other
    return all(one.get(name) == other.get(name) for name in {*one, *other} - BOOKKEEPING)
