"""What replacing would do to an entry, as a row of the preview."""

from newsdesk.domain.entry import Entry
from newsdesk.domain.finding import Wanted, places
from newsdesk.ui.two_lines import Item
from newsdesk.ui.words import tr

_AROUND = 40  # characters before the place
_NO_MARKS: tuple[tuple[int, int], ...] = ()


def row_of(old: Entry, new: Entry, wanted: Wanted, by: str) -> Item:
    """The headline, and the first place in the text with what goes and what comes."""
    count = sum(1 for text in _texts(old) for _ in places(text, wanted))
    shown, marks = "", _NO_MARKS
    for text in (block.text for block in old.body):
        if found := next(places(text, wanted), None):
            shown, marks = _around(text, *found, by)
            break
    upper, upper_marks = new.headline or tr("No headline yet"), _NO_MARKS
    if found := next(places(old.headline, wanted), None):
        upper, upper_marks = _change(old.headline, *found, by)
    return Item((old, new), upper, shown, tr("{0} ×").format(count), upper_marks, marks)


def count_of(pairs: list[tuple[Entry, Entry]], wanted: Wanted) -> int:
    """How many places there are in all."""
    return sum(1 for old, _ in pairs for text in _texts(old) for _ in places(text, wanted))


def _texts(entry: Entry) -> list[str]:
    return [entry.headline, *(block.text for block in entry.body)]


def _around(text: str, start: int, end: int, by: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    first = max(0, start - _AROUND)
    lead = "…" if first else ""
    changed, marks = _change(text[first:], start - first, end - first, by)
    return lead + changed, tuple((a + len(lead), b + len(lead)) for a, b in marks)


def _change(text: str, start: int, end: int, by: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """`said → says`, with what comes marked."""
    lead = f"{text[:end]} → "
    return f"{lead}{by}{text[end:]}", ((len(lead), len(lead) + len(by)),)
