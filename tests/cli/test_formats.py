"""What goes out in a format that can be read comes in again."""

import pytest

from tests.cli.conftest import ROOT, Run

SAMPLE = ROOT / "tests" / "data" / "harbour.txt"


@pytest.mark.parametrize(
    ("name", "file"),
    [("archive", "a.newsdesk"), ("html", "a.html"), ("jsonld", "a.jsonld"), ("ninjs", "a.ninjs.json"),
     ("atom", "a.atom"), ("markdown", "a.md")],
)  # fmt: skip
def test_a_blog_comes_back_with_the_same_entries(run: Run, name: str, file: str) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]
    shown = run("show", blog, "--json").json
    assert run("export", blog, "--to", name, "-o", file).code == 0

    again = run("--store", "other.db", "import", file, "--json").json
    back = run("--store", "other.db", "show", again["blog"], "--json").json

    assert again["entries"] == 3
    for field in ("time", "stamp", "headline", "body"):
        assert [entry[field] for entry in back["entries"]] == [entry[field] for entry in shown["entries"]]
    assert (back["headline"], back["introduction"]) == (shown["headline"], shown["introduction"])
