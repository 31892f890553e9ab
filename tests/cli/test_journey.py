"""A real live blog goes in, is edited, and comes out: the whole story by commands."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

OWN = ROOT / "tests" / "data" / "harbour.txt"
REFERENCE = ROOT.parent / "shared" / "samples" / "almaty-2022-01-06.txt"
SAMPLES = [OWN, *([REFERENCE] if REFERENCE.exists() else [])]


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    original: Path = request.param
    copy = tmp_path / original.name
    copy.write_bytes(original.read_bytes())
    return copy


def lines_changed(before: bytes, after: bytes) -> int:
    pairs = zip(before.split(b"\n"), after.split(b"\n"), strict=True)
    return sum(one != other for one, other in pairs)


def test_a_blog_comes_out_as_it_went_in_though_the_file_is_gone(run: Run, sample: Path) -> None:
    source = sample.read_bytes()

    blog = run("import", sample, "--json").json["blog"]
    sample.unlink()

    assert run("export", blog, "--to", "text").out == source


def test_the_reference_blog_reads_as_a_person_reads_it(run: Run) -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference file is not here")
    done = run("import", REFERENCE, "--json").json

    shown = run("show", done["blog"][:6], "--json").json

    assert (done["entries"], done["introduction"]) == (3, 6)
    assert shown["date"] == "2022-01-06"
    assert [entry["time"] for entry in shown["entries"]] == [
        "2022-01-06T05:41:00+00:00", "2022-01-06T05:09:00+00:00", "2022-01-06T04:50:00+00:00",
    ]
    assert [len(entry["body"]) for entry in shown["entries"]] == [0, 1, 2]
    assert not shown["headline"].startswith((" ", "date"))
    assert {entry["state"] for entry in shown["entries"]} == {"published"}


def test_editing_a_headline_changes_one_line(run: Run, sample: Path) -> None:
    source = sample.read_bytes()
    blog = run("import", sample, "--json").json["blog"]
    entry = run("show", blog, "--json").json["entries"][1]["id"]

    run("edit", entry, "--headline", "Another headline")

    assert lines_changed(source, run("export", blog, "--to", "text").out) == 1


def test_moving_up_and_undoing_gives_the_first_bytes_again(run: Run, sample: Path) -> None:
    source = sample.read_bytes()
    blog = run("import", sample, "--json").json["blog"]
    first, _, last = (entry["id"] for entry in run("show", blog, "--json").json["entries"])

    run("move", last, "--before", first)
    moved = run("export", blog, "--to", "text").out
    run("undo", blog)

    assert sorted(moved.split(b"\n")) == sorted(source.split(b"\n"))
    assert moved != source
    assert run("export", blog, "--to", "text").out == source


def test_editing_the_last_entry_and_moving_it_up_glues_no_lines(run: Run, sample: Path) -> None:
    source = sample.read_bytes()
    blog = run("import", sample, "--json").json["blog"]
    first, _, last = run("show", blog, "--json").json["entries"]

    run("edit", last["id"], "--headline", "Another headline")
    run("move", last["id"], "--before", first["id"])
    lines = run("export", blog, "--to", "text").out.decode().split("\n")

    expected = source.decode().replace(last["headline"], "Another headline").split("\n")
    assert sorted(lines) == sorted(expected)


def test_an_entry_added_between_two_only_adds_lines(run: Run, sample: Path) -> None:
    source = sample.read_bytes()
    blog = run("import", sample, "--json").json["blog"]
    first, second, _ = run("show", blog, "--json").json["entries"]

    added = run("add", blog, "--headline", "In between", "--state", "ready", "--json").json["entry"]
    run("move", added, "--after", first["id"])
    lines = run("export", blog, "--to", "text").out.decode().split("\n")

    place = lines.index("In between") - 1
    assert lines[:place] + lines[place + 2 :] == source.decode().split("\n")
    assert lines[place + 2] == second["stamp"]


def test_importing_the_same_file_again_finds_the_blog(run: Run, sample: Path) -> None:
    first = run("import", sample, "--json").json
    again = run("import", sample, "--json")

    assert (again.code, again.json["blog"], again.json["new"]) == (0, first["blog"], False)
    assert "here already" in again.err
    assert len(run("list", "--json").json) == 1


def test_a_further_copy_is_a_blog_of_its_own_with_the_same_text(run: Run, sample: Path) -> None:
    first = run("import", sample, "--json").json["blog"]
    copy = run("import", sample, "--copy", "--json").json["blog"]

    assert copy != first
    assert run("export", copy, "--to", "text").out == run("export", first, "--to", "text").out


def test_drafts_stay_out_of_an_export_and_are_counted(run: Run, sample: Path) -> None:
    source = sample.read_bytes()
    blog = run("import", sample, "--json").json["blog"]
    run("add", blog, "--headline", "Only a draft")

    without = run("export", blog, "--to", "text")
    with_drafts = run("export", blog, "--to", "text", "--include", "draft")

    assert without.out == source
    assert "1 draft" in without.err
    assert b"Only a draft" in with_drafts.out


def test_undo_and_redo_walk_through_everything_across_processes(run: Run, sample: Path) -> None:
    blog = run("import", sample, "--as", "draft", "--json").json["blog"]
    entries = [entry["id"] for entry in run("show", blog, "--json").json["entries"]]
    states = [run("show", blog, "--json").out]
    for words in (
        ("edit", entries[0], "--headline", "New words"),
        ("move", entries[2], "--before", entries[0]),
        ("delete", entries[1]),
        ("add", blog, "--headline", "Later", "--time", "0700"),
    ):
        assert run(*words).code == 0
        states.append(run("show", blog, "--json").out)

    for state in states[-2::-1]:
        assert run("undo").code == 0
        assert run("show", blog, "--json").out == state
    for state in states[1:]:
        assert run("redo").code == 0
        assert run("show", blog, "--json").out == state
    assert run("redo").code == 1


def test_batch_answers_every_line(run: Run) -> None:
    blog = run("new", "Storm", "--json").json["blog"]
    commands = [
        {"do": "add", "blog": blog, "headline": "Eins", "time": "05:41 GMT 06.01.2022", "body": "a\nb"},
        {"do": "add", "blog": blog, "time": "nonsense"},
        {"do": "dance"},
        {"do": "undo", "blog": blog},
    ]
    lines = "\n".join(map(json.dumps, commands)) + "\nnot json\n"

    answers = [json.loads(line) for line in run("batch", stdin=lines.encode()).out.splitlines()]

    assert [answer["ok"] for answer in answers] == [True, False, False, True, False]
    assert all(answer["error"].endswith(".") for answer in answers if not answer["ok"])


def test_check_says_in_a_sentence_that_all_is_well(run: Run, sample: Path) -> None:
    run("import", sample)

    checked = run("check")

    assert checked.code == 0
    assert checked.out.decode().strip().endswith(".")
    assert run("check", "--json").json["sound"] is True


def test_search_finds_words_however_they_are_written(run: Run) -> None:
    blog = run("new", "Storm", "--json").json["blog"]
    entry = run("add", blog, "--headline", "Café im Überfluß", "--body", "Москва говорит", "--json").json["entry"]

    for words in ("cafe", "ÜBERFLUSS"[:5], "москва", "Caf"):
        assert [hit["entry"] for hit in run("search", words, "--json").json] == [entry]
    assert run("search", "AND OR (").code == 0
