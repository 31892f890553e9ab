"""How a list looks at a blog: as arranged or sorted by time, whole or narrowed by a filter."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from newsdesk.domain import arranging
from newsdesk.domain.arranging import MINUTE, Key, Sorting
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.record import text_to_time, time_to_text

if TYPE_CHECKING:
    from newsdesk.desk.desk import Desk

T = TypeVar("T")
_PART = 5_000
_CLOCK = r"([01]?[0-9]|2[0-3]):([0-5][0-9])"
_BETWEEN = re.compile(rf"(?:^|\s)(?:{_CLOCK})?\s?[-–—]\s?(?:{_CLOCK})?(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What the entries that are shown have in common; `words` may hold a stretch of the day, `05:00–06:30`."""

    words: str = ""
    states: frozenset[State] = frozenset()
    byline: str = ""
    label: str = ""
    is_key: bool = False
    is_changed: bool = False  # since the last hand-over

    @property
    def is_empty(self) -> bool:
        return self == Filter(words=self.words) and not self.words.strip()


NO_FILTER = Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What of a blog is shown, and in which order."""

    sorting: Sorting = Sorting.ARRANGED
    filter: Filter = NO_FILTER

    @property
    def is_plain(self) -> bool:
        """Whether it shows the blog as it is arranged."""
        return self.sorting is Sorting.ARRANGED and self.filter.is_empty


AS_ARRANGED = View()


def read_keys(desk: "Desk", blog: str, view: View, take: Callable[[Iterable[Key]], T]) -> tuple[T, int]:
    """What `take` makes of the keys of the entries that are shown, in the order of the view.

    With it comes the place in the log as of which they were read.
    """
    from newsdesk.store import narrowing

    by = view.filter
    words, stretch = stretch_in(by.words)
    wanted = narrowing.Narrowing(
        words=words, states=tuple(by.states), byline=by.byline, label=by.label, is_key=by.is_key
    )
    changed = _changed(desk, blog) if by.is_changed else None

    def take_shown(keys: Iterable[Key]) -> T:
        shown = keys if changed is None else (key for key in keys if key.id in changed)
        shown = shown if stretch is None else (key for key in shown if _is_within(key.time, *stretch))
        return take(_in_order(shown, view.sorting))

    return narrowing.read_keys(desk.store.database, blog, wanted, take_shown)


def _in_order(keys: Iterable[Key], sorting: Sorting) -> Iterable[Key]:
    """Keys as arranged, in the order of a view; sorted in parts, for no other thread runs while a list is sorted."""
    if sorting is Sorting.ARRANGED:
        return keys
    waiting = (placed(key, sorting) for key in keys)
    parts: list[list[Key]] = []
    while part := sorted(islice(waiting, _PART)):
        parts.append(part)
    return merge(*parts)


def placed(key: Key, sorting: Sorting) -> Key:
    """A key that stands where the sorting has it; in one minute the arrangement decides."""
    if sorting is Sorting.ARRANGED:
        return key
    order, id, time = key
    minute = time[:MINUTE]
    stands = arranging.mirrored(minute) if sorting is Sorting.NEWEST else minute
    return Key(f"{stands} {order}", id, time)


def key_of(entry: Entry, sorting: Sorting) -> Key:
    """The key of an entry in a sorting."""
    return placed(Key(entry.order, entry.id, time_to_text(entry.time)), sorting)


def stretch_in(words: str) -> tuple[str, tuple[str, str] | None]:
    """The words without a stretch of the day, and its two clocks; `05:00–` runs until midnight."""
    for match in _BETWEEN.finditer(words):
        if match[1] or match[3]:
            start = f"{int(match[1]):02}:{match[2]}" if match[1] else "00:00"
            end = f"{int(match[3]):02}:{match[4]}" if match[3] else "23:59"
            return (words[: match.start()] + " " + words[match.end() :]).strip(), (start, end)
    return words.strip(), None


def _changed(desk: "Desk", blog: str) -> set[str] | None:
    """What changed since the last hand-over; None, which is everything, where there was none."""
    from newsdesk.desk.standings import changed_since_release

    return changed_since_release(desk, blog) if desk.store.past.held(blog) else None


def _is_within(time: str, start: str, end: str) -> bool:
    """Whether clocks where it was written showed a time of that stretch; it may run over midnight."""
    clock = time[11:MINUTE] if time.endswith(("Z GMT", "Z UTC")) else f"{text_to_time(time).local:%H:%M}"
    return start <= clock <= end if start <= end else clock >= start or clock <= end
