"""Earlier words: the lines that an entry was read from still hold what has been edited since."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.formats.plaintext.lines import one_line
from newsdesk.formats.plaintext.outdated import is_outdated
from newsdesk.formats.plaintext.projection import plain, plain_entry
from newsdesk.formats.plaintext.settings import Settings


def entries_without_earlier_words(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries; those that say something else than the lines they were read from come without these."""
    return (replace(entry, source=None) if entry.source and _was_reworded(entry) else entry for entry in entries)


def blog_without_earlier_words(blog: Blog, entries: Iterable[Entry]) -> Blog:
    """The same of what stands above the entries."""
    if blog.source is None or blog.last_changed == blog.created:
        return blog
    head = plain(blog, list(entries)[:1])
    return replace(blog, source=None) if is_outdated(blog.source, head, 0, Settings(zone=blog.zone)) else blog


def _was_reworded(entry: Entry) -> bool:
    if entry.last_changed == entry.created:
        return False
    now = plain_entry(entry)
    said = {line.strip() for line in (now.headline, *now.paragraphs, *now.notices)}
    return any(line.strip() not in said for line in one_line(entry.source or "")[1:] if line.strip())
