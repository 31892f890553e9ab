"""What plain text can't carry stays in the store; the export says so."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import Body, Kind
from newsdesk.formats.plaintext.lines import is_blank, one_line


class WriteNotice(NamedTuple):
    """Something about a written file that its reader can't see in it."""

    code: str
    message: str


_WORDS = {
    "STATE": "the state of",
    "BYLINE": "the bylines of",
    "FORMATTING": "the formatting of",
    "KEY": "the mark as key event of",
    "PIN": "the pin of",
    "LABEL": "the labels of",
}


def left_out(blog: Blog, entries: Sequence[Entry], *, lacking: str = "") -> tuple[WriteNotice, ...]:
    """The notices of an export; `lacking` is the file's encoding if it lacked a character."""
    counts = Counter(code for entry in entries for code in _left_out_of(entry))
    found = [code for code in _WORDS if counts[code]]
    notices = [WriteNotice(code, f"Left out: {_WORDS[code]} {_entries(counts[code])}.") for code in found]
    if counts["EMPTY-PARAGRAPH"] or _has_empty(blog.introduction):
        notices.append(WriteNotice("EMPTY-PARAGRAPH", "Paragraphs without words were left out."))
    if lacking:
        message = f"{lacking.upper()} lacks a character of the text: the file is now UTF-8."
        notices.append(WriteNotice("ENCODING", message))
    return tuple(notices)


def _left_out_of(entry: Entry) -> Iterator[str]:
    if entry.state is State.DRAFT or entry.state is State.READY:
        yield "STATE"
    if entry.bylines:
        yield "BYLINE"
    if entry.is_key:
        yield "KEY"
    if entry.is_pinned:
        yield "PIN"
    if entry.labels:
        yield "LABEL"
    if entry.body:
        if _is_formatted(entry.body):
            yield "FORMATTING"
        if _has_empty(entry.body):
            yield "EMPTY-PARAGRAPH"


def _is_formatted(body: Body) -> bool:
    return any(
        block.kind in (Kind.SUBHEAD, Kind.QUOTE) or any(span.strong or span.em or span.link for span in block.spans)
        for block in body
    )


def _has_empty(body: Body) -> bool:
    return any(is_blank(line) for block in body if block.kind is Kind.PARAGRAPH for line in one_line(block.text))


def _entries(count: int) -> str:
    return "one entry" if count == 1 else f"{count:,} entries"
