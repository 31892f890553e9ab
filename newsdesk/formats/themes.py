"""Themes: plain folders of a template, style sheets and a small manifest, that a newsroom can copy and change.

A template is sandboxed: it sees the page's values and nothing else, no files and no network.
"""

import json
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from newsdesk.errors import ExportError
from newsdesk.formats.voice import WORDS

_LARGEST_FILE = 1_000_000


@dataclass(frozen=True, slots=True)
class Theme:
    """What a theme's folder holds."""

    name: str
    title: str
    description: str
    language: str  # of its words
    words: Mapping[str, str]
    css: str
    template: str  # the text of page.html


def resources() -> Traversable:
    """The program's own files: beside the package when run from source, inside it when installed."""
    package = files("newsdesk")
    inside = package.joinpath("resources")
    return inside if inside.is_dir() else Path(str(package)).parent / "resources"


def theme_named(name: str, folders: tuple[Traversable, ...] = ()) -> Theme:
    """The user's own theme of that name, else ours. Raises ExportError if there is none or it is broken."""
    return read_theme(name, theme_folder(name, folders))


def theme_folder(name: str, folders: tuple[Traversable, ...] = ()) -> Traversable:
    """The folder of a theme, the user's own first. Raises ExportError if there is none."""
    for folder in (*folders, resources() / "themes"):
        if name and "/" not in name and name not in (".", "..") and folder.joinpath(name).is_dir():
            return folder.joinpath(name)
    known = ", ".join(theme_names(folders))
    raise ExportError(f"There is no theme called “{name}”. There are: {known}.")


def theme_names(folders: tuple[Traversable, ...] = ()) -> list[str]:
    """Every folder that has a manifest, in order of the alphabet."""
    return sorted({
        theme.name
        for folder in (*folders, resources() / "themes")
        if folder.is_dir()
        for theme in folder.iterdir()
        if theme.joinpath("manifest.json").is_file()
    })


def read_theme(name: str, folder: Traversable) -> Theme:
    """Raises ExportError, with file and line where it can, if the folder is no theme."""
    manifest = _manifest(name, _text(name, folder, "manifest.json"))
    css = _text(name, folder, "style.css")
    if "</" in css:
        raise theme_error(name, "style.css", _line_of(css, "</"), "a style sheet can't hold “</”")
    return Theme(
        name=name,
        title=_string(name, manifest, "title", name),
        description=_string(name, manifest, "description", ""),
        language=_string(name, manifest, "language", "en"),
        words=_words(name, manifest.get("words", {})),
        css=css.replace("\r\n", "\n"),
        template=_text(name, folder, "page.html").replace("\r\n", "\n"),
    )


def fill(theme: Theme, values: Mapping[str, Any]) -> str:
    """The theme's page around these values. Raises ExportError naming file and line if the template fails."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    try:
        from newsdesk.formats.sandbox import rendered

        return rendered(_compiled(theme.template), dict(values))
    except TemplateSyntaxError as error:
        raise theme_error(theme.name, "page.html", error.lineno, error.message or "it is no template") from error
    except TemplateNotFound as error:
        problem = f"it can't take in “{error.name}”, as a theme is one template"
        raise theme_error(theme.name, "page.html", _failing_line(error), problem) from error
    except Exception as error:  # whatever the newsroom's template does wrong is theirs to read
        raise theme_error(theme.name, "page.html", _failing_line(error), str(error) or type(error).__name__) from error


@lru_cache(maxsize=8)
def _compiled(template: str) -> Any:  # noqa: ANN401  jinja2 is imported only when a page is made
    from newsdesk.formats.sandbox import Room

    return Room(template).page(template)


def theme_error(name: str, file: str, line: int | None, problem: str) -> ExportError:
    place = f"{file}, line {line}" if line else file
    return ExportError(f"The theme “{name}” does not work: {place}: {problem.rstrip('.')}. Nothing was written.")


def _failing_line(error: Exception) -> int | None:
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno for frame in reversed(frames) if frame.filename == "page.html"), None)


def _text(name: str, folder: Traversable, file: str) -> str:
    try:
        content = folder.joinpath(file).read_bytes()
    except OSError as error:
        raise theme_error(name, file, None, "it is missing or can't be read") from error
    if len(content) > _LARGEST_FILE:
        raise theme_error(name, file, None, "it is larger than a megabyte")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise theme_error(name, file, content.count(b"\n", 0, error.start) + 1, "it is not UTF-8") from error


def _manifest(name: str, text: str) -> dict[str, Any]:
    try:
        manifest = json.loads(text)
    except json.JSONDecodeError as error:
        raise theme_error(name, "manifest.json", error.lineno, error.msg) from error
    except RecursionError as error:
        raise theme_error(name, "manifest.json", None, "it is nested too deep") from error
    if not isinstance(manifest, dict):
        raise theme_error(name, "manifest.json", 1, "it must be an object: {…}")
    return manifest


def _string(name: str, manifest: dict[str, Any], key: str, default: str) -> str:
    value = manifest.get(key, default)
    if not isinstance(value, str):
        raise theme_error(name, "manifest.json", None, f"“{key}” must be a text")
    return value


def _words(name: str, words: object) -> Mapping[str, str]:
    if not isinstance(words, dict) or not all(isinstance(word, str) for word in words.values()):
        raise theme_error(name, "manifest.json", None, "“words” must hold texts")
    if strange := sorted(set(words) - set(WORDS)):
        raise theme_error(name, "manifest.json", None, f"there is no word called “{strange[0]}”")
    return words


def _line_of(text: str, what: str) -> int:
    return text.count("\n", 0, text.index(what)) + 1
