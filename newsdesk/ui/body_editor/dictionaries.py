"""Where the hunspell dictionaries of this machine are, and which one serves a language."""

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path


def dictionary_for(language: str, folders: tuple[Path, ...] | None = None) -> Path | None:
    """The .dic file that serves a BCP 47 language best: the same region, else the same language."""
    wanted = language.replace("-", "_")
    found = [path for folder in folders or _folders() for path in _dictionaries(folder)]
    plain = wanted.split("_")[0].lower()
    own = [path for path in found if path.stem.lower() == wanted.lower()]
    near = [path for path in found if path.stem.lower().split("_")[0] == plain]
    bundled = [path for path in near if path.stem == "en_US"]
    return next(iter([*own, *bundled, *near]), None) if plain else None


def _dictionaries(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.glob("*.dic") if path.with_suffix(".aff").exists())


def _folders() -> tuple[Path, ...]:
    return tuple(_all_folders())


def _all_folders() -> Iterator[Path]:
    home = Path.home()
    if own := os.environ.get("DICPATH"):
        yield from (Path(folder) for folder in own.split(os.pathsep))
    if sys.platform == "darwin":
        yield from (home / "Library/Spelling", Path("/Library/Spelling"))
    yield home / ".local/share/hunspell"
    yield from (Path("/usr/share/hunspell"), Path("/usr/local/share/hunspell"), Path("/usr/share/myspell/dicts"))
    if spec := find_spec("hunspell"):
        yield from (Path(place) / "dictionaries" for place in spec.submodule_search_locations or ())
