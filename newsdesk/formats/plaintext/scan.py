"""A text taken apart: its head and its entries with the place of each, before they become a blog."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from newsdesk.domain.stamp import ShownTime
from newsdesk.formats.plaintext.clocks import Clock
from newsdesk.formats.plaintext.contents import Contents, is_plain_run, numbered, read_contents
from newsdesk.formats.plaintext.head import Head, read_head, split_prefix
from newsdesk.formats.plaintext.indent import outdented
from newsdesk.formats.plaintext.lines import Lines, blank_lines, split
from newsdesk.formats.plaintext.settings import Settings
from newsdesk.formats.plaintext.stamps import Stamps, find_stamps
from newsdesk.formats.plaintext.style import commonest, style_after_stamp
from newsdesk.formats.plaintext.times import times_of


class Passage(NamedTuple):
    """An entry as it stands in the text; `start` and `end` are offsets, without the line end behind it."""

    clock: Clock
    time: ShownTime
    start: int
    end: int
    is_untitled: bool  # there is text and no headline
    contents: Contents


class Scan(NamedTuple):
    """All that a text says, and its style."""

    text: str
    head: Head
    head_end: int  # the offset behind the head's last line
    passages: list[Passage]
    stamps: Stamps
    blank_lines: tuple[int, int, int]  # after a stamp, between paragraphs, between entries
    first_blank: int | None  # a line

    def gaps(self) -> Iterator[str]:
        """What stands between head and entries, between two entries, and at the end."""
        ends = [self.head_end, *(passage.end for passage in self.passages)]
        starts = [*(passage.start for passage in self.passages), len(self.text)]
        return (self.text[end:start] for end, start in zip(ends, starts, strict=True))


class Place(NamedTuple):
    """What the reading of one entry takes from the whole."""

    whole: Lines
    after_stamp: int
    indent: str
    settings: Settings


class Extent(NamedTuple):
    """The lines below a stamp, from `first` to before `end`; from `start` on they are not blank."""

    first: int
    start: int
    end: int


def scan(text: str, settings: Settings) -> Scan:
    """Takes any text apart. Raises nothing."""
    whole = split(text)
    stamps = find_stamps(whole.lines, page_stamp_is_entry=settings.page_stamp_is_entry)
    blanks = blank_lines(whole.lines)
    head, *entries = extents = _extents(stamps.clocks, len(whole.lines), blanks)
    style = _style(extents, blanks)
    times = times_of(stamps.clocks, stamps.page_day or _prefix_day(whole.lines), settings)
    place = Place(whole, style[0], stamps.indent, settings)
    rows = zip(stamps.clocks, times, entries, strict=True)
    return Scan(
        text=text,
        head=read_head(whole.lines[: head.end], indent=stamps.indent, page_clock=stamps.page_clock),
        head_end=whole.end_of(head.end - 1) if head.end else 0,
        passages=[_passage(place, *row) for row in rows],
        stamps=stamps,
        blank_lines=style,
        first_blank=_first_blank(extents, blanks, style[0]),
    )


def _extents(clocks: list[Clock], end: int, blanks: frozenset[int]) -> list[Extent]:
    """The extent of the head and of each entry."""
    firsts = [0, *(clock.line + 1 for clock in clocks)]
    stops = [*(clock.line for clock in clocks), end]
    return [_extent(first, stop, blanks) for first, stop in zip(firsts, stops, strict=True)]


def _extent(first: int, stop: int, blanks: frozenset[int]) -> Extent:
    while stop > first and stop - 1 in blanks:
        stop -= 1
    start = first
    while start < stop and start in blanks:
        start += 1
    return Extent(first, start, stop)


def _style(extents: list[Extent], blanks: frozenset[int]) -> tuple[int, int, int]:
    if not _has_style(extents, blanks):
        return 0, 0, 0
    gaps = [after.first - 1 - before.end for before, after in pairwise(extents) if before.end]
    after_stamp = [extent.start - extent.first for extent in extents[1:] if extent.end > extent.start]
    between = commonest(count for extent in extents for count in _between(extent, blanks))
    return style_after_stamp(after_stamp, min(gaps, default=0)), between, commonest(gaps)


def _has_style(extents: list[Extent], blanks: frozenset[int]) -> bool:
    """Whether there is a blank line before the last words."""
    return min(blanks, default=extents[-1].end) < extents[-1].end


def _between(extent: Extent, blanks: frozenset[int]) -> Iterator[int]:
    """The numbers of blank lines between paragraphs."""
    texts = [number for number in range(extent.start, extent.end) if number not in blanks]
    return (below - above - 1 for above, below in pairwise(texts))


def _first_blank(extents: list[Extent], blanks: frozenset[int], after_stamp: int) -> int | None:
    """The first blank line that is style: not the place of a missing headline, nor at the end of the text."""
    if not _has_style(extents, blanks):
        return None
    last = extents[-1].end
    for before, after in pairwise([*extents, Extent(last + 1, last + 1, last + 1)]):
        if before.start - before.first >= after_stamp > 0 and before.first:
            return before.first
        if (blank := next((n for n in range(before.start, before.end) if n in blanks), None)) is not None:
            return blank
        if before.end < after.first - 1:
            return before.end
    return None


def _prefix_day(lines: list[str]) -> date | None:
    return split_prefix(lines[0])[0]


def _passage(place: Place, clock: Clock, time: ShownTime, extent: Extent) -> Passage:
    whole, after_stamp, indent, settings = place
    start, end = whole.starts[clock.line], whole.end_of(extent.end - 1)
    has_headline = extent.start - extent.first <= after_stamp
    lines = whole.lines[extent.start : extent.end]
    if not indent and is_plain_run(lines):
        contents = Contents(lines[0], tuple(lines[1:])) if lines and has_headline else Contents(paragraphs=tuple(lines))
    else:
        texts = numbered(lines, extent.start)
        if indent:
            texts = [text._replace(text=outdented(text.text, indent)) for text in texts]
        contents = read_contents(texts, has_headline=has_headline, settings=settings)
    return Passage(clock, time, start, end, not has_headline, contents)
