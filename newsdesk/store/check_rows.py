"""Every row by itself: sealed, readable, and pointing at what exists."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Select, select

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import Kind
from newsdesk.domain.record import What
from newsdesk.store import rows, seals
from newsdesk.store.attaching import PREFIX
from newsdesk.store.database import Database
from newsdesk.store.findings import Finding, readable
from newsdesk.store.rows import AnyRow
from newsdesk.store.tables import attachments, blogs

_PAGE = 2_000


def check_rows(database: Database) -> Iterator[Finding]:
    """The checksum of every blog and entry, and what its fields refer to."""
    with database.examining() as connection:
        ids = set(connection.scalars(select(blogs.c.id)))
        images = set(connection.scalars(select(attachments.c.hash)))
    for what, table in rows.TABLES.items():
        for number, *row in _pages(database, select(table.c.number, *rows.columns(what))):
            yield from _check_row(what, number, row, ids, images)


def check_attachments(database: Database) -> Iterator[Finding]:
    """That the bytes of every attachment are those it is named after."""
    c = attachments.c
    for _, hash, content in _pages(database, select(c.number, c.hash, c.bytes), size=20):
        if sha256(content).hexdigest() != hash:
            name = readable(hash)
            yield Finding("attachment", f"The image {name[:12]} is not as it was written.", f"attachment {name}")


def _pages(database: Database, wanted: Select[Any], size: int = _PAGE) -> Iterator[AnyRow]:
    """All rows of a question that begins with the row's number, each page in a reading of its own."""
    number, after = wanted.selected_columns[0], -1
    while True:
        with database.examining() as connection:
            page = connection.execute(wanted.where(number > after).order_by(number).limit(size)).all()
        yield from page
        if len(page) < size:
            return
        after = page[-1][0]


def _check_row(what: What, number: int, row: list[Any], ids: set[str], images: set[str]) -> Iterator[Finding]:
    id = readable(row[0])
    place = f"{what} {id}"
    if not seals.is_sealed(row):
        yield Finding("checksum", f"The {what} {id} (row {number}) is not as it was written.", place)
        return
    try:
        value = rows.to_value(what, dict(zip(seals.NAMES[what], row, strict=False)))
    except (ValueError, KeyError, TypeError) as error:
        yield Finding("value", f"The {what} {id} (row {number}) holds no {what}: {error}.", place)
        return
    if isinstance(value, Entry) and value.blog not in ids:
        yield Finding("reference", f"The entry {id} belongs to a blog that is not there ({value.blog}).", place)
    body = value.introduction if isinstance(value, Blog) else value.body
    for block in body:
        image = block.url.removeprefix(PREFIX)
        if block.kind is Kind.IMAGE and image != block.url and image not in images:
            yield Finding("reference", f"The {what} {id} shows an image that is not there ({image[:12]}).", place)
