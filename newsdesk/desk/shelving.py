"""Blogs as a whole: duplicated, closed and reopened, and what lies in their trash."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog, Layout, Shelf
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry, State, new_id
from newsdesk.domain.revision import Done, Revision
from newsdesk.domain.slug import slug as to_slug


@dataclass(frozen=True, slots=True)
class Deleted:
    """An entry in the trash, and what put it there."""

    entry: Entry
    by: Revision


def duplicate_blog(desk: Desk, id: str) -> Blog:
    """A copy of a blog and its entries, all of them drafts that nobody has released; one undo takes it away."""
    now, blog = desk.now(), desk.store.blog(id)
    headline = f"{blog.headline} (copy)" if blog.headline else ""
    copy = replace(
        blog, id=new_id(), created=now, last_changed=now, headline=headline, slug=to_slug(headline), url="",
        is_open=True, coverage_start=None, coverage_end=None, shelf=Shelf.DESK, layout=Layout(), source=None,
    )
    entries = [
        replace(
            entry, id=new_id(), blog=copy.id, created=now, last_changed=now, first_published=None,
            state=State.DRAFT, embargo=None, notices=(), source=None,
        )
        for entry in desk.store.entries_of(id)
    ]
    desk.do(Edit.of("Duplicate blog", after=[copy, *entries]))
    return copy


def close_or_reopen(desk: Desk, id: str) -> Blog:
    """Close a blog, which ends its coverage now unless an end was set; or open it again, without an end."""
    blog = desk.store.blog(id)
    if blog.is_open:
        writing.change(desk, blog, "Close blog", is_open=False, coverage_end=blog.coverage_end or desk.now())
    else:
        writing.change(desk, blog, "Reopen blog", is_open=True, coverage_end=None)
    return desk.store.blog(id)


def put_on(desk: Desk, ids: Sequence[str], shelf: Shelf) -> Done | None:
    """Put blogs on a shelf, each as one edit of its own; returns the last."""
    done = None
    for id in ids:
        done = writing.put_blog_on(desk, desk.store.blog(id), shelf)
    return done


def shelved(desk: Desk) -> list[Blog]:
    """The blogs in the archive and in the trash, the latest changed first."""
    return [blog for blog in desk.store.blogs() if blog.shelf is not Shelf.DESK]


def deleted_entries(desk: Desk, blog: str) -> list[Deleted]:
    """What was deleted from a blog and is not back, the latest first."""
    return [Deleted(entry, revision) for revision, entry in desk.store.trash(blog)]
