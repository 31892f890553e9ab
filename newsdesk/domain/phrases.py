"""What a writer would call one thing: steps of typing are joined to words and phrases when they are undone.

Only two neighbours are looked at, so that undo and redo stop at the same places, also after a restart.
"""

import re
from datetime import timedelta
from typing import NamedTuple

from newsdesk.domain.edit import BOOKKEEPING
from newsdesk.domain.revision import Change, Revision

TYPING = "Typing"
HEADLINE = "Edit headline"
_BREATH = timedelta(seconds=2)  # a longer one between two words begins another phrase
PUNCTUATION = ".,:;!?…—–。，、！？"
_ENDS_PHRASE = re.compile(f"[{PUNCTUATION}\n]").search
_TAG = re.compile(r"<[^>]*>")
_FIELDS = {TYPING: "body", HEADLINE: "headline"}


class _Stroke(NamedTuple):
    """What a step of typing did to a text: at a place, some characters gone and some come."""

    place: int
    gone: str
    come: str


def is_typing(title: str) -> bool:
    """Whether a revision of this title may be one of several steps."""
    return title in _FIELDS


def are_one(earlier: Revision, later: Revision) -> bool:
    """Whether two steps, the one made right after the other, are taken back together."""
    if not earlier.visit or (earlier.visit, earlier.title) != (later.visit, later.title):
        return False
    first, second = _stroke(earlier), _stroke(later)
    if first is None or second is None:
        return False
    is_fluent = later.at - earlier.at < _BREATH
    if second.come and not second.gone:
        goes_on = bool(first.come) and second.place == first.place + len(first.come)
        return goes_on and (_is_inside_word(first, second) or (is_fluent and not _is_boundary(first, second)))
    is_deleted_on = first.place in (second.place, second.place + len(second.gone))
    return is_fluent and is_deleted_on and not first.come and not second.come


def _is_inside_word(first: _Stroke, second: _Stroke) -> bool:
    return first.come[-1].isalnum() and second.come[0].isalnum()


def _is_boundary(first: _Stroke, second: _Stroke) -> bool:
    return second.come[0] == "\n" or bool(_ENDS_PHRASE(first.come))


def _stroke(step: Revision) -> _Stroke | None:
    """None where it was no typing in one text."""
    field = _FIELDS.get(step.title)
    if field is None or len(step.changes) != 1:
        return None
    before, after = _text(step.changes[0], field)
    if before is None or after is None or before == after:
        return None
    start = _shared(before, after)
    longest = min(len(before), len(after)) - start
    end = _shared(before[::-1][:longest], after[::-1][:longest])
    return _Stroke(start, before[start : len(before) - end], after[start : len(after) - end])


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _text(change: Change, field: str) -> tuple[str | None, str | None]:
    sides = (change.before or {}, change.after or {})
    if any(set(side) - BOOKKEEPING != {field} for side in sides):
        return None, None
    before, after = (str(side[field]) for side in sides)
    return (_plain(before), _plain(after)) if field == "body" else (before, after)


def _plain(html: str) -> str:
    """The words of a body, a line for each block."""
    return _TAG.sub("", html.replace("<li>", "\n"))
