"""What an entry owes its readers: a class for a change after release, or the reason of a withdrawal."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.desk import standings, viewing
from newsdesk.desk.desk import Desk
from newsdesk.desk.viewing import Filter, View
from newsdesk.domain import corrections, newsroom
from newsdesk.domain.arranging import Place
from newsdesk.domain.entry import Entry, Notice, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """About one entry as it stands."""

    entry: str
    is_unclassed: bool = False
    is_out: bool = False  # a release showed that change already
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
        is_out = newsroom.is_same_in_substance(entry, standing.released)
        proposal = corrections.proposed(standing.settled, entry)
        return Owing(entry=id, is_unclassed=True, is_out=is_out, proposal=proposal)
    return Owing(
        entry=id, proposal=corrections.proposed(standing.settled, entry),
        unreleased=unreleased[-1] if unreleased else None,
    )


def count_unclassed(desk: Desk, blog: str) -> int:
    """How many entries of a blog owe a class."""
    return len(standings.unclassed(desk, blog))


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of a review: the entry, its number from one, and how many there are."""

    entry: Entry
    number: int
    count: int
    is_unclassed: bool


def next_stop(desk: Desk, blog: str, here: str, step: int) -> Stop | None:
    """The stop after an entry or before it, round the end; None where there is nothing to review."""
    owing = {entry.id: entry.place for entry, _ in standings.unclassed(desk, blog)}
    ready, _ = viewing.read_keys(desk, blog, View(filter=Filter(states=frozenset({State.READY}))), list)
    stops = sorted({(key.order, key.id) for key in ready} | set(owing.values()))
    if not stops:
        return None
    before = desk.store.entries([here]).get(here)
    stop = _next(stops, before.place if before else None, step)
    id = stop[1]
    return Stop(desk.entry(id), stops.index(stop) + 1, len(stops), id in owing)


def _next(stops: Sequence[Place], here: Place | None, step: int) -> Place:
    if step < 0:
        earlier = [stop for stop in stops if here is not None and stop < here]
        return earlier[-1] if earlier else stops[-1]
    return next((stop for stop in stops if here is not None and stop > here), stops[0])
