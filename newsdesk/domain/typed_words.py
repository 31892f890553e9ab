"""The words of a typed time, sorted into clock, day, date and zone, in whatever order they stand."""

import re
from collections.abc import Callable
from typing import NamedTuple

_CLOCK = re.compile(r"([0-9]{1,2})[:.h]([0-9]{2})(?::[0-9]{2})?(am|pm)?|([0-9]{1,2})(am|pm)", re.IGNORECASE).fullmatch
_DIGITS = re.compile(r"([0-9]{1,2})([0-9]{2})(am|pm)?", re.IGNORECASE).fullmatch
_DAY = re.compile(
    r"yesterday|today|tomorrow|(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?", re.IGNORECASE
).fullmatch
_MONTH = re.compile(
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
    re.IGNORECASE,
).fullmatch
_DATE = re.compile(r"[0-9]{1,2}([./-])[0-9]{1,2}\1([0-9]{4})|([0-9]{4})-[0-9]{2}-[0-9]{2}").fullmatch
_DATE_WITHOUT_YEAR = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}\.|/[0-9]{1,2})").fullmatch
_DAY_OF_MONTH = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th|\.)?", re.IGNORECASE).fullmatch
_YEAR = re.compile(r"[12][0-9]{3}").fullmatch
_ZONE = re.compile(
    r"[A-Za-z]{1,5}(?:[+−-][0-9]{1,2}(?::?[0-9]{2})?)?|[+−-][0-9:]{2,5}|[A-Za-z_]+/[A-Za-z_/+-]+"
).fullmatch
_JOINS = (
    (re.compile(r"([0-9]) ?([ap])\.? ?m\b\.?", re.IGNORECASE), r"\1\2m "),  # 5.41 p.m.
    (re.compile(r"\b(GMT|UTC) ([+−-])", re.IGNORECASE), r"\1\2"),
    (re.compile(r"([0-9])(GMT|UTC|Z)\b", re.IGNORECASE), r"\1 \2"),  # 05:41Z
    (re.compile(r"\b([0-9]{4}-[0-9]{2}-[0-9]{2})T"), r"\1 "),
)


class TypedWords(NamedTuple):
    """What was typed; empty where nothing says it."""

    text: str
    clock: tuple[int, int] | None = None
    day: str = ""  # yesterday, thu
    date: str = ""  # 6 Jan, 06.01.2022
    has_year: bool = False
    zone: str = ""


def split_typed(text: str) -> TypedWords | None:
    """The words of a typed time; None where a word is left over or two say the same."""
    words = _words(text)
    date, has_year = _take_date(words)
    clock = _take_clock(words)
    if not date and clock and (date := _take(words, re.compile(r"[0-9]{1,2}\.[0-9]{1,2}").fullmatch)):
        date += "."
    day = _take(words, _DAY)
    zone = _take(words, _ZONE)
    if words or clock is None or (day and date):
        return None
    return TypedWords(text, clock, day.casefold(), date, has_year, zone)


def _words(text: str) -> list[str]:
    for pattern, joined in _JOINS:
        text = pattern.sub(joined, text)
    return text.replace(",", " ").split()


def _take(words: list[str], kind: Callable[[str], object]) -> str:
    """Takes the first word of a kind out of the words."""
    place = next((place for place, word in enumerate(words) if kind(word)), None)
    return "" if place is None else words.pop(place)


def _take_date(words: list[str]) -> tuple[str, bool]:
    """Takes the date out, and says whether it has a year."""
    month = next((place for place, word in enumerate(words) if _MONTH(word)), None)
    if month is None:
        whole = _take(words, _DATE)
        return (whole, True) if whole else (_take(words, _DATE_WITHOUT_YEAR), False)
    days = [place for place in (month - 1, month + 1) if 0 <= place < len(words) and _DAY_OF_MONTH(words[place])]
    if not days:
        return "", False
    first, last = min(month, days[0]), max(month, days[0])
    has_year = last + 1 < len(words) and bool(_YEAR(words[last + 1]))
    taken = words[first : last + 1 + has_year]
    del words[first : last + 1 + has_year]
    if has_year and not any(map(_clock, words)):  # 6 Jan 1541 is no year, but a clock
        words.insert(0, taken.pop())
        return " ".join(taken), False
    return " ".join(taken), has_year


def _take_clock(words: list[str]) -> tuple[int, int] | None:
    """Takes the clock out, one with a colon or am and pm before all others."""
    for is_kind in (_is_clear, _CLOCK, _DIGITS):
        for place, word in enumerate(words):
            if is_kind(word) and (clock := _clock(word)):
                del words[place]
                return clock
    return None


def _is_clear(word: str) -> bool:
    return bool(_CLOCK(word)) and (":" in word or word[-1] in "mM")


def _clock(word: str) -> tuple[int, int] | None:
    if match := _CLOCK(word):
        hour, minute, half = int(match[1] or match[4]), int(match[2] or 0), (match[3] or match[5] or "").casefold()
    elif match := _DIGITS(word):
        hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").casefold()
    else:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return (hour, minute) if hour <= 23 and minute <= 59 else None
