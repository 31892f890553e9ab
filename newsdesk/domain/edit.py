"""One value for every change: writing, undo, history, import, restore and merge all are edits."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from itertools import compress
from operator import attrgetter, ne
from types import MappingProxyType
from typing import Any

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry

Value = Blog | Entry

BOOKKEEPING = frozenset({"last_changed"})  # set by the desk with every edit, so nobody can conflict over it


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person did, in their words, and the values before and after it by id.

    Added: only in `after`. Removed: only in `before`. Changed: in both.
    """

    title: str
    before: Mapping[str, Value] = field(default_factory=dict)
    after: Mapping[str, Value] = field(default_factory=dict)

    @classmethod
    def of(cls, title: str, before: Iterable[Value] = (), after: Iterable[Value] = ()) -> "Edit":
        by_id = [MappingProxyType({value.id: value for value in values}) for values in (before, after)]
        return cls(title, *by_id)

    def inverse(self, title: str | None = None) -> "Edit":
        return Edit(self.title if title is None else title, self.after, self.before)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all values it touches, those before first."""
        return tuple(dict.fromkeys([*self.before, *self.after]))

    @property
    def changes(self) -> Iterator[tuple[Value | None, Value | None]]:
        """Each value before and after; None where it was not or is no more."""
        if not self.before:
            return ((None, value) for value in self.after.values())
        return ((self.before.get(id), self.after.get(id)) for id in self.ids)

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing but bookkeeping."""
        return all(a is not None and b is not None and not differing(a, b) - BOOKKEEPING for a, b in self.changes)


def differing(before: Value, after: Value) -> frozenset[str]:
    """The names of the fields in which two states of one value differ."""
    names, values = _FIELDS[Blog if isinstance(before, Blog) else Entry]
    return frozenset(compress(names, map(ne, values(before), values(after))))


def _fields(kind: type[Value]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = tuple(f.name for f in fields(kind))
    return names, attrgetter(*names)


_FIELDS = {kind: _fields(kind) for kind in (Blog, Entry)}
