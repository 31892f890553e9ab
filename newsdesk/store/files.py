"""Files on a disk: made private, told apart, synced, and replaced whole or not at all."""

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsdesk.errors import StoreError

Identity = tuple[int, int] | None

# The files this process has open. To open and close such a file in another way would drop the locks that
# SQLite holds on it for the whole process: https://sqlite.org/howtocorrupt.html, 2.2.
held: Counter[Identity] = Counter()


def prepare(path: Path) -> None:
    """Make an empty private file if there is none; SQLite gives its journal the same permissions."""
    if path.is_dir():
        raise StoreError(f"“{path.name}” is a folder, not a store. Name the file inside it.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            make_private(path)
        links = path.stat().st_nlink
    except OSError as error:
        reason = error.strerror or error
        raise StoreError(f"The store “{path.name}” could not be made: {reason}. Choose another place.") from error
    if links > 1:  # each name would have a journal of its own, and a crash under one is not mended under the other
        raise StoreError(
            f"The store “{path.name}” has a second name on this disk (a hard link), which is not safe to write; "
            "it was not changed. Make a copy and open that."
        )


def make_private(path: Path) -> Path:
    """An empty file that only its owner can read, whatever the umask."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    return path


def identity(path: Path) -> Identity:
    """Which file stands at a path: None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """An empty private file in the folder of a target, to be moved there when it is whole; else it goes again."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def move_into_place(whole: Path, target: Path) -> None:
    """Replace the target by a whole file, so that a power cut leaves the one or the other."""
    _sync(whole)
    whole.replace(target)
    if os.name == "posix":
        _sync(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
