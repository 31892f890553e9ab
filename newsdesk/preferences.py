"""What a person has chosen, as one frozen value kept as JSON in their configuration folder."""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

import platformdirs

from newsdesk.domain.entry import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """All preferences; a new installation has the defaults and a desk id of its own."""

    desk: str = field(default_factory=new_id)
    author: str = ""
    knows_author: bool = False  # somebody has said that this is their name
    zone: str = "GMT"  # of new blogs
    zones: dict[str, str] = field(default_factory=dict)  # what the newsroom means by MSK, BST …
    published_only: bool = False  # export what a second pair of eyes has published, and nothing that is only ready
    exports: dict[str, Any] = field(default_factory=dict)  # by blog: how it was exported last
    themes: str = ""  # a folder with the newsroom's own themes, besides the one in the data folder
    severities: dict[str, str] = field(default_factory=dict)  # of preflight rules by code, where not the usual
    theme: str = "system"  # or light, dark
    zoom: int = 100  # percent
    is_compact: bool = False  # whether the rows of the list are low
    checks_spelling: bool = True  # in the blog's language
    types_quotes: bool = False  # make quotes typographic as they are typed
    snippets: dict[str, str] = field(default_factory=dict)  # abbreviations, and what they become
    window: dict[str, Any] = field(default_factory=dict)  # what the window restores at the next start


def folder() -> Path:
    """Where preferences are kept."""
    return platformdirs.user_config_path("newsdesk", appauthor=False)


def data_folder() -> Path:
    """Where a user's own files are, unless they say otherwise."""
    return platformdirs.user_data_path("newsdesk", appauthor=False)


def dictionaries() -> Path:
    """Where the spelling dictionaries lie that somebody has added."""
    return data_folder() / "dictionaries"


def default_store() -> str:
    """The store that is used when none is named: NEWSDESK_STORE, else one in the user's data folder."""
    return os.environ.get("NEWSDESK_STORE") or str(data_folder() / "newsdesk.newsdeskdb")


def theme_folders(chosen: Preferences) -> tuple[Path, ...]:
    """Where the newsroom's own themes are, the first to win: the folder that was named, and the usual one."""
    named = (Path(chosen.themes).expanduser(),) if chosen.themes else ()
    return (*named, data_folder() / "themes")


def load() -> Preferences:
    """The preferences as last saved; what is missing or cannot be read has its default."""
    try:
        stored = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        stored = {}
    known = {f.name: type(getattr(_DEFAULTS, f.name)) for f in fields(Preferences)}
    kept = {
        name: value for name, value in (stored.items() if isinstance(stored, dict) else ())
        if name in known and isinstance(value, known[name])
    }
    if "author" not in kept:
        kept["author"] = _login_name()
    preferences = Preferences(**kept)
    if "desk" not in kept:
        save(preferences)
    return preferences


def save(preferences: Preferences) -> bool:
    """Keep the preferences; False where the folder cannot be written (they last until the program ends)."""
    file = _file()
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = file.with_name(f"{file.name}.{os.getpid()}")
        beside.write_text(json.dumps(asdict(preferences), ensure_ascii=False, indent=2), "utf-8")
        beside.replace(file)
    except OSError:
        return False
    return True


def _file() -> Path:
    return folder() / "preferences.json"


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


_DEFAULTS = Preferences()
