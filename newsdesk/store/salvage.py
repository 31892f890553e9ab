"""Salvage: every readable entry of a damaged store, in a new one.

Each entry exists several times: as a row, in the log that tells how it came to be, and in backups. A row
whose checksum holds is taken as it is. Else the log makes it again, or a backup has it, or the damaged row
itself is taken; those are marked as doubtful. Nothing is invented, and what was deleted stays deleted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit, Value
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import What
from newsdesk.domain.revision import Author
from newsdesk.errors import StoreError
from newsdesk.store.remains import Finds, Images, best_values, collect, collect_older
from newsdesk.store.rows import what_is
from newsdesk.store.store import Store

LOST_BLOG = "its blog could not be read"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A blog or entry that was salvaged, but perhaps not as it last was."""

    what: What
    id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What was brought into the new store."""

    blogs: int
    entries: int
    attachments: int
    doubts: tuple[Doubt, ...]

    @property
    def sentence(self) -> str:
        doubtful = f"; {len(self.doubts):,} of them are marked as doubtful" if self.doubts else ", all as they were"
        return f"Salvaged: {self.blogs:,} blogs and {self.entries:,} entries{doubtful}. The damaged file is unchanged."


def salvage(damaged: Path, new_file: Path, author: Author, at: datetime, backups: Iterable[Path] = ()) -> Salvaged:
    """Bring everything readable of a damaged store into a new file, and write nothing else.

    Raises StoreError if the new file exists, or if nothing at all can be read.
    """
    if new_file.exists():
        raise StoreError(f"“{new_file.name}” is there already; nothing was salvaged. Name a new file.")
    finds: Finds = {}
    images = collect(damaged, finds)
    for backup in backups:
        images |= collect_older(backup, finds)
    found = list(best_values(finds))
    if not found:
        raise StoreError(f"Nothing could be read out of “{damaged.name}”; no file was made. Restore a backup.")
    lost = _lost_blogs([value for value, _ in found], at)
    values = [*lost, *(_marked(value, why) for value, why in found)]
    edits = [Edit.of(f"Salvage “{damaged.name}”", after=of_blog) for of_blog in _by_blog(values)]
    _write(new_file, edits, images, author, at)
    doubts = [Doubt(what_is(value), value.id, why) for value, why in found if why]
    return Salvaged(
        blogs=sum(isinstance(value, Blog) for value in values),
        entries=sum(isinstance(value, Entry) for value in values),
        attachments=len(images),
        doubts=(*doubts, *(Doubt(What.BLOG, blog.id, LOST_BLOG) for blog in lost)),
    )


def _marked(value: Value, why: str) -> Value:
    """A doubtful entry says so in its internal note."""
    if not why or isinstance(value, Blog):
        return value
    return replace(value, note="\n".join(filter(None, (value.note, f"Salvaged: {why}."))))


def _lost_blogs(values: Sequence[Value], at: datetime) -> list[Blog]:
    there = {value.id for value in values if isinstance(value, Blog)}
    wanted = {value.blog for value in values if isinstance(value, Entry)}
    return [Blog(id=id, created=at, last_changed=at, headline="Salvaged") for id in sorted(wanted - there)]


def _by_blog(values: Sequence[Value]) -> list[list[Value]]:
    by_blog: dict[str, list[Value]] = {}
    for value in values:
        by_blog.setdefault(value.id if isinstance(value, Blog) else value.blog, []).append(value)
    return list(by_blog.values())


def _write(new_file: Path, edits: list[Edit], images: Images, author: Author, at: datetime) -> None:
    """A new store with these edits and images, or no file at all."""
    store = Store(new_file)
    try:
        for image in images.values():
            store.add_attachment(image.content, image.media_type)
        for edit in edits:
            store.apply(edit, author, at=at)
    except BaseException:
        store.close()
        for each in (new_file, new_file.with_name(new_file.name + "-journal")):
            each.unlink(missing_ok=True)
        raise
    store.close()
