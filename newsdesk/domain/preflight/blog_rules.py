"""Rules that need the whole blog: its entries beside one another. For the background of a long blog."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from newsdesk.domain.blog import Blog
from newsdesk.domain.difference import readable
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.preflight.findings import Facts, Hit, Place

TEXT = "text"  # a change of it among those of the fields
_WORTH = 40  # characters; shorter texts may well come twice


class Beside(NamedTuple):
    """An entry among the others: without its text, of which a number is enough to find the same one again."""

    entry: Entry
    text: int = 0  # 0 for what is too short to be compared

    @classmethod
    def of(cls, entry: Entry) -> "Beside":
        text = readable(entry.body)
        light = replace(entry, body=(), source=None, notices=(), bylines=(), labels=(), note="")
        return cls(light, hash(text) if len(text) >= _WORTH else 0)


BlogRule = Callable[[Blog, Sequence[Beside], Facts], Iterator[Hit]]


def headline(blog: Blog, _told: Sequence[Beside], _facts: Facts) -> Iterator[Hit]:
    if not blog.headline.strip():
        yield Hit("BLOG-HEADLINE", "The blog has no headline.", Place(blog.id, "headline"))


def order(_blog: Blog, told: Sequence[Beside], _facts: Facts) -> Iterator[Hit]:
    """The fewest entries that stand against the direction of the others; pinned ones stand where they are put."""
    timed = [entry for entry, _ in told if entry.time.moment and not entry.is_pinned]
    for place in out_of_order([entry.time.sortable.timestamp() for entry in timed]):
        entry = timed[place]
        yield Hit("ORDER", f"{entry.time} stands out of the order of time.", Place(entry.id, "time"))


def same_minute(_blog: Blog, told: Sequence[Beside], _facts: Facts) -> Iterator[Hit]:
    seen: dict[object, Entry] = {}
    for entry, _ in told:
        if entry.time.moment is None or entry.state is State.WITHDRAWN:
            continue
        if (other := seen.setdefault(entry.time.clock, entry)) is not entry:
            yield Hit("DUP-MINUTE", f"{_name(other)} has the same minute, {entry.time}.", Place(entry.id, "time"))


def repeated_headlines(_blog: Blog, told: Sequence[Beside], _facts: Facts) -> Iterator[Hit]:
    texts = ((entry, " ".join(entry.headline.casefold().split())) for entry, _ in told)
    for entry, other in _twice((entry, text) for entry, text in texts if text):
        sentence = f"The entry of {other.time} has this headline too."
        yield Hit("REPEATED", sentence, Place(entry.id, "headline", None, 0, len(entry.headline)))


def repeated_texts(_blog: Blog, told: Sequence[Beside], _facts: Facts) -> Iterator[Hit]:
    for entry, other in _twice((entry, text) for entry, text in told if text):
        yield Hit("REPEATED", f"{_name(other)} has the same text.", Place(entry.id, "body"))


def drafts(blog: Blog, told: Sequence[Beside], _facts: Facts) -> Iterator[Hit]:
    count = sum(entry.state is State.DRAFT for entry, _ in told)
    if count:
        many = "1 draft stays" if count == 1 else f"{count} drafts stay"
        yield Hit("DRAFTS", f"{many} out of an export.", Place(blog.id))


def head(blog: Blog, _told: Sequence[Beside], facts: Facts) -> Iterator[Hit]:
    """Both follow the news, so that a change owes no class; but readers are told of none, also where it corrects."""
    if (had := facts.released) is None:
        return
    advice = "If what stood there was wrong, say so in an entry."
    if blog.headline != had.headline:
        was = f"was “{had.headline}”" if had.headline else "is new"
        yield Hit("HEAD-CHANGED", f"Since the last release the headline has changed: it {was}. {advice}",
                  Place(blog.id, "headline"))
    if blog.introduction != had.introduction:
        yield Hit("HEAD-CHANGED", f"Since the last release the introduction has changed. {advice}",
                  Place(blog.id, "introduction"))


def vanished(blog: Blog, told: Sequence[Beside], facts: Facts) -> Iterator[Hit]:
    here = {entry.id for entry, _ in told}
    gone = (standing.released for id, standing in facts.standings.items() if id not in here)
    for entry in sorted(gone, key=lambda entry: entry.place):
        sentence = f"{_name(entry)} was released and is not here any more. Restore it, then withdraw it."
        yield Hit("VANISHED", sentence, Place(blog.id))


# Each with the fields of an entry on which it depends, beside that one came or went.
BLOG_RULES: Mapping[BlogRule, frozenset[str]] = {
    headline: frozenset(),
    order: frozenset({"time", "order", "is_pinned"}),
    same_minute: frozenset({"time", "order", "state", "headline"}),
    repeated_headlines: frozenset({"time", "order", "state", "headline"}),
    repeated_texts: frozenset({"time", "order", "state", "headline", TEXT}),
    drafts: frozenset({"state"}),
    head: frozenset(),
    vanished: frozenset(),
}


def out_of_order(times: Sequence[float]) -> list[int]:
    """The places of the fewest times that, left out, leave the others in one direction: that of the most steps."""
    falls = sum(a > b for a, b in pairwise(times))
    rises = sum(a < b for a, b in pairwise(times))
    stays = set(_rising(times if rises > falls else [-time for time in times]))
    return [place for place in range(len(times)) if place not in stays]


def _rising(times: Sequence[float]) -> Iterator[int]:
    """The places of a longest run that never falls, the last first."""
    tops: list[float] = []
    ends: list[int] = []
    before: list[int] = []
    for place, time in enumerate(times):
        length = bisect_right(tops, time)
        tops[length : length + 1] = [time]
        ends[length : length + 1] = [place]
        before.append(ends[length - 1] if length else -1)
    place = ends[-1] if ends else -1
    while place >= 0:
        yield place
        place = before[place]


def _twice(told: Iterable[tuple[Entry, object]]) -> Iterator[tuple[Entry, Entry]]:
    seen: dict[object, Entry] = {}
    for entry, text in told:
        if entry.state is not State.WITHDRAWN and (other := seen.setdefault(text, entry)) is not entry:
            yield entry, other


def _name(entry: Entry) -> str:
    return f"“{entry.headline}”" if entry.headline else f"The entry of {entry.time}"
