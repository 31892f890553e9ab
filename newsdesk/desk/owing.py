"""What an entry owes its readers: a class for a change after release, or the reason of a withdrawal."""

from dataclasses import dataclass

from newsdesk.desk import standings
from newsdesk.desk.desk import Desk
from newsdesk.domain import corrections, newsroom
from newsdesk.domain.entry import Entry, Notice, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """About one entry as it stands."""

    entry: str
    is_unclassed: bool = False
    needs_reason: bool = False  # it was withdrawn, and readers are not told why
    proposal: str = ""  # words of a correction, drafted from the difference
    unreleased: Notice | None = None  # the class that was given; until the next release it can be put differently


def owing(desk: Desk, id: str) -> Owing:
    """What this entry owes; nothing, if it is not there any more."""
    entry = desk.store.entries([id]).get(id)
    if entry is None:
        return Owing(entry=id)
    if entry.state is State.WITHDRAWN:
        return Owing(entry=id, needs_reason=not newsroom.has_reason(entry))
    standing = standings.standing_of(desk, entry)
    if standing is None:
        return Owing(entry=id)
    unreleased = newsroom.unreleased_notices(entry, standing)
    if newsroom.owes_class(entry, standing):
        return Owing(entry=id, is_unclassed=True, proposal=corrections.proposed(standing.released, entry))
    return Owing(
        entry=id, proposal=corrections.proposed(standing.released, entry),
        unreleased=unreleased[-1] if unreleased else None,
    )


def count_unclassed(desk: Desk, blog: str) -> int:
    """How many entries of a blog owe a class. Takes as long as the blog is."""
    entries = desk.store.entries_of(blog)
    told = standings.standings(desk, blog, entries)
    return sum(newsroom.owes_class(entry, told.get(entry.id)) for entry in entries)


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of a review: the entry, its number from one, and how many there are."""

    entry: Entry
    number: int
    count: int
    is_unclassed: bool


def next_stop(desk: Desk, blog: str, here: str, step: int) -> Stop | None:
    """The stop after an entry or before it, round the end; None where there is nothing to review."""
    entries = desk.store.entries_of(blog)
    told = standings.standings(desk, blog, entries)
    owing = {entry.id for entry in entries if newsroom.owes_class(entry, told.get(entry.id))}
    stops = [place for place, entry in enumerate(entries) if entry.state is State.READY or entry.id in owing]
    if not stops:
        return None
    place = next((place for place, entry in enumerate(entries) if entry.id == here), -1 if step > 0 else len(entries))
    later = [stop for stop in (stops if step > 0 else stops[::-1]) if (stop - place) * step > 0]
    found = later[0] if later else stops[0] if step > 0 else stops[-1]
    entry = entries[found]
    return Stop(entry, stops.index(found) + 1, len(stops), entry.id in owing)

