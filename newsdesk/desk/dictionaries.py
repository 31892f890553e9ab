"""Where the hunspell dictionaries of this machine are, and which one serves a language."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?([-_].*)?")
_SAME = {"no": "nb", "iw": "he", "in": "id"}  # languages that have two codes
# LibreOffice brings a folder for each language; what somebody adds to it lies in the profile.
_OFFICE = ("extensions/dict-*", "extensions/dict-*/dictionaries")
_OFFICES = {
    "darwin": ("/Applications/LibreOffice.app/Contents/Resources",),
    "win32": ("C:/Program Files/LibreOffice/share", "C:/Program Files (x86)/LibreOffice/share"),
    "linux": ("/usr/lib/libreoffice/share", "/usr/lib64/libreoffice/share", "/opt/libreoffice/share"),
}
_PROFILES = {
    "darwin": "Library/Application Support/LibreOffice/4/user",
    "win32": "AppData/Roaming/LibreOffice/4/user",
    "linux": ".config/libreoffice/4/user",
}
_ADDED = "uno_packages/cache/uno_packages/*/*.oxt"


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A .dic file, with its .aff file beside it, and the language (BCP 47) that its name tells."""

    path: Path
    language: str

    def is_of(self, language: str) -> bool:
        """Whether it is made for a language, and not for that of another region."""
        region, own = _parts(language)[2], _parts(self.language)[2]
        return not region or not own or region == own


def language_of(name: str) -> str:
    """The language that the name of a dictionary tells: `de_AT_frami` is de-AT; nothing where it tells none."""
    language, script, region = _parts(name)
    return "-".join(filter(None, (language, script.title(), region.upper())))


def dictionary_for(language: str, own: Path | None = None, folders: Sequence[Path] | None = None) -> Dictionary | None:
    """The dictionary that serves a language best: of its region, else of another one; never of another script.

    What lies in the folder `own` goes before what else is found.
    """
    wanted = _parts(language)
    everywhere = _folders() if folders is None else folders
    found = [it for folder in (*([own] if own else ()), *everywhere) for it in _dictionaries(folder)]
    serving = [it for it in found if wanted[0] and _parts(it.language)[:2] == wanted[:2]]
    return min(serving, key=lambda it: (_is_special(it), _distance(wanted, _parts(it.language))), default=None)


def _is_special(dictionary: Dictionary) -> bool:
    """A word list of one field, such as en_med_glut, may not go before a whole dictionary."""
    match = _TAG.fullmatch(dictionary.path.stem)
    return match is not None and bool(match[4])


def _distance(wanted: tuple[str, str, str], offered: tuple[str, str, str]) -> int:
    """0 is the same region; of others, the one whose name is the language's, and British before American."""
    language, _, region = wanted
    order = [region, "", "us" if region in ("", "ca", "ph") else "gb", language, "us"]
    return order.index(offered[2]) if offered[2] in order else len(order)


def _parts(tag: str) -> tuple[str, str, str]:
    """Language, script and region of a tag or a file's name, in small letters; empty where there is none."""
    match = _TAG.fullmatch(tag)
    language, script, region = ((part or "").lower() for part in match.groups()[:3]) if match else ("", "", "")
    return _SAME.get(language, language), script, region


def _dictionaries(folder: Path) -> list[Dictionary]:
    try:
        paths = sorted(path for path in folder.glob("*.dic") if path.with_suffix(".aff").exists())
    except OSError:  # a folder that may not be read
        return []
    return [Dictionary(path, language) for path in paths if (language := language_of(path.stem))]


def _folders() -> tuple[Path, ...]:
    return tuple(_all_folders())


def _all_folders() -> Iterator[Path]:
    home, system = Path.home(), "linux" if sys.platform not in _OFFICES else sys.platform
    if own := os.environ.get("DICPATH"):
        yield from (Path(folder) for folder in own.split(os.pathsep))
    if system == "darwin":
        yield from (home / "Library/Spelling", Path("/Library/Spelling"))
    yield home / ".local/share/hunspell"
    yield from (Path("/usr/share/hunspell"), Path("/usr/local/share/hunspell"), Path("/usr/share/myspell/dicts"))
    for office in map(Path, _OFFICES[system]):
        yield from (folder for pattern in _OFFICE for folder in sorted(office.glob(pattern)))
    for extension in sorted((home / _PROFILES[system]).glob(_ADDED)):
        yield from (extension, *sorted(path for path in extension.glob("dict*") if path.is_dir()))
    if spec := find_spec("hunspell"):
        yield from (Path(place) / "dictionaries" for place in spec.submodule_search_locations or ())
