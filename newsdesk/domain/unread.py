"""Entries that nobody has read yet: plain ones, still as their records have them.

Plain is what is published, at a moment that is known, and has a headline and a body and nothing else to tell.
Most entries of a long blog are so, and what only passes them on, an export, need not make every value of every one.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any

from newsdesk.domain.entry import Entry, State
from newsdesk.domain.record import from_record, text_to_moment, text_to_time

_NAMES = tuple(f.name for f in fields(Entry))

# What is asked of very many, in the words of their records: id, resolved time, first publication, headline, body,
# source; then the whole record as JSON, its values in the order of their fields.
Kept = tuple[str, str, str, str, str, str | None, bytes]


class UnreadEntry(Entry):
    """A plain entry that is read when somebody asks for a field that not all plain ones have in common."""

    __slots__ = ("kept",)

    kept: Kept
    state = State.PUBLISHED
    embargo = None
    notices = ()
    is_key = False
    is_pinned = False
    bylines = ()
    labels = ()

    @property
    def id(self) -> str:
        return self.kept[0]

    @property
    def headline(self) -> str:
        return self.kept[3]

    @property
    def source(self) -> str | None:
        return self.kept[5]

    @property
    def may_show_images(self) -> bool:
        return "<img" in self.kept[4]

    def __new__(cls, **of: Any) -> Entry:  # type: ignore[misc]  # noqa: ANN401
        """What `dataclasses.replace` makes of it is an entry like any other."""
        return Entry(**of)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the field holds
        if name not in _OF_ITS_OWN:
            raise AttributeError(name)
        whole = _whole(self)
        for each in _OF_ITS_OWN:
            object.__setattr__(self, each, getattr(whole, each))
        return getattr(whole, name)

    def __eq__(self, other: object) -> bool:
        return _whole(self) == (_whole(other) if isinstance(other, UnreadEntry) else other)

    def __hash__(self) -> int:
        return hash(_whole(self))


_OF_ITS_OWN = frozenset(_NAMES) - frozenset(vars(UnreadEntry))
_keep = vars(UnreadEntry)["kept"].__set__


def unread(rows: Iterable[Kept]) -> list[Entry]:
    """Plain entries; a row may hold more than is asked of them."""
    make, keep, found = object.__new__, _keep, list[Entry]()
    for row in rows:
        entry = make(UnreadEntry)
        keep(entry, row)
        found.append(entry)
    return found


def publications(entries: Iterable[Entry]) -> list[datetime]:
    """When the entries were first published, or what they show; of unread ones only the earliest and the latest."""
    return _moments(entries, lambda kept: kept[2], text_to_moment, lambda of: of.first_published or of.time.moment)


def shown_moments(entries: Iterable[Entry]) -> list[datetime]:
    """The moments that entries show; of unread ones only the earliest and the latest."""
    return _moments(entries, lambda kept: kept[1], lambda text: text_to_time(text).sortable, lambda of: of.time.moment)


def _moments(
    entries: Iterable[Entry], written: Callable[[Kept], str], to_moment: Callable[[str], datetime],
    of: Callable[[Entry], datetime | None],
) -> list[datetime]:
    """Both moments and times sort as the text that they are written as."""
    texts: list[str] = []
    found: list[datetime] = []
    for entry in entries:
        if type(entry) is UnreadEntry:
            texts.append(written(entry.kept))
        elif moment := of(entry):
            found.append(moment)
    return found + [to_moment(text) for text in ((min(texts), max(texts)) if texts else ())]


def _whole(entry: UnreadEntry) -> Entry:
    return from_record(Entry, dict(zip(_NAMES, json.loads(entry.kept[6]), strict=True)))
