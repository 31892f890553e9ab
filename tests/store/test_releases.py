"""The memory of exports cannot be changed unnoticed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.entry import State
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Author
from newsdesk.store.store import Store

AT = datetime(2024, 3, 1, 12, 0, 30, 7, tzinfo=UTC)


@pytest.fixture
def store(store_file: Path) -> Iterator[Store]:
    """A store with three releases of one blog."""
    store = Store(store_file)
    blog = writing.new_blog(Desk(store, Author("desk-one", "Ada")), "Storm")
    for number in range(3):
        store.past.remember(Release(
            id=f"release-{number}", blog=blog.id, author=Author("desk-one", "Ada"), at=AT, sequence=1, content=number,
            format="html", options={"until": "12:00"}, file="ü.html", hash="ab", size=7,
            held={"b": State.READY, "a": State.PUBLISHED},
        ))
    yield store
    store.close()


def test_a_release_comes_back_as_it_was_given(store: Store) -> None:
    blog, = store.blogs()

    third, second, first = store.past.releases(blog.id)

    assert [release.content for release in (first, second, third)] == [0, 1, 2]
    assert (first.author, first.at, first.options) == (Author("desk-one", "Ada"), AT, {"until": "12:00"})
    assert list(first.held.items()) == [("b", State.READY), ("a", State.PUBLISHED)]
    assert store.past.held(blog.id) == {"a": (0, 1, 2), "b": (0, 1, 2)}
    assert [release.id for release in store.past.releases_starting("release-1")] == ["release-1"]


def test_a_sound_store_has_sound_releases(store: Store) -> None:
    report = store.check()

    assert report.is_sound
    assert report.counts["releases"] == 3


@pytest.mark.parametrize(
    ("damage", "place", "says"),
    [
        ("UPDATE releases SET hash = 'cd' WHERE number = 2", "release release-1", "not as it was written"),
        ("UPDATE releases SET held = x'00' WHERE number = 2", "release release-1", "not as it was written"),
        ("DELETE FROM releases WHERE number = 2", "release release-2", "missing or out of its place"),
        ("UPDATE releases SET number = 9 WHERE number = 1", "release release-1", "missing or out of its place"),
    ],
)
def test_what_was_done_to_a_release_is_found_and_named(store: Store, damage: str, place: str, says: str) -> None:
    with store.database.writing() as connection:
        connection.exec_driver_sql(damage)

    findings = store.check().findings

    assert findings[0].place == place
    assert says in findings[0].sentence


def test_a_release_of_a_log_that_was_cut_is_found(store: Store) -> None:
    blog, = store.blogs()
    author = Author("desk-one", "Ada")
    store.past.remember(Release(blog=blog.id, author=author, at=AT, sequence=99, content=99, format="text"))

    assert "not there" in store.check().findings[0].sentence
