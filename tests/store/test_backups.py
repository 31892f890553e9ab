"""Backups: complete, private, whole or not at all; they come by themselves and thin themselves out."""

import os
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.errors import StoreError
from newsdesk.store import files
from newsdesk.store.backups import EVERY, Kept, restore
from newsdesk.store.check import check_file
from newsdesk.store.store import Store
from tests.store.stories import ANN, NOON, a_blog, added, edited, entries_for
from tests.store.test_opening import foreign


def test_a_backup_holds_everything_with_its_log(store: Store, path: Path, blog: Blog) -> None:
    entries = entries_for(blog, 20)
    added(store, *entries)
    copy = path.with_name("copy.newsdesk")

    store.backup(copy)

    backup = Store(copy)
    assert backup.blogs() == [blog]
    assert backup.entries_of(blog.id) == entries
    assert backup.revisions_since(0) == store.revisions_since(0)
    assert backup.undo(blog.id, ANN, at=NOON) is not None
    assert check_file(copy).is_sound
    backup.close()


def test_a_backup_is_private_and_leaves_nothing_beside_it(store: Store, path: Path, blog: Blog) -> None:
    before = os.umask(0)
    try:
        store.backup(path.with_name("copy.newsdesk"))
    finally:
        os.umask(before)

    assert stat.S_IMODE(path.with_name("copy.newsdesk").stat().st_mode) == 0o600
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "copy.newsdesk", "desk.newsdesk", "desk.newsdesk-journal",
    ]  # fmt: skip


def test_a_backup_replaces_an_older_one_of_the_same_store(store: Store, path: Path, blog: Blog) -> None:
    copy = path.with_name("copy.newsdesk")
    store.backup(copy)
    edited(store, blog, headline="New")

    store.backup(copy)

    backup = Store(copy)
    assert backup.blog(blog.id).headline == "New"
    backup.close()


def test_a_backup_replaces_nothing_that_it_does_not_contain(store: Store, path: Path, blog: Blog) -> None:
    copy = path.with_name("copy.newsdesk")
    store.backup(copy)
    went_on = Store(copy)
    edited(went_on, blog, headline="Somebody works here")
    went_on.close()
    before = copy.read_bytes()

    with pytest.raises(StoreError, match="holds something else"):
        store.backup(copy)

    assert copy.read_bytes() == before


@pytest.mark.parametrize("content", [b"A letter", b"SQLite format 3\0" + bytes(5_000)])
def test_a_backup_replaces_no_other_file(store: Store, path: Path, blog: Blog, content: bytes) -> None:
    target = path.with_name("letter")
    target.write_bytes(content)

    with pytest.raises(StoreError, match="something else"):
        store.backup(target)

    assert target.read_bytes() == content


def test_a_backup_replaces_no_other_programs_database(store: Store, path: Path, blog: Blog) -> None:
    target = path.with_name("other.db")
    foreign(target, "CREATE TABLE notes (x)")
    before = target.read_bytes()

    with pytest.raises(StoreError, match="something else"):
        store.backup(target)

    assert target.read_bytes() == before


@pytest.mark.parametrize("name", ["desk.newsdesk", "link.newsdesk", "folder/../desk.newsdesk"])
def test_a_backup_onto_the_store_itself_is_refused(store: Store, path: Path, blog: Blog, name: str) -> None:
    path.with_name("link.newsdesk").symlink_to(path)
    path.with_name("folder").mkdir()
    before = path.read_bytes()

    with pytest.raises(StoreError, match="the store itself"):
        store.backup(path.parent / name)

    assert path.read_bytes() == before


def test_a_backup_into_nowhere_is_a_sentence(store: Store, path: Path, blog: Blog) -> None:
    with pytest.raises(StoreError, match="could not be written"):
        store.backup(path.with_name("no folder") / "copy")
    with pytest.raises(StoreError, match="is a folder"):
        store.backup(path.parent)


def test_a_backup_that_fails_leaves_the_old_one(
    store: Store, path: Path, blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = path.with_name("copy.newsdesk")
    store.backup(copy)
    before = copy.read_bytes()
    edited(store, blog, headline="New")
    monkeypatch.setattr(files, "move_into_place", full_disk)

    with pytest.raises(StoreError, match="no space left"):
        store.backup(copy)

    assert copy.read_bytes() == before
    assert len(list(path.parent.iterdir())) == 3


def full_disk(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_backup_is_restored_into_a_new_file_and_nowhere_else(store: Store, path: Path, blog: Blog) -> None:
    copy, new = path.with_name("copy.newsdesk"), path.with_name("new.newsdesk")
    store.backup(copy)
    before = copy.read_bytes()

    assert restore(copy, new).is_sound

    restored = Store(new)
    assert restored.blogs() == [blog]
    restored.close()
    assert copy.read_bytes() == before
    with pytest.raises(StoreError, match="is there already"):
        restore(copy, path)


def test_a_damaged_backup_is_not_restored(store: Store, path: Path, entry: Entry) -> None:
    copy, new = path.with_name("copy.newsdesk"), path.with_name("new.newsdesk")
    store.backup(copy)
    copy.write_bytes(copy.read_bytes().replace(b"Talks begin", b"Talks begun"))

    with pytest.raises(StoreError, match="is damaged"):
        restore(copy, new)

    assert not new.exists()


def automatic(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


def test_a_store_without_work_is_not_backed_up(store: Store, tmp_path: Path) -> None:
    assert store.keep_backups(tmp_path / "backups", NOON) == Kept()
    assert automatic(tmp_path / "backups") == []


def test_the_first_work_is_backed_up_at_once_and_the_same_state_never_twice(
    store: Store, blog: Blog, tmp_path: Path
) -> None:
    first = store.keep_backups(tmp_path / "backups", NOON)

    assert first.made is not None
    assert first.made.name.startswith("desk 000001 20220106T120000Z ")
    assert store.keep_backups(tmp_path / "backups", NOON + timedelta(days=9)) == Kept()
    assert stat.S_IMODE((tmp_path / "backups").stat().st_mode) == 0o700


def test_work_is_backed_up_again_when_it_is_time(store: Store, blog: Blog, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    store.keep_backups(folder, NOON)
    edited(store, blog, headline="New")

    assert store.keep_backups(folder, NOON + EVERY / 2).made is None
    assert store.keep_backups(folder, NOON + EVERY).made is not None


@pytest.mark.parametrize("days", [70, pytest.param(400, marks=pytest.mark.slow)])
def test_many_days_of_work_leave_few_backups_and_the_right_ones(
    store: Store, blog: Blog, tmp_path: Path, days: int
) -> None:
    folder, now = tmp_path / "backups", NOON
    for day in range(days):
        for hour in range(0, 12, 3):
            now = NOON + timedelta(days=day, hours=hour)
            blog = edited(store, blog, headline=f"Day {day}, hour {hour}")
            store.keep_backups(folder, now)

    moments = [datetime.strptime(name.split()[2], "%Y%m%dT%H%M%S%z") for name in automatic(folder)]
    assert len(moments) <= 6 + 14 + 8 + 24
    assert now - moments[-1] < timedelta(days=1)
    assert {now.date() - timedelta(days=back) for back in range(14)} <= {moment.date() for moment in moments}
    assert {(moment.year, moment.month) for moment in moments} >= {
        (2022, month) for month in range(1, 13) if NOON.replace(month=month, day=28) < now
    }
    assert all(check_file(each).is_sound for each in folder.iterdir())


def test_a_clock_set_back_thins_nothing(store: Store, blog: Blog, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for day in range(60):
        blog = edited(store, blog, headline=f"Day {day}")
        store.keep_backups(folder, NOON + timedelta(days=day))
    before = automatic(folder)

    for day in range(30):
        blog = edited(store, blog, headline=f"Day {day} again")
        assert store.keep_backups(folder, NOON - timedelta(days=400 - day)).removed == ()

    assert set(before) < set(automatic(folder))


def test_a_clock_that_stays_wrong_does_not_fill_the_disk(store: Store, blog: Blog, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for day in range(200):
        blog = edited(store, blog, headline=f"Day {day}")
        store.keep_backups(folder, NOON + timedelta(days=day if day else 5_000))

    assert len(automatic(folder)) <= 81


def test_a_full_disk_removes_no_old_backup(
    store: Store, blog: Blog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "backups"
    for day in range(60):
        blog = edited(store, blog, headline=f"Day {day}")
        store.keep_backups(folder, NOON + timedelta(days=day))
    edited(store, blog, headline="New")
    before = automatic(folder)
    monkeypatch.setattr(files, "move_into_place", full_disk)

    with pytest.raises(StoreError, match="no space left"):
        store.keep_backups(folder, NOON + timedelta(days=90))

    assert automatic(folder) == before


def test_two_stores_share_a_folder_of_backups(store: Store, blog: Blog, tmp_path: Path) -> None:
    folder, other = tmp_path / "backups", Store(tmp_path / "other.newsdesk")
    added(other, a_blog())

    store.keep_backups(folder, NOON)
    other.keep_backups(folder, NOON)

    assert [name.split()[0] for name in automatic(folder)] == ["desk", "other"]
    other.close()
