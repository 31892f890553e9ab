"""An RSS 2.0 feed (the RSS Advisory Board's specification)."""

from datetime import datetime
from email.utils import format_datetime

from newsdesk.domain.entry import Entry
from newsdesk.formats.edition import Edition
from newsdesk.formats.escaping import xml_text
from newsdesk.formats.feed_content import content_html
from newsdesk.formats.language import well_formed
from newsdesk.formats.pictures import picture_of
from newsdesk.formats.public import (
    anchor,
    is_stub,
    last_changed,
    page_url,
    plain,
    published,
    refuse_unresolved,
    title,
    urn,
)


def rss(edition: Edition) -> bytes:
    """The feed. Raises ExportError if an entry's moment is unknown."""
    refuse_unresolved(edition, "RSS")
    blog, changed = edition.blog, last_changed(edition)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">',
        "<channel>",
        _element("title", blog.headline or "Live blog"),
        _element("link", page_url(blog) or urn(blog.id)),
        _element("description", "\n\n".join(plain(blog.introduction)) or blog.headline or "Live blog"),
        _element("language", well_formed(blog.language)),
        _element("lastBuildDate", _rfc_822(changed)) if changed else "",
        _element("generator", "Newsdesk"),
    ]
    items = [_item(edition, entry) for entry in edition.entries]
    return ("".join(f"{line}\n" for line in lines if line) + "".join(items) + "</channel>\n</rss>\n").encode("utf-8")


def _item(edition: Edition, entry: Entry) -> str:
    first, url = published(entry), page_url(edition.blog)
    content = content_html(entry, picture_of(edition))
    lines = [
        "<item>",
        _element("title", title(entry)),
        _element("link", f"{url}#{anchor(entry)}") if url else "",
        f'<guid isPermaLink="false">{xml_text(urn(entry.id))}</guid>',
        _element("pubDate", _rfc_822(first)) if first else "",
        *([] if is_stub(entry) else [_element("dc:creator", name) for name in entry.bylines]),
        *([] if is_stub(entry) else [_element("category", label) for label in entry.labels]),
        _element("description", content) if content else "",
        "</item>",
    ]
    return "".join(f"{line}\n" for line in lines if line)


def _rfc_822(moment: datetime) -> str:
    """`Thu, 06 Jan 2022 05:41:00 +0000`, in English whatever the machine speaks."""
    return format_datetime(moment)


def _element(name: str, text: str) -> str:
    return f"<{name}>{xml_text(text)}</{name}>"
