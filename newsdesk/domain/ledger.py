"""The ledger: what was corrected, clarified, refiled and withdrawn, by whom, when, and what it was before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.entry import Entry, Notice, NoticeKind


class LineKind(StrEnum):
    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    REFILE = "refile"
    WITHDRAWN = "withdrawn"
    UNCLASSED = "unclassed"  # a change after release of which nobody has said what it was


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One act on the record. Of an unclassed change nobody is known to have classed it, and when."""

    kind: LineKind
    entry: Entry  # as this act left it
    text: str  # what readers were told; a refile tells them nothing
    before: str  # the substance that differed, as readers had it
    after: str
    who: str = ""
    at: datetime | None = None
    is_revoked: bool = False  # the notice was shown, and later taken away: a withdrawn entry that stands again


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry after one revision, and who wrote that."""

    entry: Entry
    who: str
    at: datetime
    sequence: int


def chosen(lines: Iterable[Line], kinds: Sequence[str] = (), words: str = "") -> list[Line]:
    """The lines of these kinds in which all these words stand."""
    wanted = words.casefold().split()
    return [
        line for line in lines
        if (not kinds or line.kind.value in kinds) and all(word in _searchable(line) for word in wanted)
    ]


def added(before: Entry | None, after: Entry) -> list[Notice]:
    """The notices that a revision added."""
    had = list(before.notices) if before else []
    return [notice for notice in after.notices if notice not in had]


def line_kind(notice: Notice) -> LineKind:
    return LineKind(notice.kind.value)


def is_withdrawal(notice: Notice) -> bool:
    return notice.kind is NoticeKind.WITHDRAWN


def _searchable(line: Line) -> str:
    return " ".join((line.entry.headline, line.text, line.before, line.after, line.who)).casefold()
