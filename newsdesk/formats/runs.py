"""Plain entries said many at once: what all of them have in common is done for all of them together.

A run holds entries of paragraphs without any formatting. What a format says of them so is, letter by letter, what
it says of each by itself.
"""

from collections.abc import Callable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from newsdesk.domain.entry import Entry
from newsdesk.domain.html import is_only_paragraphs
from newsdesk.domain.record import text_to_time
from newsdesk.domain.unread import Kept, UnreadEntry

_LONGEST = 100  # entries: more would need more memory and be no quicker
_BETWEEN = "\x1e"
_INNER, _OUTER = "</p>\n<p>", f"</p>{_BETWEEN}<p>"


class Run(NamedTuple):
    """Columns, all of one length, in the words of the records."""

    ids: Sequence[str]
    times: Sequence[str]
    first_published: Sequence[str]
    headlines: Sequence[str]
    bodies: Sequence[str]
    words: str  # of all the bodies

    def texts(self, between: str = "\n") -> list[str]:
        """The words of each body without its HTML, and what stands between its paragraphs."""
        words = _unescaped(self.words[3:-4])
        return (words if between == "\n" else words.replace("\n", between)).split(_OUTER)


def said(
    entries: Sequence[Entry], many: Callable[[Run], Sequence[str | None]], one: Callable[[Entry], str]
) -> Iterator[list[str]]:
    """What a format says of each entry, some at a time; what `many` has no word for is said by `one`."""
    for first in range(0, len(entries), _LONGEST):
        some = entries[first : first + _LONGEST]
        places, run = _run(some)
        found = dict(zip(places, many(run), strict=True)) if run else {}
        yield [found.get(place) or one(entry) for place, entry in enumerate(some)]


def stamp(time: str) -> str:
    """The stamp of a resolved time in a record, as `ShownTime` gives it."""
    if time.endswith(" GMT"):
        return f"{time[11:16]} GMT {time[8:10]}.{time[5:7]}.{time[:4]}"
    return str(text_to_time(time))


def _run(entries: Sequence[Entry]) -> tuple[Sequence[int], Run | None]:
    """The places of the plain ones, and what they say."""
    plain = {place: entry.kept for place, entry in enumerate(entries) if type(entry) is UnreadEntry}
    words = _words(plain)
    if not words:
        plain = {place: kept for place, kept in plain.items() if is_only_paragraphs(kept[4])}
        words = _words(plain)
    if not words:
        return (), None
    ids, times, firsts, headlines, bodies, *_ = zip(*plain.values(), strict=True)
    return tuple(plain), Run(ids, times, firsts, headlines, bodies, words)


def _words(plain: dict[int, Kept]) -> str:
    """What bodies that are only paragraphs say, one after the other; nothing if one of them holds anything else."""
    words = _BETWEEN.join([kept[4] for kept in plain.values()]).replace(_INNER, "\n")
    are_whole = words.startswith("<p>") and words.endswith("</p>") and words.count(_OUTER) == len(plain) - 1
    return words if are_whole and words.count("<") == 2 * len(plain) else ""


def _unescaped(words: str) -> str:
    shorter = words.replace("&amp;", "&")
    is_all = words.count("&") * 4 == len(words) - len(shorter)
    return shorter if is_all else unescape(words)
