"""An Atom feed (RFC 4287)."""

from urllib.parse import urlsplit

from newsdesk.domain.entry import Entry
from newsdesk.formats.body_html import body_html
from newsdesk.formats.edition import Edition
from newsdesk.formats.escaping import xml_text
from newsdesk.formats.feed_content import content_html
from newsdesk.formats.language import well_formed
from newsdesk.formats.pictures import picture_of
from newsdesk.formats.public import (
    anchor,
    is_stub,
    last_changed,
    modified,
    moment_text,
    page_url,
    published,
    refuse_unresolved,
    title,
    urn,
)

_NAMESPACES = 'xmlns="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/"'


def atom(edition: Edition) -> bytes:
    """Entry by entry; `updated` moves for a correction of substance and not for a slip.

    Raises ExportError if an entry's moment is unknown.
    """
    refuse_unresolved(edition, "Atom")
    parts = ['<?xml version="1.0" encoding="utf-8"?>\n', *_head(edition)]
    parts.extend(_entry(edition, entry) for entry in edition.entries)
    parts.append("</feed>\n")
    return "".join(parts).encode("utf-8")


def _head(edition: Edition) -> list[str]:
    blog, url = edition.blog, page_url(edition.blog)
    changed = last_changed(edition)
    lines = [
        f'<feed {_NAMESPACES} xml:lang="{xml_text(well_formed(blog.language))}">',
        _element("id", urn(blog.id)),
        _element("title", blog.headline or "Live blog"),
        _element("updated", moment_text(changed)) if changed else "",
        f'<link rel="alternate" type="text/html" href="{xml_text(url)}"/>' if url else "",
        _html("subtitle", body_html(blog.introduction, picture_of(edition))) if blog.introduction else "",
        *map(_author, blog.bylines or (unnamed_author(url, blog.headline),)),
        _element("generator", "Newsdesk"),
    ]
    return [f"{line}\n" for line in lines if line]


def _entry(edition: Edition, entry: Entry) -> str:
    first = published(entry)
    changed = modified(entry) or first
    url, content = page_url(edition.blog), content_html(entry, picture_of(edition))
    lines = [
        "<entry>",
        _element("id", urn(entry.id)),
        _element("title", title(entry)),
        _element("published", moment_text(first)) if first else "",
        _element("updated", moment_text(changed)) if changed else "",
        _shown_time(entry),
        f'<link rel="alternate" type="text/html" href="{xml_text(url)}#{anchor(entry)}"/>' if url else "",
        *([] if is_stub(entry) else [_author(name) for name in entry.bylines]),
        *([] if is_stub(entry) else [f'<category term="{xml_text(label)}"/>' for label in entry.labels]),
        _html("content", content) if content or not url else "",
        "</entry>",
    ]
    return "".join(f"{line}\n" for line in lines if line)


def _shown_time(entry: Entry) -> str:
    """The time that the entry shows, where it is another than that of its publication."""
    first, shown = published(entry), entry.time.moment
    if not first or not shown or first.replace(second=0, microsecond=0) == shown:
        return ""
    return _element("dcterms:temporal", moment_text(shown))


def unnamed_author(url: str, headline: str) -> str:
    """A feed must name an author (4.1.1): without a byline it is the site, or the blog itself."""
    return urlsplit(url).hostname or headline or "Live blog"


def _author(name: str) -> str:
    return f"<author><name>{xml_text(name)}</name></author>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{xml_text(text)}</{name}>"


def _html(name: str, html: str) -> str:
    return f'<{name} type="html">{xml_text(html)}</{name}>'
