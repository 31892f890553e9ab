"""What the commands show, as JSON-able shapes and as lines for a person."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.html import to_html
from newsdesk.domain.markup import texts

if TYPE_CHECKING:  # `list` reads no file
    from newsdesk.desk.importing import Imported

Shape = dict[str, Any]


def blog_row(blog: Blog, entries: int) -> Shape:
    """A blog as `list` shows it."""
    return {
        "id": blog.id,
        "slug": blog.slug,
        "headline": blog.headline,
        "date": blog.date.isoformat() if blog.date else None,
        "entries": entries,
        "open": blog.is_open,
    }


def whole_blog(blog: Blog, entries: Iterable[Entry]) -> Shape:
    """A blog as `show` shows it, its entries in the editor's arrangement."""
    row = blog_row(blog, 0)
    return {
        **{name: row[name] for name in ("id", "slug", "headline", "date", "open")},
        "introduction": list(texts(blog.introduction)),
        "entries": [entry_row(entry) for entry in entries],
    }


def entry_row(entry: Entry) -> Shape:
    moment = entry.time.moment
    return {
        "id": entry.id,
        "time": moment.isoformat() if moment else None,
        "stamp": str(entry.time),
        "headline": entry.headline,
        "body": list(texts(entry.body)),
        "html": to_html(entry.body),
        "state": entry.state.value,
        "key": entry.is_key,
        "pinned": entry.is_pinned,
        "bylines": list(entry.bylines),
        "labels": list(entry.labels),
    }


def import_shape(done: "Imported") -> Shape:
    return {
        "blog": done.blog.id,
        "entries": done.entries,
        "introduction": len(done.blog.introduction),
        "new": done.is_new,
        "notices": [{"code": n.code, "line": n.line, "message": n.message} for n in done.notices],
    }


def blog_line(blog: Blog, entries: int) -> str:
    state = "" if blog.is_open else ", closed"
    count = f"{entries} entry" if entries == 1 else f"{entries} entries"
    return f"{blog.id[:8]}  {blog.headline or '(no headline)'}  [{count}{state}]"


def blog_lines(blog: Blog, entries: Iterable[Entry]) -> Iterator[str]:
    yield blog.headline or "(no headline)"
    yield from texts(blog.introduction)
    for entry in entries:
        mark = "" if entry.state is State.PUBLISHED else f"  [{entry.state}]"
        yield ""
        yield f"{entry.id[:8]}  {entry.time}{mark}{'  [key]' if entry.is_key else ''}"
        yield from filter(None, [entry.headline, *texts(entry.body)])
