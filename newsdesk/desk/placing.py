"""Finding room between two places, for entries that are moved and for new ones."""

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.desk.desk import Desk
from newsdesk.domain import arranging, order
from newsdesk.domain.arranging import Place
from newsdesk.domain.edit import Edit, Value
from newsdesk.domain.entry import Entry

Gap = tuple[Place | None, Place | None]  # the places above and below it; None is the end of the blog
_NEIGHBOURS = 30  # how many entries on either side are spread anew where keys have grown long


def moved_between(desk: Desk, entries: Sequence[Entry], between: Gap) -> Edit:
    """The edit that puts entries, in this sequence, into a gap."""
    low, high = between
    room = (low[0] if low else "", high[0] if high else "")
    if low and high and not arranging.has_room(*room):
        return _spread(desk, entries, low, high)
    return arranging.moved(entries, *room)


def add_between(
    desk: Desk,
    entries: Sequence[Entry],
    between: Gap,
    title: str,
    also: Sequence[tuple[Entry, Entry]] = (),
) -> list[Entry]:
    """Add new entries in a gap and change others, given before and after, in the same edit."""
    edit = moved_between(desk, entries, between)
    own = {entry.id for entry in entries}
    before: dict[str, Value] = {id: value for id, value in edit.before.items() if id not in own}
    after = dict(edit.after)
    for old, new in also:
        before[old.id] = old
        after[new.id] = replace(new, order=_order_of(after.get(new.id, new)))
    desk.do(Edit(title, before, after))
    return [value for entry in entries if isinstance(value := after[entry.id], Entry)]


def above(desk: Desk, target: Entry, moving: set[str]) -> Gap:
    """The gap directly above an entry, once the moving ones are gone."""
    higher = _staying(desk.store.above(target.blog, target.place, len(moving) + 1), moving)
    return higher[-1] if higher else None, target.place


def below(desk: Desk, target: Entry, moving: set[str]) -> Gap:
    """The gap directly below an entry, once the moving ones are gone."""
    lower = _staying(desk.store.below(target.blog, target.place, len(moving) + 1), moving)
    return target.place, lower[0] if lower else None


def newest_end(desk: Desk, blog: str) -> Gap:
    """The gap at the newest end of a blog."""
    first, last = desk.store.ends(blog)
    return (None, first) if desk.store.is_newest_first(blog) else (last, None)


def _order_of(value: Value) -> str:
    return value.order if isinstance(value, Entry) else ""


def _spread(desk: Desk, entries: Sequence[Entry], low: Place, high: Place) -> Edit:
    """The move together with as many neighbours as it takes to find room for short keys."""
    moving = {entry.id for entry in entries}
    blog, count = entries[0].blog, _NEIGHBOURS
    while True:
        higher = _staying([*desk.store.above(blog, low, count + len(moving)), low], moving)
        lower = _staying([high, *desk.store.below(blog, high, count + len(moving))], moving)
        start = higher.pop(0)[0] if len(higher) > count else ""
        end = lower.pop()[0] if len(lower) > count else ""
        if _fits(len(higher) + len(entries) + len(lower), start, end):
            found = desk.store.entries(id for _, id in [*higher, *lower])
            around = [[found[id] for _, id in side] for side in (higher, lower)]
            return arranging.moved([*around[0], *entries, *around[1]], start, end)
        count *= 4


def _staying(places: Sequence[Place], moving: set[str]) -> list[Place]:
    return [place for place in places if place[1] not in moving]


def _fits(count: int, low: str, high: str) -> bool:
    return arranging.has_room(low, high) and max(map(len, order.spread(count, low, high))) <= order.LONGEST
