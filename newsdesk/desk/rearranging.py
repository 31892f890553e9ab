"""Larger changes to the arrangement: sorting, duplicating, splitting, joining, replacing. One call, one undo."""

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.desk import placing
from newsdesk.desk.desk import Desk
from newsdesk.desk.writing import in_sequence
from newsdesk.domain import newsroom, order
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry, State, new_id
from newsdesk.domain.finding import Wanted, replace_in_body, replace_in_text
from newsdesk.domain.markup import Block, Body, Kind, Span
from newsdesk.domain.revision import Done


def sort_by_time(desk: Desk, blog: str, *, newest_first: bool | None = None) -> Done | None:
    """Arrange a blog by its times, the way it runs already unless that is said.

    Entries of one time stay as they stand to each other, and turn round with the blog.
    """
    arranged, runs = desk.store.entries_of(blog), desk.store.is_newest_first(blog)
    newest_first = runs if newest_first is None else newest_first
    standing = arranged if newest_first is runs else arranged[::-1]
    wanted = sorted(standing, key=lambda entry: entry.time.sortable, reverse=newest_first)
    keys = [entry.order for entry in arranged]
    if len(set(keys)) < len(keys):
        keys = order.spread(len(keys))
    placed = [(entry, replace(entry, order=key)) for entry, key in zip(wanted, keys, strict=True) if entry.order != key]
    return desk.do(Edit.of("Sort by time", [old for old, _ in placed], [new for _, new in placed]))


def duplicate(desk: Desk, ids: Sequence[str]) -> list[Entry]:
    """Copies of entries as drafts, below the last of them."""
    now = desk.now()
    originals = in_sequence(desk, ids)
    copies = [
        replace(
            entry, id=new_id(), created=now, last_changed=now, first_published=None,
            state=State.DRAFT, notices=(), source=None,
        )
        for entry in originals
    ]
    gap = placing.below(desk, originals[-1], set())
    return placing.add_between(desk, copies, gap, _counted("Duplicate", originals))


def split(desk: Desk, entry: Entry, first: Body, second: Body) -> list[Entry]:
    """Two entries out of one: `first` stays, `second` goes directly below with the same time and state."""
    new = replace(entry, id=new_id(), created=desk.now(), headline="", body=second, notices=(), source=None)
    gap = placing.below(desk, entry, set())
    return placing.add_between(desk, [new], gap, "Split entry", [(entry, replace(entry, body=first))])


def join(desk: Desk, ids: Sequence[str]) -> Done | None:
    """One entry out of several: the words of the others follow those of the first, their headlines as subheads.

    Raises NewsdeskError if one of the others was released: it can only be withdrawn.
    """
    first, *others = in_sequence(desk, ids)
    newsroom.refuse_removal(others)
    body = [*first.body]
    for other in others:
        body += [Block(kind=Kind.SUBHEAD, spans=(Span(other.headline),))] if other.headline else []
        body += other.body
    joined = replace(first, body=tuple(body), source=None)
    return desk.do(Edit.of(_counted("Join", [first, *others]), [first, *others], [joined]))


def replacements(entries: Sequence[Entry], wanted: Wanted, by: str) -> list[tuple[Entry, Entry]]:
    """What replacing words in these entries would change: each entry before and after."""
    pairs = [
        (
            entry,
            replace(
                entry,
                headline=replace_in_text(entry.headline, wanted, by),
                body=replace_in_body(entry.body, wanted, by),
            ),
        )
        for entry in entries
    ]
    return [(old, new) for old, new in pairs if old != new]


def replace_all(desk: Desk, pairs: Sequence[tuple[Entry, Entry]]) -> Done | None:
    """Do what was previewed. Raises ConflictError if one of the texts has changed since."""
    return desk.do(Edit.of("Replace", [old for old, _ in pairs], [new for _, new in pairs]))


def _counted(verb: str, entries: Sequence[Entry]) -> str:
    return f"{verb} entry" if len(entries) == 1 else f"{verb} {len(entries)} entries"
