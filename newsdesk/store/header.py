"""The first hundred bytes of a store, read before SQLite sees the file: what is refused here was never touched.

SQLite itself might change a file that it opens: finish another program's transaction, or follow a
damaged byte into another journal mode. Offsets are those of https://sqlite.org/fileformat2.html, 1.3.
"""

from pathlib import Path

from newsdesk.errors import DamageError, StoreError
from newsdesk.store import upgrades

APPLICATION_ID = 0x4E44534B  # "NDSK", in the header of the file
MAGIC = b"SQLite format 3\0"
SIZE = 100
_NOT_A_STORE = "“{0}” is not a Newsdesk store; it was not changed. Choose another file."
_FOREIGN = "“{0}” is a database of another program; it was not changed. Choose another file."
_NEWER = "“{0}” was written by a newer Newsdesk; it was not changed. Install that one to open it."
_UNREADABLE = "The store “{0}” could not be read: {1}. Check the file and its folder."
_DAMAGED = (
    "The store “{0}” is damaged ({1}); it was not changed. Run “newsdesk check”, then restore a backup "
    "or run “newsdesk salvage” to get its entries into a new file."
)


def refuse_other_files(path: Path) -> None:
    """Raises StoreError for a file that is no store of this version, DamageError for one that cannot be whole."""
    header, size = _first_bytes(path)
    if size == 0:
        return
    name = path.name
    if not header.startswith(MAGIC) and _number(header, 68, 4) != APPLICATION_ID:
        if not is_unfinished(path):
            raise StoreError(_NOT_A_STORE.format(name))
        return
    if _number(header, 68, 4) != APPLICATION_ID:
        raise StoreError(_FOREIGN.format(name))
    if not is_unfinished(path):
        _refuse_damaged(header, size, name)
    if _number(header, 60, 4) > upgrades.newest():
        raise StoreError(_NEWER.format(name))


def is_unfinished(path: Path) -> bool:
    """Whether a journal stands beside the file, to be rolled back by whoever opens it next."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def schema_version(path: Path) -> int:
    """The version of the schema that a file says it has; 0 of an empty one."""
    return _number(_first_bytes(path)[0], 60, 4)


def page_size(header: bytes) -> int:
    """The size of a page, or 0 if what stands there can be none."""
    size = _number(header, 16, 2)
    size = 65_536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else 0


def _refuse_damaged(header: bytes, size: int, name: str) -> None:
    if not header.startswith(MAGIC) or not page_size(header) or len(header) < SIZE:
        raise DamageError(_DAMAGED.format(name, "its first bytes are not as they were written"))
    if header[18:20] != b"\x01\x01":
        raise DamageError(_DAMAGED.format(name, "its header asks for a journal that Newsdesk never uses"))
    if not _number(header, 60, 4):
        raise DamageError(_DAMAGED.format(name, "its header names no version of its tables"))
    pages = _number(header, 28, 4)
    if header[24:28] == header[92:96] and size < pages * page_size(header):
        raise DamageError(_DAMAGED.format(name, "its end is missing"))


def _first_bytes(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            return file.read(SIZE), file.seek(0, 2)
    except OSError as error:
        raise StoreError(_UNREADABLE.format(path.name, error.strerror or error)) from error


def _number(header: bytes, start: int, length: int) -> int:
    return int.from_bytes(header[start : start + length], "big")
