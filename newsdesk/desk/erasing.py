"""Erasing for ever: from the store, from its automatic backups, and from other backups that are named."""

from collections.abc import Sequence
from pathlib import Path

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.keeping import own_backups
from newsdesk.domain.revision import Revision
from newsdesk.errors import NewsdeskError, UnknownError

_SHORTEST = 4  # characters of words that may be erased everywhere


def erase_entry(desk: Desk, id: str, backups: Sequence[Path] = ()) -> Revision:
    """Take an entry out of every place where its words are; returns the tombstone. Nothing brings it back.

    It leaves the blog by an ordinary deletion first, so that every window follows. Raises NewsdeskError.
    """
    if desk.store.never_seen([id]):
        raise UnknownError("The store never held this entry; nothing was erased. Give its whole id.")
    if desk.store.entries([id]):
        writing.delete_entries(desk, [id], though_released=True)
    tombstone = desk.store.erase(id, desk.author, at=desk.now(), backups=_all(desk, backups))
    desk.catch_up()
    return tombstone


def erase_words(desk: Desk, words: str) -> Revision:
    """Take words out of every place where they are; returns the tombstone. Raises NewsdeskError."""
    if len(words.strip()) < _SHORTEST:
        raise NewsdeskError("These words are too short to be erased everywhere; nothing was erased.")
    return desk.store.erase_words(words, desk.author, at=desk.now(), backups=own_backups(desk))


def _all(desk: Desk, named: Sequence[Path]) -> list[Path]:
    return list({path.resolve(): path for path in [*own_backups(desk), *named]}.values())
