"""An entry in words: what a screen reader says, and the first words of its text."""

from datetime import UTC, datetime

from newsdesk.domain.entry import Entry, NoticeKind
from newsdesk.domain.markup import texts
from newsdesk.domain.stamp import ShownTime
from newsdesk.ui import words
from newsdesk.ui.words import tr

_LONGEST = 240
_MARKS = {
    "out-of-order": "Stands out of time order",
    "same-minute": "The entry beside it has the same minute",
    "corrected": "Corrected",
    "pin-full": "Pinned",
    "key-event-full": "Key event",
}


def first_words(entry: Entry) -> str:
    """The beginning of the body in one line."""
    text = ""
    for paragraph in texts(entry.body):
        text = f"{text} {paragraph}" if text else paragraph
        if len(text) > _LONGEST:
            break
    return " ".join(text[:_LONGEST].split())


def is_corrected(entry: Entry) -> bool:
    """Whether readers are told of a correction."""
    return any(notice.kind in (NoticeKind.CORRECTION, NoticeKind.CLARIFICATION) for notice in entry.notices)


def is_held(entry: Entry | None) -> bool:
    """Whether an embargo keeps it from readers now."""
    return entry is not None and entry.embargo is not None and entry.embargo > datetime.now(UTC)


def of_mark(mark: str, entry: Entry) -> str:
    """What a mark in the list means."""
    if mark == "state":
        return words.state(entry.state)
    if mark == "embargo" and entry.embargo is not None:
        return tr("Under embargo until {0}").format(ShownTime(entry.embargo, entry.time.zone))
    return tr(_MARKS[mark])


def name(entry: Entry) -> str:
    """The headline, or the first words of an entry that has none."""
    return entry.headline or first_words(entry) or tr("No headline yet")


def row(entry: Entry, row: int, count: int, *marks: str) -> str:
    """05:09, Troops leave…, published, key event, 2 of 14."""
    parts = [entry.time.local.strftime("%H:%M"), name(entry), words.state(entry.state).lower()]
    if entry.is_key:
        parts.append(tr("key event"))
    if entry.is_pinned:
        parts.append(tr("pinned"))
    if is_held(entry):
        parts.append(tr("under embargo"))
    if is_corrected(entry):
        parts.append(tr("corrected"))
    parts += marks
    parts.append(tr("{0} of {1}").format(row + 1, count))
    return ", ".join(parts)
