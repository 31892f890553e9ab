"""Many new entries at once, each at its place by time, as one edit: what a paste into the list does."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsdesk.desk.copying import as_new, from_records
from newsdesk.desk.desk import Desk
from newsdesk.desk.writing import in_sequence
from newsdesk.domain import arranging, order
from newsdesk.domain.arranging import MINUTE, Key
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.record import time_to_text
from newsdesk.domain.text import clean

if TYPE_CHECKING:  # the window knows of pasting long before it loads a format
    from newsdesk.formats.plaintext import ReadNotice

# What is said of whole files, and of an order that a paste does not keep.
_NOT_ODD = frozenset({"NO-BLOG-HEADLINE", "ORDER", "DUP-MINUTE", "BLANK-STYLE", "ESCAPE", "TS-IN-INTRO"})


@dataclass(frozen=True, slots=True)
class Understood:
    """What a pasted text says; nothing of it is in the store yet. `above` are the lines before the first time."""

    entries: tuple[Entry, ...]
    notices: "tuple[ReadNotice, ...]"
    above: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to look at before it goes in."""
        return bool(self.entries) and not self.notices and not self.above


def understand(desk: Desk, blog: Blog, text: str, zones: Mapping[str, str] = MappingProxyType({})) -> Understood:
    """The entries in a text that somebody has copied elsewhere, as drafts of a blog."""
    from newsdesk.formats import plaintext

    reading = plaintext.read(
        clean(text), now=desk.now(), zone=blog.zone, zones=zones, state=State.DRAFT, page_stamp_is_entry=True
    )
    head = [reading.blog.headline, *(block.text for block in reading.blog.introduction)]
    return Understood(
        tuple(as_new(entry, blog.id, desk) for entry in reading.entries),
        tuple(notice for notice in reading.notices if notice.code not in _NOT_ODD),
        tuple(line for line in head if line),
    )


def paste_records(desk: Desk, blog: str, data: bytes) -> list[Entry]:
    """Entries copied from a Newsdesk list, at their places by time. Raises NewsdeskError."""
    return insert_entries(desk, blog, [as_new(entry, blog, desk) for entry in from_records(data)])


def insert_entries(desk: Desk, blog: str, entries: Sequence[Entry], title: str = "Paste") -> list[Entry]:
    """Add new entries to a blog, each next to the first one, from the newest end, that is not newer. One undo."""
    many = title if len(entries) == 1 else f"{title} {len(entries)} entries"
    if not entries:
        return []
    return _put(desk, desk.store.keys(blog), entries, (), many, newest_first=desk.store.is_newest_first(blog))


def adding(desk: Desk, blog: str, entries: Sequence[Entry], title: str) -> Edit:
    """The edit that adds new entries so; it is yet to be done."""
    if not entries:
        return Edit(title)
    return _edit(desk, desk.store.keys(blog), entries, (), title, newest_first=desk.store.is_newest_first(blog))


def put_in_time_order(desk: Desk, ids: Sequence[str]) -> list[Entry]:
    """Move entries of one blog to their places by time, as one undo; the others stay as they stand."""
    entries = in_sequence(desk, ids)
    moving = {entry.id for entry in entries}
    staying = [key for key in desk.store.keys(entries[0].blog) if key.id not in moving] if entries else []
    if not staying:
        return []
    runs = desk.store.is_newest_first(entries[0].blog, without=moving)
    return _put(desk, staying, entries, entries, "Put in time order", newest_first=runs)


def _put(
    desk: Desk, keys: Sequence[Key], entries: Sequence[Entry], before: Sequence[Entry], title: str,
    *, newest_first: bool,
) -> list[Entry]:
    edit = _edit(desk, keys, entries, before, title, newest_first=newest_first)
    desk.do(edit)
    return [value for entry in entries if isinstance(value := edit.after[entry.id], Entry)]


def _edit(
    desk: Desk, keys: Sequence[Key], entries: Sequence[Entry], before: Sequence[Entry], title: str,
    *, newest_first: bool,
) -> Edit:
    gaps = _by_gap(keys if newest_first else keys[::-1], entries)
    if not newest_first:
        gaps = {len(keys) - gap: group[::-1] for gap, group in reversed(gaps.items())}
    if all(arranging.has_room(*_ends(keys, gap)) for gap in gaps):
        return Edit.of(title, before, [new for gap, group in gaps.items() for new in _placed(keys, gap, group)])
    found = desk.store.entries(key.id for key in keys)
    return _spread([found[key.id] for key in keys], gaps, before, title)


def _by_gap(from_newest: Sequence[Key], entries: Sequence[Entry]) -> dict[int, list[Entry]]:
    """The entries by the row, counted from the newest end, that they go before."""
    floor = list(accumulate((key.minute for key in from_newest), min))

    def row(entry: Entry) -> int:
        time = time_to_text(entry.time)[:MINUTE]
        return bisect_left(floor, True, key=lambda known: known <= time)

    newest = sorted(entries, key=lambda entry: entry.time.sortable, reverse=True)
    return {gap: list(group) for gap, group in groupby(newest, row)}


def _ends(keys: Sequence[Key], gap: int) -> tuple[str, str]:
    """The order keys above and below a gap; empty at an open end."""
    return keys[gap - 1].order if gap else "", keys[gap].order if gap < len(keys) else ""


def _placed(keys: Sequence[Key], gap: int, group: Sequence[Entry]) -> list[Entry]:
    places = order.spread(len(group), *_ends(keys, gap))
    return [replace(entry, order=place) for entry, place in zip(group, places, strict=True)]


def _spread(
    staying: Sequence[Entry], gaps: Mapping[int, Sequence[Entry]], before: Sequence[Entry], title: str
) -> Edit:
    """Everything in the blog on new keys, where a gap has no room left."""
    whole: list[Entry] = []
    for row in range(len(staying) + 1):
        whole += [*gaps.get(row, ()), *staying[row : row + 1]]
    keys = order.spread(len(whole))
    placed = [replace(entry, order=key) for entry, key in zip(whole, keys, strict=True)]
    return Edit.of(title, [*staying, *before], placed)
