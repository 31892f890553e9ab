"""Opening a store. The store's library is loaded here, when it is first needed, and nowhere before."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.desk.listing import Opened, open_listing
from newsdesk.domain.blog import Blog, Shelf
from newsdesk.preferences import Preferences
from newsdesk.store.glance import Glance, glance

if TYPE_CHECKING:
    from newsdesk.desk.desk import Desk

__all__ = ["First", "Glance", "glance_into", "open_desk", "read_first"]


@dataclass(frozen=True, slots=True)
class First:
    """All that a window shows first, in one answer, so that no edit can come in between."""

    blogs: list[Blog]
    counts: dict[str, dict[str, int]]
    blog: Blog | None
    opened: Opened | None


def open_desk(where: str, preferences: Preferences) -> "Desk":
    """A desk at a store, which is made if it is new. Raises StoreError if that cannot be."""
    from newsdesk.desk.desk import Desk
    from newsdesk.domain.revision import Author
    from newsdesk.store.store import Store

    desk = Desk(Store(where), Author(preferences.desk, preferences.author))
    desk.zone = preferences.zone
    return desk


def glance_into(where: str, blog: str = "", top: int = 0) -> Glance | None:
    """What can be seen of a store before it is opened; None of a new one, or where anything is unusual."""
    return None if "://" in where else glance(Path(where).expanduser(), blog, top)


def read_first(desk: "Desk", blog: str = "", entry: str = "", top: int = 0) -> First:
    """What a window shows first: a blog, or the one worked on last, at an entry and with a row at the top."""
    blogs = desk.store.blogs()
    on_desk = [known for known in blogs if known.shelf is Shelf.DESK]
    chosen = next((known for known in on_desk if known.id == blog), on_desk[0] if on_desk else None)
    opened = open_listing(desk, chosen.id, entry, top) if chosen else None
    return First(blogs, desk.store.counts(), chosen, opened)
