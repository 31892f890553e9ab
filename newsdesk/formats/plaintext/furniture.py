"""Furniture: lines that a web page put around a live blog and that nobody wrote as part of it."""

import re

_LONGEST = 200
_PAGE = {
    "being updated", "table of contents", "new first", "old first", "new firstold first", "new first old first",
    "new messages", "listen live", "get short url",
}  # fmt: skip
_ENTRY = {"read more"}
_FOLLOW = re.compile(r"follow .{1,80}\bfeed\b.{0,60}", re.IGNORECASE).fullmatch
_CREDIT = re.compile(
    r".{0,160}- Sputnik International(?:, 1920)?(?:, [0-9]{2}\.[0-9]{2}\.[0-9]{4})?"
    r"|© .{1,150}"
    r"|[Pp]hoto(?:graph)? credit: .{1,120}"
).fullmatch
STARTS = frozenset(words[:3] for words in (*_PAGE, *_ENTRY, "follow", "photo"))


def is_furniture(text: str) -> bool:
    """Whether a line, blanks at its ends aside, is furniture."""
    return len(text) <= _LONGEST and (is_of_page(text) or text.casefold() in _ENTRY or bool(_CREDIT(text)))


def is_of_page(text: str) -> bool:
    """Whether it is the page's own, and not a photo's credit or part of an entry."""
    return len(text) <= _LONGEST and (text.casefold() in _PAGE or bool(_FOLLOW(text)))


def may_be_credit(text: str) -> bool:
    """A quick look, for lines, one or many, that don't start like furniture."""
    return "- Sputnik International" in text
