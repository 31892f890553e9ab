"""What the reader says about a text: a code, a line and a sentence each."""

from typing import NamedTuple


class ReadNotice(NamedTuple):
    """Something in a text that was accepted and not taken for granted. Lines count from 1."""

    code: str
    line: int
    message: str


MESSAGES = {
    "CRAWL-PREFIX": "The archive's prefix gives the blog its date; it is no part of the headline.",
    "NO-BLOG-HEADLINE": "The text has no headline of its own.",
    "TS-SPACE": "The stamp has unusual blanks or a bullet; they are kept.",
    "TS-FORM": "The stamp is written in another form than 05:41 GMT 06.01.2022; it is kept as it is.",
    "TS-ZONE-NAME": "The newsroom has not said which zone {} is: the time stays as written and is unresolved.",
    "TS-NOZONE": "The stamp names no zone; {} is assumed.",
    "TS-NODATE": "The stamp has no date; {} is inferred from the page and the order of the stamps.",
    "TS-INVALID": "There is no such time or date, so the line is text.",
    "TS-PAGE-CLOCK": "This is the page's own clock, not an entry.",
    "TS-IN-INTRO": "This stamp stands above the page's own lines, so it is the page's clock and not an entry.",
    "EMPTY-ENTRY": "The entry has nothing but its stamp.",
    "NO-HEADLINE": "The entry has no headline.",
    "HEADLINE-LIKE-BODY": "The headline looks like a paragraph; it is the headline because it stands first.",
    "FURNITURE": "The line belongs to the page and not to the blog; it is kept apart.",
    "BLANK-STYLE": "Blank lines are kept as the style of the file; they make no paragraphs.",
    "ORDER": "The entry is newer than the one above it; the order of the file is kept.",
    "DUP-MINUTE": "Another entry has the same minute.",
    "ENCODING": "The file is {}, and is written back so.",
    "ESCAPE": "The first space says that the line is text; it is taken away.",
    "DOUBLE-STOP": "The line ends in two full stops; they are kept.",
}


def remark(code: str, line: int, *words: str) -> ReadNotice:
    """A notice on a line, which is given as counted from 0."""
    return ReadNotice(code, line + 1, MESSAGES[code].format(*words))
