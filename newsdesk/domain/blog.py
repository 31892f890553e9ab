"""A live blog: what stands above its entries, and how its text file was laid out."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from newsdesk.domain.entry import new_id
from newsdesk.domain.markup import Body


class Shelf(StrEnum):
    DESK = "desk"
    ARCHIVE = "archive"
    TRASH = "trash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the file of a blog is laid out; a new blog's file has the defaults."""

    has_prefix: bool = False  # the archive's " date 2022-01-06 " before the headline
    encoding: str = "utf-8"
    has_bom: bool = False
    line_end: str = "\n"
    tail: str = "\n"  # what stands at the end
    blank_lines: tuple[int, int, int] = (0, 0, 0)  # after a stamp, between paragraphs, between entries
    stamp_lead: str = ""  # indentation and bullet of the stamps, such as "    • "
    indent: str = ""  # of all other lines
    page_stamp_is_entry: bool = False  # whether somebody said that the stamp above the introduction is one
    head_gap: str | None = None  # what stands between head and entries, if unusual
    gaps: tuple[tuple[str, str, str], ...] = ()  # the unusual ones between entries: id above, id below, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Blog:
    """A live blog at one moment; its entries are values of their own. All moments are UTC."""

    id: str = field(default_factory=new_id)
    created: dt.datetime
    last_changed: dt.datetime
    headline: str = ""
    date: dt.date | None = None
    introduction: Body = ()
    zone: str = "GMT"  # as in ShownTime
    language: str = "en"  # BCP 47
    slug: str = ""
    bylines: tuple[str, ...] = ()
    url: str = ""
    coverage_start: dt.datetime | None = None
    coverage_end: dt.datetime | None = None
    is_open: bool = True
    shelf: Shelf = Shelf.DESK
    layout: Layout = Layout()
    source: str | None = None  # the lines above the first entry, as they were read
