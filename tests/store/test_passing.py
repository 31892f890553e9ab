"""All entries of a blog at once: checked, in order, and most of them unread."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.unread import UnreadEntry
from newsdesk.errors import DamageError
from newsdesk.store import passing
from newsdesk.store.store import Store
from tests.store.stories import NOON, a_blog, added, an_entry

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)


def published(blog: Blog, **fields: Any) -> Entry:  # noqa: ANN401  any field
    return an_entry(blog, **{"state": State.PUBLISHED, "first_published": NOON, **fields})


def test_plain_entries_come_unread_and_all_others_read(store: Store, blog: Blog) -> None:
    rows = [
        published(blog, order="a", headline="Plain"),
        published(blog, order="b", is_key=True),
        published(blog, order="c", bylines=("Ann",)),
        published(blog, order="d", embargo=NOON),
        an_entry(blog, order="e", state=State.DRAFT),
    ]
    added(store, *reversed(rows))

    found = store.past.stand(blog.id).entries

    assert found == tuple(rows)
    assert [type(entry) for entry in found] == [UnreadEntry, Entry, Entry, Entry, Entry]


@given(st.lists(st.tuples(TEXTS, TEXTS.filter(bool), TEXTS), min_size=1, max_size=5))
def test_sqlite_says_any_text_in_the_json_that_was_sealed(texts: list[tuple[str, str, str]]) -> None:
    blog = a_blog()
    rows = [
        published(blog, order=f"a{place}", headline=headline, body=paragraphs(body), note=note)
        for place, (headline, body, note) in enumerate(texts)
    ]
    with TemporaryDirectory() as folder, closing(Store(Path(folder) / "desk")) as store:
        added(store, blog, *rows)
        found = store.past.stand(blog.id).entries

    assert found == tuple(rows)
    assert {type(entry) for entry in found} == {UnreadEntry}


@pytest.mark.parametrize(
    "damage", ["headline = 'Talks end'", "headline = x'00ff'", "note = 'x'", "is_key = 'yes'", "checksum = x'00'"]
)
def test_what_is_not_as_it_was_written_is_never_passed_on(store: Store, path: Path, blog: Blog, damage: str) -> None:
    added(store, published(blog, order="a"), published(blog, order="b"))
    store.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE entries SET {damage} WHERE \"order\" = 'b'")

    with closing(Store(path)) as again, pytest.raises(DamageError, match="is damaged"):
        again.past.stand(blog.id)


def test_without_the_json_of_sqlite_all_are_read_one_by_one(
    store: Store, blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = published(blog)
    added(store, row)
    monkeypatch.setattr(passing, "_WANTED", passing._WANTED.replace("json_array", "no_such_function"))

    (found,) = store.past.stand(blog.id).entries

    assert (type(found), found) == (Entry, row)
