"""The arrangement: edits that give entries their places."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from newsdesk.domain import order
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry

Place = tuple[str, str]  # an entry's order key and its id: what the arrangement sorts by


class Key(NamedTuple):
    """What a list needs to know of every entry: where it stands and when it was."""

    order: str
    id: str
    time: str  # as a record has it; sorts as text


def moved(entries: Sequence[Entry], low: str, high: str) -> Edit:
    """These entries, in this sequence, between two order keys; an empty key is the open end.

    Raises ValueError unless low < high (or one is open).
    """
    keys = order.spread(len(entries), low, high)
    placed = [replace(entry, order=key) for entry, key in zip(entries, keys, strict=True)]
    return Edit.of("Move entry" if len(placed) == 1 else f"Move {len(placed)} entries", entries, placed)


def has_room(low: str, high: str) -> bool:
    """Whether keys between these two stay short; if not, the neighbours are spread anew as well."""
    return not (low and high) or (low < high and len(order.between(low, high)) <= order.LONGEST)
