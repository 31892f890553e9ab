"""Kept bytes that say something else than the entry does now, wherever they would stand.

It is a quick look at ordinary lines under a stamp at column 1; what it can't tell is for `kept` to find out.
"""

from newsdesk.formats.plaintext.clocks import Clock, read_clock
from newsdesk.formats.plaintext.contents import is_plain_run
from newsdesk.formats.plaintext.head import split_prefix
from newsdesk.formats.plaintext.lines import is_blank, one_line
from newsdesk.formats.plaintext.projection import Plain, PlainEntry, written_stamp
from newsdesk.formats.plaintext.settings import Settings
from newsdesk.formats.plaintext.times import time_of


def is_outdated(source: str, wanted: Plain, place: int, settings: Settings) -> bool:
    """Whether no reader finds the head (place 0) or entry in the lines it was once read from."""
    lines = one_line(source)
    if place:
        return _is_other_entry(lines, wanted.entries[place - 1], settings)
    return bool(wanted.entries) and _is_other_head(lines, wanted)


def _is_other_entry(lines: list[str], entry: PlainEntry, settings: Settings) -> bool:
    clock, words = read_clock(lines[0]), _ordinary(lines[1:])
    if not isinstance(clock, Clock) or not clock.is_certain or words is None:
        return False
    time = time_of(clock, settings)
    said = [line for line in (entry.headline, *entry.paragraphs, *entry.notices) if line]
    return words != said or time is None or written_stamp(time) != entry.stamp


def _is_other_head(lines: list[str], wanted: Plain) -> bool:
    day, first = split_prefix(lines[0])
    words = _ordinary([first, *lines[1:]])
    said = [line for line in (wanted.headline, *wanted.introduction) if line]
    return words is not None and (words != said or day != wanted.date)


def _ordinary(lines: list[str]) -> list[str] | None:
    """The lines that aren't blank; None if one of them needs a closer look."""
    words = [line for line in lines if not is_blank(line)]
    return words if is_plain_run(words) else None
