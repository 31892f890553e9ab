"""Adding a dictionary: its two files, or the LibreOffice extension that holds them, are copied to a folder of ours."""

import os
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from newsdesk.desk.dictionaries import language_of
from newsdesk.errors import NewsdeskError

_LARGEST = 64 * 1024 * 1024  # bytes of one file; the largest dictionaries have some 20 MB
_Files = Mapping[str, bytes]  # by name


def add_dictionary(file: Path, folder: Path) -> tuple[str, ...]:
    """Copy the dictionaries that a file holds, and return the languages they are for.

    The file is an .oxt extension, or a .dic or .aff file with the other beside it. Raises NewsdeskError where
    there is none in it; what was in the folder before is then as it was.
    """
    try:
        files = _unpacked(file) if zipfile.is_zipfile(file) else _pair(file)
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
        raise NewsdeskError(f"{file.name} could not be read; nothing was added. ({error})") from None
    stems = sorted(name.removesuffix(".dic") for name in files if name.endswith(".dic"))
    whole = [stem for stem in stems if f"{stem}.aff" in files and _is_dictionary(files[f"{stem}.dic"])]
    if not whole:
        raise NewsdeskError(
            f"There is no spelling dictionary in {file.name}; nothing was added. A dictionary is an .oxt extension"
            " of LibreOffice, or two files that end in .dic and .aff and have the same name."
        )
    named = [stem for stem in whole if language_of(stem)]
    if not named:
        raise NewsdeskError(
            f"The name of {whole[0]}.dic does not tell its language; nothing was added."
            " Name both files after it, such as en_GB.dic and en_GB.aff, and try again."
        )
    for stem in named:
        for name in (f"{stem}.aff", f"{stem}.dic"):  # the second makes it a dictionary
            _keep(folder / name, files[name])
    return tuple(dict.fromkeys(map(language_of, named)))


def _pair(file: Path) -> _Files:
    beside = (file.with_suffix(ending) for ending in (".dic", ".aff"))
    return {path.name: path.read_bytes() for path in beside if path.is_file() and path.stat().st_size <= _LARGEST}


def _unpacked(file: Path) -> _Files:
    with zipfile.ZipFile(file) as packed:
        return {
            PurePosixPath(info.filename).name: packed.read(info)
            for info in packed.infolist()
            if info.filename.endswith((".dic", ".aff")) and info.file_size <= _LARGEST
        }


def _is_dictionary(words: bytes) -> bool:
    """It begins with the number of its words; what is beside it for hyphens does not."""
    return words.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].split(b" ")[0].strip().isdigit()


def _keep(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise NewsdeskError(f"The dictionary could not be copied to {path.parent}. ({error.strerror})") from None
