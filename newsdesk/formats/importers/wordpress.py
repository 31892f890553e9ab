"""Entries of the Liveblog plugin for WordPress (Automattic), as its REST API gives them out."""

from datetime import UTC, datetime
from typing import Any

from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import ReadingError
from newsdesk.formats.foreign_html import read_foreign
from newsdesk.formats.importers.foreign import body_from, id_from, inside, is_true, objects
from newsdesk.formats.intake import Found, Intake, intake, json_of, line_of, text_of


def read_wordpress(content: bytes) -> Intake:
    """The entries as they stand, the newest first. Raises ReadingError if there are none."""
    document = json_of(content)
    rows = objects(inside(document, "entries") or document)
    gone = {id_from("wordpress", row.get("id")) for row in rows if row.get("type") == "delete"} - {""}
    found = [entry for row in rows if (entry := _entry(row)) and entry.id not in gone]
    if not found:
        raise ReadingError("There are no entries in this file. Nothing was imported.")
    notices = ["This file does not say what the blog is called: give it a headline."]
    if pages := _pages(document):
        notices.append(f"This is page {pages[0]} of {pages[1]}: the other pages are files of their own.")
    return intake(found, notices=notices, headline="", introduction=())


def _pages(document: object) -> tuple[int, int] | None:
    page, pages = inside(document, "page"), inside(document, "pages")
    return (page, pages) if isinstance(page, int) and isinstance(pages, int) and pages > 1 else None


def _entry(row: dict[str, Any]) -> Found | None:
    moment = _moment(row.get("entry_time")) or _moment(row.get("timestamp"))
    if moment is None:
        return None
    return Found(
        id=id_from("wordpress", row.get("id")),
        time=ShownTime(moment),
        first_published=moment,
        body=body_from(text_of(row.get("content")) or text_of(row.get("render"))),
        is_key=is_true(row.get("key_event")),
        bylines=_authors(row),
    )


def _authors(row: dict[str, Any]) -> tuple[str, ...]:
    names = tuple(name for author in objects(row.get("authors")) if (name := line_of(author.get("name"))))
    return names or tuple(filter(None, [_plain(row.get("author_link"))]))


def _plain(html: object) -> str:
    """The name in a link to the author."""
    return " ".join(block.text for block in read_foreign(text_of(html)))


def _moment(seconds: object) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int | float) and seconds else None
    except (ValueError, OverflowError, OSError):
        return None
