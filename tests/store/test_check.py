"""`check` finds and names every change that Newsdesk did not make, and changes nothing itself."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdesk.domain.markup import Block, Kind
from newsdesk.domain.record import What, to_record
from newsdesk.domain.revision import Author
from newsdesk.errors import StoreError
from newsdesk.store import seals
from newsdesk.store.check import check_file
from newsdesk.store.findings import Report
from newsdesk.store.log import digest_of
from newsdesk.store.store import Store
from tests.store.stories import ANN, BOB, NOON, a_blog, added, an_entry, edited, entries_for, removed

Raw = sqlite3.Connection


@pytest.fixture
def told(path: Path) -> Path:
    """A story of two desks: revisions 1 and 2 Bob adds, 3 to 6 Ann edits, 7 Bob edits, 8 and 9 Ann undoes, redoes."""
    store = Store(path)
    blog = a_blog()
    first, second, third = entries_for(blog, 3)
    added(store, blog, author=BOB)
    added(store, first, second, third, author=BOB)
    for number in range(3):
        first = edited(store, first, headline=f"Version {number}", title="Edit headline")
    removed(store, second)
    edited(store, third, BOB, note="Bob's")
    store.undo(blog.id, ANN, at=NOON)
    store.redo(blog.id, ANN, at=NOON)
    store.close()
    return path


def spoil(path: Path, *statements: str) -> Report:
    """The report after somebody else's statements; the check itself must not change a byte."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    before = path.read_bytes()

    report = check_file(path)

    assert path.read_bytes() == before
    return report


def test_a_whole_store_is_sound_and_says_what_it_holds(told: Path) -> None:
    report = spoil(told)

    assert report.findings == ()
    assert report.is_sound
    assert dict(report.counts) == {"blogs": 1, "entries": 2, "revisions": 9, "releases": 0, "attachments": 0}
    held = "1 blog, 2 entries, 9 revisions, 0 releases, 0 attachments"
    assert report.sentence == f"The store is sound: {held}; the file, the log and every reference agree."


def test_the_settings_that_carry_the_promises_are_told(store: Store) -> None:
    settings = store.check().settings

    assert settings["version"] == sqlite3.sqlite_version
    assert (settings["journal_mode"], settings["synchronous"], settings["secure_delete"]) == ("truncate", "extra", 1)
    assert settings["checksums"] == "BLAKE2b, a row"


def test_an_empty_store_is_sound(store: Store) -> None:
    assert store.check().is_sound


def test_a_store_that_is_not_there_is_not_made(path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        check_file(path)

    assert not path.exists()


def test_a_file_that_cannot_be_opened_is_a_finding(path: Path) -> None:
    path.write_bytes(b"x" * 500)

    assert [finding.code for finding in check_file(path).findings] == ["file"]


DAMAGES = {
    "a changed headline": ("UPDATE entries SET headline = 'X' WHERE headline = 'Version 2'", "checksum", "entry"),
    "a changed checksum": ("UPDATE blogs SET checksum = x'0011223344556677'", "checksum", "blog"),
    "a deleted entry": ("DELETE FROM entries WHERE headline = 'Version 2'", "state", "entry"),
    "an entry of no blog": ("DELETE FROM blogs", "reference", "entry"),
    "a changed title": ("UPDATE revisions SET title = 'Edit time' WHERE sequence = 4", "altered", "revision 4"),
    "a changed author": ("UPDATE revisions SET author = 'Bob' WHERE sequence = 4", "altered", "revision 4"),
    "a revision given to another desk": ("UPDATE revisions SET desk = 'x' WHERE sequence = 4", "altered", "revision 4"),
    "a changed change": ("UPDATE changes SET after = '{}' WHERE sequence = 5", "altered", "revision 5"),
    "a change marked as erased": (
        "UPDATE changes SET after = '{\"headline\":\"x\"}', erased = 'me' WHERE sequence = 5", "erasure", "erased",
    ),
    "a deleted change": ("DELETE FROM changes WHERE sequence = 2 AND number = 3", "altered", "revision 2"),
    "a deleted revision": ("DELETE FROM revisions WHERE sequence = 4", "deleted", "revision 4"),
    "deleted revisions": ("DELETE FROM revisions WHERE sequence IN (4, 5)", "deleted", "revision 4"),
    "a deleted first revision": ("DELETE FROM revisions WHERE sequence = 1", "deleted", "revision 1"),
    "a cut tail": ("DELETE FROM revisions WHERE sequence > 7", "cut", "desk ann's desk"),
    "a cut tail with its changes": ("DELETE FROM changes WHERE sequence > 7", "altered", "revision 8"),
    "a changed chain": ("UPDATE revisions SET chain = x'00' WHERE sequence = 4", "chain", "revision 4"),
    "a changed digest": ("UPDATE revisions SET digest = x'00' WHERE sequence = 4", "altered", "revision 4"),
    "a changed end": ("UPDATE desks SET chain = x'00'", "chain", "desk ann's desk"),
    "a forgotten desk": ("DELETE FROM desks WHERE id LIKE 'ann%'", "chain", "desk ann's desk"),
    "an undo of nothing": ("UPDATE revisions SET target = 'x' WHERE sequence = 8", "reference", "revision 8"),
    "a number where a hash should be": ("UPDATE revisions SET chain = 7 WHERE sequence = 4", "chain", "revision 4"),
    "a text where a number should be": ("UPDATE revisions SET last = 'x' WHERE sequence = 4", "file", "desk."),
    "a revision from nowhere": (
        "INSERT INTO revisions SELECT 10, blog, desk, author, at, title, act, target, visit, 'new',"
        " first + 1, last + 1, NULL, digest, chain FROM revisions WHERE sequence = 9",
        "altered",
        "revision 10",
    ),
}


@pytest.mark.parametrize(("statement", "code", "place"), DAMAGES.values(), ids=DAMAGES)
def test_what_somebody_did_to_the_tables_is_found_and_named(told: Path, statement: str, code: str, place: str) -> None:
    report = spoil(told, statement)

    assert not report.is_sound
    found = [finding for finding in report.findings if finding.code == code]
    assert any(finding.place.startswith(place) for finding in found), report.findings


def test_a_revision_is_named_as_a_person_finds_it_again(told: Path) -> None:
    report = spoil(told, "UPDATE changes SET after = '{}' WHERE sequence = 5")

    name = "Revision 5 (“Edit headline”, 2022-01-06 12:00 UTC, Ann, desk ann's desk)"
    assert report.findings[0].sentence.startswith(f"{name} was altered: what it did to the entry ")
    assert report.sentence.startswith("The store is damaged: 2 findings. Nothing was changed.")


def test_two_swapped_revisions_are_found(told: Path) -> None:
    report = spoil(
        told,
        "UPDATE revisions SET sequence = -1 WHERE sequence = 4",
        "UPDATE revisions SET sequence = 4 WHERE sequence = 5",
        "UPDATE revisions SET sequence = 5 WHERE sequence = -1",
    )

    assert {"revision 4", "revision 5"} <= {finding.place for finding in report.findings}


def test_a_forger_who_recomputes_a_change_and_its_digest_is_found_by_the_chain(told: Path) -> None:
    [row] = sqlite3.connect(told).execute("SELECT what, id, before FROM changes WHERE sequence = 4").fetchall()
    after = json.dumps({"headline": "Forged"})
    digest = digest_of((*row, after)).hex()

    report = spoil(told, f"UPDATE changes SET after = '{after}', digest = x'{digest}' WHERE sequence = 4")

    assert ("chain", "revision 4") in {(finding.code, finding.place) for finding in report.findings}


def test_a_forger_who_recomputes_a_rows_checksum_is_found_by_the_log(told: Path) -> None:
    store = Store(told)
    [entry] = [each for each in store.entries_of(store.blogs()[0].id) if each.headline == "Version 2"]
    store.close()
    record = to_record(replace(entry, headline="Forged"))
    checksum = seals.seal_of(What.ENTRY, record).hex()

    report = spoil(told, f"UPDATE entries SET headline = 'Forged', checksum = x'{checksum}' WHERE id = '{entry.id}'")

    assert [(finding.code, finding.place) for finding in report.findings] == [("state", f"entry {entry.id}")]


def test_an_image_that_is_not_there_is_named(store: Store) -> None:
    blog = a_blog()
    added(store, blog, an_entry(blog, body=(Block(kind=Kind.IMAGE, url="attachment:0123456789abcdef"),)))

    [finding] = store.check().findings

    assert finding.code == "reference"
    assert finding.sentence.endswith("shows an image that is not there (0123456789ab).")


def test_a_store_whose_version_was_lost_is_not_taken_for_a_new_one(told: Path) -> None:
    whole = bytearray(told.read_bytes())
    whole[60:64] = bytes(4)
    told.write_bytes(whole)

    report = check_file(told)

    assert not report.is_sound
    assert told.read_bytes() == whole


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_flipped_bit_is_found_or_changes_nothing_that_is_shown(told: Path, data: st.DataObject) -> None:
    whole = told.read_bytes()
    place, bit = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(0, 7))
    damaged = told.with_name("damaged.newsdesk")
    damaged.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << bit)]) + whole[place + 1 :])
    before = damaged.read_bytes()

    is_sound = check_file(damaged).is_sound

    assert damaged.read_bytes() == before
    assert not is_sound or shown(damaged) == shown(told)


def shown(path: Path) -> object:
    """Everything that a store tells."""
    store = Store(path)
    try:
        blogs = store.blogs()
        return blogs, [store.entries_of(blog.id) for blog in blogs], store.revisions_since(0)
    finally:
        store.close()


def test_a_window_may_write_while_a_check_runs(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, other = Store(told), Store(told)
    [blog] = store.blogs()
    complaints: Callable[[], list[str]] = store.database.complaints

    def complaints_while_another_writes() -> list[str]:
        found = complaints()
        edited(other, blog, Author("third"), headline="Meanwhile")
        return found

    monkeypatch.setattr(store.database, "complaints", complaints_while_another_writes)

    assert store.check().findings == ()
    store.close()
    other.close()
