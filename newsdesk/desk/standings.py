"""What readers already have of a blog's entries, told from its releases and its log; nothing of it is stored twice."""

from collections.abc import Iterable, Sequence

from newsdesk.desk.desk import Desk
from newsdesk.domain import newsroom
from newsdesk.domain.edit import differing
from newsdesk.domain.entry import Entry
from newsdesk.domain.newsroom import Standing
from newsdesk.domain.past import Step
from newsdesk.domain.preflight import Facts
from newsdesk.domain.record import Record, from_record, to_record
from newsdesk.domain.revision import Change, What

# What a reader sees or a colleague is told of; moves and internal notes are no news.
_TELLING = frozenset(newsroom.SUBSTANCE) | {"state", "notices", "is_key", "is_pinned", "labels", "embargo"}


def facts(desk: Desk, blog: str, entries: Sequence[Entry]) -> Facts:
    """What preflight must know."""
    return Facts(now=desk.now(), standings=standings(desk, blog, entries))


def standings(desk: Desk, blog: str, entries: Sequence[Entry]) -> dict[str, Standing]:
    """Of each entry that changed or went since it was last released, or imported as published: what readers have.

    `entries` are those of the blog as they are now.
    """
    released = desk.store.past.released(blog)
    now = {entry.id: entry for entry in entries}
    candidates = [e.id for e in entries if e.id not in released and newsroom.may_have_arrived_published(e)]
    if not released and not candidates:
        return {}
    since = min(released.values()) if released and not _arrived(desk, candidates) else 0
    steps = _by_entry(desk.store.past.changed_since(blog, since, additions=False))
    arrived = _arrived(desk, [id for id in steps if id not in released])
    places = {**arrived, **released}
    found: dict[str, Standing] = {}
    for id in steps.keys() & places.keys():
        later = [step.change for step in steps[id] if step.revision.sequence > places[id]]
        if later and (standing := _standing(now.get(id), later)):
            found[id] = standing
    return found


def standing_of(desk: Desk, entry: Entry) -> Standing | None:
    """What readers have of one entry that changed since; None where they have it as it is, or not at all."""
    place = desk.store.past.released(entry.blog).get(entry.id)
    if place is None:
        if not newsroom.may_have_arrived_published(entry):
            return None
        place = _arrived(desk, [entry.id]).get(entry.id)
    if place is None:
        return None
    steps = (step for step in desk.store.past.story(entry.id) if step.revision.sequence > place)
    later = [step.change for step in steps if step.change.before is not None]
    return _standing(entry, later) if later else None


def changed_since(desk: Desk, blog: str, sequence: int) -> set[str]:
    """The entries that are not what they were at a place in the log: added, or changed in what is told to anybody."""
    now = {entry.id: entry for entry in desk.store.entries_of(blog)}
    steps = _by_entry(desk.store.past.changed_since(blog, sequence))
    return {id for id, mine in steps.items() if id in now and _is_news(now[id], [step.change for step in mine])}


def changed_since_release(desk: Desk, blog: str) -> set[str]:
    """The entries that are not what they were when a release last held them; those never released among them."""
    released = desk.store.past.released(blog)
    entries = desk.store.entries_of(blog)
    changed = {entry.id for entry in entries if entry.id not in released}
    if released:
        steps = _by_entry(desk.store.past.changed_since(blog, min(released.values())))
        now = {entry.id: entry for entry in entries}
        for id, mine in steps.items():
            later = [step.change for step in mine if step.revision.sequence > released.get(id, 0)]
            if id in now and later and _is_news(now[id], later):
                changed.add(id)
    return changed


def as_it_was(now: Entry | None, changes: Iterable[Change]) -> Entry | None:
    """An entry before these changes, which are the latest it saw, in order; None if it was not there."""
    record = to_record(now) if now else None
    for change in reversed(list(changes)):
        record = _before(record, change)
    return from_record(Entry, record) if record and "id" in record else None  # not where it was erased for ever


def _before(record: Record | None, change: Change) -> Record | None:
    return None if change.before is None else {**(record or {}), **change.before}


def _arrived(desk: Desk, ids: Sequence[str]) -> dict[str, int]:
    """Those of these entries that were imported as published, each with the place in the log of its import."""
    added = desk.store.past.additions_of(ids)
    return {
        id: revision.sequence for id, (revision, change) in added.items()
        if newsroom.arrived_published(from_record(Entry, change.after or {}), revision.at)
    }


def _standing(now: Entry | None, changes: Sequence[Change]) -> Standing | None:
    released = as_it_was(now, changes)
    if released is None:
        return None
    if now is None or now.notices == released.notices:
        return Standing(released)
    last = max(number for number, change in enumerate(changes) if "notices" in (change.after or {}))
    return Standing(released, classed=as_it_was(now, changes[last + 1 :]))


def _is_news(now: Entry, changes: Sequence[Change]) -> bool:
    before = as_it_was(now, changes)
    return before is None or bool(differing(before, now) & _TELLING)


def _by_entry(steps: Iterable[Step]) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {}
    for step in steps:
        if step.change.what is What.ENTRY:
            found.setdefault(step.change.id, []).append(step)
    return found
