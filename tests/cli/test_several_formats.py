"""Several formats at once, names from anywhere, and places that cannot be written to."""

from pathlib import Path

import pytest

from newsdesk.formats.edition import Options, edition
from newsdesk.formats.outputs import OUTPUTS
from tests.cli.conftest import ROOT, Run
from tests.formats.blogs import NOW, blog, entries

SAMPLE = ROOT / "tests" / "data" / "harbour.txt"
UNRESOLVED = "Storm\n05:41 MSK 06.01.2022\nGale warning\n05:09 GMT 06.01.2022\nSea wall breached\n"


def archived(slug: str) -> bytes:
    """A blog with one entry and this short name."""
    of = blog(slug=slug, headline="")
    everything = edition(of, entries(of, {}), now=NOW, options=Options(everything=True))
    return OUTPUTS["archive"].render(everything)


def names_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_what_can_be_written_is_written_and_the_rest_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(UNRESOLVED)
    blog = run("import", "in.txt", "--json").json["blog"]

    done = run("export", blog, "--to", "text, jsonld,html,", "-o", tmp_path / "out")

    assert done.code == 1
    assert names_in(tmp_path / "out") == ["storm.html", "storm.txt"]
    assert "JSON-LD needs to know when each entry was" in done.err


def test_a_refusal_that_holds_for_every_format_is_told_once(run: Run, tmp_path: Path) -> None:
    blog = run("new", "Storm", "--json").json["blog"]

    done = run("export", blog, "--to", "text,html,atom", "-o", tmp_path / "out")

    assert (done.code, done.err.count("There is nothing to export")) == (1, 1)


def test_a_notice_is_told_once_and_names_its_file_where_it_holds_for_one(run: Run, tmp_path: Path) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]
    run("add", blog, "--headline", "Not yet")
    entry = run("show", blog, "--json").json["entries"][1]["id"]
    run("edit", entry, "--state", "ready")

    done = run("export", blog, "--to", "text,html,atom", "-o", tmp_path / "out")

    assert done.err.count("Left out: 1 draft.") == 1
    assert ".txt: Left out: the state of" in done.err


@pytest.mark.parametrize("slug", ["../../outside", "/outside", "a/b", "..", "x\ny", "n" * 300])
def test_no_short_name_from_an_archive_leads_out_of_the_folder(run: Run, tmp_path: Path, slug: str) -> None:
    (tmp_path / "in.newsdesk").write_bytes(archived(slug))
    of = run("import", "in.newsdesk", "--json").json["blog"]
    folder = tmp_path / "deep" / "deeper" / "out"

    done = run("export", of, "--to", "html,text", "-o", folder)

    assert done.code == 0
    assert len(names_in(folder)) == 2
    assert len(names_in(tmp_path / "deep")) == 4  # two folders and two files


def test_an_export_without_a_blog_or_a_format_is_wrong_usage(run: Run) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]

    assert [run("export", *words).code for words in ([], [blog], [blog, "--to", ","], ["--to", "html"])] == [2] * 4


def test_a_name_that_is_too_long_is_refused_with_a_sentence(run: Run, tmp_path: Path) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]

    done = run("export", blog, "--to", "html", "-o", tmp_path / ("n" * 300))

    assert done.code == 1
    assert "could not be written" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", [["export", "harbour", "--to", "html"], ["list"], ["list", "--json"]])
def test_an_answer_that_nobody_can_take_is_told_with_a_sentence(run: Run, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "in.newsdesk").write_bytes(archived("harbour"))
    run("import", "in.newsdesk")

    with Path("/dev/full").open("wb") as full:
        done = run(*words, stdout=full)

    assert (done.code, done.err.count("The answer could not be written")) == (1, 1)
