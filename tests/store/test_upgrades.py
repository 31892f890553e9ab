"""An older store is brought to today's schema after a complete backup, in one transaction, or stays as it was."""

from pathlib import Path

import pytest
from sqlalchemy import Connection

from newsdesk.domain.blog import Blog
from newsdesk.errors import StoreError
from newsdesk.store import upgrades
from newsdesk.store.check import check_file
from newsdesk.store.store import Store

OLD_COPY = "desk before upgrade from version 1.newsdesk"


def add_a_table(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE extra (x)")
    connection.exec_driver_sql("INSERT INTO extra SELECT headline FROM blogs")


def fail(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE half_done (x)")
    connection.exec_driver_sql("SELECT * FROM nowhere")


def versions(path: Path) -> tuple[int, list[str]]:
    store = Store(path)
    with store.database.reading() as connection:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name IN ('extra', 'half_done')").all()
    store.close()
    return version, [name for (name,) in tables]


def test_an_older_store_is_upgraded_step_by_step_after_a_backup(
    store: Store, path: Path, blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr(upgrades, "STEPS", (add_a_table, lambda connection: None))

    upgraded = Store(path)

    assert upgraded.blogs() == [blog]
    assert upgraded.check().is_sound
    upgraded.close()
    assert versions(path) == (3, ["extra"])
    monkeypatch.undo()
    backup = Store(path.with_name(OLD_COPY))
    assert backup.blogs() == [blog]
    backup.close()
    assert versions(path.with_name(OLD_COPY)) == (1, [])
    assert check_file(path.with_name(OLD_COPY)).is_sound


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(
    store: Store, path: Path, blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    before = path.read_bytes()
    monkeypatch.setattr(upgrades, "STEPS", (add_a_table, fail))

    with pytest.raises(StoreError):
        Store(path)

    assert path.read_bytes() == before
    monkeypatch.undo()
    assert versions(path) == (1, [])


def test_no_backup_of_an_upgrade_is_written_over_another(
    store: Store, path: Path, blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    path.with_name(OLD_COPY).write_text("an earlier one")
    monkeypatch.setattr(upgrades, "STEPS", (add_a_table,))

    Store(path).close()

    assert path.with_name(OLD_COPY).read_text() == "an earlier one"
    assert path.with_name("desk before upgrade from version 1 (2).newsdesk").exists()


def test_a_new_store_has_nothing_to_upgrade(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrades, "STEPS", (fail,))

    assert versions(path) == (2, [])
    assert not path.with_name(OLD_COPY).exists()
