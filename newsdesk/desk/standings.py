"""What readers already have of a blog's entries, told from its releases and its log; nothing of it is stored twice.

Only the entries that were touched after a release are read, so that a long blog costs what was done in it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newsdesk.desk.desk import Desk
from newsdesk.domain import newsroom
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import differing
from newsdesk.domain.entry import Entry
from newsdesk.domain.newsroom import Standing
from newsdesk.domain.past import Later
from newsdesk.domain.record import Record, from_record, to_record
from newsdesk.domain.revision import Change
from newsdesk.domain.settling import standings_along

if TYPE_CHECKING:
    from newsdesk.domain.preflight import Facts

# What a reader sees or a colleague is told of; moves and internal notes are no news.
_TELLING = frozenset(newsroom.SUBSTANCE) | {"state", "notices", "is_key", "is_pinned", "labels", "embargo"}

_HEAD = frozenset({"headline", "introduction"})


def facts(desk: Desk, blog: str) -> "Facts":
    """What preflight must know."""
    from newsdesk.domain.preflight import Facts

    return Facts(now=desk.now(), standings=standings(desk, blog), released=released_head(desk, blog))


def released_head(desk: Desk, blog: str) -> Blog | None:
    """The blog's own fields as the last release had them; None where readers have nothing."""
    last = max((places[-1] for places in desk.store.past.held(blog).values()), default=0)
    record: Record = {}
    for revision, change in desk.store.past.story(blog) if last else ():
        if revision.sequence <= last:
            record = {**record, **(change.after or {})}
    return from_record(Blog, record) if "id" in record else None


def standings(desk: Desk, blog: str, ids: Iterable[str] | None = None) -> dict[str, Standing]:
    """Of each entry that changed or went since it was first released, or imported as published: what readers have.

    Of these alone, if any are named.
    """
    touched = desk.store.past.touched(blog) if ids is None else dict.fromkeys(ids, desk.store.end_of_log())
    return {id: standing for id, _, standing in _told(desk, blog, touched)}


def unclassed(desk: Desk, blog: str) -> list[tuple[Entry, Standing]]:
    """The entries that owe a class, as they are arranged, each with what readers have of it."""
    told = _told(desk, blog, desk.store.past.touched(blog))
    owing = ((now, standing) for _, now, standing in told if now and newsroom.owes_class(now, standing))
    return sorted(owing, key=lambda one: one[0].place)


def standing_of(desk: Desk, entry: Entry) -> Standing | None:
    """What readers have of one entry that changed since; None where they have it as it is, or not at all."""
    places = desk.store.past.held(entry.blog).get(entry.id)
    if places is None and newsroom.may_have_arrived_published(entry):
        places = _arrived(desk, [entry.id]).get(entry.id)
    if places is None:
        return None
    return _standing(desk.store.past.later({entry.id: places[0]})[entry.id], places)


def changed_head(desk: Desk, blog: str) -> frozenset[str]:
    """Which of a blog's headline and introduction are not what readers have."""
    had = released_head(desk, blog)
    return differing(had, desk.store.blog(blog)) & _HEAD if had else frozenset()


def changed_since_release(desk: Desk, blog: str) -> set[str]:
    """The entries that are not what they were when a release last held them; those never released among them."""
    held = desk.store.past.held(blog)
    touched = desk.store.past.touched(blog)
    after = {id: held[id][-1] for id, last in touched.items() if id in held and last > held[id][-1]}
    new = {key.id for key in desk.store.each_key(blog) if key.id not in held}
    return new | _with_news(desk, after)


def as_it_was(now: Entry | None, changes: Iterable[Change]) -> Entry | None:
    """An entry before these changes, which are the latest it saw, in order; None if it was not there."""
    record = to_record(now) if now else None
    for change in reversed(list(changes)):
        record = _before(record, change)
    return _entry(record)


def _before(record: Record | None, change: Change) -> Record | None:
    return None if change.before is None else {**(record or {}), **change.before}


def _entry(record: Record | None) -> Entry | None:
    return from_record(Entry, record) if record and "id" in record else None  # not where it was erased for ever


def _told(desk: Desk, blog: str, touched: Mapping[str, int]) -> Iterator[tuple[str, Entry | None, Standing]]:
    """Of these entries, each with the latest place in the log where it was touched."""
    if not touched:
        return
    past = desk.store.past
    held = past.held(blog)
    never = [id for id in touched if id not in held]
    now = desk.store.entries(never)
    surely_not = {id for id, entry in now.items() if not newsroom.may_have_arrived_published(entry)}
    arrived = _arrived(desk, [id for id in never if id not in surely_not])
    places = {id: held[id] for id, last in touched.items() if id in held and last > held[id][0]}
    places |= arrived
    for id, later in past.later({id: mine[0] for id, mine in places.items()}).items():
        if standing := _standing(later, places[id]):
            yield id, later.now, standing


def _arrived(desk: Desk, ids: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Those of these entries that were imported as published, each with the place in the log of its import."""
    added = desk.store.past.additions_of(ids)
    return {
        id: (revision.sequence,) for id, (revision, change) in added.items()
        if newsroom.arrived_published(from_record(Entry, change.after or {}), revision.at)
    }


def _standing(later: Later, places: Sequence[int]) -> Standing | None:
    """From what an entry became after the first of the places as of which releases held it."""
    changes = [(sequence, change) for sequence, change in later.changes if change.before is not None]
    if not changes:
        return None
    states = _states(later.now, changes, places)
    standing = None
    for standing in standings_along(states):  # noqa: B007  the last is the one that holds
        pass
    return standing


def _states(
    now: Entry | None, changes: Sequence[tuple[int, Change]], places: Sequence[int]
) -> list[tuple[Entry, bool]]:
    """What an entry was at these places, whenever its notices changed, and is now; each with whether a release held it.

    Nothing, if what it was when it was first released was erased for ever.
    """
    found: list[tuple[Entry, bool]] = []
    record = to_record(now) if now else None
    until = places[-1] + 1
    for sequence, change in reversed(changes):
        is_held = bisect_left(places, sequence) < bisect_left(places, until)
        is_telling = is_held or not found or "notices" in (change.after or {})
        if is_telling and (entry := _entry(record)):
            found.append((entry, is_held))
        record, until = _before(record, change), sequence
    first = _entry(record)
    return [(first, True), *reversed(found)] if first else []


def _with_news(desk: Desk, after: dict[str, int]) -> set[str]:
    later = desk.store.past.later(after)
    return {id for id, (now, changes) in later.items() if now and _is_news(now, [change for _, change in changes])}


def _is_news(now: Entry, changes: Sequence[Change]) -> bool:
    before = as_it_was(now, changes)
    return before is None or bool(differing(before, now) & _TELLING)
