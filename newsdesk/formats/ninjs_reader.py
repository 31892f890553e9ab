"""Reading a live blog in ninjs back."""

from typing import Any

from newsdesk.domain.markup import Body, paragraphs
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import ReadingError
from newsdesk.formats.body_reader import BodyReader
from newsdesk.formats.intake import (
    Found,
    Intake,
    intake,
    json_of,
    line_of,
    moment_of,
    notices_of,
    text_of,
    with_withdrawal,
)
from newsdesk.formats.jsonld_reader import listed
from newsdesk.formats.public import id_of

_URN = "urn:uuid:"


def read_ninjs(content: bytes) -> Intake:
    """The composite and its associations. Raises ReadingError if it is no live blog."""
    item = json_of(content)
    if not isinstance(item, dict) or "uri" not in item or "associations" not in item:
        raise ReadingError("This is no live blog in ninjs: it has no uri or no associations. Nothing was imported.")
    bodies = BodyReader()
    rows = [row for row in listed(item["associations"]) if isinstance(row, dict)]
    updates = [row for row in rows if row.get("rel") == "liveBlogUpdate"] or rows
    found = [_update(row, number, bodies) for number, row in enumerate(updates, 1)]
    return intake(
        found,
        blog_id=_uuid(item.get("uri")),
        headline=_headline(item),
        introduction=_body(item, bodies),
        language=text_of(item.get("language")) or "en",
        slug=line_of(item.get("slugline")),
        url=next((text_of(alt.get("value")) for alt in _objects(item, "altIds") if alt.get("role") == "url"), ""),
        bylines=_people(item),
        attachments=bodies.attachments,
    )


def _update(row: dict[str, Any], number: int, bodies: BodyReader) -> Found:
    first = moment_of(row.get("firstCreated")) or moment_of(row.get("versionCreated"))
    shown = moment_of(row.get("contentCreated")) or first
    if shown is None:
        raise ReadingError(f"Entry {number} of this file has no time. Nothing was imported.")
    found = Found(
        id=_uuid(row.get("uri")),
        time=ShownTime(shown),
        first_published=first,
        headline=_headline(row),
        body=_body(row, bodies),
        notices=notices_of(text_of(row.get("edNote"))),
        bylines=_people(row),
        labels=tuple(name for subject in _objects(row, "subjects") if (name := line_of(subject.get("name")))),
    )
    return with_withdrawal(found) if row.get("pubStatus") == "canceled" else found


def _headline(item: dict[str, Any]) -> str:
    headlines = _objects(item, "headlines")
    main = [headline for headline in headlines if headline.get("role") == "main"] or headlines
    return line_of(main[0].get("value")) if main else line_of(item.get("title"))


def _body(item: dict[str, Any], bodies: BodyReader) -> Body:
    """The HTML body where there is one, else the plain one."""
    given = _objects(item, "bodies")
    for body in given:
        if body.get("contentType") in ("text/html", None):
            return bodies.read(text_of(body.get("value")))
    return paragraphs(*text_of(given[0].get("value")).split("\n\n")) if given else ()


def _people(item: dict[str, Any]) -> tuple[str, ...]:
    names = tuple(name for person in _objects(item, "people") if (name := line_of(person.get("name"))))
    return names or tuple(filter(None, [line_of(item.get("by"))]))


def _objects(item: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [value for value in listed(item.get(name)) if isinstance(value, dict)]


def _uuid(value: object) -> str:
    text = text_of(value)
    return id_of(f"entry-{text.removeprefix(_URN)}") if text.startswith(_URN) else ""
