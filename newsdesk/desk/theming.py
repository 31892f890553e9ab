"""Themes of the newsroom's own: a copy of one that there is, in a folder of plain files that anybody can change."""

from collections.abc import Sequence
from pathlib import Path

from newsdesk.errors import ExportError
from newsdesk.formats.themes import theme_folder


def copy_theme(name: str, folders: Sequence[Path]) -> Path:
    """Copy a theme into the first of these folders under a name that is free there; returns the copy's folder.

    Raises ExportError if there is no such theme, or the folder cannot be written.
    """
    source = theme_folder(name, tuple(folders))
    target = _free(folders[0], f"my-{name.removeprefix('my-')}")
    try:
        target.mkdir(parents=True)
        for file in source.iterdir():
            if file.is_file():
                (target / file.name).write_bytes(file.read_bytes())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ExportError(f"The theme could not be copied to “{target}” ({reason}). Name another folder.") from error
    return target


def _free(folder: Path, name: str) -> Path:
    number = 1
    while (target := folder / (name if number == 1 else f"{name}-{number}")).exists():
        number += 1
    return target
