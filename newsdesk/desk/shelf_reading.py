"""A blog that is not on the desk, to be read where it lies."""

from dataclasses import dataclass

from newsdesk.desk.desk import Desk
from newsdesk.desk.reading_page import Stretch, stretch
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry

_AROUND = 60  # entries before and after the one that is looked at


@dataclass(frozen=True, slots=True)
class Shelved:
    """A blog from the archive or the trash with the entries around one of them, and how many there are in all."""

    blog: Blog
    entry: Entry | None
    around: Stretch
    count: int


def read_shelved(desk: Desk, blog: Blog, entry: Entry | None) -> Shelved:
    """The entries in the editor's arrangement; without an entry they are those at its top."""
    ids = [key.id for key in desk.store.each_key(blog.id)]
    here = ids.index(entry.id) if entry is not None and entry.id in ids else 0
    return Shelved(blog, entry, stretch(desk, blog, ids[max(0, here - _AROUND) : here + _AROUND + 1]), len(ids))
