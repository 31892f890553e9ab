"""What there is to say about something that was read: a summary, the notices by line, the entries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from newsdesk.desk.inserting import Understood
from newsdesk.domain.entry import Entry
from newsdesk.ui import words
from newsdesk.ui.words import tr

if TYPE_CHECKING:  # formats are loaded when a file is read, not before
    from newsdesk.desk.importing import ReadNotice, Understanding

_SHOWN = 400  # rows of one kind; nobody reads more before an import
_LINES = 12  # lines that are named for a notice that comes many times


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the sheet: something short at its side, and words. Without a side it heads what follows."""

    side: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """The whole sheet."""

    title: str
    summary: str
    rows: Sequence[Row]


def of_paste(understood: Understood) -> Told:
    """A pasted text."""
    count = len(understood.entries)
    summary = words.entries(count) if count else tr("No time was found in this text, so it makes no entries by itself.")
    heading = tr("Above the first time; left out") if count else tr("The text")
    above = _section(heading, [Row("·", line) for line in understood.above])
    return Told(
        tr("Paste into the blog"), summary, [*_notices(understood.notices), *above, *_entries(understood.entries)]
    )


def of_file(understanding: "Understanding") -> Told:
    """A file that is to be imported."""
    reading = understanding.reading
    blog, paragraphs = reading.blog, len(reading.blog.introduction)
    parts = [words.entries(len(reading.entries))]
    if paragraphs:
        many = tr("{0} paragraphs of introduction").format(paragraphs)
        parts.append(tr("1 paragraph of introduction") if paragraphs == 1 else many)
    if blog.date:
        parts.append(words.long_day(blog.date))
    title = blog.headline or tr("A blog without a headline")
    return Told(title, " · ".join(parts), [*_notices(reading.notices), *_entries(reading.entries)])


def _notices(notices: Sequence["ReadNotice"]) -> list[Row]:
    """What is said alike of many lines is said once, with the first of them."""
    alike: dict[str, list[int]] = {}
    for notice in notices:
        alike.setdefault(notice.message, []).append(notice.line)
    rows = [Row(_side(lines), _said(message, lines)) for message, lines in islice(alike.items(), _SHOWN)]
    return _section(tr("Worth a look"), rows, len(alike))


def _side(lines: Sequence[int]) -> str:
    return tr("Line {0}").format(lines[0]) if len(lines) == 1 else tr("{0} lines").format(len(lines))


def _said(message: str, lines: Sequence[int]) -> str:
    if len(lines) == 1:
        return message
    named, more = ", ".join(map(str, lines[:_LINES])), len(lines) - _LINES
    named = tr("{0} and {1} more").format(named, more) if more > 0 else named
    return tr("{0} (lines {1})").format(message, named)


def _entries(entries: Sequence[Entry]) -> list[Row]:
    rows = [Row(_clock(entry), _name(entry)) for entry in islice(entries, _SHOWN)]
    return _section(tr("Entries"), rows, len(entries))


def _section(heading: str, rows: Iterable[Row], count: int = 0) -> list[Row]:
    shown = list(rows)
    if not shown:
        return []
    more = [Row("…", tr("and {0} more").format(count - len(shown)))] if count > len(shown) else []
    return [Row("", heading), *shown, *more]


def _clock(entry: Entry) -> str:
    local = entry.time.local
    return f"{words.short_day(local.date())}, {local:%H:%M}"


def _name(entry: Entry) -> str:
    """The headline, or the first words; and how much follows, so that a time taken for text is noticed."""
    first = next((block.text for block in entry.body if block.text), "")
    name, more = entry.headline or first[:200] or tr("No headline yet"), len(entry.body) - (not entry.headline)
    if more <= 0:
        return name
    return tr("{0} · 1 paragraph").format(name) if more == 1 else tr("{0} · {1} paragraphs").format(name, more)
