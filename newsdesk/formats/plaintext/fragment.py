"""Live-blog text without a head, as it comes from the clipboard."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from newsdesk.domain.entry import Entry, State, new_id
from newsdesk.domain.order import spread
from newsdesk.domain.text import scalars
from newsdesk.formats.plaintext.observe import notices_of
from newsdesk.formats.plaintext.reader import to_entry
from newsdesk.formats.plaintext.remarks import ReadNotice
from newsdesk.formats.plaintext.scan import scan
from newsdesk.formats.plaintext.settings import Settings


@dataclass(frozen=True, slots=True)
class Fragment:
    """The entries in a text, what stands above the first of them, and what should be known about it."""

    entries: tuple[Entry, ...]
    above: tuple[str, ...]
    notices: tuple[ReadNotice, ...]


def read_entries(
    text: str,
    *,
    blog: str,
    now: datetime,
    day: date | None = None,
    zones: Mapping[str, str] | None = None,
    zone: str = "GMT",
    state: State = State.DRAFT,
    between: tuple[str, str] = ("", ""),
) -> Fragment:
    """New entries of a blog, with order keys between two others; none if the text has no stamps.

    `day` is the day of stamps that have none. The lines are not kept: in the file of this blog they are new.
    """
    settings = Settings(zones or {}, zone, day or now.date(), page_stamp_is_entry=True)
    found = scan(scalars(text), settings)
    rows = zip(spread(len(found.passages), *between), found.passages, strict=True)
    entries = [to_entry(found.text, (new_id(), *row), blog=blog, state=state, now=now) for row in rows]
    head = found.head
    notices = notices_of(found, settings, "utf-8")
    return Fragment(
        tuple(replace(entry, source=None) for entry in entries),
        tuple(line for line in (head.headline, *head.introduction) if line),
        tuple(notice for notice in notices if notice.code not in ("NO-BLOG-HEADLINE", "BLANK-STYLE")),
    )
