"""People, moments and values that the tests of the store tell their stories with."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.order import spread
from newsdesk.domain.revision import Author, Revision
from newsdesk.domain.stamp import ShownTime
from newsdesk.store.store import Store

NOON = datetime(2022, 1, 6, 12, tzinfo=UTC)
ANN = Author("ann's desk", "Ann")
BOB = Author("bob's desk", "Bob")
V = TypeVar("V", Blog, Entry)


def a_blog(**fields: Any) -> Blog:  # noqa: ANN401  any field
    usual: dict[str, Any] = {"created": NOON, "last_changed": NOON, "headline": "Talks in Almaty"}
    return Blog(**usual | fields)


def an_entry(blog: Blog, **fields: Any) -> Entry:  # noqa: ANN401  any field
    usual: dict[str, Any] = {
        "blog": blog.id,
        "order": "U",
        "time": ShownTime(NOON),
        "created": NOON,
        "last_changed": NOON,
        "headline": "Talks begin",
    }
    return Entry(**usual | fields)


def entries_for(blog: Blog, count: int) -> list[Entry]:
    """A blog's worth of different entries, newest first."""
    return [
        an_entry(
            blog,
            order=key,
            time=ShownTime(NOON - timedelta(minutes=number)),
            headline=f"Headline {number}",
            body=paragraphs(f"Paragraph {number} of the day.", "And “another”: Қазақстан, naïve, 北京."),
        )
        for number, key in enumerate(spread(count))
    ]


def edited(store: Store, value: V, author: Author = ANN, title: str = "Edit", **fields: Any) -> V:  # noqa: ANN401
    """The value with other fields, as it now stands in the store."""
    new = replace(value, **fields)
    store.apply(Edit.of(title, [value], [new]), author, at=NOON)
    return new


def added(store: Store, *values: Blog | Entry, author: Author = ANN) -> Revision:
    return store.apply(Edit.of("Add", after=values), author, at=NOON)


def removed(store: Store, *values: Blog | Entry, author: Author = ANN) -> Revision:
    return store.apply(Edit.of("Delete", before=values), author, at=NOON)
