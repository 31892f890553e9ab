"""What stands above the first entry: the archive's prefix, the headline, the introduction, furniture."""

import re
from datetime import date
from typing import NamedTuple

from newsdesk.formats.plaintext.contents import Numbered, is_loose_furniture, numbered
from newsdesk.formats.plaintext.escape import unescape, unescape_headline
from newsdesk.formats.plaintext.indent import outdented
from newsdesk.formats.plaintext.lines import is_blank

_PREFIX = re.compile(" date ([0-9]{4}-[0-9]{2}-[0-9]{2}) ").match
_MARKED = re.compile(r"live(?: updates?| blog)?:", re.IGNORECASE).match


class Head(NamedTuple):
    """The head of a text."""

    headline: str
    date: date | None
    has_prefix: bool
    introduction: tuple[str, ...]
    furniture: tuple[Numbered, ...]
    escaped: tuple[int, ...]


def read_head(lines: list[str], *, indent: str = "", page_clock: int | None = None) -> Head:
    """The head that the lines above the first entry hold. An empty first line is an empty headline."""
    day, rest = split_prefix(lines[0]) if lines else (None, "")
    texts = [Numbered(line, outdented(text, indent) if indent else text) for line, text in numbered(lines, 0)]
    if day:
        texts = [Numbered(0, rest), *texts[1:]] if not is_blank(rest) else texts[1:]
    has_headline = bool(lines) and not is_blank(rest) and page_clock != 0
    place = _place_of_headline(texts, is_prefixed=day is not None) if has_headline else None
    above = texts[:place] if place else []
    below = texts if place is None else texts[place + 1 :]
    furniture = [text for text in below if text.line == page_clock or is_loose_furniture(text.text)]
    apart = {text.line for text in furniture}
    written = [text for text in below if text.line not in apart]
    introduction = [unescape(text.text) for text in written]
    headline = "" if place is None else unescape_headline(texts[place].text)
    escaped = [text.line for text, words in zip(written, introduction, strict=True) if words is not text.text]
    if place is not None and headline is not texts[place].text:
        escaped.insert(0, texts[place].line)
    return Head(headline, day, day is not None, tuple(introduction), (*above, *furniture), tuple(escaped))


def split_prefix(line: str) -> tuple[date | None, str]:
    """The date in the archive's prefix, and the line without it."""
    if not (match := _PREFIX(line)):
        return None, line
    try:
        return date.fromisoformat(match[1]), line[match.end() :]
    except ValueError:
        return None, line


def _place_of_headline(texts: list[Numbered], *, is_prefixed: bool) -> int | None:
    """The first line; but where that is furniture, the page's lines stand above the headline.

    Then it is the line that says so (“Live updates: …”), or else the first that is no furniture.
    """
    if is_prefixed or not is_loose_furniture(texts[0].text):
        return 0
    loose = [place for place, text in enumerate(texts) if not is_loose_furniture(text.text)]
    return next((place for place in loose if _MARKED(texts[place].text)), loose[0] if loose else None)
