"""Straight quotes made typographic in entries and in a whole blog, by the blog's language, as one undo."""

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.desk.desk import Desk
from newsdesk.desk.writing import in_sequence
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry
from newsdesk.domain.quotes import typographic, typographic_line

_TITLE = "Typographic quotes"


def in_entries(desk: Desk, ids: Sequence[str]) -> int:
    """Headlines and texts of these entries; how many were changed."""
    entries = in_sequence(desk, ids)
    if not entries:
        return 0
    language = desk.store.blog(entries[0].blog).language
    return len(_do(desk, [(entry, _set_entry(entry, language)) for entry in entries]))


def in_blog(desk: Desk, id: str) -> int:
    """All entries, and the blog's own headline and introduction; how many of all these were changed."""
    blog = desk.store.blog(id)
    head = replace(
        blog,
        headline=typographic_line(blog.headline, blog.language),
        introduction=typographic(blog.introduction, blog.language),
    )
    entries = [(entry, _set_entry(entry, blog.language)) for entry in desk.store.entries_of(id)]
    return len(_do(desk, [(blog, head), *entries]))


def _set_entry(entry: Entry, language: str) -> Entry:
    headline, body = typographic_line(entry.headline, language), typographic(entry.body, language)
    is_same = headline is entry.headline and body is entry.body
    return entry if is_same else replace(entry, headline=headline, body=body)


def _do(desk: Desk, pairs: Sequence[tuple[Blog | Entry, Blog | Entry]]) -> Sequence[Blog | Entry]:
    changed = [(old, new) for old, new in pairs if old is not new and old != new]
    if changed:
        desk.do(Edit.of(_TITLE, [old for old, _ in changed], [new for _, new in changed]))
    return [new for _, new in changed]
