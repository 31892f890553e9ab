"""Short ways to make the values of a test."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from newsdesk.domain import order
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import Body, paragraphs
from newsdesk.domain.stamp import ShownTime

NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)
BLOG = Blog(id="blog", created=NOON, last_changed=NOON, headline="Storm over the coast", date=date(2024, 3, 1))


def minutes(count: int) -> ShownTime:
    """A time so many minutes after noon."""
    return ShownTime(NOON + timedelta(minutes=count))


def entry(headline: str = "Harbour closed", *texts: str, **fields: Any) -> Entry:  # noqa: ANN401
    """A published entry of noon, an hour ago."""
    plain = Entry(
        id="entry", blog="blog", order="V", time=minutes(0), created=NOON, last_changed=NOON,
        first_published=NOON, state=State.PUBLISHED, headline=headline,
    )
    body: Body = paragraphs(*texts)
    return replace(plain, **{"body": body, **fields})


def entries(*several: Entry) -> list[Entry]:
    """These entries under ids and order keys of their own, arranged as given."""
    keys = order.spread(len(several))
    return [replace(one, id=f"entry-{n}", order=key) for n, (one, key) in enumerate(zip(several, keys, strict=True), 1)]
