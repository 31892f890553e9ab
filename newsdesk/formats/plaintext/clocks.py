"""Stamps as other people write them: `5:41 GMT 06.01.2022`, `• 02:15`, `15:24 20.10.2017`, `05:41 MSK 06.01.2022`.

Here is only the shape of one line; which of such lines are stamps is for `stamps` to say.
"""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from newsdesk.domain.stamp import fixed_offset
from newsdesk.formats.plaintext.lines import BLANKS

LONGEST = 64  # no stamp has more characters, which keeps the search for them cheap
_B = f"[{BLANKS}]"
_SHAPE = re.compile(
    rf"({_B}*)((?:[•·▪●◦‣]{_B}*|[*–—-]{_B}+)?)"  # 1 indent, 2 bullet
    rf"([0-9]{{1,2}})([:.])([0-9]{{2}})"  # 3 hour, 4 colon, 5 minute
    rf"(?:{_B}+([A-Za-z]{{2,5}})([+-][0-9]{{1,2}}(?::[0-9]{{2}})?)?)?"  # 6 zone, 7 offset
    rf"(?:{_B}+([0-9]{{1,2}})\.([0-9]{{1,2}})\.([0-9]{{4}}))?"  # 8 day, 9 month, 10 year
    rf"{_B}*"
).fullmatch
_STRICT = re.compile(
    r"([01][0-9]|2[0-3]):([0-5][0-9]) ((?:GMT|UTC)(?:[+-][0-9]{1,2}(?::[0-9]{2})?)?) ([0-9]{2})\.([0-9]{2})\.([0-9]{4})"
).fullmatch
FIRST = frozenset(BLANKS + "0123456789•·▪●◦‣*–—-")  # with which a stamp may begin: most lines are none
_BARE_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})").fullmatch
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PAGE_CLOCK = re.compile(
    rf"[0-9]{{1,2}}:[0-9]{{2}}{_B}*(?:GMT|UTC){_B}*([0-9]{{1,2}}){_B}+([A-Za-z]{{3,9}}){_B}+([0-9]{{4}})"
    rf"(?:{_B}*\(Updated:[^()]{{1,40}}\))?"
).fullmatch
_ODD_SPACE = re.compile("[\t\xa0\u202f]| {2}").search


class Clock(NamedTuple):
    """A line that has the shape of a stamp."""

    line: int
    indent: str
    bullet: str
    hour: int
    minute: int
    zone: str  # GMT+3, or a name; empty where none is written
    day: date | None
    codes: tuple[str, ...]  # in what it departs from the written form

    @property
    def lead(self) -> str:
        return self.indent + self.bullet

    @property
    def is_certain(self) -> bool:
        """Wherever it stands, a dated stamp at column 1 is one."""
        return self.day is not None and not self.indent and not self.bullet

    @property
    def is_escaped(self) -> bool:
        """One space before it says that it is text."""
        return self.indent == " "


class Invalid(NamedTuple):
    """A line that has the shape of a stamp and is none, such as one of 31 February."""

    line: int


def read_clock(text: str, line: int = 0) -> Clock | Invalid | None:
    """What a whole line is, taken alone; None if it hasn't the shape."""
    if text[:1] not in FIRST or len(text) > LONGEST:
        return None
    return _strict(text, line) or _lenient(text, line)


def _strict(text: str, line: int) -> Clock | None:
    if not (match := _STRICT(text)):
        return None
    hour, minute, zone, day, month, year = match.groups()
    at = _date(year, month, day)
    if at is None or fixed_offset(zone) is None:
        return None
    return Clock(line, "", "", int(hour), int(minute), zone, at, ())


def _lenient(text: str, line: int) -> Clock | Invalid | None:
    if not (match := _SHAPE(text)):
        return Invalid(line) if (bare := _BARE_DATE(text)) and not _date(bare[3], bare[2], bare[1]) else None
    indent, bullet, hour, colon, minute, name, offset, day, month, year = match.groups()
    if colon == "." and not name and not day:
        return None  # 12.50 is a price
    zone = _zone(name or "", offset or "")
    if zone is None:
        return None
    at = _date(year, month, day) if day else None
    if int(hour) > 23 or int(minute) > 59 or (day and not at) or (offset and fixed_offset(zone) is None):
        return Invalid(line)
    return Clock(line, indent, bullet, int(hour), int(minute), zone, at, _codes(text, match, zone))


def is_at_column_1(text: str) -> bool:
    """Whether a line is a stamp by itself, whatever stands around it."""
    clock = read_clock(text)
    return isinstance(clock, Clock) and clock.is_certain


def is_clock(text: str) -> bool:
    """Whether any setting of the reader takes a line, blanks at its ends aside, as a stamp or a page's clock."""
    return len(text) <= LONGEST and (isinstance(read_clock(text), Clock) or page_clock(text) is not None)


def page_clock(text: str) -> date | None:
    """The date of a page's own clock, `20:11 GMT05 March 2021`."""
    if len(text) > LONGEST or not (match := _PAGE_CLOCK(text.strip(BLANKS))):
        return None
    day, month, year = match.groups()
    name = month[:3].casefold()
    return _date(year, str(_MONTHS.index(name) + 1), day) if name in _MONTHS else None


def _zone(name: str, offset: str) -> str | None:
    """The zone in its written form; None for what can be none."""
    if name.upper() in ("GMT", "UTC"):
        return name.upper() + offset
    if offset or name != name.upper() or name in ("AM", "PM"):
        return None
    return name


@lru_cache(maxsize=4_096)  # a day has many entries
def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _codes(text: str, match: re.Match[str], zone: str) -> tuple[str, ...]:
    indent, bullet, hour, colon, _, name, _, day, month, _ = match.groups()
    rest = text[len(indent) + len(bullet) :]
    is_odd = len(hour) == 1 or colon == "." or (name or "").islower() or len(day or "00") + len(month or "00") < 4
    found = {
        "TS-SPACE": bool(indent or bullet or rest != rest.rstrip(BLANKS) or _ODD_SPACE(rest)),
        "TS-FORM": is_odd or (name or "").upper() != (name or ""),
        "TS-ZONE-NAME": bool(zone) and fixed_offset(zone) is None,
        "TS-NOZONE": not zone,
        "TS-NODATE": day is None,
    }
    return tuple(code for code, is_found in found.items() if is_found)
