"""A revision: an edit as the log holds it, for ever."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from newsdesk.domain.edit import Edit
from newsdesk.domain.record import Scalar, What


class Act(StrEnum):
    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    RELEASE = "release"  # an export was remembered; changes nothing
    ERASE = "erase"  # words were erased for ever; cannot be undone
    ADOPT = "adopt"  # a blog came in with its history, which stands directly before, from `target` on


@dataclass(frozen=True, slots=True)
class Author:
    """Who edits: a person's name, and the id of the desk (an installation) they sit at."""

    desk: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a revision did to one value: records of the fields that differ; None where it was not or is no more."""

    what: What
    id: str
    before: Mapping[str, Scalar] | None
    after: Mapping[str, Scalar] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One user event. `target` is the revision that an undo, redo or adoption is about; `visit` groups typing steps."""

    id: str
    sequence: int  # its place in this store's log
    blog: str
    author: Author
    at: datetime
    title: str
    act: Act = Act.DO
    target: str = ""
    visit: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def name(self) -> str:
        """Its title, and whether that was taken back or done again."""
        return f"{self.act.capitalize()}: {self.title}" if self.act in (Act.UNDO, Act.REDO) else self.title


class Done(NamedTuple):
    """What was written: its place in the log, and the edit with whole values."""

    revision: Revision
    edit: Edit
