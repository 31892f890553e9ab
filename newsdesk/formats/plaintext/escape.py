"""Space-stuffing: a text that the reader would take for something else is written with one more leading space.

A text needs it if, its leading blanks aside, it is a stamp, furniture or a notice for any setting of
the reader. So the space can be told from one that was there before: `unescape(escape(t)) == t`.
"""

import re

from newsdesk.formats.plaintext import corrections, furniture
from newsdesk.formats.plaintext.clocks import is_clock
from newsdesk.formats.plaintext.lines import BLANKS

_FIRST = frozenset(["", *BLANKS, *"0123456789•·▪●◦‣*–—-©"])
_STARTS = furniture.STARTS | corrections.STARTS
_PREFIX = re.compile(" +date [0-9]{4}-[0-9]{2}-[0-9]{2} ").match


def is_ordinary(line: str) -> bool:
    """A quick look: surely no blank, escape, stamp, furniture or notice."""
    return line[:1] not in _FIRST and line[:3].lower() not in _STARTS and not furniture.may_be_credit(line)


def is_ordinary_start(start: str) -> bool:
    """The same of the first three letters of a line; how it ends may still make it furniture."""
    return start[:1] not in _FIRST and start.lower() not in _STARTS


def is_taken(line: str) -> bool:
    """Whether a line, its leading blanks aside, could be read as something else than text."""
    start = line.lstrip(BLANKS)
    text = start.rstrip(BLANKS)
    return is_clock(text) or furniture.is_furniture(text) or corrections.is_notice(start)


def escape(line: str) -> str:
    return f" {line}" if not is_ordinary(line) and is_taken(line) else line


def unescape(line: str) -> str:
    """The text that a line holds; the same object if it was not escaped."""
    return line[1:] if line[:1] == " " and is_taken(line) else line


def escape_headline(line: str) -> str:
    """For the headline of a blog, which must not look like the archive's prefix either."""
    return f" {line}" if _PREFIX(line) else escape(line)


def unescape_headline(line: str) -> str:
    return line[1:] if _PREFIX(line[1:]) and line[:1] == " " else unescape(line)
