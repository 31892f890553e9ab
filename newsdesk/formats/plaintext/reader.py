"""From text to a blog and its entries."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType

from newsdesk.domain.blog import Blog, Layout
from newsdesk.domain.bulk import collecting_later
from newsdesk.domain.entry import Entry, State, new_id
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.order import spread
from newsdesk.domain.revision import Revision
from newsdesk.domain.slug import slug
from newsdesk.domain.stamp import to_minute
from newsdesk.domain.text import scalars
from newsdesk.formats.edition import Attachment
from newsdesk.formats.plaintext.identity import blog_id, entry_ids
from newsdesk.formats.plaintext.lines import commonest_line_end
from newsdesk.formats.plaintext.observe import notices_of
from newsdesk.formats.plaintext.remarks import ReadNotice
from newsdesk.formats.plaintext.scan import Passage, Scan, scan
from newsdesk.formats.plaintext.settings import Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says, and what should be known about it. Furniture stands with its lines, from 1."""

    blog: Blog
    entries: tuple[Entry, ...]
    notices: tuple[ReadNotice, ...]
    furniture: tuple[tuple[int, str], ...]
    attachments: Mapping[str, Attachment] = field(default_factory=dict)  # images; a text file has none
    revisions: tuple[Revision, ...] = ()  # its history; only an archive has one


def read(
    text: str,
    *,
    now: datetime,
    encoding: str = "utf-8",
    has_bom: bool = False,
    zones: Mapping[str, str] = MappingProxyType({}),
    zone: str = "GMT",
    state: State = State.PUBLISHED,
    page_stamp_is_entry: bool = False,
) -> Reading:
    """The blog that a text holds. It never raises on content.

    `encoding` and `has_bom` are remembered for writing; `zones` maps the zone names that the newsroom
    knows, `zone` stands for a zone that is not written; `page_stamp_is_entry` overrules TS-IN-INTRO.
    """
    settings = Settings(zones, zone, now.date(), page_stamp_is_entry)
    with collecting_later():
        found = scan(scalars(text), settings)
        blog = _blog(found, zone, now)
        ids = entry_ids(blog.id, map(_identity, found.passages))
        layout = _layout(found, ids, encoding, has_bom, page_stamp_is_entry)
        return Reading(
            replace(blog, layout=layout),
            _entries(found, ids, blog.id, state, now),
            notices_of(found, settings, encoding),
            tuple(_furniture(found)),
        )


def as_copy(reading: Reading) -> Reading:
    """The same reading under new ids, to stand beside a blog that was read before; a copy's history begins with it."""
    ids = {entry.id: new_id() for entry in reading.entries}
    blog = replace(reading.blog, id=new_id())
    gaps = tuple((ids[above], ids[below], gap) for above, below, gap in blog.layout.gaps)
    return replace(
        reading,
        blog=replace(blog, layout=replace(blog.layout, gaps=gaps)),
        entries=tuple(replace(entry, id=ids[entry.id], blog=blog.id) for entry in reading.entries),
        revisions=(),
    )


def _furniture(found: Scan) -> Iterator[tuple[int, str]]:
    yield from ((line + 1, words) for line, words in found.head.furniture)
    for passage in found.passages:
        yield from ((line + 1, words) for line, words in passage.contents.furniture)


def _blog(found: Scan, zone: str, now: datetime) -> Blog:
    head = found.head
    day = head.date or found.stamps.page_day
    return Blog(
        id=blog_id(_name(found), day or _oldest_day(found)),
        created=now,
        last_changed=now,
        headline=head.headline,
        date=day,
        introduction=paragraphs(*head.introduction),
        zone=zone,
        slug=slug(head.headline),
        source=found.text[: found.head_end],
    )


def _oldest_day(found: Scan) -> date | None:
    """The first day that the stamps write; it stays when the blog grows."""
    return min((passage.clock.day for passage in found.passages if passage.clock.day), default=None)


def _name(found: Scan) -> str:
    """The headline; of a blog without one, the first words that will still stand there when it has grown."""
    if found.head.headline:
        return found.head.headline
    dated = [passage for passage in found.passages if passage.clock.day] or found.passages[-1:]
    oldest = min(dated, key=lambda passage: passage.time.sortable, default=None)
    return "\n".join([*found.head.introduction[:1], _identity(oldest) if oldest else found.text])


def _identity(passage: Passage) -> str:
    clock, time, contents = passage.clock, passage.time, passage.contents
    at = f"{to_minute(time.clock)}:00{'+00:00' if time.moment else ''} {time.zone}"
    stamp = at if clock.day else f"{clock.hour}:{clock.minute}"
    notices = [notice.text for notice in contents.notices] if contents.notices else ()
    return "\n".join((stamp, contents.headline, *contents.paragraphs, *notices))


def _entries(found: Scan, ids: Sequence[str], blog: str, state: State, now: datetime) -> tuple[Entry, ...]:
    rows = zip(ids, spread(len(ids)), found.passages, strict=True)
    return tuple(to_entry(found.text, row, blog=blog, state=state, now=now) for row in rows)


def to_entry(text: str, row: tuple[str, str, Passage], *, blog: str, state: State, now: datetime) -> Entry:
    """The entry of a passage, with the id and the order key that stand before it in the row."""
    id, order, passage = row
    contents = passage.contents
    state = State.WITHDRAWN if contents.is_withdrawn else state
    is_released = state in (State.PUBLISHED, State.WITHDRAWN)
    moment = (is_released and passage.time.moment) or now
    return Entry(
        id=id,
        blog=blog,
        order=order,
        time=passage.time,
        created=moment,
        last_changed=moment,
        first_published=passage.time.moment if is_released else None,  # None: nobody knows when that was
        headline=contents.headline,
        body=paragraphs(*contents.paragraphs),
        state=state,
        notices=contents.notices,
        source=text[passage.start : passage.end],
    )


def _layout(found: Scan, ids: Sequence[str], encoding: str, has_bom: bool, page_stamp_is_entry: bool) -> Layout:
    line_end = commonest_line_end(found.text)
    usual = line_end * (1 + found.blank_lines[2])
    first, *between, tail = found.gaps() if ids else ["", *found.gaps()]
    pairs = zip(ids, ids[1:], between, strict=False)
    return Layout(
        has_prefix=found.head.has_prefix,
        encoding=encoding,
        has_bom=has_bom,
        line_end=line_end,
        tail=tail,
        blank_lines=found.blank_lines,
        stamp_lead=_stamp_lead(found),
        indent=found.stamps.indent,
        page_stamp_is_entry=page_stamp_is_entry,
        head_gap=first if ids and first != usual else None,
        gaps=tuple(pair for pair in pairs if pair[2] != usual),
    )


def _stamp_lead(found: Scan) -> str:
    leads = Counter(passage.clock.lead for passage in found.passages)
    return leads.most_common(1)[0][0] if leads else ""
