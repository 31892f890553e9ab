"""LiveBlogPosting (schema.org) as JSON-LD, in the page and as a file. What is not known is left out."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from json.encoder import encode_basestring as _quoted
from typing import Any

from newsdesk.domain.entry import Entry, Notice
from newsdesk.domain.markup import Block, Body, Kind
from newsdesk.formats.edition import Edition
from newsdesk.formats.language import well_formed
from newsdesk.formats.pictures import attachment_of, file_name
from newsdesk.formats.public import (
    WITHDRAWN_SENTENCE,
    anchor,
    are_anchorable,
    is_stub,
    last_changed,
    modified,
    moment_text,
    page_url,
    plain,
    public_notices,
    published,
    refuse_unresolved,
    urn,
)
from newsdesk.formats.runs import Run, said

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NOT_IN_HTML = re.compile("[\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")  # JSON may hold them, a page may not


def jsonld(edition: Edition) -> bytes:
    """The file. Raises ExportError if an entry's moment is unknown."""
    refuse_unresolved(edition, "JSON-LD")
    return (_document(edition) + "\n").encode("utf-8")


def structured_data(edition: Edition) -> str:
    """The document for a page's script element: `<` is written `\\u003c`, so that no text can end the element."""
    document = _document(edition).replace("<", "\\u003c")
    if document.isascii() and "\x7f" not in document:
        return document
    return _NOT_IN_HTML.sub(lambda match: f"\\u{ord(match[0]):04x}", document)


def _document(edition: Edition) -> str:
    """The blog's own properties, then one update a line."""
    head = _encode(_blog(edition))[:-1]
    url = page_url(edition.blog)
    many = said(edition.entries, lambda run: _updates(run, url), lambda entry: _update(edition, entry, url))
    updates = ",\n".join(chain.from_iterable(many))
    return f'{head},"liveBlogUpdate":[\n{updates}\n]}}'


def _blog(edition: Edition) -> dict[str, Any]:
    blog, url = edition.blog, page_url(edition.blog)
    start = blog.coverage_start or edition.oldest
    changed = last_changed(edition)
    properties = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "@id": url or urn(blog.id),
        "url": url,
        "mainEntityOfPage": url,
        "identifier": urn(blog.id) if url else "",
        "headline": blog.headline,
        "description": "\n\n".join(plain(blog.introduction)),
        "inLanguage": well_formed(blog.language) if blog.language else "",
        "author": _people(blog.bylines),
        "image": _images(edition, blog.introduction),
        "datePublished": moment_text(edition.first_published) if edition.first_published else "",
        "dateModified": moment_text(changed) if changed else "",
        "coverageStartTime": moment_text(start) if start else "",
        "coverageEndTime": moment_text(blog.coverage_end) if blog.coverage_end and not blog.is_open else "",
    }
    return _known(properties)


def _update(edition: Edition, entry: Entry, url: str) -> str:
    """Its own headline, its own moments, its own words; already JSON, as a blog may have a hundred thousand."""
    first, name = published(entry), anchor(entry)
    headline = WITHDRAWN_SENTENCE if is_stub(entry) else entry.headline
    json = f'{{"@type":"BlogPosting","@id":{_quoted(f"{url}#{name}" if url else urn(entry.id))}'
    if url:
        json += f',"url":{_quoted(f"{url}#{name}")}'
    if headline:
        json += f',"headline":{_quoted(headline)}'
    if first:
        json += f',"datePublished":"{moment_text(first)}"'
    if entry.body and not is_stub(entry) and (text := "\n\n".join(plain(entry.body))):
        json += f',"articleBody":{_quoted(text)}'
    more = _seldom(edition, entry)
    return f"{json},{_encode(more)[1:]}" if more else json + "}"


def _updates(run: Run, url: str) -> Sequence[str | None]:
    """The same of plain entries; None where one has no headline."""
    if not are_anchorable(run.ids) or not url:
        return [None] * len(run.ids)
    start = f"{_quoted(url)[:-1]}#entry-"
    return [
        f'{{"@type":"BlogPosting","@id":{start}{id}","url":{start}{id}","headline":{_quoted(headline)},'
        f'"datePublished":"{first[:19]}+00:00","articleBody":{_quoted(text)}'
        + ("}" if first[:16] == time[:16] else f',"contentReferenceTime":"{time[:16]}:00+00:00"}}')
        if headline else None
        for id, time, first, headline, text in zip(
            run.ids, run.times, run.first_published, run.headlines, run.texts("\n\n"), strict=True
        )
    ]


def _seldom(edition: Edition, entry: Entry) -> dict[str, Any]:
    """What few updates have."""
    properties: dict[str, Any] = {}
    if shown := _shown_otherwise(entry):
        properties["contentReferenceTime"] = shown
    if changed := modified(entry):
        properties["dateModified"] = moment_text(changed)
    if entry.notices:
        properties["correction"] = _corrections(entry)
    if is_stub(entry):
        properties["creativeWorkStatus"] = "Withdrawn"
        return _known(properties)
    if entry.bylines:
        properties["author"] = _people(entry.bylines)
    if entry.labels:
        properties["keywords"] = list(entry.labels)
    if images := _images(edition, entry.body):
        properties["image"] = images
    return _known(properties) if properties else properties


def _shown_otherwise(entry: Entry) -> str:
    """The time that the entry shows, where it is another than that of its publication."""
    first, shown = published(entry), entry.time.moment
    is_same = shown == first or first is None or shown == first.replace(second=0, microsecond=0)
    return moment_text(shown) if shown and not is_same else ""


def _known(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value}


def _people(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"@type": "Person", "name": name} for name in names]


def _corrections(entry: Entry) -> list[dict[str, str]]:
    return [_correction(notice) for notice in public_notices(entry)]


def _correction(notice: Notice) -> dict[str, str]:
    moment = notice.time.moment if notice.time else None
    comment = {"@type": "CorrectionComment", "name": notice.kind.value.capitalize(), "text": notice.text}
    return comment | ({"datePublished": moment_text(moment)} if moment else {})


def _images(edition: Edition, body: Body) -> list[dict[str, str]]:
    return [image for block in body if block.kind is Kind.IMAGE for image in _image(edition, block)]


def _image(edition: Edition, block: Block) -> Iterator[dict[str, str]]:
    attachment = attachment_of(edition, block)
    if attachment is None:
        return
    folder, url = edition.options.image_folder, page_url(edition.blog)
    address = f"{url.rpartition('/')[0]}/{folder}/{file_name(block, attachment)}" if folder and url else ""
    yield _known({
        "@type": "ImageObject",
        "contentUrl": address,
        "encodingFormat": attachment.media_type,
        "caption": block.text,
        "description": block.alt,
        "creditText": block.credit,
    })
