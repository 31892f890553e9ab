"""Entries as the clipboard holds them: live-blog text, HTML, and for another Newsdesk list all that they are."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdesk.desk.desk import Desk
from newsdesk.desk.writing import in_sequence
from newsdesk.domain.blog import Blog, Layout
from newsdesk.domain.entry import Entry, State, new_id
from newsdesk.domain.record import from_record, to_record
from newsdesk.errors import NewsdeskError

_FORMAT = "newsdesk entries 1"


@dataclass(frozen=True, slots=True)
class Copied:
    """One copy in three forms; `records` is for Newsdesk itself and loses nothing."""

    text: str
    html: str
    records: bytes
    count: int


def copy_entries(desk: Desk, ids: Sequence[str]) -> Copied:
    """The entries with these ids, in this sequence, ready for the clipboard."""
    entries = in_sequence(desk, ids)
    blog = desk.store.blog(entries[0].blog) if entries else None
    if blog is None:
        raise NewsdeskError("No entry is selected; nothing was copied. Select some in the list first.")
    return Copied(_text(blog, entries), _html(blog, entries), to_records(entries), len(entries))


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


def _html(blog: Blog, entries: Sequence[Entry]) -> str:
    from newsdesk.formats.body_html import no_picture
    from newsdesk.formats.entry_html import entry_html
    from newsdesk.formats.voice import WORDS, voice_for

    voice = voice_for(blog.language, WORDS, "en")
    return "".join(entry_html(entry, voice, no_picture) for entry in entries)
