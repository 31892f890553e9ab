"""Erasing an entry for ever, from the store and from backups of it that are named."""

from collections.abc import Sequence
from pathlib import Path

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.revision import Revision


def erase_entry(desk: Desk, id: str, backups: Sequence[Path] = ()) -> Revision:
    """Take an entry out of every place where its words are; returns the tombstone. Nothing brings it back.

    It leaves the blog by an ordinary deletion first, so that every window follows. Raises NewsdeskError.
    """
    if desk.store.entries([id]):
        writing.delete_entries(desk, [id], though_released=True)
    tombstone = desk.store.erase(id, desk.author, at=desk.now(), backups=backups)
    desk.catch_up()
    return tombstone
