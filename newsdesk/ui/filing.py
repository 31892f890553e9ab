"""Where the files of a blog go, as far as a dialog can know: to where they went last, else to the documents."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from newsdesk.desk.naming import file_stem
from newsdesk.domain.blog import Blog
from newsdesk.preferences import Preferences
from newsdesk.ui.settings import Settings

_PLACE = "place"  # the folder into which something of a blog was saved last, beside what its exports are like


def suggestion(blog: Blog, preferences: Preferences, ending: str) -> str:
    """A file for something of a blog."""
    return str(folder(blog.id, preferences) / (file_stem(blog) + ending))


def folder(blog: str, preferences: Preferences) -> Path:
    """The one that was used last for a blog and is still there; else that of the documents."""
    kept = _kept(blog, preferences)
    last = (Path(told) for name in (_PLACE, "folder") if isinstance(told := kept.get(name), str) and told)
    return next((place for place in last if place.is_dir()), documents())


def documents() -> Path:
    """Where files are looked for first."""
    told = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return told if told.is_dir() else Path.home()


def remember(blog: str, file: Path, settings: Settings) -> None:
    """Something of a blog was saved as this file."""
    kept = _kept(blog, settings.value) | {_PLACE: str(file.parent)}
    settings.change(exports={**settings.value.exports, blog: kept})


def _kept(blog: str, preferences: Preferences) -> dict[str, object]:
    kept = preferences.exports.get(blog)
    return dict(kept) if isinstance(kept, dict) else {}
