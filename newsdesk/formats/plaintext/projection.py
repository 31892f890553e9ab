"""The written projection: what of a blog plain text carries, and how each kind of block becomes lines.

Paragraphs, subheads and quotes are lines as they are. A list item is `- words` or `1. words`, two
spaces further in for each level. An image is `[Image: caption (credit)]`, with the alternative text
where it has no caption. An embed is its words, then its address. A break starts a new line, which
reads as a new paragraph. Lines in which nothing can be seen are left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.markup import Block, Body, Kind
from newsdesk.domain.stamp import ShownTime
from newsdesk.formats.plaintext.clocks import Clock, is_clock, read_clock
from newsdesk.formats.plaintext.corrections import notice_line, shown_notices, withdrawal_reason
from newsdesk.formats.plaintext.lines import BLANKS, is_blank, one_line
from newsdesk.formats.plaintext.scan import Passage, Scan


@dataclass(frozen=True, slots=True)
class PlainEntry:
    """An entry as plain text can say it; the notices are whole lines."""

    stamp: str
    headline: str
    paragraphs: tuple[str, ...]
    notices: tuple[str, ...] = ()

    @property
    def is_withdrawn(self) -> bool:
        return bool(self.notices) and withdrawal_reason(self.notices[0]) is not None

    @property
    def is_titled(self) -> bool:
        """Whether its first line stands in the headline's place, as a withdrawn entry's only line does."""
        return bool(self.headline) or self.is_withdrawn

    @property
    def is_empty(self) -> bool:
        return not (self.headline or self.paragraphs or self.notices)


@dataclass(frozen=True, slots=True)
class Plain:
    """A blog as plain text can say it; the date only where the file has the archive's prefix."""

    headline: str
    date: date | None
    introduction: tuple[str, ...]
    entries: tuple[PlainEntry, ...]


def plain(blog: Blog, entries: Iterable[Entry]) -> Plain:
    """The written projection of a blog. Reading what was written gives the same projection again."""
    day = blog.date if blog.layout.has_prefix else None
    head = Plain(plain_line(blog.headline), day, lines_of(blog.introduction), tuple(map(plain_entry, entries)))
    return head if head.entries else _without_entries(head)


def plain_read(found: Scan) -> Plain:
    """The projection of what a text says."""
    head = found.head
    entries = tuple(map(_plain_passage, found.passages))
    read = Plain(plain_line(head.headline), head.date, head.introduction, entries)
    return read if entries else _without_entries(read)


def plain_entry(entry: Entry) -> PlainEntry:
    """The projection of one entry; a withdrawn one says nothing but that."""
    stamp = written_stamp(entry.time)
    if entry.state is State.WITHDRAWN:
        return PlainEntry(stamp, "", (), (_withdrawal(entry),))
    notices = tuple(map(_notice_line, shown_notices(entry))) if entry.notices else ()
    return PlainEntry(stamp, plain_line(entry.headline), lines_of(entry.body), notices)


def plain_line(text: str) -> str:
    """A headline: one line, empty if nothing can be seen in it."""
    if "\n" in text or "\r" in text:
        text = " ".join(one_line(text))
    return "" if is_blank(text) else text


def lines_of(body: Body) -> tuple[str, ...]:
    """The lines that a body is written as."""
    return tuple(line for lines in lines_by_block(body) for line in lines)


def lines_by_block(body: Body) -> Iterator[list[str]]:
    """The lines of each block; there may be none."""
    numbers: list[int] = []
    for block in body:
        if block.kind is not Kind.ITEM:
            numbers = []
        yield [line for line in one_line(_words(block, numbers)) if not is_blank(line)]


def written_stamp(time: ShownTime) -> str:
    """The stamp of a time; in GMT where the format has no way to write its zone."""
    stamp = str(time)
    if time.zone != "GMT" and not _is_readable(stamp):
        return str(ShownTime(time.sortable, "GMT"))
    return stamp


def _plain_passage(passage: Passage) -> PlainEntry:
    contents = passage.contents
    if contents.is_withdrawn:
        notices: tuple[str, ...] = (f"WITHDRAWN: {contents.notices[0].text}",)
    else:
        notices = tuple(map(_notice_line, contents.notices))
    return PlainEntry(written_stamp(passage.time), plain_line(contents.headline), contents.paragraphs, notices)


def _is_readable(stamp: str) -> bool:
    return isinstance(read_clock(stamp), Clock)


def _words(block: Block, numbers: list[int]) -> str:
    if block.kind is Kind.ITEM:
        return _mark(block, numbers) + block.text
    if block.kind is Kind.IMAGE:
        return _image(block)
    if block.kind is Kind.EMBED:
        return " ".join(part for part in (block.text, block.url) if part)
    return block.text


def _mark(item: Block, numbers: list[int]) -> str:
    """The mark before a list item, counting in `numbers`, one for each level."""
    del numbers[item.level + 1 :]
    numbers.extend([0] * (item.level + 1 - len(numbers)))
    numbers[item.level] = numbers[item.level] + 1 if item.ordered else 0
    return "  " * item.level + (f"{numbers[item.level]}. " if item.ordered else "- ")


def _image(image: Block) -> str:
    credit = f"({image.credit})" if image.credit else ""
    words = " ".join(part for part in (image.text or image.alt, credit) if part)
    return f"[Image: {words}]" if words else ""


def _withdrawal(entry: Entry) -> str:
    reasons = [notice.text for notice in entry.notices if notice.kind is NoticeKind.WITHDRAWN]
    return f"WITHDRAWN: {' '.join(one_line(reasons[-1])) if reasons else ''}"


def _notice_line(notice: Notice) -> str:
    return notice_line(notice.kind, written_stamp(notice.time) if notice.time else "", notice.text)


def _without_entries(head: Plain) -> Plain:
    """Where no entry stands at column 1, indented stamps would be entries: the indentation goes."""
    return replace(
        head,
        headline=_outdented(head.headline),
        introduction=tuple(map(_outdented, head.introduction)),
    )


def _outdented(line: str) -> str:
    text = line.strip(BLANKS)
    return line.lstrip(BLANKS) if text != line and is_clock(text) else line
