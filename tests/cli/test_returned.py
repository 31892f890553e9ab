"""A text that was exported, edited by somebody, and comes back."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ROOT, Run

SAMPLE = ROOT / "tests" / "data" / "harbour.txt"


@pytest.fixture
def blog(run: Run) -> str:
    return str(run("import", SAMPLE, "--json").json["blog"])


def shown(run: Run, blog: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = run("show", blog, "--json").json["entries"]
    return entries


def came_back(run: Run, blog: str, folder: Path, *changes: tuple[str, str]) -> Path:
    """What an export said, with these words changed."""
    text = run("export", blog, "--to", "text").out.decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path = folder / "back.txt"
    path.write_text(text, "utf-8")
    return path


def test_what_somebody_changed_is_taken_over_as_one_undo_and_owes_a_class(
    run: Run, blog: str, tmp_path: Path
) -> None:
    before = shown(run, blog)
    new = "03:00 GMT 04.05.2023\nA New Entry\nWith a text.\n"
    back = came_back(run, blog, tmp_path, (before[1]["body"][0], "Quite another first line."))
    back.write_text(back.read_text("utf-8").rstrip("\n") + "\n" + new, "utf-8")

    looked = run("take-over", blog, back, "--look", "--json").json
    assert shown(run, blog) == before
    done = run("take-over", blog, back)

    after = shown(run, blog)
    assert (looked["changed"], looked["absent"], len(looked["new"])) == ([before[1]["id"]], [], 1)
    assert "1 changed, 1 new" in done.err
    assert (after[1]["headline"], after[1]["body"]) == (before[1]["headline"], ["Quite another first line."])
    assert (after[-1]["headline"], after[-1]["state"]) == ("A New Entry", "ready")
    assert [line["class"] for line in run("ledger", blog, "--json").json] == ["unclassed"]
    run("undo", blog)
    assert shown(run, blog) == before


def test_what_is_not_in_the_text_any_more_is_told_and_kept(run: Run, blog: str, tmp_path: Path) -> None:
    before = shown(run, blog)
    gone = before[1]
    text = f"{gone['stamp']}\n{gone['headline']}\n" + "".join(f"{line}\n" for line in gone["body"])

    told = run("take-over", blog, came_back(run, blog, tmp_path, (text, "")))

    assert f"{gone['id'][:8]}  not in it, and kept" in told.out.decode()
    assert "Nothing was changed" in told.err
    assert shown(run, blog) == before


def test_what_is_only_likely_the_same_waits_until_somebody_says_so(run: Run, blog: str, tmp_path: Path) -> None:
    before = shown(run, blog)
    back = came_back(run, blog, tmp_path, (before[0]["headline"], "Another Headline Altogether"))

    told = run("take-over", blog, back)
    assert "1 likely changed" in told.err
    assert shown(run, blog) == before
    run("take-over", blog, back, "--likely")

    assert shown(run, blog)[0]["headline"] == "Another Headline Altogether"


def test_the_same_text_changes_nothing(run: Run, blog: str, tmp_path: Path) -> None:
    told = run("take-over", blog, came_back(run, blog, tmp_path))

    assert (told.code, told.out) == (0, b"")
    assert "nothing changed" in told.err
