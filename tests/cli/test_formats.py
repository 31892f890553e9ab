"""What goes out in a format that can be read comes in again."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.formats.outputs import OUTPUTS
from newsdesk.formats.page import page
from tests.cli.conftest import ROOT, Run
from tests.formats.blogs import full_edition

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


@pytest.mark.parametrize("name", ["archive", "html", "fragment", "jsonld", "ninjs", "atom", "markdown"])
def test_a_file_that_says_something_else_than_what_is_here_is_told_to(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "in.html").write_bytes(page(full_edition()))
    blog = run("import", "in.html", "--json").json["blog"]
    file = tmp_path / f"out{OUTPUTS[name].extension}"
    run("export", blog, "--to", name, "-o", file)
    assert "This file is here already" in run("import", file).err

    entry = run("show", blog, "--json").json["entries"][0]["id"]
    assert run("edit", entry, "--headline", "Something else").code == 0

    assert "one entry says something else here than in this file" in run("import", file).err


def test_the_help_names_every_format(run: Run) -> None:
    from newsdesk.cli.arguments import _FORMATS

    assert set(_FORMATS.replace(" or ", ", ").split(", ")) == set(OUTPUTS)


def test_several_formats_go_into_a_folder(run: Run, tmp_path: Path) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]

    done = run("export", blog, "--to", "text,html,atom,docx,pdf", "-o", tmp_path / "out")

    assert done.code == 0
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".atom", ".docx", ".html", ".pdf", ".txt"]
    assert run("export", blog, "--to", "text,html").code == 1
    assert run("export", blog, "--to", "text,papyrus", "-o", tmp_path / "other").code == 1
    assert not (tmp_path / "other").exists()


def test_a_theme_can_be_named_and_a_missing_one_is_refused(run: Run) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]
    pages = [run("export", blog, "--to", "html", "--theme", theme).out for theme in ("standard", "broadsheet", "wire")]

    assert len(set(pages)) == 3
    assert run("export", blog, "--to", "html", "--theme", "nonsense").code == 1


def test_a_newsrooms_own_theme_is_found_in_a_folder_that_is_named(run: Run, tmp_path: Path) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]
    theme = tmp_path / "our themes" / "gazette"
    theme.mkdir(parents=True)
    for file in (ROOT / "resources" / "themes" / "wire").iterdir():
        (theme / file.name).write_bytes(file.read_bytes())
    assert run("export", blog, "--to", "html", "--theme", "gazette", "-o", "page.html").code == 1

    words = ("export", blog, "--to", "html", "--theme", "gazette", "--theme-folder", theme.parent, "-o", "page.html")
    assert run(*words).code == 0
    good = (tmp_path / "page.html").read_bytes()

    (theme / "page.html").write_text("<p>\n{% if %}", "utf-8")
    broken = run(*words)
    assert broken.code == 1
    assert "page.html, line 2" in broken.err
    assert (tmp_path / "page.html").read_bytes() == good
    assert run("export", blog, "--to", "html", "--theme-folder", tmp_path / "nosuch").code == 1


def test_a_theme_in_the_data_folder_needs_no_name_of_its_folder(run: Run, tmp_path: Path) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]
    data = tmp_path / "data" / "newsdesk" / "themes"
    data.parent.mkdir(parents=True)
    shutil.copytree(ROOT / "resources" / "themes" / "wire", data / "gazette")

    done = run("export", blog, "--to", "html", "--theme", "gazette", XDG_DATA_HOME=str(tmp_path / "data"))

    assert done.code == 0
    release = run("releases", blog, "--json").json[0]["id"]
    again = run("export", "--again", release, XDG_DATA_HOME=str(tmp_path / "data"))
    assert again.out == done.out


def test_only_the_entries_that_are_named_go_out(run: Run) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]
    first, second, third = (entry["id"] for entry in run("show", blog, "--json").json["entries"])
    other = run("new", "Another").out.decode().strip()
    strange = run("add", other, "--headline", "x").out.decode().strip()

    done = run("export", blog, "--to", "ninjs", "--entries", f"{first[:8]},{third}")

    assert [entry["uri"].rpartition(":")[2] for entry in done.json["associations"]] == [first, third]
    assert second not in done.out.decode()
    assert run("export", blog, "--to", "text", "--entries", strange).code == 1
    assert run("export", blog, "--to", "text", "--entries", "").code == 1


def test_a_page_can_say_when_it_was_exported_and_a_mail_be_wrapped(run: Run) -> None:
    blog = run("import", SAMPLE, "--json").json["blog"]

    page = run("export", blog, "--to", "html", "--exported-at", "06:10 GMT 06.01.2022")
    mail = run("export", blog, "--to", "email", "--wrap", "40")

    assert b"06:10 GMT 06.01.2022</p></footer>" in page.out
    assert b"<footer" in run("export", blog, "--to", "html", "--exported-at").out
    assert b"<footer" not in run("export", blog, "--to", "html").out
    assert run("export", blog, "--to", "html", "--exported-at", "soon").code == 1
    assert max(map(len, mail.out.decode().splitlines())) <= 40


def test_images_go_into_a_folder_beside_the_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.html").write_bytes(page(full_edition()))
    blog = run("import", "in.html", "--json").json["blog"]

    done = run("export", blog, "--to", "html", "--images", "beside", "-o", "out.html")

    assert done.code == 0
    assert run("export", blog, "--to", "html", "--images", "beside").code == 1
    folder = next(path for path in tmp_path.iterdir() if path.name.endswith("-images"))
    picture = next(folder.iterdir())
    assert f'src="{folder.name}/{picture.name}"' in (tmp_path / "out.html").read_text("utf-8")


def test_pictures_that_are_not_in_a_file_are_told_of(run: Run, tmp_path: Path) -> None:
    whole, without = full_edition(), replace(full_edition(), attachments={})
    for name, export in {"whole": whole, "without": without}.items():
        (tmp_path / f"{name}.html").write_bytes(page(export))

    assert "1 picture is not in the file" in run("--store", "other.db", "import", "without.html").err
    assert "picture" not in run("import", "whole.html").err


def test_an_archive_without_history_holds_no_earlier_words(run: Run, tmp_path: Path) -> None:
    text = "Storm\nIntro.\n05:41 GMT 06.01.2022\nGale EARLIER\nWords EARLIER.\n05:09 GMT 06.01.2022\nx\n"
    (tmp_path / "in.txt").write_text(text)
    blog = run("import", "in.txt", "--json").json["blog"]
    entry = run("show", blog, "--json").json["entries"][0]["id"]
    run("edit", entry, "--headline", "Gale", "--body", "Words.")

    bare, told = (run("export", blog, "--to", "archive", *words).out for words in ((), ("--with-history",)))

    assert b"EARLIER" not in bare
    assert b"EARLIER" in told
    (tmp_path / "bare.newsdesk").write_bytes(bare)
    run("--store", "other.db", "import", "bare.newsdesk")
    texts = [run("--store", store, "export", blog, "--to", "text").out for store in ("test.newsdeskdb", "other.db")]
    assert texts[0] == texts[1]


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_images_beside_a_page_come_in_with_it_and_nothing_else_does(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "in.html").write_bytes(page(full_edition()))
    blog = run("import", "in.html", "--json").json["blog"]
    inside = run("export", blog, "--to", "html").out
    file = tmp_path / f"out{OUTPUTS[name].extension}"
    run("export", blog, "--to", name, "--images", "beside", "-o", file)

    whole = run("--store", "whole.db", "import", file, "--json").json["blog"]
    (picture,) = tmp_path.glob("*-images/*.png")
    picture.write_bytes(picture.read_bytes() + b"other")
    other = run("--store", "other.db", "import", file)

    assert b"data:image/png;base64," in inside
    assert inside.count(b"data:image/png") == run("--store", "whole.db", "export", whole, "--to", "html").out.count(
        b"data:image/png"
    )
    assert "1 picture is not in the file" in other.err
