"""What preflight says: findings, each with its place, its weight and, where safe, its fix."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.newsroom import Standing


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    OFF = "off"  # a rule that this newsroom does not want


class Place(NamedTuple):
    """Where a finding is: a blog or an entry, a field of it, and a stretch of that field's text.

    `block` is the number of the block in a body or introduction; start and end are places in its text.
    """

    id: str
    field: str = ""
    block: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe change of the one value a finding is in, in the words of its button."""

    title: str
    apply: Callable[[Value], Value]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at before an export, as a sentence."""

    code: str
    severity: Severity
    sentence: str
    place: Place
    value: Value = field(repr=False, compare=False)  # the blog or entry it was found in, as it was then
    fix: Fix | None = field(default=None, repr=False, compare=False)


class Hit(NamedTuple):
    """A finding before it is weighed."""

    code: str
    sentence: str
    place: Place
    fix: Fix | None = None


class Slip(NamedTuple):
    """What a rule finds in one text: a stretch, what to say of it, and what may safely stand there instead."""

    start: int
    end: int
    sentence: str
    instead: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What preflight must know beside the values themselves."""

    now: datetime
    standings: Mapping[str, Standing] = field(default_factory=dict)  # of released entries that changed or went since
    released: Blog | None = None  # the blog's own fields as the last release had them
