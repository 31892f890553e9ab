"""Reading a LiveBlogPosting (schema.org) back, ours or another's."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from newsdesk.domain.entry import Notice, NoticeKind
from newsdesk.domain.markup import Body, paragraphs
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import ReadingError
from newsdesk.formats.intake import Found, Intake, intake, json_of, line_of, moment_of, text_of, with_withdrawal
from newsdesk.formats.public import id_of

_URN = "urn:uuid:"
_DEEPEST = 20


def read_jsonld(content: bytes) -> Intake:
    """The live blog of a JSON-LD document. Raises ReadingError if there is none."""
    blog = next(_of_type(json_of(content), "LiveBlogPosting"), None)
    if blog is None:
        raise ReadingError("There is no LiveBlogPosting in this file. Nothing was imported.")
    supposed: list[str] = []
    fallback = moment_of(blog.get("datePublished")) or moment_of(blog.get("coverageStartTime"))
    rows = [row for row in listed(blog.get("liveBlogUpdate")) if isinstance(row, dict)]
    found = [_update(row, number, fallback, supposed) for number, row in enumerate(rows, 1)]
    end = moment_of(blog.get("coverageEndTime"))
    return intake(
        found,
        blog_id=_uuid(blog.get("identifier")) or _uuid(blog.get("@id")),
        notices=supposed,
        headline=line_of(blog.get("headline")) or line_of(blog.get("name")),
        introduction=_paragraphs(blog.get("description")),
        language=text_of(blog.get("inLanguage")) or "en",
        url=text_of(blog.get("url")),
        bylines=names(blog.get("author")),
        coverage_start=moment_of(blog.get("coverageStartTime")),
        coverage_end=end,
        is_open=end is None,
    )


def _update(row: dict[str, Any], number: int, fallback: datetime | None, supposed: list[str]) -> Found:
    published = moment_of(row.get("datePublished"))
    shown = moment_of(row.get("contentReferenceTime")) or published
    if shown is None:
        if fallback is None:
            raise ReadingError(f"Entry {number} has no time, and neither has the blog. Nothing was imported.")
        supposed.append(f"Entry {number} has no time; it was given the blog's.")
    found = Found(
        id=_uuid(row.get("@id")) or id_of(text_of(row.get("url"))),
        time=ShownTime(shown or fallback or datetime.min),  # noqa: DTZ901  never reached: one of them is there
        first_published=published,
        headline=line_of(row.get("headline")),
        body=_paragraphs(row.get("articleBody")),
        notices=tuple(_corrections(row.get("correction"))),
        bylines=names(row.get("author")),
        labels=tuple(label for item in listed(row.get("keywords")) if (label := line_of(item))),
    )
    return with_withdrawal(found) if row.get("creativeWorkStatus") == "Withdrawn" else found


def _corrections(value: object) -> Iterator[Notice]:
    for item in listed(value):
        if isinstance(item, dict):
            name, moment = text_of(item.get("name")).lower(), moment_of(item.get("datePublished"))
            kind = NoticeKind(name) if name in ("clarification", "withdrawn") else NoticeKind.CORRECTION
            yield Notice(kind, text_of(item.get("text")), ShownTime(moment) if moment else None)


def names(value: object) -> tuple[str, ...]:
    """The names of authors, given as texts or as people."""
    found = (line_of(item.get("name") if isinstance(item, dict) else item) for item in listed(value))
    return tuple(name for name in found if name)


def listed(value: object) -> list[Any]:
    """One or many, as schema.org allows everywhere."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _paragraphs(value: object) -> Body:
    return paragraphs(*text_of(value).split("\n\n"))


def _uuid(value: object) -> str:
    text = text_of(value)
    return id_of(f"entry-{text.removeprefix(_URN)}") if text.startswith(_URN) else ""


def _of_type(value: object, name: str, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object of a type, wherever it stands: alone, in a list, in a graph."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if name in listed(value.get("@type")):
            yield value
        yield from _of_type(value.get("@graph"), name, depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _of_type(item, name, depth + 1)
