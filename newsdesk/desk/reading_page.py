"""Some entries of a blog as readers will see them, one by one, so that a changed one is made anew alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, Notice, State
from newsdesk.domain.markup import Block, Kind
from newsdesk.formats.body_html import body_html
from newsdesk.formats.escaping import html_attribute, html_text
from newsdesk.formats.language import direction
from newsdesk.formats.public import LABELS, WITHDRAWN_SENTENCE, anchor, is_stub, public_notices

_PREFIX = "attachment:"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Entries that stand together, and the images that they show."""

    entries: Sequence[Entry] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    is_rtl: bool = False


def stretch(desk: Desk, blog: Blog, ids: Sequence[str]) -> Stretch:
    """These entries in this sequence; those that are gone are left out."""
    found = desk.store.entries(ids)
    entries = [found[id] for id in ids if id in found]
    urls = {block.url for entry in entries for block in entry.body if block.kind is Kind.IMAGE}
    kept = {url: desk.store.attachment(url) for url in sorted(urls) if url.startswith(_PREFIX)}
    pictures = {url: attachment.content for url, attachment in kept.items() if attachment}
    return Stretch(entries, pictures, direction(blog.language) == "rtl")


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
