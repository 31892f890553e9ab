"""The head of a blog and some of its entries as readers will see them, so that what changed is made anew alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsdesk.desk.desk import Desk
from newsdesk.desk.viewing import Filter, View, read_keys
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, Notice, State
from newsdesk.domain.markup import Block, Body, Kind
from newsdesk.formats.body_html import body_html
from newsdesk.formats.escaping import html_attribute, html_text
from newsdesk.formats.language import direction
from newsdesk.formats.public import LABELS, WITHDRAWN_SENTENCE, anchor, is_stub, link_words, public_notices

_PREFIX = "attachment:"
_MOST = 100  # key events that are listed


@dataclass(frozen=True, slots=True)
class Stretch:
    """Entries that stand together, the images that they show, and how many entries stand before and after them."""

    entries: Sequence[Entry] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    is_rtl: bool = False
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above all entries, the images in it, and the key events that it lists."""

    html: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    events: Sequence[Entry] = ()


def leads_to(fragment: str, entry: Entry) -> bool:
    """Whether a link within the page leads to an entry."""
    return fragment == anchor(entry)


def stretch(desk: Desk, blog: Blog, ids: Sequence[str]) -> Stretch:
    """These entries in this sequence; those that are gone are left out."""
    found = desk.store.entries(ids)
    entries = [found[id] for id in ids if id in found]
    return Stretch(entries, _pictures(desk, (entry.body for entry in entries)), direction(blog.language) == "rtl")


def head(desk: Desk, blog: Blog) -> Head:
    """Headline, bylines, introduction and key events; those that readers do not get are left out."""
    keys, _ = read_keys(desk, blog.id, View(filter=Filter(is_key=True)), list)
    ids = [key.id for key in keys]
    found = desk.store.entries(ids)
    events = [found[id] for id in ids if id in found and found[id].is_public and not is_stub(found[id])][:_MOST]
    parts = [f"<h1>{html_text(blog.headline)}</h1>"] if blog.headline else []
    day = f"{blog.date:%d.%m.}{blog.date.year:04}" if blog.date else ""
    about = " · ".join(filter(None, (", ".join(blog.bylines), day)))
    parts += [f'<p class="quiet">{html_text(about)}</p>'] if about else []
    parts.append(body_html(blog.introduction, _picture))
    items = "".join(
        f'<li><a href="#{anchor(event)}">{html_text(f"{str(event.time)[:-11]} {link_words(event)}")}</a></li>'
        for event in events
    )
    parts += [f"<h3>Key events</h3><ul>{items}</ul>"] if items else []
    return Head("".join(parts), _pictures(desk, [blog.introduction]), events)


def _pictures(desk: Desk, bodies: Iterable[Body]) -> dict[str, bytes]:
    urls = {block.url for body in bodies for block in body if block.kind is Kind.IMAGE}
    kept = {url: desk.store.attachment(url) for url in sorted(urls) if url.startswith(_PREFIX)}
    return {url: attachment.content for url, attachment in kept.items() if attachment}


def time_html(entry: Entry, *, is_one_line: bool = False) -> str:
    """The time, above its day or before it; it leads to the entry. What readers do not get, or not yet, says so."""
    clock, _, day = str(entry.time).rpartition(" ")
    part, before = (" ", " · ") if is_one_line else ("<br>", "<br>")
    link = f'<a href="#{anchor(entry)}">{html_text(clock)}</a>{part}{html_text(day)}'
    marks = ["Draft"] if entry.state is State.DRAFT else []
    marks += [f"Not before {entry.embargo:%H:%M} GMT"] if entry.embargo else []
    marks += ["Key event"] if entry.is_key and not is_stub(entry) else []
    marks += ["Pinned"] if entry.is_pinned and not is_stub(entry) else []
    return f'<p class="time">{link}{"".join(f"{before}<b>{mark}</b>" for mark in marks)}</p>'


def entry_html(entry: Entry) -> str:
    """Headline, byline, text and notices; of a withdrawn entry only its stub."""
    notices = "".join(map(_notice, public_notices(entry)))
    if is_stub(entry):
        return f'<h3 class="withdrawn">{WITHDRAWN_SENTENCE}</h3>{notices}'
    headline = f"<h2>{html_text(entry.headline)}</h2>" if entry.headline else ""
    by = f'<p class="quiet">{html_text(", ".join(entry.bylines))}</p>' if entry.bylines else ""
    return f"{headline}{by}{body_html(entry.body, _picture)}{notices}" or "<p></p>"


def _picture(block: Block) -> str:
    return f'<img src="{html_attribute(block.url)}"><br>' if block.url.startswith(_PREFIX) else ""


def _notice(notice: Notice) -> str:
    time = f" ({html_text(str(notice.time))})" if notice.time else ""
    text = html_text(notice.text).replace("\n", "<br>")
    return f'<p class="notice"><b>{LABELS[notice.kind]}{time}:</b> {text}</p>'
