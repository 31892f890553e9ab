"""What an edited text changes in an entry of ours: its words and its time, and nothing that text can't carry."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from newsdesk.domain.entry import Entry, NoticeKind, State
from newsdesk.domain.markup import Body, paragraphs
from newsdesk.formats.plaintext.projection import lines_by_block, lines_of, plain_entry


def taken_over(ours: Entry, theirs: Entry) -> Entry:
    """Our entry as the returned text has it; the very same one if the text says the same.

    Paragraphs whose words came back unchanged keep their formatting. What was withdrawn stays withdrawn.
    """
    before, after = plain_entry(ours), plain_entry(theirs)
    if before == after or ours.state is State.WITHDRAWN:
        return ours
    time = ours.time if before.stamp == after.stamp else theirs.time
    if theirs.state is State.WITHDRAWN:
        earlier = tuple(notice for notice in ours.notices if notice.kind is not NoticeKind.WITHDRAWN)
        return replace(ours, time=time, state=State.WITHDRAWN, notices=(*earlier, *theirs.notices), source=None)
    hidden = tuple(notice for notice in ours.notices if notice.kind in (NoticeKind.REFILE, NoticeKind.WITHDRAWN))
    return replace(
        ours,
        time=time,
        headline=ours.headline if before.headline == after.headline else theirs.headline,
        body=_body(ours.body, after.paragraphs),
        notices=ours.notices if before.notices == after.notices else (*hidden, *theirs.notices),
        source=None,
    )


def _body(ours: Body, wanted: tuple[str, ...]) -> Body:
    if lines_of(ours) == wanted:
        return ours
    by_block = list(lines_by_block(ours))
    first_lines = _first_lines(by_block)
    mine = [line for lines in by_block for line in lines]
    same = dict(_same(mine, wanted))
    body: list[Body] = []
    place = 0
    while place < len(wanted):
        block = first_lines.get(same.get(place, -1))
        lines = by_block[block] if block is not None else []
        if block is not None and wanted[place : place + len(lines)] == tuple(lines):
            body.append((ours[block],))
            place += len(lines)
        else:
            body.append(paragraphs(wanted[place]))
            place += 1
    wordless = tuple(ours[block] for block, lines in enumerate(by_block) if not lines)
    return tuple(block for blocks in body for block in blocks) + wordless


def _first_lines(by_block: list[list[str]]) -> dict[int, int]:
    """The block that starts at each line."""
    starts: dict[int, int] = {}
    line = 0
    for block, lines in enumerate(by_block):
        if lines:
            starts[line] = block
        line += len(lines)
    return starts


def _same(mine: list[str], wanted: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The lines of theirs that are ours: their place and ours."""
    for match in SequenceMatcher(None, mine, wanted, autojunk=False).get_matching_blocks():
        yield from ((match.b + n, match.a + n) for n in range(match.size))
