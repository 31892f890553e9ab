"""Which releases held which entries. A release never changes, so each is read once and remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsdesk.domain.release import Release
from newsdesk.store import releases
from newsdesk.store.database import Database

Places = tuple[int, ...]  # places in the log as of which releases held an entry, in order


@dataclass(slots=True)
class _Known:
    """Of one blog; entries with the same past share one tuple."""

    number: int = 0  # of the last release that was read
    places: dict[str, Places] = field(default_factory=dict)

    def add(self, release: Release) -> None:
        longer: dict[Places, Places] = {}
        for id in release.held:
            had = self.places.get(id, ())
            if had not in longer:
                longer[had] = tuple(sorted({*had, release.content}))
            self.places[id] = longer[had]


class Held:
    """Asked again, it reads only what was released since."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, _Known] = {}

    def places(self, blog: str) -> Mapping[str, Places]:
        """Of each entry of a blog that was ever released, the places. Raises DamageError."""
        known = self._known.setdefault(blog, _Known())
        with self._database.reading() as connection:
            for number, release in releases.later(connection, blog, known.number):
                known.add(release)
                known.number = number
        return known.places
