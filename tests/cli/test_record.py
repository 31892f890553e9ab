"""The record by commands: preflight, corrections, withdrawals, releases, the ledger, history and trash."""

import csv
import io
import json
from pathlib import Path

import pytest

from newsdesk.cli.arguments import parser
from newsdesk.cli.run import run as run_command
from tests.cli.conftest import ROOT, Ran, Run

OWN = ROOT / "tests" / "data" / "harbour.txt"
REFERENCE = ROOT.parent / "shared" / "samples" / "almaty-2022-01-06.txt"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Calls `newsdesk` in this process, which is quicker, on a store of this test."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("NEWSDESK_STORE", str(tmp_path / "test.newsdeskdb"))

    def call(*words: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run_command(parser().parse_args([str(word) for word in words]))
        out, err = capfdbinary.readouterr()
        return Ran(code, out, err.decode())

    return call


@pytest.fixture
def blog(run: Run) -> str:
    """A blog that was imported as published."""
    return str(run("import", OWN, "--json").json["blog"])


@pytest.fixture
def entries(run: Run, blog: str) -> list[str]:
    return [entry["id"] for entry in run("show", blog, "--json").json["entries"]]


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference file is not here")
def test_preflight_of_the_reference_blog_reports_the_double_full_stop_and_not_the_ellipsis(run: Run) -> None:
    blog = run("import", REFERENCE, "--json").json["blog"]
    last = run("show", blog, "--json").json["entries"][-1]

    done = run("preflight", blog, "--json")

    finding, = done.json
    assert (done.code, finding["code"]) == (0, "DOUBLE-STOP")
    assert (finding["entry"], finding["field"], finding["block"]) == (last["id"], "body", 1)
    assert last["body"][1][finding["start"] : finding["end"]] == ".."


def test_preflight_fails_on_an_error_and_mends_what_is_safe_to_mend(run: Run) -> None:
    blog = run("new", "Storm").out.decode().strip()
    run("add", blog, "--headline", "He said..", "--body", "MEXICO CITY(Sputnik) - All is well.", "--state", "ready")
    run("add", blog, "--state", "ready", "--time", "now")

    done = run("preflight", blog, "--fix")

    assert done.code == 1
    assert "Fix 2 findings. “newsdesk undo” takes it back." in done.err
    assert "error: " in done.out.decode() and "[EMPTY]" in done.out.decode()
    assert run("show", blog, "--json").json["entries"][1]["headline"] == "He said."
    assert run("undo", blog).code == 0
    assert run("show", blog, "--json").json["entries"][1]["headline"] == "He said.."


def test_a_weight_in_the_preferences_counts(run: Run, tmp_path: Path) -> None:
    blog = run("new", "Storm").out.decode().strip()
    run("add", blog, "--headline", "He said..", "--state", "ready")
    file = next((tmp_path / "config").rglob("preferences.json"))
    told = json.loads(file.read_text("utf-8"))

    file.write_text(json.dumps(told | {"severities": {"DOUBLE-STOP": "error", "OLD-RULE": "error"}}), "utf-8")

    assert run("preflight", blog).code == 1


def test_a_correction_is_drafted_shown_and_in_the_ledger(run: Run, blog: str, entries: list[str]) -> None:
    run("edit", entries[1], "--headline", "Another headline")
    assert [finding["code"] for finding in run("preflight", blog, "--json").json].count("UNCLASSED") == 1

    done = run("correct", entries[1], "--as", "correction", "--json").json

    assert done["text"].endswith("It should have said “Another headline”.")
    assert f"): {done['text']}\n" in run("export", blog, "--to", "text").out.decode()
    line, = run("ledger", blog, "--to", "json").json
    assert (line["class"], line["entry"], line["after"]) == ("correction", entries[1], "Another headline")


def test_a_refile_and_typing_back_tell_readers_nothing(run: Run, blog: str, entries: list[str]) -> None:
    headline = run("show", blog, "--json").json["entries"][0]["headline"]
    run("edit", entries[0], "--headline", "Slip")
    run("edit", entries[0], "--headline", headline)
    assert run("ledger", blog, "--json").json == []
    assert run("correct", entries[0], "--as", "correction", "--text", "No").code == 1

    run("edit", entries[0], "--headline", "A better headline")
    run("correct", entries[0], "--as", "refile")

    assert [line["class"] for line in run("ledger", blog, "--json").json] == ["refile"]
    assert b"refile" not in run("export", blog, "--to", "html").out.lower()


def test_what_readers_have_is_never_silently_gone_and_better_withdrawn(run: Run, blog: str, entries: list[str]) -> None:
    headline = run("show", blog, "--json").json["entries"][0]["headline"]
    assert "newsdesk withdraw" in run("delete", entries[0]).err
    vanished = run("preflight", blog)
    assert vanished.code == 1 and f"“{headline}” was released and is not here any more." in vanished.out.decode()
    run("undo", blog)

    assert run("withdraw", entries[0], "--reason", "It was false.").code == 0

    text = run("export", blog, "--to", "text").out.decode()
    assert "WITHDRAWN: It was false." in text and headline not in text
    assert headline in run("history", entries[0]).out.decode()


def test_a_release_is_listed_and_made_again(run: Run, blog: str, entries: list[str], tmp_path: Path) -> None:
    first = run("export", blog, "--to", "html", "-o", tmp_path / "page.html", "--json").json
    run("edit", entries[0], "--headline", "Another headline")

    release, = run("releases", blog, "--json").json
    again = run("export", "--again", release["id"][:8])
    as_of = run("export", blog, "--to", "html", "--as-of", release["id"][:8])

    assert release["id"] == first["release"]
    assert again.out == as_of.out == (tmp_path / "page.html").read_bytes()
    assert run("export", blog, "--to", "html").out != again.out
    assert "page.html" in run("releases", blog).out.decode()


def test_an_archive_is_told_as_a_backup(run: Run, blog: str, tmp_path: Path) -> None:
    run("export", blog, "--to", "archive", "-o", tmp_path / "day.newsdesk")

    assert "archive in day.newsdesk, a backup, by" in run("releases", blog).out.decode()


def test_a_blog_is_exported_as_of_a_full_time_and_until_a_shown_one(run: Run, blog: str, entries: list[str]) -> None:
    before = run("export", blog, "--to", "text").out
    at = run("releases", blog, "--json").json[0]["at"]
    run("edit", entries[0], "--headline", "Another headline")
    shown = run("show", blog, "--json").json["entries"]
    clock = shown[1]["stamp"][:5]

    assert run("export", blog, "--to", "text", "--as-of", at).out == before
    assert run("export", blog, "--to", "text", "--as-of", "05:00 GMT 01.01.2001").code == 1
    until = run("export", blog, "--to", "text", "--until", clock)
    assert "Another headline" not in until.out.decode() and shown[1]["headline"] in until.out.decode()
    assert "Left out: 1 entry shown after" in until.err


def test_what_was_withdrawn_since_is_marked_where_it_is_asked_for(run: Run, blog: str, entries: list[str]) -> None:
    run("export", blog, "--to", "text")
    release = run("releases", blog, "--json").json[0]["id"]
    run("withdraw", entries[0], "--reason", "It was false.")

    plain = run("export", blog, "--to", "text", "--as-of", release).out.decode()
    marked = run("export", blog, "--to", "text", "--as-of", release, "--include", "withdrawn").out.decode()

    assert "WITHDRAWN: It was false." in plain and "[Withdrawn] " in marked
    assert run("export", blog, "--to", "text", "--include", "withdrawn").code == 1


def test_an_embargo_is_checked_and_told(run: Run, blog: str, entries: list[str]) -> None:
    assert run("embargo", entries[0], "--until", "12:00 GMT 01.01.2099").code == 0

    done = run("export", blog, "--to", "text")

    assert "not before 12:00 GMT 01.01.2099" in done.err
    assert run("embargo", entries[0], "--until", "none").code == 0
    assert run("export", blog, "--to", "text").out == OWN.read_bytes()


def test_published_only_leaves_out_what_is_ready(run: Run) -> None:
    blog = run("new", "Storm").out.decode().strip()
    run("add", blog, "--headline", "Ready", "--state", "ready")
    run("add", blog, "--headline", "Published", "--state", "published")

    assert b"Ready" not in run("export", blog, "--to", "text", "--published-only").out
    assert b"Ready" in run("export", blog, "--to", "text").out


def test_the_ledger_goes_into_a_spreadsheet(run: Run, blog: str, entries: list[str], tmp_path: Path) -> None:
    run("edit", entries[0], "--headline", "=HYPERLINK(1)")

    run("ledger", blog, "--to", "csv", "-o", tmp_path / "ledger.csv")

    rows = list(csv.reader(io.StringIO((tmp_path / "ledger.csv").read_bytes().decode("utf-8-sig"))))
    assert (rows[1][1], rows[1][4]) == ("unclassed", "'=HYPERLINK(1)")
    assert run("ledger", blog, "--class", "withdrawn").out == b""
    assert b"UNCLASSED" in run("ledger", blog, "--find", "hyperlink").out


def test_what_lies_in_the_trash_is_listed_and_restored_and_has_its_history(run: Run) -> None:
    blog = run("new", "Storm").out.decode().strip()
    entry = run("add", blog, "--headline", "Draft").out.decode().strip()
    run("delete", entry)

    listed, = run("trash", blog, "--json").json
    told = run("history", entry[:8], "--json").json

    assert (listed["id"], listed["headline"]) == (entry, "Draft")
    assert [visit["titles"] for visit in told] == [["Delete entry"], ["New entry"]]
    assert run("restore", entry[:8]).code == 0
    assert run("trash", blog, "--json").json == []
    assert [one["id"] for one in run("show", blog, "--json").json["entries"]] == [entry]


def test_the_history_of_a_blog_tells_who_did_what(run: Run, blog: str, entries: list[str]) -> None:
    run("edit", entries[0], "--headline", "Another headline")
    run("undo", blog)

    told = run("history", blog, "--json").json

    assert [(session["titles"], session["act"]) for session in told] == [
        (["Edit entry"], "undo"), (["Edit entry"], "do"), (["Import"], "do"),
    ]
    assert "Undo: Edit entry" in run("history", blog).out.decode()


@pytest.mark.parametrize(
    "words",
    [
        ("preflight", "nothing"), ("history", "nothing"), ("releases", "nothing"), ("ledger", "nothing"),
        ("trash", "nothing"), ("restore", "nothing"), ("withdraw", "nothing", "--reason", "x"),
        ("correct", "nothing", "--as", "refile"), ("export", "--again", "nothing"),
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_refused_in_a_sentence(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)

    assert done.code == 1
    assert done.err.startswith("newsdesk: ") and done.err.count("\n") == 1


def test_corrections_by_batch(run: Run, blog: str, entries: list[str]) -> None:
    commands = [
        {"do": "edit", "entry": entries[0], "headline": "Other"},
        {"do": "correct", "entry": entries[0], "as": "correction", "text": "It is the other one."},
        {"do": "correct", "entry": entries[0], "as": "nonsense"},
        {"do": "withdraw", "entry": entries[1], "reason": " "},
        {"do": "withdraw", "entry": entries[1], "reason": "It was false."},
    ]

    done = run("batch", stdin="\n".join(map(json.dumps, commands)).encode())

    assert [json.loads(line)["ok"] for line in done.out.splitlines()] == [True, True, False, False, True]
