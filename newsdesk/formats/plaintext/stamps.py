"""Which lines of a text are the stamps of its entries."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from newsdesk.formats.plaintext.clocks import LONGEST, Clock, Invalid, page_clock, read_clock
from newsdesk.formats.plaintext.furniture import is_of_page
from newsdesk.formats.plaintext.lines import BLANKS


class Stamps(NamedTuple):
    """The stamps in their order, and what only looks like one."""

    clocks: list[Clock]
    page_day: date | None  # as the page's own clock has it
    page_clock: int | None  # the line of a clock such as `20:11 GMT05 March 2021`
    page_stamp: int | None  # the line of a stamp that is the page's clock
    invalid: list[int]


def find_stamps(lines: list[str], *, page_stamp_is_entry: bool = False) -> Stamps:
    """A stamp at column 1 always is one. Only where there is none, two or more indented or bulleted ones are."""
    clocks, invalid = _candidates(lines)
    clock_line, day = _page_clock(lines, clocks[0].line if clocks else len(lines))
    page_stamp = None if page_stamp_is_entry else _page_stamp(lines, clocks)
    if page_stamp:
        clocks = [clock for clock in clocks if clock is not page_stamp]
        day = day or page_stamp.day
    chosen = _chosen(clocks)
    return Stamps(chosen, day, clock_line, page_stamp.line if page_stamp else None, invalid)


def _candidates(lines: list[str]) -> tuple[list[Clock], list[int]]:
    clocks: list[Clock] = []
    invalid: list[int] = []
    for number, line in enumerate(lines):
        if len(line) <= LONGEST and (found := read_clock(line, number)):
            if isinstance(found, Invalid):
                invalid.append(number)
            elif not found.is_escaped:
                clocks.append(found)
    return clocks, invalid


def _chosen(clocks: list[Clock]) -> list[Clock]:
    if at_column_1 := [clock for clock in clocks if clock.day and not clock.indent and not clock.bullet]:
        return at_column_1
    alike = Counter(clock.lead for clock in clocks)
    return [clock for clock in clocks if alike[clock.lead] >= 2]


def _page_clock(lines: list[str], end: int) -> tuple[int | None, date | None]:
    for number, line in enumerate(lines[:end]):
        if not line.startswith(" ") and (day := page_clock(line)):
            return number, day
    return None, None


def _page_stamp(lines: list[str], clocks: list[Clock]) -> Clock | None:
    """The first stamp, if the page's own furniture follows it."""
    place = next((n for n, clock in enumerate(clocks) if clock.day and not clock.lead), None)
    if place is None:
        return None
    first = clocks[place]
    end = clocks[place + 1].line if place + 1 < len(clocks) else len(lines)
    return first if any(_is_of_page(line) for line in lines[first.line + 1 : end]) else None


def _is_of_page(line: str) -> bool:
    return line[:1] != " " and is_of_page(line.strip(BLANKS))
