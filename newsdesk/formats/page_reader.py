"""Reading back a page of ours, by its classes (h-feed, h-entry); also the content of our feeds."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from newsdesk.domain.entry import Entry, Notice, NoticeKind
from newsdesk.domain.stamp import ShownTime
from newsdesk.domain.text import clean, clean_line
from newsdesk.errors import ReadingError
from newsdesk.formats.body_reader import BodyReader
from newsdesk.formats.intake import Found, Intake, decoded, intake, moment_of, shown_time_of, with_withdrawal
from newsdesk.formats.jsonld_reader import read_jsonld
from newsdesk.formats.outline import Element, outline
from newsdesk.formats.public import id_of

_DATA = re.compile(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script", re.DOTALL | re.IGNORECASE)
_KINDS = {kind.value: kind for kind in NoticeKind if kind is not NoticeKind.REFILE}


def read_page(content: bytes) -> Intake:
    """The blog of a page or fragment of ours; of another's, what its structured data say.

    Raises ReadingError for a page that has neither.
    """
    html = clean(decoded(content))
    data = next((data for data in _DATA.findall(html) if "LiveBlogPosting" in data), "")
    if 'class="entry h-entry' in html:
        return _with_facts(_read_ours(html), data)
    if data:
        return read_jsonld(data.encode("utf-8"))
    raise ReadingError("This page was not made by Newsdesk, and no LiveBlogPosting is in it. Nothing was imported.")


def _read_ours(html: str) -> Intake:
    page = outline(html)
    bodies = BodyReader()
    feed = next((e for e in page.walk() if "h-feed" in e.classes), page)
    entries = [_entry(element, bodies) for element in feed.walk() if "h-entry" in element.classes]
    root = next((e for e in page.walk() if e.tag == "html"), feed)
    canonical = (e.attributes.get("href", "") for e in page.walk() if e.tag == "link")
    dates = (moment_of(e.attributes.get("datetime")) for date in _all(feed, "date") for e in date.walk())
    introduction = next((e.inner for e in _all(feed, "introduction")), "")
    return intake(
        entries,
        attachments=bodies.attachments,
        headline=next((clean_line(e.text) for e in feed.walk() if e.tag == "h1" and "p-name" in e.classes), ""),
        introduction=bodies.read(introduction),
        bylines=tuple(e.text for top in _outside_entries(feed) for e in _all(top, "p-author")),
        language=root.attributes.get("lang", "en"),
        url=next(canonical, ""),
        date=next((moment.date() for moment in dates if moment), None),
    )


def _with_facts(read: Intake, data: str) -> Intake:
    """With what our page shows to nobody and says in its data: which blog it is, its coverage, first publications."""
    try:
        facts = read_jsonld(data.encode("utf-8"))
    except ReadingError:
        return read
    first = {entry.id: entry.first_published for entry in facts.entries}
    blog = replace(
        read.blog,
        id=facts.blog.id,
        coverage_start=facts.blog.coverage_start,
        coverage_end=facts.blog.coverage_end,
        is_open=facts.blog.is_open,
    )
    entries = tuple(
        replace(entry, blog=blog.id, first_published=_first(entry, first)) for entry in read.entries
    )
    return replace(read, blog=blog, entries=entries)


def _first(entry: Entry, known: Mapping[str, datetime | None]) -> datetime | None:
    return known.get(entry.id, entry.first_published) if entry.time.moment else None


def read_content(html: str, bodies: BodyReader) -> tuple[str, tuple[Notice, ...]]:
    """The body's HTML and the notices in the content of a feed's entry."""
    content = outline(html)
    return next((e.inner for e in _all(content, "e-content")), ""), tuple(_notices(content))


def _outside_entries(feed: Element) -> Iterator[Element]:
    """The parts of a feed that stand above its entries."""
    return (child for child in feed.children if "entries" not in child.classes and "h-entry" not in child.classes)


def _entry(element: Element, bodies: BodyReader) -> Found:
    inner = next((e.inner for e in _all(element, "e-content")), "")
    found = Found(
        id=id_of(element.attributes.get("id", "")),
        time=_time(element),
        headline=next((clean_line(e.text) for e in element.walk() if e.tag == "h2" and "p-name" in e.classes), ""),
        body=bodies.read(inner),
        notices=tuple(_notices(element)),
        is_key="key" in element.classes,
        is_pinned="pinned" in element.classes,
        bylines=tuple(e.text for e in _all(element, "p-author")),
        labels=tuple(e.text for e in _all(element, "p-category")),
    )
    return with_withdrawal(found) if "withdrawn" in element.classes else found


def _time(element: Element) -> ShownTime:
    for shown in _all(element, "dt-published"):
        if time := shown_time_of(shown.text):
            return time
        if moment := moment_of(shown.attributes.get("datetime", "")):
            return ShownTime(moment)
    raise ReadingError("An entry of this page has no time: was the page changed by hand? Nothing was imported.")


def _notices(element: Element) -> Iterator[Notice]:
    for notice in _all(element, "notice"):
        kind = next((_KINDS[name] for name in notice.classes if name in _KINDS), None)
        words = next((e.text for e in _all(notice, "words")), "")
        time = next((shown_time_of(e.text) for e in _all(notice, "noticed")), None)
        if kind:
            yield Notice(kind, words, time)


def _all(element: Element, name: str) -> Iterator[Element]:
    return (e for e in element.walk() if name in e.classes)
