"""A store in a folder of its own, and what stands in it when a story begins."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.store.store import Store
from tests.store.stories import BOB, a_blog, added, an_entry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.newsdesk"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = Store(path)
    yield opened
    opened.close()


@pytest.fixture
def blog(store: Store) -> Blog:
    """A blog that Bob has made, so that it is not Ann's to undo."""
    blog = a_blog()
    added(store, blog, author=BOB)
    return blog


@pytest.fixture
def entry(store: Store, blog: Blog) -> Entry:
    """An entry that Bob has added."""
    entry = an_entry(blog)
    added(store, entry, author=BOB)
    return entry
