"""Themes that newsrooms make: used, sandboxed, and told what is wrong with file and line."""

import json
from pathlib import Path

import pytest

from newsdesk.errors import ExportError
from newsdesk.formats import sandbox
from newsdesk.formats.edition import Options
from newsdesk.formats.page import page
from newsdesk.formats.themes import theme_named, theme_names
from newsdesk.formats.voice import WORDS
from tests.formats.blogs import arabic_edition, plain_edition

WORKING = (
    "<!DOCTYPE html>\n<title>{{ title }}</title>\n<style>{{ css }}</style>\n{{ structured_data }}\n{{ entries }}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    theme = tmp_path / "ours"
    theme.mkdir()
    (theme / "manifest.json").write_text("{}")
    (theme / "style.css").write_text("body { color: black }")
    (theme / "page.html").write_text(WORKING)
    return theme


def made(folder: Path) -> str:
    return page(plain_edition(Options(theme=folder.name, theme_folders=(folder.parent,)))).decode()


def test_a_newsrooms_own_theme_is_used(folder: Path) -> None:
    assert made(folder).startswith("<!DOCTYPE html>\n<title>Ferry Services")
    assert theme_names((folder.parent,)) == ["broadsheet", "ours", "standard", "wire"]


def test_a_theme_of_the_same_name_wins_over_ours(folder: Path) -> None:
    folder.rename(folder.parent / "wire")

    assert theme_named("wire", (folder.parent,)).css == "body { color: black }"


def test_a_theme_can_speak_another_language(folder: Path) -> None:
    (folder / "manifest.json").write_text(
        json.dumps({"language": "ar", "words": {"key_events": "أهم الأحداث"}}), "utf-8"
    )
    (folder / "page.html").write_text(WORKING + "{{ key_events }}")

    text = page(arabic_edition(Options(theme="ours", theme_folders=(folder.parent,)))).decode()

    assert '<h2 id="key-events">أهم الأحداث</h2>' in text


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("a\nb\n{% if %}", r"page\.html, line 3"),
        ("a\n{{ headline.nothing.at_all }}", r"page\.html, line 2"),
        ("{{ nosuchthing }}", r"page\.html, line 1: 'nosuchthing' is undefined"),
        ("a\n\n{{ ''.__class__.__mro__ }}{{ entries }}", r"page\.html, line 3"),
        ("{{ headline.__init__.__globals__ }}", r"page\.html, line 1"),
        ("{% include '/etc/passwd' %}", r"page\.html, line 1: it can't take in “/etc/passwd”"),
        ("\n{% extends '../standard/page.html' %}", r"page\.html, line 2"),
        ("{% import 'os' as os %}", r"page\.html, line 1"),
        ("{{ 1 / 0 }}", r"page\.html, line 1"),
        ("{% for i in range(10**9) %}x{% endfor %}", r"page\.html, line 1"),
        ("{{ bylines.append('x') }}", r"page\.html, line 1"),
        ("{{ 'x' * 10**9 }}", r"page\.html, line 1"),
        ("{{ 10 ** 60 ** 60 ** 60 ** 60 }}", r"page\.html, line 1"),
        ("{{ '%999999999d' % 1 }}", r"page\.html, line 1"),
        ("{{ lipsum() }}", r"page\.html, line 1"),
        ("{{ [1, 2] | random }}", r"page\.html, line 1"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", r"page\.html, line"),
        ("{% include 'page.html' %}", r"page\.html, line 1"),
        ("\n{{ cycler.__init__.__globals__.os }}", r"page\.html, line 2"),
        ("{{ words.__class__ }}", r"page\.html, line 1"),
        ("no entries", r"must hold \{\{ entries \}\} exactly once"),
        ("{{ entries }}{{ entries }}", "exactly once"),
    ],
)
def test_a_template_that_fails_is_told_with_file_and_line(folder: Path, template: str, sentence: str) -> None:
    (folder / "page.html").write_text(template)

    with pytest.raises(ExportError, match=sentence):
        made(folder)


@pytest.mark.parametrize(
    "template",
    [
        "\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "\n{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    ],
)
def test_a_template_without_an_end_is_told_after_a_moment(
    folder: Path, template: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0.2)
    (folder / "page.html").write_text(template)

    with pytest.raises(ExportError, match=r"page\.html, line 2: it does not come to an end"):
        made(folder)


@pytest.mark.parametrize(
    ("file", "content", "sentence"),
    [
        ("manifest.json", b'{\n"title": "x",\n}', r"manifest\.json, line 3"),
        ("manifest.json", b"[]", "must be an object"),
        ("manifest.json", b"[" * 100_000, r"manifest\.json"),
        ("manifest.json", b'{"title": 5}', "must be a text"),
        ("manifest.json", b'{"words": {"nosuch": "x"}}', "no word called “nosuch”"),
        ("manifest.json", b'{"words": 5}', "must hold texts"),
        ("style.css", b"a {}\n</style><script>", r"style\.css, line 2"),
        ("style.css", b"a\n\xff", r"style\.css, line 2: it is not UTF-8"),
        ("style.css", b"a" * 1_000_001, "larger than a megabyte"),
    ],
)
def test_a_broken_file_is_told_by_name_and_line(folder: Path, file: str, content: bytes, sentence: str) -> None:
    (folder / file).write_bytes(content)

    with pytest.raises(ExportError, match=sentence):
        made(folder)


def test_a_missing_file_is_told_by_name(folder: Path) -> None:
    (folder / "style.css").unlink()

    with pytest.raises(ExportError, match=r"style\.css: it is missing"):
        made(folder)


@pytest.mark.parametrize("name", ["nosuch", "", "..", "../themes/wire", "/etc"])
def test_an_unknown_theme_is_told_with_the_ones_there_are(name: str) -> None:
    with pytest.raises(ExportError, match="There are: broadsheet, standard, wire"):
        page(plain_edition(Options(theme=name)))


@pytest.mark.parametrize("name", theme_names())
def test_our_themes_use_only_words_that_there_are(name: str) -> None:
    assert set(theme_named(name).words) <= set(WORDS)
