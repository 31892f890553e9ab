"""The names that a blog knows, which no dictionary has."""


from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog


def known_names(desk: Desk, blog: Blog) -> tuple[str, ...]:
    """Its bylines, those of its entries and their labels, and what is written large in its headline."""
    entries = used_names(desk, blog.id)
    in_headline = [word for word in blog.headline.split()[1:] if word[:1].isupper()]
    return tuple(dict.fromkeys([*blog.bylines, *entries["bylines"], *entries["labels"], *in_headline]))


def used_names(desk: Desk, blog: str) -> dict[str, list[str]]:
    """The "bylines" and "labels" that the entries of a blog bear, the most frequent first."""
    from newsdesk.store.narrowing import used

    return used(desk.store.database, blog)
