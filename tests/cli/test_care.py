"""Taking care of a store by commands: check, backup, salvage, erase."""

from pathlib import Path

from tests.cli.conftest import ROOT, Run

SAMPLE = ROOT / "tests" / "data" / "harbour.txt"


def damaged(store: Path) -> bytes:
    content = bytearray(store.read_bytes())
    place = content.find(b"Ferry Service")
    content[place] ^= 1
    store.write_bytes(content)
    return bytes(content)


def test_check_names_what_is_damaged_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("import", SAMPLE)
    store = tmp_path / "test.newsdeskdb"
    content = damaged(store)

    checked = run("check", "--json")

    assert (checked.code, checked.json["sound"]) == (1, False)
    assert checked.json["findings"]
    assert store.read_bytes() == content


def test_check_speaks_of_a_file_that_cannot_be_opened(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\0" + bytes(5_000))

    assert run("--store", broken, "check").code == 1
    assert run("--store", tmp_path / "nowhere.db", "check").code == 1
    assert not (tmp_path / "nowhere.db").exists()


def test_salvage_brings_the_entries_into_a_new_file(run: Run, tmp_path: Path) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]
    damaged(tmp_path / "test.newsdeskdb")

    done = run("salvage", "new.db", "--json")

    assert (done.code, done.json["entries"]) == (0, 3)
    assert len(run("--store", "new.db", "show", blog, "--json").json["entries"]) == 3
    assert run("--store", "new.db", "check").code == 0
    assert run("salvage", "new.db").code == 1


def test_a_backup_is_the_whole_store(run: Run) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]

    assert run("backup", "copy.db").code == 0

    assert run("--store", "copy.db", "export", blog, "--to", "text").out == SAMPLE.read_bytes()
    assert run("backup", "test.newsdeskdb").code == 1


def test_what_is_erased_stands_in_no_file_of_the_folder(run: Run, tmp_path: Path) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]
    entry = run("show", blog, "--json").json["entries"][0]["id"]
    run("edit", entry, "--headline", "Zanzibar Quintet")
    run("search", "Zanzibar")

    assert run("erase", entry[:8], "--confirm", "yes").code == 1
    assert run("erase", entry[:8], "--confirm", entry).code == 0

    places = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(b"Zanzibar" in path.read_bytes() for path in places)
    assert len(run("show", blog, "--json").json["entries"]) == 2
    assert run("check").code == 0


def test_words_are_erased_wherever_they_stand(run: Run, tmp_path: Path) -> None:
    blog = run("new", "Storm", "--json").json["blog"]
    run("add", blog, "--headline", "The witness is Zanzibar Quintet of Portville")

    assert run("erase", "--words", "Zanzibar Quintet", "--confirm", "Zanzibar Quintet").code == 0

    assert b"Zanzibar" not in (tmp_path / "test.newsdeskdb").read_bytes()
    assert run("check").code == 0
