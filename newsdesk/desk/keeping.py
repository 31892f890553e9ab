"""Taking care of a store: checks, backups, salvage."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.desk.desk import Desk
from newsdesk.domain.revision import Author
from newsdesk.errors import StoreError

if TYPE_CHECKING:  # the window knows this room before the store's library is loaded
    from newsdesk.store.findings import Report
    from newsdesk.store.salvage import Salvaged


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


def own_backups(desk: Desk) -> list[Path]:
    """The automatic backups of a desk's store."""
    return _backups(desk.store.path) if desk.store.path else []


def _backups(store: Path) -> list[Path]:
    return sorted(backup_folder(store).glob(f"{store.stem} *.newsdeskdb"))
