"""A blog for paper: the HTML that Qt can lay out on pages, for PDF, print and its preview.

Making the PDF needs Qt, which lives in the window's room: `pdf` looks it up when it is called.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from itertools import groupby

from newsdesk.domain.entry import Entry, Notice
from newsdesk.domain.markup import Block, Body, Kind, normal
from newsdesk.domain.stamp import ShownTime
from newsdesk.formats.body_html import body_html
from newsdesk.formats.edition import Edition
from newsdesk.formats.escaping import html_attribute, html_text, safe_url
from newsdesk.formats.language import direction
from newsdesk.formats.pictures import attachment_of, size_of
from newsdesk.formats.public import (
    LABELS,
    WITHDRAWN_SENTENCE,
    anchor,
    is_stub,
    key_events,
    last_changed,
    link_words,
    public_notices,
    uuid_of,
)

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_WIDEST = 600  # of a picture, in pixels of 1/96 inch
_HIGHEST = 720
_STRETCH = 100  # blocks of a body that are set in one go
CSS = """
h1 { font-size: 21pt; margin-top: 0; margin-bottom: 14px; }
h2 { font-size: 14pt; margin-top: 0; margin-bottom: 6px; }
h3 { font-size: 11pt; margin-top: 14px; margin-bottom: 5px; }
p { margin-top: 0; margin-bottom: 9px; }
ul, ol { margin-top: 0; margin-bottom: 9px; }
blockquote { margin-top: 0; margin-bottom: 9px; margin-left: 0; margin-right: 0; }
blockquote { font-style: italic; -qt-block-indent: 1; }
a { color: #0a4f9c; }
.time { color: #5a606b; font-size: 9pt; margin-top: 26px; margin-bottom: 2px; }
.time a { color: #5a606b; }
.quiet { color: #5a606b; font-size: 9pt; margin-bottom: 5px; }
.withdrawn { color: #5a606b; margin-top: 0; margin-bottom: 6px; }
.notice { background-color: #f1f2f4; margin-top: 6px; margin-bottom: 9px; }
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that is needed to set a blog on paper."""

    parts: Iterable[str]  # of HTML, each made when its turn comes, however often one goes through them
    css: str
    pictures: Mapping[str, bytes]  # by the address that the HTML calls them
    title: str
    author: str
    moment: datetime  # of the last substantive change, so that the same blog is the same file
    id: str  # a UUID
    is_rtl: bool


def pdf(edition: Edition) -> bytes:
    """The PDF, A4, with page numbers and working links."""
    made: bytes = import_module("newsdesk.ui.paper").pdf(sheet(edition))
    return made


def sheet(edition: Edition) -> Sheet:
    """The blog as Qt's rich text."""
    blog = edition.blog
    return Sheet(
        parts=_Parts(edition),
        css=CSS,
        pictures=_pictures(edition),
        title=blog.headline,
        author=", ".join(blog.bylines),
        moment=last_changed(edition) or _EARLIEST,
        id=uuid_of(blog.id),
        is_rtl=_is_rtl(edition),
    )


@dataclass(frozen=True, slots=True)
class _Parts(Iterable[str]):
    """So that a long blog is set bit by bit; whoever watches over the entries is asked each time."""

    edition: Edition

    def __iter__(self) -> Iterator[str]:
        around = '<div dir="rtl">{}</div>' if _is_rtl(self.edition) else "{}"
        for part in self._made():
            yield around.format(part.rstrip())  # else Qt has a space in the last line

    def _made(self) -> Iterator[str]:
        yield _beginning(self.edition)
        for entry in self.edition.entries:
            yield from _entry(entry, self.edition)


def _beginning(edition: Edition) -> str:
    blog = edition.blog
    headline = f"<h1>{html_text(blog.headline)}</h1>\n" if blog.headline else ""
    bylines = f'<p class="quiet">{html_text(", ".join(blog.bylines))}</p>\n' if blog.bylines else ""
    return headline + bylines + "".join(_body(blog.introduction, edition)) + _key_events(edition)


def _key_events(edition: Edition) -> str:
    items = "".join(
        f'<li><a href="#{anchor(entry)}">{_stamp(entry.time, edition)} {html_text(link_words(entry))}</a></li>'
        for entry in key_events(edition)
    )
    return f"<h3>Key events</h3>\n<ul>{items}</ul>\n" if items else ""


def _entry(entry: Entry, edition: Edition) -> Iterator[str]:
    turned = ' dir="ltr" align="right"' if _is_rtl(edition) else ""
    time = f'<p class="time"{turned}><a name="{anchor(entry)}">{html_text(str(entry.time))}</a></p>\n'
    body = [""]
    if is_stub(entry):
        words = f'<h3 class="withdrawn"{turned}>{WITHDRAWN_SENTENCE}</h3>\n'
    else:
        words = f"<h2>{html_text(entry.headline)}</h2>\n" if entry.headline else ""
        words += f'<p class="quiet">{html_text(", ".join(entry.bylines))}</p>\n' if entry.bylines else ""
        body = [*_body(entry.body, edition)] or body
    yield time + words + body[0]
    yield from body[1:]
    yield from (_notice(notice, edition) for notice in public_notices(entry))


def _notice(notice: Notice, edition: Edition) -> str:
    time = f" ({_stamp(notice.time, edition)})" if notice.time else ""
    text = html_text(notice.text).replace("\n", "<br>")
    return f'<p class="notice"><b>{LABELS[notice.kind]}{time}:</b> {text}</p>\n'


def _stamp(time: ShownTime, edition: Edition) -> str:
    """Among words that run from right to left it is isolated (UAX 9, 2.4), so that its parts stay in their order."""
    return f"\u2066{html_text(str(time))}\u2069" if _is_rtl(edition) else html_text(str(time))


def _is_rtl(edition: Edition) -> bool:
    return direction(edition.blog.language) == "rtl"


def _body(body: Body, edition: Edition) -> Iterator[str]:
    """The words in stretches, each figure by itself."""
    for is_figure, run in groupby(normal(body), lambda block: block.kind in (Kind.IMAGE, Kind.EMBED)):
        if is_figure:
            yield from (_figure(block, edition) for block in run)
        else:
            yield from (body_html(stretch) + "\n" for stretch in _stretches(run))


def _stretches(words: Iterable[Block]) -> Iterator[Body]:
    """A list is not parted, and a subhead not from its words."""
    stretch: list[Block] = []
    for block in words:
        if len(stretch) >= _STRETCH and block.kind is not Kind.ITEM and stretch[-1].kind is not Kind.SUBHEAD:
            yield tuple(stretch)
            stretch = []
        stretch.append(block)
    yield tuple(stretch)


def _figure(block: Block, edition: Edition) -> str:
    """A picture or embed as paragraphs: Qt knows no figures."""
    caption = body_html((Block(spans=block.spans),)).replace("<p>", '<p class="quiet">')
    credit = f'<p class="quiet">{html_text(block.credit)}</p>' if block.credit else ""
    if block.kind is Kind.IMAGE:
        return f"<p>{_image(block, edition)}</p>\n{caption}\n{credit}\n"
    url, address = safe_url(block.url), html_text(block.url)
    link = f'<a href="{html_attribute(url)}">{address}</a>' if url else address
    return f"{caption}\n{credit}<p>{link}</p>\n"


def _image(block: Block, edition: Edition) -> str:
    attachment = attachment_of(edition, block)
    size = size_of(attachment.content) if attachment else None
    if not attachment or not size:
        return f"<i>{html_text(block.alt)}</i>"
    scale = min(1.0, _WIDEST / size[0], _HIGHEST / size[1])
    width, height = round(size[0] * scale), round(size[1] * scale)
    return f'<img src="{html_attribute(block.url)}" width="{width}" height="{height}">'


def _pictures(edition: Edition) -> Mapping[str, bytes]:
    bodies = [edition.blog.introduction, *(entry.body for entry in edition.entries if not is_stub(entry))]
    return {
        block.url: attachment.content
        for body in bodies
        for block in body
        if block.kind is Kind.IMAGE and (attachment := attachment_of(edition, block))
    }
