"""An entry of a live blog, as it stands at one moment."""

import os
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.markup import Body
from newsdesk.domain.stamp import ShownTime


class State(StrEnum):
    DRAFT = "draft"
    READY = "ready"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class NoticeKind(StrEnum):
    """What happened to a text after it was released."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    REFILE = "refile"  # a slip; never shown to readers
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction notice as readers see it."""

    kind: NoticeKind
    text: str
    time: ShownTime | None = None  # None where the text it was read from gave none


def new_id() -> str:
    """A globally unique id for anything: a random UUID (RFC 9562, 5.4), without a library that is slow to load."""
    digits = os.urandom(16).hex()
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A timestamped entry; editing it makes another with the same id.

    All moments are UTC. `order` is a key of `domain.order`: entries stand by it, then by id.
    `source` holds the lines the entry was read from, without the line end that follows them.
    """

    id: str = field(default_factory=new_id)
    blog: str
    order: str
    time: ShownTime
    created: datetime
    last_changed: datetime
    first_published: datetime | None = None
    headline: str = ""
    body: Body = ()
    state: State = State.DRAFT
    embargo: datetime | None = None
    notices: tuple[Notice, ...] = ()
    is_key: bool = False
    is_pinned: bool = False
    bylines: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    note: str = ""  # internal, never exported
    source: str | None = None

    @property
    def place(self) -> tuple[str, str]:
        """What the arrangement sorts by."""
        return self.order, self.id

    @property
    def is_blank(self) -> bool:
        """Whether it is a draft in which nothing has been written yet."""
        written = self.headline or self.body or self.note or self.bylines or self.labels or self.embargo
        return self.state is State.DRAFT and not written and not self.was_released

    @property
    def is_public(self) -> bool:
        """Whether a default export holds it."""
        return self.state is not State.DRAFT

    @property
    def was_released(self) -> bool:
        """What was released is withdrawn, never removed."""
        return self.first_published is not None
