import sqlite3
from pathlib import Path

import pytest

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.revision import Author
from newsdesk.store.glance import glance
from newsdesk.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    desk = Desk(Store(tmp_path / "a.newsdeskdb"), Author("d"))
    for name in ("First", "Second"):
        blog = writing.new_blog(desk, name)
        for number in range(50):
            writing.add_entry(desk, blog, headline=f"{name} {number}", body=paragraphs("Words."))
    desk.store.close()
    return tmp_path / "a.newsdeskdb"


def test_a_glance_sees_what_the_store_would_show(path: Path) -> None:
    store = Store(path)
    blog = store.blogs()[1]

    seen = glance(path, blog.id, top=20, rows=10)

    assert seen is not None
    assert (list(seen.blogs), seen.blog, seen.count, seen.first) == (store.blogs(), blog, 50, 20)
    assert list(seen.entries) == store.entries_of(blog.id)[20:30]


def test_near_the_end_a_glance_fills_the_list_from_above(path: Path) -> None:
    seen = glance(path, top=49, rows=10)

    assert seen is not None and (seen.first, len(seen.entries)) == (40, 10)


@pytest.mark.parametrize("damage", ["missing", "empty", "foreign", "journal", "altered", "locked", "newer"])
def test_a_glance_is_content_with_nothing_where_anything_is_unusual(path: Path, damage: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    if damage == "missing":
        path.unlink()
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "foreign":
        path.write_bytes(b"no database at all" * 100)
    elif damage == "journal":
        path.with_name(path.name + "-journal").write_bytes(b"x" * 512)
    elif damage == "altered":
        connection.execute("UPDATE entries SET headline = 'Altered' WHERE headline = 'Second 49'")
    elif damage == "newer":
        connection.execute("PRAGMA user_version = 99")
    else:
        connection.execute("BEGIN EXCLUSIVE")

    assert glance(path) is None
    connection.close()


def test_a_glance_changes_no_byte(path: Path) -> None:
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}

    glance(path)

    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before
