"""From a blog and its entries to the bytes of its file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import Literal

from newsdesk.domain.blog import Blog
from newsdesk.domain.bulk import collecting_later
from newsdesk.domain.entry import Entry
from newsdesk.formats.plaintext.compose import canonical_style, entry_block, frame, joined
from newsdesk.formats.plaintext.decoding import encode
from newsdesk.formats.plaintext.kept import Draft, blocks_of
from newsdesk.formats.plaintext.leftout import WriteNotice, left_out
from newsdesk.formats.plaintext.many import entry_blocks
from newsdesk.formats.plaintext.projection import plain, plain_entry
from newsdesk.formats.runs import said

Order = Literal["arranged", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file, and what they could not say."""

    data: bytes
    encoding: str  # the file's own, or UTF-8 where that lacks a character
    notices: tuple[WriteNotice, ...]


def write(
    blog: Blog,
    entries: Iterable[Entry],
    *,
    order: Order = "arranged",
    zones: Mapping[str, str] = MappingProxyType({}),
) -> Written:
    """The file of a blog whose entries come as arranged; `zones` is the map that a reader would have.

    An entry is written as it was read where a reader finds the entry as it is in it; else in NL/1.
    """
    arranged = in_order(entries, order)
    with collecting_later():
        text, closer = _text(blog, arranged, zones)
    data, encoding = _encoded(text, blog.layout.encoding, blog.layout.has_bom)
    lacking = blog.layout.encoding if encoding != blog.layout.encoding else ""
    return Written(data, encoding, left_out(blog, closer, lacking=lacking))


def write_text(blog: Blog, entries: Sequence[Entry], *, zones: Mapping[str, str] = MappingProxyType({})) -> str:
    """The text of the file, not yet encoded."""
    return _text(blog, entries, zones)[0]


def _text(blog: Blog, entries: Sequence[Entry], zones: Mapping[str, str]) -> tuple[str, list[Entry]]:
    """The text, and the entries of which it may not say all."""
    head, gaps = frame(blog, entries)
    style = canonical_style(map(plain_entry, entries), blog.layout, head, gaps)
    closer: list[Entry] = []

    def one(entry: Entry) -> str:
        closer.append(entry)
        return entry_block(plain_entry(entry), style)

    blocks = [head, *chain.from_iterable(said(entries, lambda run: entry_blocks(run, style), one))]
    sources = [blog.source, *(entry.source for entry in entries)]
    if any(source not in (None, block) for source, block in zip(sources, blocks, strict=True)):
        blocks = blocks_of(Draft(plain(blog, entries), blocks, gaps, sources), blog, zones)
    return joined(blocks, gaps), closer


def in_order(entries: Iterable[Entry], order: Order) -> list[Entry]:
    """The entries in the order of an export; of two in one minute the arrangement decides."""
    arranged = list(entries)
    if order == "arranged":
        return arranged
    return sorted(arranged, key=lambda entry: entry.time.sortable, reverse=order == "newest")


def _encoded(text: str, encoding: str, has_bom: bool) -> tuple[bytes, str]:
    """The bytes and their encoding: UTF-8 if the one asked for lacks a character."""
    try:
        return encode(text, encoding, has_bom=has_bom or _starts_with_mark(text, encoding)), encoding
    except UnicodeEncodeError:
        return encode(text, "utf-8", has_bom=_starts_with_mark(text, "utf-8")), "utf-8"


def _starts_with_mark(text: str, encoding: str) -> bool:
    """A text that starts with U+FEFF needs a mark before it, or it would be taken for one."""
    return encoding.startswith("utf-") and text.startswith("\ufeff")
