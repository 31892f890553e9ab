"""What readers may know of an entry: its anchor, its moments, its notices, its words.

All public formats ask here, so that they agree; a withdrawn entry's text can't slip out by one of them.
"""

import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.markup import Block, Body, Kind
from newsdesk.domain.stamp import ShownTime
from newsdesk.domain.unread import publications
from newsdesk.errors import ExportError
from newsdesk.formats.edition import Edition
from newsdesk.formats.escaping import safe_url

WITHDRAWN_SENTENCE = "This entry was withdrawn."
LABELS = {
    NoticeKind.CORRECTION: "Correction",
    NoticeKind.CLARIFICATION: "Clarification",
    NoticeKind.WITHDRAWN: "Withdrawn",
}
_ANCHORABLE = re.compile(r"[A-Za-z0-9_-]+")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_NEWSDESK = uuid.UUID("9b6a2c1e-5d0f-4c7e-8a57-3f1f6b1f0a11")  # where ids that are no UUIDs get theirs
_FIRST_WORDS = 80


def anchor(entry: Entry) -> str:
    """The permanent anchor: from the id, never from the place or the words."""
    return f"entry-{entry.id if _ANCHORABLE.fullmatch(entry.id) else uuid_of(entry.id)}"


def are_anchorable(ids: Iterable[str]) -> bool:
    """Whether the anchor of each is `entry-` and the id itself."""
    return _ANCHORABLE.fullmatch("".join(ids)) is not None


def id_of(anchor: str) -> str:
    """The entry's id that an anchor of ours, or a link to it, holds; nothing for anybody else's."""
    _, found, id = anchor.rpartition("entry-")
    return id if found and _UUID.fullmatch(id) else ""


def uuid_of(id: str) -> str:
    """The id itself where it is a UUID, as all of ours are."""
    return id if _UUID.fullmatch(id) else str(uuid.uuid5(_NEWSDESK, id))


def urn(id: str) -> str:
    return f"urn:uuid:{uuid_of(id)}"


def page_url(blog: Blog) -> str:
    """Where the blog is to be read, without a fragment; nothing where nobody said."""
    url = safe_url(blog.url).partition("#")[0]
    return url if url.lower().startswith("http") else ""


def entry_iri(edition: Edition, entry: Entry) -> str:
    """The entry's absolute name: the page's URL and the anchor, or a URN where there is no URL."""
    url = page_url(edition.blog)
    return f"{url}#{anchor(entry)}" if url else urn(entry.id)


def is_stub(entry: Entry) -> bool:
    return entry.state is State.WITHDRAWN


def public_notices(entry: Entry) -> list[Notice]:
    """What readers are told: of a withdrawn entry the withdrawal alone, never a refile."""
    if not entry.notices:
        return []
    if is_stub(entry):
        return [notice for notice in entry.notices if notice.kind is NoticeKind.WITHDRAWN][-1:]
    return [notice for notice in entry.notices if notice.kind in (NoticeKind.CORRECTION, NoticeKind.CLARIFICATION)]


def updated(entry: Entry) -> ShownTime | None:
    """The latest correction, clarification or withdrawal; nothing else updates an entry."""
    if not entry.notices:
        return None
    times = [notice.time for notice in public_notices(entry) if notice.time and notice.time.moment]
    return max(times, key=lambda time: time.sortable, default=None)


def modified(entry: Entry) -> datetime | None:
    """The moment of that for machines, which must move with each notice and never lie before the publication.

    A notice tells its minute alone: in the minute of the publication each counts as a second.
    """
    if (time := updated(entry)) is None:
        return None
    first = published(entry)
    return max(time.sortable, first + timedelta(seconds=len(public_notices(entry)))) if first else time.sortable


def published(entry: Entry) -> datetime | None:
    """First publication, which editing the shown time never moves; the shown time of what comes out only now."""
    return entry.first_published or entry.time.moment


def last_changed(edition: Edition) -> datetime | None:
    """The latest substantive change: an entry came, was corrected, clarified or withdrawn, or coverage ended."""
    moments = publications(edition.entries)
    moments += [moment for entry in edition.entries if entry.notices and (moment := modified(entry))]
    if edition.blog.coverage_end and not edition.blog.is_open:
        moments.append(edition.blog.coverage_end)
    return max(moments, default=None)


def refuse_unresolved(edition: Edition, format_name: str) -> None:
    """Feeds and structured data need moments. Raises ExportError naming the first entry that has none."""
    for entry in edition.entries:
        if not entry.time.moment:
            raise ExportError(
                f"{format_name} needs to know when each entry was, and nobody has said what time zone"
                f" “{entry.time.zone}” is ({entry.time}). Set that entry's time, then export again."
            )


def title(entry: Entry) -> str:
    """The headline; where there is none, what a feed must call the entry all the same."""
    if is_stub(entry):
        return WITHDRAWN_SENTENCE
    return entry.headline or str(entry.time)


def link_words(entry: Entry) -> str:
    """What a link to the entry says: the headline, else its first words, else its time."""
    if is_stub(entry):
        return WITHDRAWN_SENTENCE
    words = entry.headline or next((text for text in map(str.strip, plain(entry.body)) if text), "")
    return shortened(words, _FIRST_WORDS) if words.strip() else str(entry.time)


def key_events(edition: Edition) -> list[Entry]:
    return [entry for entry in edition.entries if entry.is_key and not is_stub(entry)]


def public_body(entry: Entry) -> Body:
    return () if is_stub(entry) else entry.body


def plain(body: Body) -> list[str]:
    """A body as paragraphs of plain text: no empty ones, explicit breaks as line feeds."""
    paragraphs: list[str] = []
    for block in body:
        text = block.text
        if block.kind in _WORDS and "\n\n" not in text:
            paragraphs.append(text)
        else:
            paragraphs.extend(_plain_block(block))
    return [text for text in paragraphs if text]


def _plain_block(block: Block) -> Iterator[str]:
    if block.kind is Kind.IMAGE:
        yield from _paragraphs([block.text or block.alt, block.credit])
    elif block.kind is Kind.EMBED:
        yield from _paragraphs([block.text, block.url])
    else:
        yield from _paragraphs([block.text])


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (part for part in _BLANK_LINES.split(text) if part)


_BLANK_LINES = re.compile(r"\n{2,}")
_WORDS = frozenset({Kind.PARAGRAPH, Kind.SUBHEAD, Kind.QUOTE, Kind.ITEM})


def shortened(text: str, longest: int) -> str:
    """Cut at a word's end."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:-–—") + "…"


def moment_text(moment: datetime) -> str:
    """ISO 8601 with offset and colon, seconds, in UTC: `2022-01-06T05:41:00+00:00`."""
    return moment.isoformat(timespec="seconds")
