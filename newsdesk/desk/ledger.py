"""The ledger of a blog, told from its log and its releases, and written as CSV, JSON or text."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from newsdesk.desk import standings
from newsdesk.desk.desk import Desk
from newsdesk.domain import newsroom
from newsdesk.domain.corrections import changed_texts
from newsdesk.domain.difference import readable
from newsdesk.domain.entry import Entry, Notice
from newsdesk.domain.ledger import Line, LineKind, Moment, added, is_withdrawal, line_kind
from newsdesk.domain.past import Step
from newsdesk.domain.record import Record, from_record, moment_to_text
from newsdesk.domain.settling import standings_along
from newsdesk.formats.csv_rows import csv_bytes

HEADER = ("when", "class", "entry", "time", "headline", "who", "notice", "before", "after", "revoked")


def ledger(desk: Desk, blog: str) -> list[Line]:
    """Every act on the record of a blog, in order, then what nobody has classed, in the editor's arrangement."""
    held = desk.store.past.held(blog)
    lines = [line for id in desk.store.past.ever_noticed(blog) for line in _lines(desk, id, held.get(id, ()))]
    owing = standings.unclassed(desk, blog)
    return [*sorted(lines, key=_moment), *(_unclassed(entry, standing.settled) for entry, standing in owing)]


def to_csv(lines: Iterable[Line]) -> bytes:
    """For a spreadsheet, which takes no cell of it for a formula."""
    return csv_bytes(HEADER, (_cells(line) for line in lines))


def to_json(lines: Iterable[Line]) -> bytes:
    shapes = [dict(zip(HEADER, _cells(line), strict=True)) | {"revoked": line.is_revoked} for line in lines]
    return (json.dumps(shapes, ensure_ascii=False, indent=2) + "\n").encode()


def to_text(lines: Iterable[Line]) -> bytes:
    """For reading and for an e-mail."""
    return "\n".join(map(_paragraph, lines)).encode()


FORMS: dict[str, Callable[[Iterable[Line]], bytes]] = {"csv": to_csv, "json": to_json, "text": to_text}


def _lines(desk: Desk, id: str, seen: Sequence[int]) -> list[Line]:
    """The acts on one entry, from what it was after each of its revisions, and where releases held it."""
    moments = list(_moments(desk.store.past.story(id)))
    lines: list[tuple[Notice, Line, int]] = []
    known = _as_readers_had_it(moments, seen)
    for before, after, had in zip([None, *moments], moments, known, strict=False):
        mine = after.entry
        lines = [told for told in lines if told[0] in mine.notices or _was_seen(told, after.sequence, seen)]
        lines = [(n, line if n in mine.notices else replace(line, is_revoked=True), at) for n, line, at in lines]
        for notice in added(before.entry if before else None, mine):
            lines.append((notice, _line(notice, had, after), after.sequence))
    return [line for _, line, _ in lines]


def _moments(story: Iterable[Step]) -> Iterator[Moment]:
    record: Record = {}
    for revision, change in story:
        if change.after is None:  # in the trash
            continue
        record = {**record, **change.after}
        if "id" in record:  # else its beginning was erased for ever
            yield Moment(from_record(Entry, record), revision.author.name, revision.at, revision.sequence)


def _was_seen(told: tuple[Notice, Line, int], sequence: int, seen: Sequence[int]) -> bool:
    """Whether a release between a notice's coming and its going showed it."""
    return told[1].is_revoked or any(told[2] <= place < sequence for place in seen)


def _as_readers_had_it(moments: Sequence[Moment], seen: Sequence[int]) -> list[Entry | None]:
    """At each moment what readers had before it with nothing owed; of what they never had, what it was."""
    ends = [*(moment.sequence for moment in moments[1:]), None]
    told = [(moment.entry, _is_held(moment.sequence, end, seen)) for moment, end in zip(moments, ends, strict=True)]
    if moments and newsroom.arrived_published(moments[0].entry, moments[0].at):
        told[0] = (moments[0].entry, True)
    standings = [None, *standings_along(told)]
    before = [None, *(moment.entry for moment in moments)]
    return [standing.settled if standing else entry for standing, entry in zip(standings, before, strict=True)]


def _is_held(start: int, end: int | None, seen: Sequence[int]) -> bool:
    return any(start <= place and (end is None or place < end) for place in seen)


def _line(notice: Notice, known: Entry | None, moment: Moment) -> Line:
    if is_withdrawal(notice):
        before, after = _all(known) if known else "", ""
    else:
        before, after = changed_texts(known, moment.entry) if known else ("", "")
    return Line(
        kind=line_kind(notice), entry=moment.entry, text=notice.text, before=before, after=after,
        who=moment.who, at=moment.at,
    )


def _unclassed(entry: Entry, released: Entry) -> Line:
    before, after = changed_texts(released, entry)
    return Line(kind=LineKind.UNCLASSED, entry=entry, text="", before=before, after=after)


def _all(entry: Entry) -> str:
    return "\n".join(filter(None, (entry.headline, readable(entry.body))))


def _moment(line: Line) -> str:
    return moment_to_text(line.at) if line.at else ""


def _cells(line: Line) -> tuple[str, ...]:
    entry = line.entry
    when = moment_to_text(line.at) if line.at else ""
    return (
        when, line.kind.value, entry.id, str(entry.time), entry.headline, line.who, line.text, line.before, line.after,
        "yes" if line.is_revoked else "",
    )


def _paragraph(line: Line) -> str:
    when = f"{line.at:%H:%M} GMT {line.at:%d.%m}.{line.at.year:04}" if line.at else "not yet"
    head = f"{line.kind.value.upper()} {when}" + (f" by {line.who}" if line.who else "")
    told = [f"{head}{' (revoked since)' if line.is_revoked else ''}: {line.entry.time} {line.entry.headline}".rstrip()]
    parts = (("Notice", line.text), ("Before", line.before), ("After", line.after))
    told += [f"  {name}: {text.replace(chr(10), f'{chr(10)}    ')}" for name, text in parts if text]
    return "\n".join(told) + "\n"
