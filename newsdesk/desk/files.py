"""Files from and for the user: read whole or refused, written whole or not at all."""

import os
import stat
import tempfile
from pathlib import Path

from newsdesk.errors import ExportError, ReadingError

LARGEST = 256 * 1024 * 1024  # bytes; the largest text anybody has written is far below


def read(path: Path) -> bytes:
    """All bytes of a file. Raises ReadingError."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadingError(f"“{path.name}” is a folder; nothing was imported. Name the files inside it.")
        if not stat.S_ISREG(status.st_mode):
            raise ReadingError(f"“{path.name}” is not an ordinary file; nothing was imported.")
        if status.st_size > LARGEST:
            size = status.st_size // 1_000_000
            raise ReadingError(f"“{path.name}” has {size} MB, too large for a live blog; nothing was imported.")
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReadingError(f"“{path.name}” could not be read ({reason}); nothing was imported.") from error


def write(path: Path, data: bytes, *, never: Path | None = None) -> Path:
    """Put data into a file whole, or leave what is there; returns the file written, links followed.

    Its permissions are kept. `never` is the store, which no export may replace. Raises ExportError.
    """
    target = Path(os.path.realpath(path))
    try:
        if never is not None and target.exists() and never.exists() and target.samefile(never):
            raise ExportError(f"“{path.name}” is the store itself; nothing was written. Choose another name.")
        if target.is_dir():
            raise ExportError(f"“{path.name}” is a folder; nothing was written. Name a file inside it.")
        _replace(target, data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ExportError(
            f"“{path.name[:80]}” could not be written ({reason}); what was there before is untouched. "
            "Choose another place, or free some space."
        ) from error
    return target


def make_folder(folder: Path) -> None:
    """Have a folder there. Raises ExportError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ExportError(f"The folder “{folder.name}” could not be made ({reason}). Nothing was written.") from error


def _replace(target: Path, data: bytes) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside = Path(name)
        beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
