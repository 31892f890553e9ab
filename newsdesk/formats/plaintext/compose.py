"""Lines for a projection: the canonical form NL/1, in a file's own blank lines and line ends."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from newsdesk.domain.blog import Blog, Layout
from newsdesk.domain.entry import Entry
from newsdesk.formats.plaintext.escape import escape, escape_headline
from newsdesk.formats.plaintext.lines import one_line
from newsdesk.formats.plaintext.projection import Plain, PlainEntry, plain
from newsdesk.formats.plaintext.style import written_after_stamp


class Style(NamedTuple):
    """How blocks are written: blank lines after a stamp and between paragraphs, indentation, line end."""

    after_stamp: int
    between: int
    line_end: str
    lead: str = ""  # of stamps
    indent: str = ""  # of the other lines


def frame(blog: Blog, entries: Sequence[Entry]) -> tuple[str, list[str]]:
    """The block of the head, and what stands behind each block, of the head and of the entries."""
    layout = blog.layout
    head = head_block(plain(blog, entries[:1]), Style(0, layout.blank_lines[1], layout.line_end))
    return head, _gaps(layout, entries, head)


def _gaps(layout: Layout, entries: Sequence[Entry], head: str) -> list[str]:
    """The last is the end of the file."""
    usual = layout.line_end * (1 + layout.blank_lines[2])
    unusual = {(above, below): gap for above, below, gap in layout.gaps}
    first = layout.head_gap if layout.head_gap is not None and _fits(layout.head_gap, head) else usual
    between = [usual] * (len(entries) - 1)
    if unusual:
        between = [unusual.get(pair, usual) for pair in pairwise([entry.id for entry in entries])]
    tail = layout.tail if _fits(layout.tail, entries or head) else ""
    return [first, *between, tail] if entries else [tail]


def _fits(gap: str, above: object) -> bool:
    """What follows words starts with a line end, or is the end itself."""
    return gap.startswith(("\n", "\r")) or not above


def joined(blocks: Sequence[str], gaps: Sequence[str]) -> str:
    """The text of blocks, each followed by its gap."""
    return "".join(chain.from_iterable(zip(blocks, gaps, strict=True)))


def canonical_style(entries: Iterable[PlainEntry], layout: Layout, head: str, gaps: Sequence[str]) -> Style:
    """The style of the file in NL/1, such that a reader finds it again."""
    between_entries = [len(one_line(gap)) - 2 for gap in set(gaps[0 if head else 1 : -1])]
    are_titled = (entry.is_titled for entry in entries if not entry.is_empty)
    after_stamp = written_after_stamp(layout.blank_lines[0], are_titled, min(between_entries, default=0))
    return Style(after_stamp, layout.blank_lines[1], layout.line_end)


def head_block(plain: Plain, style: Style) -> str:
    """Prefix, headline and introduction."""
    prefix = f" date {plain.date.isoformat()} " if plain.date else ""
    indent = "" if prefix else style.indent
    headline = indent + escape_headline(plain.headline) if plain.headline else ""
    return _paragraphs([prefix + headline, *_indented(plain.introduction, style)], style)


def entry_block(entry: PlainEntry, style: Style) -> str:
    """A stamp and what stands beneath it; an empty line in the place of a missing headline."""
    stamp = style.lead + entry.stamp
    if entry.is_empty:
        return stamp
    if not style.indent and entry.is_titled and not entry.notices:
        lines = [escape(entry.headline), *map(escape, entry.paragraphs)]
    else:
        lines = [*_indented([*([entry.headline] if entry.headline else []), *entry.paragraphs], style)]
        lines += [style.indent + notice for notice in entry.notices]
    missing = not entry.is_titled
    return stamp + style.line_end * (1 + style.after_stamp + missing) + _paragraphs(lines, style)


def _indented(lines: Iterable[str], style: Style) -> Iterable[str]:
    return (style.indent + escape(line) for line in lines)


def _paragraphs(lines: list[str], style: Style) -> str:
    return (style.line_end * (1 + style.between)).join(lines)
