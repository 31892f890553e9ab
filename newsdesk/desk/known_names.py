"""The names that a blog knows, which no dictionary has."""

import re
from collections import Counter

from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog

# A city in capitals, an agency in brackets, a dash: `MOSCOW (Sputnik) - `.
_DATELINE = re.compile(r"(([^\W\d_][^()\n]{1,60}?) \([^()\n]{2,40}\) ?[-–—] )").match


def known_names(desk: Desk, blog: Blog) -> tuple[str, ...]:
    """Its bylines, those of its entries and their labels, and what is written large in its headline."""
    entries = used_names(desk, blog.id)
    in_headline = [word for word in blog.headline.split()[1:] if word[:1].isupper()]
    return tuple(dict.fromkeys([*blog.bylines, *entries["bylines"], *entries["labels"], *in_headline]))


def used_names(desk: Desk, blog: str) -> dict[str, list[str]]:
    """The "bylines" and "labels" that the entries of a blog bear, the most frequent first."""
    from newsdesk.store.narrowing import used

    return used(desk.store.database, blog)


def used_datelines(desk: Desk, blog: str) -> list[str]:
    """The datelines that open the texts of a blog, as they were written, the most frequent first."""
    from newsdesk.store.narrowing import openings

    found = Counter(filter(None, map(dateline, openings(desk.store.database, blog))))
    return [line for line, _ in found.most_common(40)]


def dateline(text: str) -> str:
    """The dateline that opens a text, with the space after it; empty if none does."""
    match = _DATELINE(text)
    return match[1] if match and match[2].isupper() else ""
