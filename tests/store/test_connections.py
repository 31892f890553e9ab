"""Connections lie at hand between two questions; what that may never do to anybody's work."""

import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsdesk.domain.blog import Blog
from newsdesk.errors import StoreError
from newsdesk.store.check import check_file
from newsdesk.store.log import end
from newsdesk.store.store import Store
from tests.store.stories import added, an_entry


def held_open(path: Path) -> int:
    """How many handles this process has on a file."""
    handles = Path("/proc/self/fd").iterdir()
    return sum(handle.exists() and handle.samefile(path) for handle in handles)


def test_the_next_question_is_asked_over_the_same_connection(store: Store) -> None:
    with store.database.reading() as first:
        pass

    with store.database.writing() as second:
        assert second is first


def test_what_one_question_wishes_of_its_rows_holds_for_no_other(store: Store, blog: Blog) -> None:
    entry = an_entry(blog)
    added(store, entry)

    store.past.stand(blog.id)  # reads its rows a page at a time

    assert [key.id for key in store.each_key(blog.id)] == [entry.id]


def test_two_views_at_one_time_are_two_connections(store: Store, blog: Blog) -> None:
    with store.database.reading() as early:
        before = end(early)
        with store.database.reading() as late:
            assert late is not early
            assert end(late) == before


def test_threads_that_write_and_read_at_one_store_lose_nothing(store: Store, path: Path, blog: Blog) -> None:
    def work(_: int) -> None:
        for _ in range(5):
            added(store, an_entry(blog))
            store.entries_of(blog.id)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(4)))

    assert len(store.entries_of(blog.id)) == 20
    assert check_file(path).is_sound


def test_what_goes_wrong_leaves_no_transaction_behind(store: Store, blog: Blog) -> None:
    with pytest.raises(ZeroDivisionError), store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM blogs")
        1 / 0  # noqa: B018

    assert store.blogs() == [blog]


def test_after_an_error_of_the_disk_no_connection_is_kept(store: Store) -> None:
    with store.database.reading() as first:
        pass
    with pytest.raises(StoreError), store.database.reading():
        raise sqlite3.OperationalError("disk I/O error")

    with store.database.reading() as second:
        assert second is not first


@pytest.mark.skipif(sys.platform != "linux", reason="handles are counted in /proc")
def test_a_closed_store_holds_no_handle_on_its_file(store: Store, path: Path) -> None:
    with store.database.reading(), store.database.reading():
        assert held_open(path) >= 2

    store.close()

    assert held_open(path) == 0
