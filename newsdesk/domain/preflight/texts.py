"""Slips in one line or block of text: what a copy editor's eye stops at."""

import re
import unicodedata
from collections.abc import Iterator

from newsdesk.domain.preflight.findings import Slip

# Two stops, but not an ellipsis of any kind, a path, or a range of numbers.
_DOUBLE_STOP = re.compile(r"(?<![.。۔…/\\])([.。۔])\1(?![.。۔…/\\])(?<![0-9]\.\.(?=[0-9]))")
_BRACKET = re.compile(r"[()\[\]{}]")
_PAIRS = {")": "(", "]": "[", "}": "{"}
_SMILE = re.compile(r"[:;=8][-^']?[()\[\]]")
_NUMBERING = re.compile(r"(?:^|(?<=\s))\w{1,3}\)")
_OPENING = re.compile(r"\s*([\"“„«»])")
_QUOTES = (re.compile('"'), re.compile("[“”„‟]"), re.compile("[«»]"))
_INCHES = re.compile(r"(?<=[0-9])\"")
_INVISIBLE = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u180e\u200b\u2028\u2029\u2060-\u2064"
    "\u206a-\u206f\ufeff\ufff9-\ufffc]+"
    "|(?<=[A-Za-z])[\u200c\u200d]+(?=[A-Za-z])"  # joiners belong to emoji and to many scripts, not between these
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"  # tags belong to flags
)
_LINE_LIKE = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = "\u202d\u202e"
_CLOSES = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}


def double_stops(text: str) -> Iterator[Slip]:
    """Two full stops where one is meant; three, and the ellipsis, are fine."""
    for match in _DOUBLE_STOP.finditer(text):
        yield Slip(match.start(), match.end(), "Two full stops stand in a row.", match[1])


def brackets(text: str) -> Iterator[Slip]:
    """Brackets that nobody opened or closed; smileys and numberings such as “a)” are no brackets."""
    found = [(match.start(), match[0]) for match in _BRACKET.finditer(text)]
    if not found:
        return
    ignored = {match.end() - 1 for pattern in (_SMILE, _NUMBERING) for match in pattern.finditer(text)}
    waiting: list[int] = []
    for place, sign in found:
        if sign not in _PAIRS:
            waiting += [place] if place not in ignored else []
        elif waiting and text[waiting[-1]] == _PAIRS[sign]:
            waiting.pop()
        elif place not in ignored:
            yield Slip(place, place + 1, f"The bracket “{sign}” was never opened.")
    yield from (Slip(place, place + 1, f"The bracket “{text[place]}” is never closed.") for place in waiting)


def quotes(text: str, following: str = "") -> Iterator[Slip]:
    """Quotation marks left open. A quotation that runs on may open every paragraph and close in its last.

    `following` is the next block of text. Single quotes are left alone: they are apostrophes as well.
    """
    for marks in _QUOTES:
        places = [match.start() for match in marks.finditer(text)]
        if len(places) % 2 == 0 or (text[places[-1]] == '"' and _INCHES.search(text)):
            continue
        runs_on = _OPENING.match(following)
        if not (runs_on and marks.match(runs_on[1])):
            last = places[-1]
            yield Slip(last, last + 1, f"The quotation mark {text[last]} has no partner.")


def invisible(text: str) -> Iterator[Slip]:
    """Characters that nobody sees and that break searches, links and other people's systems."""
    for match in _INVISIBLE.finditer(text):
        instead = " " if _LINE_LIKE & set(match[0]) else ""
        yield Slip(match.start(), match.end(), f"An invisible character stands here: {_name(match[0][0])}.", instead)


def bidi(text: str) -> Iterator[Slip]:
    """Controls of the writing direction: needless in left-to-right text; overriding or unbalanced in any other."""
    found = [(match.start(), match[0]) for match in _BIDI.finditer(text)]
    if not found:
        return
    is_right_to_left = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in _BIDI.sub("", text))
    wrong = _unbalanced(found) if is_right_to_left else {place for place, _ in found}
    for place, sign in found:
        if place in wrong or sign in _OVERRIDES:
            yield Slip(place, place + 1, f"A hidden control of the writing direction: {_name(sign)}.", "")


def _unbalanced(found: list[tuple[int, str]]) -> set[int]:
    waiting: list[tuple[int, str]] = []
    wrong: set[int] = set()
    for place, sign in found:
        if sign not in _CLOSES:
            waiting += [(place, sign)] if any(sign in opening for opening in _CLOSES.values()) else []
        elif waiting and waiting[-1][1] in _CLOSES[sign]:
            waiting.pop()
        else:
            wrong.add(place)
    return wrong | {place for place, _ in waiting}


def _name(sign: str) -> str:
    return f"{unicodedata.name(sign, 'control character').lower()}, U+{ord(sign):04X}"
