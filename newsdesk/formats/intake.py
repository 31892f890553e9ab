"""What a reader hands over: a blog, its entries in order, and what was noticed on the way."""

import json
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from newsdesk.domain import order
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.markup import Body
from newsdesk.domain.revision import Revision
from newsdesk.domain.stamp import ShownTime, read_stamp
from newsdesk.domain.text import clean
from newsdesk.errors import ReadingError
from newsdesk.formats.edition import Attachment

LARGEST = 300_000_000  # bytes of a file that a reader takes on
_READ = uuid.UUID("5b0d6f60-5f0a-4a6f-9a0e-6f1c8f5d2c33")  # ids derived from what was read
_UNRESOLVED = re.compile(r"([0-9]{2}):([0-9]{2}) (\S{1,40}) ([0-9]{2})\.([0-9]{2})\.([0-9]{4})")
_LINES_OF_NOTICE = re.compile(
    r"^(CORRECTION|CLARIFICATION|WITHDRAWN)(?: \(([^()\n]*)\))?: ?", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """A blog as it was read; nothing is in the store yet."""

    blog: Blog
    entries: tuple[Entry, ...]
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    revisions: tuple[Revision, ...] = ()
    notices: tuple[str, ...] = ()  # sentences: what was supposed, what was left behind


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One entry as a reader found it; published, unless it says otherwise."""

    time: ShownTime
    id: str = ""
    first_published: datetime | None = None
    headline: str = ""
    body: Body = ()
    state: State = State.PUBLISHED
    notices: tuple[Notice, ...] = ()
    is_key: bool = False
    is_pinned: bool = False
    bylines: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


def intake(
    found: Iterable[Found],
    *,
    blog_id: str = "",
    attachments: Mapping[str, Attachment] | None = None,
    notices: Iterable[str] = (),
    **fields: Any,  # noqa: ANN401  fields of Blog
) -> Intake:
    """Give what was found its place and its ids. The same file gives the same ids everywhere."""
    rows = list(found)
    if not rows and not fields.get("headline") and not fields.get("introduction"):
        raise ReadingError("There is no live blog in this file. Nothing was imported.")
    moments = [row.first_published or row.time.sortable for row in rows]
    first = min(moments, default=datetime(1970, 1, 1, tzinfo=UTC))
    id = blog_id or str(uuid.uuid5(_READ, f"{fields.get('headline', '')}\n{first.isoformat()}"))
    blog = Blog(id=id, created=first, last_changed=max(moments, default=first), **fields)
    taken: set[str] = set()
    keys = order.spread(len(rows))
    entries = tuple(_entry(row, blog, key, taken) for key, row in zip(keys, rows, strict=True))
    return Intake(blog=blog, entries=entries, attachments=attachments or {}, notices=tuple(notices))


def _entry(found: Found, blog: Blog, key: str, taken: set[str]) -> Entry:
    words = "\n".join([blog.id, str(found.time), found.headline, *(block.text for block in found.body)])
    id, ordinal = found.id, 0
    while not id or id in taken:
        id = str(uuid.uuid5(_READ, f"{words}\n{ordinal}"))
        ordinal += 1
    taken.add(id)
    published = found.first_published or found.time.moment
    return Entry(
        id=id, blog=blog.id, order=key, time=found.time, first_published=published,
        created=published or found.time.sortable, last_changed=published or found.time.sortable,
        headline=found.headline, body=found.body, state=found.state, notices=found.notices,
        is_key=found.is_key, is_pinned=found.is_pinned, bylines=found.bylines, labels=found.labels,
    )


def decoded(content: bytes) -> str:
    """The text of a file that must be UTF-8. Raises ReadingError naming the byte."""
    if len(content) > LARGEST:
        raise ReadingError("This file is larger than 300 MB. Nothing was imported; split it first.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"This file is not UTF-8: byte {error.start + 1} does not belong. Nothing was imported."
        ) from error


def json_of(content: bytes) -> Any:  # noqa: ANN401  whatever the file holds
    """The JSON of a file. Raises ReadingError naming the line."""
    text = decoded(content)
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise ReadingError(f"This is not JSON: line {error.lineno}: {error.msg}. Nothing was imported.") from error
    except RecursionError as error:
        raise ReadingError("This JSON is nested too deep to be a live blog. Nothing was imported.") from error
    except ValueError as error:
        raise ReadingError(f"This JSON holds a number that is none: {error}. Nothing was imported.") from error


def _no_number(name: str) -> None:
    raise ValueError(name)


def text_of(value: object) -> str:
    """A text as it may be kept; nothing where the file has something else."""
    return clean(value) if isinstance(value, str) else ""


def line_of(value: object) -> str:
    return text_of(value).replace("\n", " ")


def moment_of(value: object) -> datetime | None:
    """The moment that an ISO 8601 text names; without a zone it is taken as UTC."""
    try:
        moment = datetime.fromisoformat(value.strip()) if isinstance(value, str) else None
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC) if moment else None
    except (ValueError, OverflowError):
        return None


def shown_time_of(stamp: str) -> ShownTime | None:
    """The time that a stamp of ours shows, also where its zone is unresolved."""
    if (time := read_stamp(stamp)) or not (match := _UNRESOLVED.fullmatch(stamp)):
        return time
    hour, minute, zone, day, month, year = match.groups()
    try:
        return ShownTime(datetime(int(year), int(month), int(day), int(hour), int(minute)), zone)  # noqa: DTZ001
    except ValueError:
        return None


def notices_of(text: str) -> tuple[Notice, ...]:
    """The notices in lines such as `CORRECTION (06:10 GMT 06.01.2022): …`."""
    parts = list(_LINES_OF_NOTICE.finditer(text))
    ends = [*(part.start() for part in parts[1:]), len(text)][: len(parts)]
    return tuple(
        Notice(NoticeKind(part[1].lower()), text[part.end() : end].removesuffix("\n"), shown_time_of(part[2] or ""))
        for part, end in zip(parts, ends, strict=True)
    )


def with_withdrawal(found: Found) -> Found:
    """A stub has no words but its withdrawal."""
    return replace(found, state=State.WITHDRAWN, headline="", body=(), is_key=False)
