"""ninjs 3.0, the IPTC's news item in JSON: the blog a composite, each entry an association of its own."""

import json
from typing import Any

from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import Body, words
from newsdesk.formats.body_html import Picture, body_html
from newsdesk.formats.edition import Edition
from newsdesk.formats.language import well_formed
from newsdesk.formats.pictures import picture_of
from newsdesk.formats.public import (
    WITHDRAWN_SENTENCE,
    anchor,
    entry_iri,
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

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_SCHEMA = "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"


def ninjs(edition: Edition) -> bytes:
    """The item, its associations one a line. Raises ExportError if an entry's moment is unknown."""
    refuse_unresolved(edition, "ninjs")
    picture = picture_of(edition)
    head = json.dumps(_blog(edition, picture), ensure_ascii=False, indent=1).removesuffix("\n}")
    rows = ",\n".join([_encode(_entry(edition, entry, picture)) for entry in edition.entries])
    return f'{head},\n "associations": [\n{rows}\n ]\n}}\n'.encode()


def _blog(edition: Edition, picture: Picture) -> dict[str, Any]:
    blog, changed, url = edition.blog, last_changed(edition), page_url(edition.blog)
    return _known({
        "uri": urn(blog.id),
        "standard": {"name": "ninjs", "version": "3.0", "schema": _SCHEMA},
        "type": "composite",
        "profile": "liveblog",
        "representationType": "full" if edition.options.only is None else "partial",
        "pubStatus": "usable",
        "language": well_formed(blog.language),
        "firstCreated": moment_text(edition.first_published) if edition.first_published else "",
        "versionCreated": moment_text(changed) if changed else "",
        "headlines": _headlines(blog.headline),
        "bodies": _bodies(blog.introduction, picture, "introduction"),
        "by": ", ".join(blog.bylines),
        "people": _people(blog.bylines),
        "slugline": blog.slug,
        "altIds": [{"role": "url", "value": url}] if url else [],
    })


def _entry(edition: Edition, entry: Entry, picture: Picture) -> dict[str, Any]:
    first, shown = published(entry), entry.time.moment
    version = modified(entry) or first
    item = {
        "name": anchor(entry),
        "rel": "liveBlogUpdate",
        "uri": urn(entry.id),
        "type": "text",
        "pubStatus": _status(entry),
        "firstCreated": moment_text(first) if first else "",
        "versionCreated": moment_text(version) if version else "",
        "contentCreated": moment_text(shown) if shown else "",  # the time it shows
        "edNote": "\n".join(_notices(entry)),
        "altIds": [{"role": "url", "value": entry_iri(edition, entry)}] if page_url(edition.blog) else [],
    }
    if is_stub(entry):
        return _known(item)
    return _known(item | {
        "headlines": _headlines(entry.headline),
        "bodies": _bodies(entry.body, picture, "main"),
        "by": ", ".join(entry.bylines),
        "people": _people(entry.bylines),
        "subjects": [{"name": label} for label in entry.labels],
    })


def _status(entry: Entry) -> str:
    if is_stub(entry):
        return "canceled"
    return "withheld" if entry.state is State.DRAFT else "usable"


def _notices(entry: Entry) -> list[str]:
    lines = [WITHDRAWN_SENTENCE] if is_stub(entry) else []
    for notice in public_notices(entry):
        time = f" ({notice.time})" if notice.time else ""
        lines.append(f"{notice.kind.value.upper()}{time}: {notice.text}")
    return lines


def _headlines(headline: str) -> list[dict[str, str]]:
    return [{"role": "main", "contentType": "text/plain", "value": headline}] if headline else []


def _bodies(body: Body, picture: Picture, role: str) -> list[dict[str, Any]]:
    """The words twice: as HTML, and plain for who wants no markup."""
    if not body:
        return []
    text = "\n\n".join(plain(body))
    counts = {"charCount": len(text), "wordCount": words(body)}
    return [
        {"role": role, "contentType": "text/html", **counts, "value": body_html(body, picture)},
        {"role": role, "contentType": "text/plain", **counts, "value": text},
    ]


def _people(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"name": name, "rel": "author"} for name in names]


def _known(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if value}
