"""Somebody works on the file of a store with sqlite3; `newsdesk check` names what was done, and where."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from shutil import copyfile

import pytest

from tests.cli.conftest import ROOT, Run

SAMPLE = ROOT / "tests" / "data" / "harbour.txt"
Forge = Callable[[sqlite3.Connection], object]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {"folder": tmp_path_factory.mktemp("made")}


@pytest.fixture
def store(run: Run, tmp_path: Path, made: dict[str, Path]) -> Path:
    """A store with some edits and three releases."""
    here = tmp_path / "test.newsdeskdb"
    if "store" in made:
        copyfile(made["store"], here)
        return here
    blog = run("import", SAMPLE, "--json").json["blog"]
    first = run("show", blog, "--json").json["entries"][0]["id"]
    lines = [{"do": "edit", "entry": first, "headline": f"Harbour opens {n}"} for n in range(1, 5)]
    told = run("batch", stdin="\n".join(map(json.dumps, lines)).encode())
    assert told.code == 0, told
    for to in ("text", "html", "atom"):
        assert run("export", blog, "--to", to).code == 0
    assert run("check").code == 0
    made["store"] = copyfile(here, made["folder"] / "store.newsdeskdb")
    return here


def worked_on(store: Path, forge: Forge) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        forge(connection)


def findings(run: Run) -> list[str]:
    checked = run("check", "--json")
    assert checked.code == 1
    return [finding["message"] for finding in checked.json["findings"]]


def flip_a_bit(connection: sqlite3.Connection) -> None:
    number, text = connection.execute("SELECT number, after FROM changes WHERE sequence = 3").fetchone()
    words = bytearray(text.encode())
    words[text.encode().index(b"opens")] ^= 1
    connection.execute("UPDATE changes SET after = ? WHERE number = ?", (words.decode(), number))


def swap(connection: sqlite3.Connection, table: str, number: str, one: int, other: int) -> None:
    for before, after in ((one, -1), (other, one), (-1, other)):
        connection.execute(f"UPDATE {table} SET {number} = ? WHERE {number} = ?", (after, before))


def recompute_a_change(connection: sqlite3.Connection) -> None:
    """Other words, with the digest that belongs to them."""
    number, what, id, before, after = connection.execute(
        "SELECT number, what, id, before, after FROM changes WHERE sequence = 3"
    ).fetchone()
    said = [what, id, before, after.replace("opens", "shuts")]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    digest = blake2b(text.encode(), digest_size=16).digest()
    connection.execute("UPDATE changes SET after = ?, digest = ? WHERE number = ?", (said[3], digest, number))


def cut_log_and_its_end(connection: sqlite3.Connection) -> None:
    """The last revisions, and the row that says where the log ends."""
    connection.execute("DELETE FROM changes WHERE sequence > 3")
    connection.execute("DELETE FROM revisions WHERE sequence > 3")
    (chain,) = connection.execute("SELECT chain FROM revisions WHERE sequence = 3").fetchone()
    connection.execute("UPDATE desks SET revisions = 3, chain = ?", (chain,))


@pytest.mark.parametrize(
    ("forge", "says"),
    [
        (flip_a_bit, "Revision 3 (“Edit entry”"),
        (lambda c: c.execute("DELETE FROM revisions WHERE sequence = 3"), "Revision 3 is missing from the log"),
        (lambda c: swap(c, "revisions", "sequence", 3, 4), "Revision 3 (“Edit entry”"),
        (lambda c: swap(c, "changes", "sequence", 3, 4), "Revision 3 (“Edit entry”"),
        (recompute_a_change, "Revision 3 (“Edit entry”"),
        (lambda c: c.execute("DELETE FROM revisions WHERE sequence > 4"), "was cut: 4 of 8 revisions are left"),
        (cut_log_and_its_end, "is of a part of the log that is not there"),
    ],
    ids=["flipped bit", "deleted row", "swapped rows", "swapped changes", "recomputed row", "cut tail", "cut with end"],
)
def test_what_was_done_to_the_log_is_named(run: Run, store: Path, forge: Forge, says: str) -> None:
    worked_on(store, forge)

    told = findings(run)
    assert any(says in sentence for sentence in told), told


def flip_a_bit_of_a_release(connection: sqlite3.Connection) -> None:
    (text,) = connection.execute("SELECT hash FROM releases WHERE number = 2").fetchone()
    connection.execute("UPDATE releases SET hash = ? WHERE number = 2", (chr(ord(text[0]) ^ 1) + text[1:],))


def recompute_the_last_release(connection: sqlite3.Connection) -> None:
    """Another name for the file, with the checksum that belongs to it."""
    names = [row[1] for row in connection.execute("PRAGMA table_info(releases)")][1:-1]
    row = dict(zip(names, connection.execute(f"SELECT {', '.join(names)} FROM releases WHERE number = 3").fetchone(),
                   strict=True)) | {"file": "another.xml"}
    said = [value.hex() if isinstance(value, bytes) else value for value in row.values()]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    checksum = blake2b(text.encode(), digest_size=8).digest()
    connection.execute("UPDATE releases SET file = ?, checksum = ? WHERE number = 3", (row["file"], checksum))


@pytest.mark.parametrize(
    ("forge", "says"),
    [
        (flip_a_bit_of_a_release, "is not as it was written"),
        (lambda c: c.execute("DELETE FROM releases WHERE number = 2"), "another one is missing or out of its place"),
        (lambda c: swap(c, "releases", "number", 1, 2), "another one is missing or out of its place"),
        (recompute_the_last_release, "was written anew; Revision 8 (“Export as atom”"),
        (lambda c: c.execute("DELETE FROM releases WHERE number = 3"), "is missing; Revision 8 (“Export as atom”"),
        (lambda c: c.execute("DELETE FROM releases"), "is missing; Revision 6 (“Export as text”"),
    ],
    ids=["flipped bit", "deleted row", "swapped rows", "recomputed row", "cut tail", "cut whole"],
)
def test_what_was_done_to_the_memory_of_releases_is_named(run: Run, store: Path, forge: Forge, says: str) -> None:
    worked_on(store, forge)

    told = findings(run)
    assert any(says in sentence for sentence in told), told


def test_a_recomputed_release_is_sealed_as_the_store_seals(run: Run, store: Path) -> None:
    """Else the forger of the test above would be found by a wrong seal, not by the log."""
    worked_on(store, recompute_the_last_release)

    assert not any("is not as it was written" in sentence for sentence in findings(run))
