"""The history of a blog or an entry: visit by visit, who, when and what; and restoring any of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog
from newsdesk.domain.difference import Piece, Side, by_word, readable
from newsdesk.domain.edit import BOOKKEEPING, Edit, Value, differing
from newsdesk.domain.entry import Entry, Notice
from newsdesk.domain.markup import Block
from newsdesk.domain.past import Step
from newsdesk.domain.record import Record, What, from_record
from newsdesk.domain.revision import Author, Done, Revision
from newsdesk.domain.stamp import ShownTime

# What a writer means by an earlier version; where an entry stands and what state it is in stays as it is.
VERSION = {
    What.ENTRY: frozenset({"time", "headline", "body", "bylines", "labels", "note"}),
    What.BLOG: frozenset({"headline", "introduction", "date", "bylines", "zone", "language", "url"}),
}
_WORDS = {"is_key": "key event", "is_pinned": "pinned", "is_open": "open", "body": "text", "note": "internal note"}
_WORDY = frozenset({"headline", "body", "introduction"})
_UNTOLD = BOOKKEEPING | {"order", "source", "layout", "created"}


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one field, in its name and as pieces that can be marked."""

    field: str
    pieces: tuple[Piece, ...]

    @property
    def is_formatting(self) -> bool:
        """Whether no word of it changed, but a style, a link or a picture did."""
        return all(piece.side is Side.KEPT for piece in self.pieces)

    @property
    def line(self) -> str:
        if self.is_formatting:
            return f"{self.field}: only its formatting"
        return f"{self.field}: {''.join(piece.marked for piece in self.pieces)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The revisions of one value that somebody made in one go, as one; values are None where it was not there."""

    author: Author
    began: datetime
    ended: datetime
    revisions: tuple[Revision, ...]  # without their changes
    before: Value | None
    after: Value | None

    @property
    def sequence(self) -> int:
        """The place in the log of its last revision."""
        return self.revisions[-1].sequence

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(revision.name for revision in self.revisions))

    def told(self) -> list[Told]:
        """What changed, field by field; of what came or went, its words."""
        if self.before is None or self.after is None:
            value = self.after or self.before
            names = set() if value is None else _WORDY & {f.name for f in fields(value)}
        else:
            names = differing(self.before, self.after) - _UNTOLD
        told = [_told(name, self.before, self.after) for name in sorted(names)]
        return [one for one in told if one.pieces]


def history(desk: Desk, id: str) -> list[Visit]:
    """All that happened to an entry, or to a blog's own fields, the latest first."""
    visits = list(_visits(desk.store.past.story(id)))
    return visits[::-1]


def sessions(desk: Desk, blog: str) -> list[list[Revision]]:
    """All that happened in a blog, the latest first: the revisions of one visit together."""
    groups = groupby(desk.store.past.revisions_of(blog), _one_go)
    return [list(group) for _, group in groups][::-1]


def visits_of(desk: Desk, session: Iterable[Revision], most: int = 30) -> list[Visit]:
    """What one session did, value by value; of so many values at the most."""
    touched = desk.store.past.touched_by([revision.sequence for revision in session])
    return [visit for id, last in list(touched.items())[:most] if (visit := _that_held(history(desk, id), last))]


def restore(desk: Desk, version: Value) -> Done | None:
    """Make an entry, or a blog's head, what it was, by an ordinary edit; what lies in the trash comes back.

    Its place and state stay as they are.
    """
    what = What.BLOG if isinstance(version, Blog) else What.ENTRY
    now = _now(desk, version)
    if now is None:
        return desk.do(Edit.of("Restore from history", after=[version]))
    kept: dict[str, Any] = {name: getattr(version, name) for name in VERSION[what]}
    return desk.do(Edit.of("Restore earlier version", [now], [replace(now, **kept)]))


def _now(desk: Desk, version: Value) -> Value | None:
    if isinstance(version, Blog):
        return desk.store.blog(version.id)
    return desk.store.entries([version.id]).get(version.id)


def _that_held(visits: Iterable[Visit], sequence: int) -> Visit | None:
    """The earliest of these visits, the latest first, that ended with a revision or after it."""
    return next((visit for visit in [*visits][::-1] if visit.sequence >= sequence), None)


def _visits(story: Iterable[Step]) -> Iterator[Visit]:
    record: Record | None = None
    value: Value | None = None
    for _, group in groupby(story, lambda step: _one_go(step.revision)):
        steps, before = list(group), value
        for step in steps:
            record = None if step.change.after is None else {**(record or {}), **step.change.after}
        value = _value(steps[-1].change.what, record)
        first, last = steps[0].revision, steps[-1].revision
        yield Visit(
            author=last.author, began=first.at, ended=last.at, before=before, after=value,
            revisions=tuple(step.revision for step in steps),
        )


def _value(what: What, record: Record | None) -> Value | None:
    if record is None or "id" not in record:  # its beginning was erased for ever
        return None
    return from_record(Blog, record) if what is What.BLOG else from_record(Entry, record)


def _one_go(revision: Revision) -> tuple[str, str]:
    return revision.author.desk, revision.visit or revision.id


def _told(name: str, before: Value | None, after: Value | None) -> Told:
    old, new = ("" if value is None else _readable(getattr(value, name)) for value in (before, after))
    return Told(_WORDS.get(name, name.replace("_", " ")), by_word(old, new))


def _readable(value: object) -> str:
    if isinstance(value, tuple):
        if value and isinstance(value[0], Block):
            return readable(value)
        return ", ".join(_readable(part) for part in value)
    if isinstance(value, Notice):
        return f"{value.kind}: {value.text}" if value.text else str(value.kind)
    if isinstance(value, datetime):
        return str(ShownTime(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
