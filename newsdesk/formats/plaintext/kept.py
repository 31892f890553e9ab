"""Kept bytes: an entry that a reader still finds in the lines it was read from is written as those lines.

Whether he does depends on the place: on the file's other stamps, its blank lines, the day above. So the
text is read again, and what would be misread is written anew; if nothing else helps, all of it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from newsdesk.domain.blog import Blog, Layout
from newsdesk.formats.plaintext.clocks import is_at_column_1
from newsdesk.formats.plaintext.compose import Style, entry_block, head_block, joined
from newsdesk.formats.plaintext.lines import one_line
from newsdesk.formats.plaintext.outdated import is_outdated
from newsdesk.formats.plaintext.projection import Plain, PlainEntry, plain_read
from newsdesk.formats.plaintext.scan import scan
from newsdesk.formats.plaintext.settings import Settings

_MOST_ROUNDS = 6  # one finds what was changed, the next what that changes for entries below


class Draft(NamedTuple):
    """A file in NL/1: what it says, its blocks (the head first), what stands behind each, and the kept lines."""

    wanted: Plain
    blocks: list[str]
    gaps: list[str]
    sources: list[str | None]

    def needs_no_kept_lines(self, settings: Settings) -> bool:
        """Whether they are the same anyhow, or say something else by now."""
        rows = enumerate(zip(self.sources, self.blocks, strict=True))
        return all(
            source is None or source == block or is_outdated(source, self.wanted, place, settings)
            for place, (source, block) in rows
        )


def blocks_of(draft: Draft, blog: Blog, zones: Mapping[str, str]) -> list[str]:
    """The blocks of head and entries, as many as can be in the lines they were read from."""
    settings = Settings(zones, blog.zone, blog.created.date(), blog.layout.page_stamp_is_entry)
    return draft.blocks if draft.needs_no_kept_lines(settings) else _with_kept_lines(draft, blog.layout, settings)


def _with_kept_lines(draft: Draft, layout: Layout, settings: Settings) -> list[str]:
    wanted, canonical, gaps, sources = draft
    style = Style(layout.blank_lines[0], layout.blank_lines[1], layout.line_end, layout.stamp_lead, layout.indent)
    forms = [_forms(wanted, place, source, style) for place, source in enumerate(sources)]
    blocks = [form.pop(0) for form in forms]
    for _ in range(_MOST_ROUNDS):
        misread = _misread(wanted, blocks, gaps, settings)
        if not misread:
            return blocks
        again = [place for place in misread if forms[place]]
        if not again:
            break
        for place in again:
            blocks[place] = forms[place].pop(0)
    return canonical


def _forms(wanted: Plain, place: int, source: str | None, style: Style) -> list[str]:
    """The forms a block may have, the best first: as it was read; under the stamp as it was read; written anew."""
    if not place:
        new = head_block(wanted, style)
        return [new] if source is None else [source, new]
    entry = wanted.entries[place - 1]
    new = entry_block(entry, style)
    if source is None:
        return [new]
    stamp = one_line(source)[0]
    if is_at_column_1(stamp):
        return [source, new]
    return [source, entry_block(replace(entry, stamp=stamp), style._replace(lead="")), new]


def _misread(wanted: Plain, blocks: Sequence[str], gaps: Sequence[str], settings: Settings) -> list[int]:
    """The places of the blocks, the head being 0, that a reader would not read as wanted."""
    found = scan(joined(blocks, gaps), settings)
    read = plain_read(found)
    ends = list(accumulate(len(part) for pair in zip(blocks, gaps, strict=True) for part in pair))[::2]
    at: dict[tuple[int, int], PlainEntry] = {
        (passage.start, passage.end): entry for passage, entry in zip(found.passages, read.entries, strict=True)
    }
    misread = [
        place
        for place, (entry, end) in enumerate(zip(wanted.entries, ends[1:], strict=True), 1)
        if at.get((end - len(blocks[place]), end)) != entry
    ]
    is_head_right = found.head_end == ends[0] and _head(read) == _head(wanted)
    is_all = len(found.passages) == len(wanted.entries)
    return misread if is_head_right and (is_all or misread) else [0, *misread]


def _head(plain: Plain) -> tuple[object, ...]:
    return plain.headline, plain.date, plain.introduction
