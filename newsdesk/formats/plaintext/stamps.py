"""Which lines of a text are the stamps of its entries."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from newsdesk.formats.plaintext.clocks import FIRST, Clock, Invalid, page_clock, read_clock
from newsdesk.formats.plaintext.furniture import is_of_page
from newsdesk.formats.plaintext.indent import common_indent
from newsdesk.formats.plaintext.lines import BLANKS, is_blank


class Stamps(NamedTuple):
    """The stamps in their order, and what only looks like one."""

    clocks: list[Clock]
    page_day: date | None  # as the page's own clock has it
    page_clock: int | None  # the line of a clock such as `20:11 GMT05 March 2021`
    page_stamp: int | None  # the line of a stamp that is the page's clock
    invalid: list[int]
    indent: str  # of the other lines, where the stamps are indented


def find_stamps(lines: list[str], *, page_stamp_is_entry: bool = False) -> Stamps:
    """A dated stamp at column 1 always is one. Where there is none, two or more that stand alike are:
    those at column 1 with a bullet or without a date; where there are none either, the indented ones.

    One space before a stamp, or one more than the page's own indentation, says that it is text.
    """
    alike, invalid = _candidates(lines)
    clocks = [clock for clock in alike if not clock.is_escaped]
    clock_line, day = _page_clock(lines, clocks[0].line if clocks else len(lines))
    page_stamp = None if page_stamp_is_entry else _page_stamp(lines, clocks)
    if page_stamp:
        clocks = [clock for clock in clocks if clock is not page_stamp]
        day = day or page_stamp.day
    chosen, indent = _chosen(clocks, lambda: _indent(lines, alike))
    return Stamps(chosen, day, clock_line, page_stamp.line if page_stamp else None, invalid, indent)


def _candidates(lines: list[str]) -> tuple[list[Clock], list[int]]:
    found = [read_clock(line, number) for number, line in enumerate(lines) if line[:1] in FIRST]
    clocks = [clock for clock in found if isinstance(clock, Clock)]
    return clocks, [each.line for each in found if isinstance(each, Invalid)]


def _chosen(clocks: list[Clock], find_indent: Callable[[], str]) -> tuple[list[Clock], str]:
    if certain := [clock for clock in clocks if clock.is_certain]:
        return certain, ""
    if at_column_1 := _alike(clock for clock in clocks if not clock.indent):
        return at_column_1, ""
    indent = find_indent() if clocks else ""
    deeper = f"{indent} " if indent else None
    chosen = _alike(clock for clock in clocks if not deeper or not clock.indent.startswith(deeper))
    return chosen, indent if chosen else ""


def _alike(clocks: Iterable[Clock]) -> list[Clock]:
    """Those of which there are two or more."""
    found = list(clocks)
    counts = Counter(clock.lead for clock in found)
    return [clock for clock in found if counts[clock.lead] >= 2]


def _indent(lines: list[str], clocks: list[Clock]) -> str:
    """The indentation of what stands below the first line that looks like a stamp, and doesn't itself."""
    stamps = {clock.line for clock in clocks}
    below = range(clocks[0].line + 1, len(lines))
    return common_indent(lines[number] for number in below if number not in stamps and not is_blank(lines[number]))


def _page_clock(lines: list[str], end: int) -> tuple[int | None, date | None]:
    for number, line in enumerate(lines[:end]):
        if not line.startswith(" ") and (day := page_clock(line)):
            return number, day
    return None, None


def _page_stamp(lines: list[str], clocks: list[Clock]) -> Clock | None:
    """The first stamp, if the page's own furniture follows it."""
    place = next((n for n, clock in enumerate(clocks) if clock.is_certain), None)
    if place is None:
        return None
    first = clocks[place]
    end = clocks[place + 1].line if place + 1 < len(clocks) else len(lines)
    return first if any(_is_of_page(line) for line in lines[first.line + 1 : end]) else None


def _is_of_page(line: str) -> bool:
    return line[:1] != " " and is_of_page(line.strip(BLANKS))
