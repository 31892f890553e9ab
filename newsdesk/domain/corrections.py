"""The words of a correction, drafted from what changed: what was said, and what should have been."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdesk.domain.difference import Piece, Side, by_word, readable
from newsdesk.domain.entry import Entry
from newsdesk.domain.newsroom import SUBSTANCE

_BESIDE = 3  # words quoted on either side of what changed
_LONGEST = 240  # characters of a quotation


class Said(NamedTuple):
    """The changed stretch of a text before and after, each with a few words around it; empty if there was nothing."""

    before: str
    after: str


def proposed(before: Entry, after: Entry) -> str:
    """A correction for readers, to be edited; empty if nothing of substance differs."""
    return " ".join(_sentences(before, after))


def changed_texts(before: Entry, after: Entry) -> Said:
    """All of an entry's substance that differs, before and after, one line a piece: for the ledger."""
    names = [name for name in SUBSTANCE if getattr(before, name) != getattr(after, name)]
    return Said(*("\n".join(filter(None, (_text(entry, name) for name in names))) for entry in (before, after)))


def said(before: str, after: str) -> Said:
    """What a reader must be told of a change: the stretch from its first to its last word."""
    pieces = by_word(before, after)
    places = [place for place, piece in enumerate(pieces) if piece.side is not Side.KEPT]
    if not places:
        return Said("", "")
    first, last = places[0], places[-1]
    lead = _last_words(pieces[first - 1].text) if first else ""
    tail = _first_words(pieces[last + 1].text) if last + 1 < len(pieces) else ""
    inside = pieces[first : last + 1]
    return Said(*(_quotable(lead, _of(inside, side), tail) for side in (Side.REMOVED, Side.ADDED)))


def _sentences(before: Entry, after: Entry) -> Iterator[str]:
    if before.time != after.time:
        yield f"This entry was first shown at {before.time}. It should have been {after.time}."
    if before.headline != after.headline:
        yield _sentence("An earlier headline", said(before.headline, after.headline))
    old, new = readable(before.body), readable(after.body)
    if old != new:
        yield _sentence("An earlier version of this entry", said(old, new))
    if before.bylines != after.bylines:
        yield _bylines(before.bylines, after.bylines)


def _sentence(who: str, what: Said) -> str:
    if what.before and what.after:
        return f"{who} said “{what.before}”. It should have said “{what.after}”."
    return f"{who} said “{what.before}”. That was wrong." if what.before else f"{who} left out: “{what.after}”."


def _bylines(before: Sequence[str], after: Sequence[str]) -> str:
    right = f"It is by {' and '.join(after)}." if after else "That was wrong."
    return f"An earlier version gave {' and '.join(before) or 'nobody'} as its author. {right}"


def _of(pieces: Sequence[Piece], side: Side) -> str:
    return "".join(piece.text for piece in pieces if piece.side in (side, Side.KEPT))


def _quotable(lead: str, core: str, tail: str) -> str:
    """One line, not too long."""
    line = " ".join(f"{lead}{core}{tail}".split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0] + " …"


def _last_words(text: str) -> str:
    line = text.rpartition("\n")[2]
    blank = line[len(line.rstrip()) :]
    return " ".join(line.split()[-_BESIDE:]) + blank


def _first_words(text: str) -> str:
    line = text.partition("\n")[0]
    blank = line[: len(line) - len(line.lstrip())]
    words = " ".join(line.split()[:_BESIDE])
    return blank + words.rstrip(".,;:")


def _text(entry: Entry, name: str) -> str:
    if name == "body":
        return readable(entry.body)
    return ", ".join(entry.bylines) if name == "bylines" else str(getattr(entry, name))
