"""The names that a blog knows, which no dictionary has."""

from collections.abc import Mapping, Sequence

from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog


def known_names(desk: Desk, blog: Blog) -> tuple[str, ...]:
    """Its bylines, those of its entries and their labels, and what is written large in its headline."""
    entries = used_words(desk, blog.id)
    in_headline = [word for word in blog.headline.split()[1:] if word[:1].isupper()]
    return tuple(dict.fromkeys([*blog.bylines, *entries["bylines"], *entries["labels"], *in_headline]))


def used_words(desk: Desk, blog: str) -> Mapping[str, Sequence[str]]:
    """The bylines and the labels that the entries of a blog use."""
    from newsdesk.store.narrowing import used  # the store's library is loaded by now

    return used(desk.store.database, blog)
