"""What has been, as values: a blog as it stood, and the steps that made a value what it is."""

from dataclasses import dataclass
from typing import NamedTuple

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.revision import Change, Revision


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
