"""The names that a blog knows, which no dictionary has."""

from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog


def known_names(desk: Desk, blog: Blog) -> tuple[str, ...]:
    """Its bylines, those of its entries and their labels, and what is written large in its headline."""
    from newsdesk.store.narrowing import used

    entries = used(desk.store.database, blog.id)
    in_headline = [word for word in blog.headline.split()[1:] if word[:1].isupper()]
    return tuple(dict.fromkeys([*blog.bylines, *entries["bylines"], *entries["labels"], *in_headline]))
