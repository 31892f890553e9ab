"""LiveBlogPosting (schema.org) as JSON-LD, in the page and as a file. What is not known is left out."""

import json
import re
from collections.abc import Iterator
from typing import Any

from newsdesk.domain.entry import Entry, Notice
from newsdesk.domain.markup import Block, Body, Kind
from newsdesk.formats.edition import Edition
from newsdesk.formats.language import well_formed
from newsdesk.formats.pictures import attachment_of, file_name
from newsdesk.formats.public import (
    WITHDRAWN_SENTENCE,
    anchor,
    entry_iri,
    is_stub,
    last_changed,
    moment_text,
    page_url,
    plain,
    public_notices,
    published,
    refuse_unresolved,
    updated,
    urn,
)

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NOT_IN_HTML = re.compile("[\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")  # JSON may hold them, a page may not


def jsonld(edition: Edition) -> bytes:
    """The file. Raises ExportError if an entry's moment is unknown."""
    refuse_unresolved(edition, "JSON-LD")
    return (_document(edition) + "\n").encode("utf-8")


def structured_data(edition: Edition) -> str:
    """The document for a page's script element: `<` is written `\\u003c`, so that no text can end the element."""
    document = _document(edition).replace("<", "\\u003c")
    return _NOT_IN_HTML.sub(lambda match: f"\\u{ord(match[0]):04x}", document)


def _document(edition: Edition) -> str:
    """The blog's own properties, then one update a line."""
    head = _encode(_blog(edition))[:-1]
    updates = ",\n".join([_encode(_update(edition, entry)) for entry in edition.entries])
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


def _update(edition: Edition, entry: Entry) -> dict[str, Any]:
    """Its own headline, its own moments, its own words."""
    first, changed = published(entry), updated(entry)
    url = page_url(edition.blog)
    properties = {
        "@type": "BlogPosting",
        "@id": entry_iri(edition, entry),
        "url": f"{url}#{anchor(entry)}" if url else "",
        "headline": WITHDRAWN_SENTENCE if is_stub(entry) else entry.headline,
        "datePublished": moment_text(first) if first else "",
        "dateModified": moment_text(changed.moment) if changed and changed.moment else "",
    }
    if (shown := entry.time.moment) and first and shown != first.replace(second=0, microsecond=0):
        properties["contentReferenceTime"] = moment_text(shown)
    if is_stub(entry):
        return _known(properties | {"creativeWorkStatus": "Withdrawn", "correction": _corrections(entry)})
    return _known(properties | {
        "articleBody": "\n\n".join(plain(entry.body)),
        "author": _people(entry.bylines),
        "image": _images(edition, entry.body),
        "keywords": list(entry.labels),
        "correction": _corrections(entry) if entry.notices else [],
    })


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
