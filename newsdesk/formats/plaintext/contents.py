"""The lines of one entry: headline, paragraphs, public notices, furniture."""

import re
from typing import NamedTuple

from newsdesk.domain.entry import Notice, NoticeKind
from newsdesk.formats.plaintext.clocks import Clock, read_clock
from newsdesk.formats.plaintext.corrections import is_notice, split_notice, withdrawal_reason
from newsdesk.formats.plaintext.escape import is_ordinary, unescape
from newsdesk.formats.plaintext.furniture import is_furniture
from newsdesk.formats.plaintext.lines import BLANKS, is_blank
from newsdesk.formats.plaintext.settings import Settings
from newsdesk.formats.plaintext.times import time_of

_LONG_HEADLINE = 160
_DATELINE = re.compile(r"[A-Z][A-Z .,'’-]{1,40}\(?[A-Z][A-Za-z ]{1,20}\) ?[-–—] |[A-Z]{3}[A-Z .,'’]{0,40}[–—] ").match
_QUOTATION_MARKS = tuple("\"'“”‘’«»„‹›")


class Numbered(NamedTuple):
    """A text and its line, counted from 0."""

    line: int
    text: str


class Contents(NamedTuple):
    """What an entry says."""

    headline: str = ""
    paragraphs: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    is_withdrawn: bool = False
    furniture: tuple[Numbered, ...] = ()
    escaped: tuple[int, ...] = ()


def read_contents(texts: list[Numbered], *, has_headline: bool, settings: Settings) -> Contents:
    """The contents that lines without blank ones hold, each already without the page's indentation."""
    furniture = tuple(text for text in texts if is_loose_furniture(text.text))
    kept = [text for text in texts if not is_loose_furniture(text.text)] if furniture else texts
    reason = withdrawal_reason(kept[0].text) if len(kept) == 1 else None
    if reason is not None:
        return Contents(notices=(Notice(NoticeKind.WITHDRAWN, reason),), is_withdrawn=True, furniture=furniture)
    title, body = (kept[:1], kept[1:]) if has_headline else ([], kept)
    notices = _trailing_notices(body, settings)
    words = [unescape(text.text) for text in [*title, *body[: len(body) - len(notices)]]]
    escaped = tuple(text.line for text, word in zip(kept, words, strict=False) if word is not text.text)
    return Contents(
        words[0] if title else "", tuple(words[len(title) :]), tuple(notices), furniture=furniture, escaped=escaped
    )


def is_plain_run(lines: list[str]) -> bool:
    """Whether none of the lines needs a closer look."""
    return all(map(is_ordinary, lines))


def is_loose_furniture(line: str) -> bool:
    """Whether a line is furniture and neither escaped nor a notice that ends like a photo's credit."""
    return line[:1] != " " and is_furniture(line.strip(BLANKS)) and not is_notice(line)


def looks_like_body(headline: str) -> bool:
    """Whether it might be a first paragraph rather than a headline."""
    ends_in_stop = headline.endswith(".") and not headline.endswith("..")
    return (
        ends_in_stop
        or len(headline) > _LONG_HEADLINE
        or headline.startswith(_QUOTATION_MARKS)
        or bool(_DATELINE(headline))
    )


def ends_in_two_stops(text: str) -> bool:
    return text.endswith("..") and not text.endswith("...")


def numbered(lines: list[str], first: int) -> list[Numbered]:
    """The lines that are not blank, counted from `first`."""
    return [Numbered(number, line) for number, line in enumerate(lines, first) if not is_blank(line)]


def _trailing_notices(body: list[Numbered], settings: Settings) -> list[Notice]:
    found: list[Notice] = []
    for text in reversed(body):
        if (notice := _notice(text.text, settings)) is None:
            break
        found.append(notice)
    return found[::-1]


def _notice(line: str, settings: Settings) -> Notice | None:
    if (parts := split_notice(line)) is None:
        return None
    kind, stamp, text = parts
    if not stamp:
        return Notice(kind, text)
    clock = read_clock(stamp)
    time = time_of(clock, settings) if isinstance(clock, Clock) and not clock.lead else None
    return Notice(kind, text, time) if time else None
