"""Bad input: one sentence, exit 1, nothing changed."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Run

STAMPED = b"Storm\n05:41 GMT 06.01.2022\nGale warning\n"


def refused(run: Run, *words: str | Path) -> str:
    done = run(*words)
    assert (done.code, done.out) == (1, b"")
    assert len(done.err.strip().splitlines()) == 1
    assert done.err.strip().endswith((".", "…"))
    return done.err


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)) * 20, b"", STAMPED + b"caf\xe9 and \xff\xfe\n", b"\x89PNG\r\n\x1a\n" + bytes(2000)],
    ids=["binary", "empty", "not UTF-8", "a picture"],
)
def test_a_file_that_is_no_text_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "in.txt"
    file.write_bytes(content)

    assert "in.txt" in refused(run, "import", file)
    assert run("list", "--json").json == []


def test_a_line_of_200_megabytes_is_refused_or_taken_without_a_crash(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    with file.open("wb") as out:
        out.write(STAMPED)
        for _ in range(200):
            out.write(b"x" * 1_000_000)

    assert "long.txt" in refused(run, "import", file)


def test_json_that_is_no_live_blog_is_refused_and_taken_as_text_where_that_is_asked(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(b'["one", "two"]\n')

    assert "no form of a live blog" in refused(run, "import", file)
    assert run("import", file, "--format", "text").code == 0
    file.write_bytes(b"[Live] Storm\n05:41 GMT 06.01.2022\nGale warning\n")
    assert run("import", file).code == 0


def test_a_missing_file_and_a_folder_are_refused(run: Run, tmp_path: Path) -> None:
    assert "nothing.txt" in refused(run, "import", tmp_path / "nothing.txt")
    assert "folder" in refused(run, "import", tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_file_without_permission_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "in.txt"
    file.write_bytes(STAMPED)
    file.chmod(0)

    assert "permission" in refused(run, "import", file)


def test_a_store_that_is_no_database_is_refused_and_untouched(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    store.write_bytes(b"these are somebody's notes " * 100)

    refused(run, "--store", store, "list")

    assert store.read_bytes() == b"these are somebody's notes " * 100


def test_the_database_of_another_program_is_refused_and_untouched(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "other.db"
    with sqlite3.connect(store) as connection:
        connection.execute("create table songs (title text)")
    connection.close()
    before = store.read_bytes()

    assert "another program" in refused(run, "--store", store, "new", "Storm")
    assert store.read_bytes() == before


def test_a_store_in_a_folder_that_is_a_file_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    refused(run, "--store", tmp_path / "file" / "store.db", "list")
    refused(run, "--store", tmp_path, "list")
    refused(run, "--store", "nonsense://somewhere", "list")


def test_an_encoding_can_be_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "in.txt"
    file.write_bytes(STAMPED + "Café".encode("cp1252"))

    blog = run("import", file, "--encoding", "cp1252", "--json").json["blog"]

    assert run("show", blog, "--json").json["entries"][0]["body"] == ["Café"]
    assert run("export", blog, "--to", "text").out == file.read_bytes()
    assert "“klingon”" in refused(run, "import", file, "--encoding", "klingon")


def test_an_unknown_name_is_refused(run: Run) -> None:
    refused(run, "show", "x")
    refused(run, "edit", "x", "--headline", "y")
    refused(run, "delete", "")
    refused(run, "undo")
    refused(run, "export", "x", "--to", "text")


def test_an_unknown_format_or_an_empty_export_is_refused(run: Run) -> None:
    blog = run("new", "Storm", "--json").json["blog"]

    refused(run, "export", blog, "--to", "text")
    refused(run, "export", blog, "--to", "papyrus")


def test_an_export_never_replaces_the_store(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "in.txt"
    file.write_bytes(STAMPED)
    blog = run("import", file, "--json").json["blog"]
    store = tmp_path / "test.newsdeskdb"
    (tmp_path / "link").symlink_to(store)

    for target in (store, tmp_path / "link"):
        assert "store itself" in refused(run, "export", blog, "--to", "text", "-o", target)
    assert run("check").code == 0


def test_an_export_keeps_links_and_permissions(run: Run, tmp_path: Path) -> None:
    file, target, link = tmp_path / "in.txt", tmp_path / "out.txt", tmp_path / "link.txt"
    file.write_bytes(STAMPED)
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    blog = run("import", file, "--json").json["blog"]

    assert run("export", blog, "--to", "text", "-o", link).code == 0

    assert (target.read_bytes(), link.is_symlink(), target.stat().st_mode & 0o777) == (STAMPED, True, 0o640)
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_wrong_usage_is_exit_code_two(run: Run) -> None:
    assert run("dance").code == 2
    assert run("add").code == 2
