"""Taking care of a store: checks, backups, salvage, and erasing for ever."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.desk.desk import Desk
from newsdesk.domain.revision import Author
from newsdesk.errors import NewsdeskError, StoreError, UnknownError

if TYPE_CHECKING:  # the window knows this room before the store's library is loaded
    from newsdesk.store.findings import Report
    from newsdesk.store.salvage import Salvaged

_SHORTEST = 4  # characters of words that may be erased everywhere


def backup_folder(store: Path) -> Path:
    """Where the automatic backups of a store stand: beside it, so that they move with it."""
    return store.parent / "backups"


def keep_backups(desk: Desk) -> None:
    """Make an automatic backup if it is time for one, and thin out the old ones."""
    if (store := desk.store.path) is not None:
        desk.store.keep_backups(backup_folder(store), desk.now())


def check(where: str) -> "Report":
    """Check a store, even one that cannot be opened any more; the file is never changed."""
    from newsdesk.store.check import check_file
    from newsdesk.store.store import Store

    if "://" not in where:
        return check_file(Path(where).expanduser())
    store = Store(where)
    try:
        return store.check()
    finally:
        store.close()


def salvage(where: str, new_file: Path, author: Author, backups: Sequence[Path] = ()) -> "Salvaged":
    """Bring all that can be read of a damaged store into a new file; its automatic backups help."""
    from newsdesk.desk.desk import now_utc
    from newsdesk.store.salvage import salvage as salvage_file

    damaged = Path(where).expanduser()
    if not damaged.is_file():
        raise StoreError(f"There is no store “{damaged.name}” here. Check the name and the folder.")
    return salvage_file(damaged, new_file, author, now_utc(), [*_backups(damaged), *backups])


def erase_entry(desk: Desk, id: str, confirmation: str) -> None:
    """Erase for ever all that an entry ever said, here and in the automatic backups; a tombstone stays."""
    known = id not in desk.store.never_seen([id])
    if not known:
        raise UnknownError("The store never held this entry; nothing was erased. Give its whole id.")
    if confirmation != id:
        raise NewsdeskError("Erasing cannot be undone. To confirm it, type the entry's whole id; nothing was erased.")
    desk.store.erase(id, desk.author, at=desk.now(), backups=_own_backups(desk))


def erase_words(desk: Desk, words: str, confirmation: str) -> None:
    """Erase words for ever, wherever they stand; a tombstone stays."""
    if len(words.strip()) < _SHORTEST:
        raise NewsdeskError("These words are too short to be erased everywhere; nothing was erased.")
    if confirmation != words:
        raise NewsdeskError("Erasing cannot be undone. To confirm it, type the words once more; nothing was erased.")
    desk.store.erase_words(words, desk.author, at=desk.now(), backups=_own_backups(desk))


def _own_backups(desk: Desk) -> list[Path]:
    return _backups(desk.store.path) if desk.store.path else []


def _backups(store: Path) -> list[Path]:
    return sorted(backup_folder(store).glob(f"{store.stem} *.newsdeskdb"))
