"""Which text of an entry is settled: the one that readers had last with nothing owed.

A release settles what it holds where no class is owed for it; between two such releases what is owed is the net
difference from the last released revision. A release of a change that nobody has classed settles nothing: readers
saw a text change without a word, and the record is there for exactly that. So the debt outlives the release, is
measured from the text that was settled (or, if some of the change was classed, from what it was then), can be
classed afterwards by a notice that bears the time of its classing, and goes by typing back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.newsroom import Standing, is_owed


def standings_along(told: Iterable[tuple[Entry, bool]]) -> Iterator[Standing | None]:
    """The standing after each state of an entry, in order, told with whether a release held it so; None before one.

    States that no release held and that brought no notice may be left out.
    """
    standing: Standing | None = None
    before: Entry | None = None
    was_public = False  # whether a release held it as more than a draft
    texts: dict[tuple[Notice, ...], Entry] = {}  # what the entry was when it came to bear these notices
    for entry, is_released in told:
        notices = _classes(entry)
        if standing is not None:
            if before is None or set(notices) - set(_classes(before)):
                texts.setdefault(notices, entry)
            classed = texts.get(notices)
            standing = replace(standing, classed=None if classed is standing.settled else classed)
        if is_released:
            standing = _after_release(entry, standing if was_public else None)
            was_public = was_public or entry.state is not State.DRAFT
            texts = {notices: entry} if standing.settled is entry else texts
        before = entry
        yield standing


def _after_release(entry: Entry, standing: Standing | None) -> Standing:
    """What nobody but those who asked for drafts has seen gives way to the next release, and owes nothing."""
    if standing is None or not is_owed(entry, standing):
        return Standing(released=entry, settled=entry)
    return Standing(released=entry, settled=standing.classed or standing.settled)


def _classes(entry: Entry) -> tuple[Notice, ...]:
    """A withdrawal classes no change."""
    return tuple(notice for notice in entry.notices if notice.kind is not NoticeKind.WITHDRAWN)
