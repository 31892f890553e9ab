"""Searching all blogs, and finding the entry of a time."""

from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING

from newsdesk.desk.desk import Desk
from newsdesk.domain.arranging import Key
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import text_to_time

if TYPE_CHECKING:  # the window knows results long before it searches
    from newsdesk.store.words import Snippet

_SLICE = 0.03  # seconds of indexing between two looks at what else there is to do


@dataclass(frozen=True, slots=True)
class Found:
    """A place that holds what was searched for; without an entry it is the blog's own headline or introduction."""

    blog: Blog
    entry: Entry | None
    headline: "Snippet"
    text: "Snippet"


def search(desk: Desk, words: str, limit: int = 100) -> list[Found]:
    """The latest entries, and blogs, that hold all words."""
    hits = desk.store.search(words, limit)
    blogs = {blog.id: blog for blog in desk.store.blogs()}
    entries = desk.store.entries([hit.entry for hit in hits if hit.entry])
    return [
        Found(blogs[hit.blog], entries.get(hit.entry), hit.headline, hit.body)
        for hit in hits
        if hit.blog in blogs and (not hit.entry or hit.entry in entries)
    ]


def index_a_little(desk: Desk) -> bool:
    """Catch the search index up for a moment; True when nothing is left to do."""
    if desk.store.path is None:
        return True
    end = monotonic() + _SLICE
    return desk.store.update_index(lambda: monotonic() > end)


def nearest_to(desk: Desk, blog: str, moment: datetime) -> Entry | None:
    """The entry of a blog that is nearest to a moment; None in an empty blog."""
    minute = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M}"
    later: Key | None = None
    earlier: Key | None = None
    for key in desk.store.each_key(blog):
        if key.minute >= minute:
            later = key if later is None or key.minute < later.minute else later
        else:
            earlier = key if earlier is None or key.minute > earlier.minute else earlier
    beside = [key for key in (later, earlier) if key is not None]
    nearest = min(beside, key=lambda key: abs(text_to_time(key.time).sortable - moment), default=None)
    return desk.store.entries([nearest.id]).get(nearest.id) if nearest else None
