"""The versions of the schema: how an older store becomes one of today, after a complete backup.

A step takes a store from version n to n + 1 in the transaction of the whole upgrade: a crash leaves the
old store or the new one. The store has no foreign keys, so no child row can vanish when a table is made
anew; a step that changes columns of blogs or entries must seal their rows again.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection  # not at run time: a first glance at a store does without SQLAlchemy

Step = Callable[["Connection"], None]
STEPS: tuple[Step, ...] = ()  # the first is for stores of version 1


def newest() -> int:
    """The version of the schema that this program writes."""
    return 1 + len(STEPS)


def upgrade(connection: "Connection", version: int) -> None:
    """Bring a store of an older version to the newest, within one transaction that writes."""
    for step in STEPS[version - 1 :]:
        step(connection)


def backup_name(path: Path, version: int) -> Path:
    """Where the backup goes that is made before an upgrade: beside the store, and never over another."""
    for number in range(1, 1_000):
        again = "" if number == 1 else f" ({number})"
        beside = path.with_name(f"{path.stem} before upgrade from version {version}{again}{path.suffix}")
        if not beside.exists():
            return beside
    raise AssertionError("a thousand upgrades of one store from one version")
