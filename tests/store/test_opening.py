"""What may be opened, what is refused untouched, and what no umask or rival process can spoil."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.errors import ConflictError, DamageError, NewsdeskError, StoreError
from newsdesk.store import upgrades
from newsdesk.store.store import Store
from tests.store.stories import ANN, NOON, a_blog, added, edited, entries_for

PIPED: Any = {"text": True, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
PROCESS = """
import sys
from tests.store.stories import ANN, NOON, a_blog, added, an_entry
from newsdesk.domain.revision import Author
from newsdesk.store.store import Store

store = Store(sys.argv[1])
desk = Author(sys.argv[2])
blog = a_blog()
added(store, blog, author=desk)
for _ in range(int(sys.argv[3])):
    added(store, an_entry(blog), author=desk)
"""


def run(*arguments: str | Path, code: str = PROCESS) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, **PIPED)


def test_the_settings_that_carry_the_promises_are_set(store: Store) -> None:
    names = ("journal_mode", "synchronous", "application_id", "user_version", "busy_timeout", "secure_delete")
    with store.database.writing() as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in names}

    assert found == {
        "journal_mode": "truncate",
        "synchronous": 3,  # EXTRA
        "application_id": 0x4E44534B,
        "user_version": upgrades.newest(),
        "busy_timeout": 10_000,
        "secure_delete": 1,
    }


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_file_and_its_journal_are_private_under_any_umask(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        store = Store(path)
        added(store, a_blog())
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    finally:
        os.umask(before)
    store.close()

    assert modes == {"desk.newsdesk": 0o600, "desk.newsdesk-journal": 0o600}


def test_a_missing_folder_is_made_and_private(tmp_path: Path) -> None:
    Store(tmp_path / "new" / "folder" / "desk.newsdesk").close()

    assert stat.S_IMODE((tmp_path / "new" / "folder").stat().st_mode) == 0o700


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        Store(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(StoreError, match="could not be made"):
        Store(tmp_path / "file" / "desk.newsdesk")


def foreign(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE notes (x)"],
        ["PRAGMA user_version = 1"],
        ["PRAGMA application_id = 7"],
        ["PRAGMA journal_mode = wal", "CREATE TABLE notes (x)"],
    ],
)
def test_a_database_of_another_program_is_refused_and_not_touched(path: Path, statements: list[str]) -> None:
    foreign(path, *statements)
    before = path.read_bytes(), path.stat().st_mtime_ns

    with pytest.raises(StoreError, match="of another program"):
        Store(path)

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_another_programs_unfinished_transaction_is_not_touched(path: Path) -> None:
    foreign(path, "CREATE TABLE notes (x)")
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(1_000))
    before = path.read_bytes(), journal.read_bytes()

    with pytest.raises(StoreError, match="of another program"):
        Store(path)

    assert (path.read_bytes(), journal.read_bytes()) == before


@pytest.mark.parametrize("content", [b"x", b"A diary, not a database. " * 400, bytes(200), b"SQLite format 3\0"])
def test_what_is_no_database_is_refused_and_not_touched(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(StoreError):
        Store(path)

    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_newer_store_is_refused_and_not_touched(store: Store, path: Path) -> None:
    added(store, a_blog())
    store.close()
    foreign(path, f"PRAGMA user_version = {upgrades.newest() + 1}")
    before = path.read_bytes()

    with pytest.raises(StoreError, match="newer Newsdesk"):
        Store(path)

    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()

    store = Store(path)

    assert store.blogs() == []
    store.close()


def test_a_database_that_is_named_by_a_url_keeps_and_takes_back_like_a_file() -> None:
    store, blog = Store("sqlite://"), a_blog()
    first, second = entries_for(blog, 2)
    added(store, blog)
    added(store, first, second)
    edited(store, first, headline="Talks end")

    store.undo(blog.id, ANN, at=NOON)

    assert store.entries_of(blog.id) == [first, second]
    with pytest.raises(ConflictError, match="already there"):
        added(store, first)
    store.close()


def test_a_url_that_names_no_database_is_a_sentence() -> None:
    with pytest.raises(StoreError, match="names no kind of store"):
        Store("oracle9://nowhere/x")


def test_a_changed_letter_in_a_row_is_never_shown_as_good(store: Store, path: Path, entry: Entry) -> None:
    store.close()
    path.write_bytes(path.read_bytes().replace(b"Talks begin", b"Talks begun", 1))
    damaged = path.read_bytes()

    store = Store(path)
    with pytest.raises(DamageError, match="is damaged"):
        store.entries_of(entry.blog)
    with pytest.raises(DamageError, match="is damaged"):
        edited(store, entry, headline="New")
    store.close()

    assert path.read_bytes() == damaged


@pytest.mark.parametrize("cut", [1, 4096, 9_000])
def test_a_store_that_was_cut_short_is_refused_and_not_touched(store: Store, path: Path, blog: Blog, cut: int) -> None:
    added(store, *entries_for(blog, 50))
    store.close()
    path.write_bytes(path.read_bytes()[:-cut])
    damaged = path.read_bytes()

    with pytest.raises(DamageError, match="its end is missing"):
        Store(path)

    assert path.read_bytes() == damaged


@pytest.mark.parametrize("place", [3, 16, 18, 19, 68])
def test_a_damaged_header_is_refused_and_not_touched(store: Store, path: Path, blog: Blog, place: int) -> None:
    store.close()
    content = bytearray(path.read_bytes())
    content[place] ^= 3
    path.write_bytes(content)

    with pytest.raises(StoreError):
        Store(path)

    assert path.read_bytes() == bytes(content)
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name, path.name + "-journal"]


def test_a_second_name_of_the_file_is_refused(store: Store, path: Path) -> None:
    store.close()
    os.link(path, path.with_name("second"))

    with pytest.raises(StoreError, match="second name"):
        Store(path)


def test_a_symbolic_link_is_the_same_store(store: Store, path: Path, blog: Blog) -> None:
    link = path.with_name("link.newsdesk")
    link.symlink_to(path)

    other = Store(link)
    edited(other, blog, headline="Through the link")

    assert store.blog(blog.id).headline == "Through the link"
    other.close()


def test_a_store_that_was_replaced_while_open_is_not_written(store: Store, path: Path, blog: Blog) -> None:
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)
    digest = sha256(path.read_bytes()).digest()

    with pytest.raises(StoreError, match="replaced or moved"):
        edited(store, blog, headline="Lost?")

    assert sha256(path.read_bytes()).digest() == digest


def test_a_copy_of_the_one_file_holds_everything_while_the_store_is_open(store: Store, path: Path, blog: Blog) -> None:
    entries = entries_for(blog, 300)
    added(store, *entries)
    copy = path.with_name("copy.newsdesk")
    copy.write_bytes(path.read_bytes())

    copied = Store(copy)

    assert copied.entries_of(blog.id) == entries
    copied.close()


def test_many_processes_that_start_at_once_lose_nothing(path: Path) -> None:
    started = [run(path, f"desk {number}", "3") for number in range(30)]
    complaints = [process.communicate(timeout=120)[1] for process in started]

    store = Store(path)

    assert complaints == [""] * 30
    assert len(store.blogs()) == 30
    assert store.counts() == {blog.id: {"draft": 3} for blog in store.blogs()}
    assert store.end_of_log() == 120
    store.close()


READ_ONLY = """
import sys
from newsdesk.errors import StoreError
from newsdesk.store.store import Store
from tests.store.stories import ANN, NOON, a_blog, added

store = Store(sys.argv[1])
print(store.blogs()[0].headline)
try:
    added(store, a_blog())
except StoreError as error:
    print(error)
"""


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o444, 0o555), (0o666, 0o555)])
def test_a_read_only_store_can_be_read_and_says_so(
    store: Store, path: Path, blog: Blog, file_mode: int, folder_mode: int
) -> None:
    store.close()
    path.with_name(path.name + "-journal").unlink()
    path.chmod(file_mode)
    path.parent.chmod(folder_mode)
    before = path.read_bytes()

    said, complaint = bound_by_permissions(path, READ_ONLY)
    path.parent.chmod(0o755)

    headline, sentence = said.splitlines()
    assert complaint == ""
    assert headline == blog.headline
    assert "only be read" in sentence or "could not be opened" in sentence
    assert path.read_bytes() == before


def bound_by_permissions(path: Path, code: str) -> tuple[str, str]:
    """Run code as somebody whom permissions bind; root has to give up the right to pass them all."""
    if os.geteuid() != 0:
        return run(path, code=code).communicate(timeout=60)
    if not (setpriv := shutil.which("setpriv")):
        pytest.skip("root passes all permissions, and there is no setpriv to give that up")
    without = [setpriv, "--bounding-set", "-dac_override,-dac_read_search"]
    with subprocess.Popen([*without, sys.executable, "-c", code, path], **PIPED) as process:
        return process.communicate(timeout=60)


def test_every_refusal_is_a_sentence_that_says_what_to_do(path: Path) -> None:
    path.write_bytes(b"x" * 5_000)

    with pytest.raises(NewsdeskError) as refusal:
        Store(path)

    assert refusal.value.sentence == "“desk.newsdesk” is not a Newsdesk store; it was not changed. Choose another file."
