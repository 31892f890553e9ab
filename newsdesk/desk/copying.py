"""Entries as the clipboard holds them: live-blog text, HTML, and for another Newsdesk list all that they are."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from newsdesk.desk.desk import Desk
from newsdesk.desk.writing import in_sequence
from newsdesk.domain.blog import Blog, Layout
from newsdesk.domain.entry import Entry, State, new_id
from newsdesk.domain.record import from_record, to_record
from newsdesk.errors import NewsdeskError

_LARGEST = 8_000_000  # bytes of images on the clipboard
_FORMAT = "newsdesk entries 1"


@dataclass(frozen=True, slots=True)
class Copied:
    """One copy in three forms; `records` is for Newsdesk itself and loses nothing."""

    text: str
    html: str
    records: bytes
    count: int
    images_left_out: int = 0  # they are too large for a clipboard


def copy_entries(desk: Desk, ids: Sequence[str]) -> Copied:
    """The entries with these ids, in this sequence, ready for the clipboard."""
    entries = in_sequence(desk, ids)
    blog = desk.store.blog(entries[0].blog) if entries else None
    if blog is None:
        raise NewsdeskError("No entry is selected; nothing was copied. Select some in the list first.")
    html, left_out = _html(desk, blog, entries)
    return Copied(_text(blog, entries), html, to_records(entries), len(entries), left_out)


def to_records(entries: Sequence[Entry]) -> bytes:
    """Whole entries as JSON, without the internal notes, which are nobody's else."""
    rows = [to_record(replace(entry, note="", source=None)) for entry in entries]
    return json.dumps({"format": _FORMAT, "entries": rows}, ensure_ascii=False).encode("utf-8")


def from_records(data: bytes) -> list[Entry]:
    """The entries that a Newsdesk list has copied. Raises NewsdeskError if it is something else."""
    try:
        held = json.loads(data)
        if held["format"] != _FORMAT:
            raise ValueError(held["format"])
        return [from_record(Entry, row) for row in held["entries"]]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NewsdeskError("The clipboard holds entries that cannot be read; nothing was pasted.") from error


def as_new(entry: Entry, blog: str, desk: Desk) -> Entry:
    """The same words as a new entry of a blog; what readers have seen elsewhere begins as a draft here."""
    now = desk.now()
    state = entry.state if entry.state in (State.DRAFT, State.READY) else State.DRAFT
    return replace(
        entry, id=new_id(), blog=blog, created=now, last_changed=now, first_published=None,
        state=state, notices=(), embargo=None, source=None,
    )


def _text(blog: Blog, entries: Sequence[Entry]) -> str:
    from newsdesk.formats.plaintext import write_text

    bare = replace(blog, headline="", introduction=(), layout=Layout(), source=None)
    return write_text(bare, [replace(entry, source=None) for entry in entries]).lstrip("\n")


def _html(desk: Desk, blog: Blog, entries: Sequence[Entry]) -> tuple[str, int]:
    """The entries with their images inside, as many as a clipboard should hold; and how many are left out."""
    from newsdesk.desk.picturing import with_pictures
    from newsdesk.formats.edition import Edition
    from newsdesk.formats.entry_html import entry_html
    from newsdesk.formats.pictures import picture_of
    from newsdesk.formats.voice import WORDS, voice_for

    shown = with_pictures(desk, Edition(blog=blog, entries=tuple(entries)))
    sizes = accumulate(len(attachment.content) for attachment in shown.attachments.values())
    kept = {name: one for (name, one), size in zip(shown.attachments.items(), sizes, strict=True) if size <= _LARGEST}
    voice, picture = voice_for(blog.language, WORDS, "en"), picture_of(replace(shown, attachments=kept))
    html = "".join(entry_html(entry, voice, picture) for entry in entries)
    return html, len(shown.attachments) - len(kept)
