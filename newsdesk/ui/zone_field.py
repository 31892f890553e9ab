"""A field for a time zone, which is searched by any part of its name."""

from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter

from newsdesk.domain.zones import canonical_zone, zone_names
from newsdesk.ui.fields import Field
from newsdesk.ui.words import tr

_OFFSETS = (*(f"GMT-{hours}" for hours in range(12, 0, -1)), "GMT", *(f"GMT+{hours}" for hours in range(1, 15)))


class ZoneField(Field):
    """`chosen` gives a zone as it is kept; what is none stays in the field with a note."""

    chosen = Signal(str)

    def __init__(self, name: str, zones: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(name, tr("GMT, GMT+3 or a city"))
        self._zones = zones
        completer = QCompleter(self)
        completer.setModel(QStringListModel(list(_choices()), completer))
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(8)
        completer.activated.connect(self._take)
        self.line.setCompleter(completer)
        self.given.connect(self._take)

    def _take(self, text: str) -> None:
        zone = find_zone(text, self._zones())
        if zone is None:
            self.say(tr("“{0}” is not a zone. Try GMT+3 or Europe/London.").format(text.strip()), is_wrong=True)
            return
        self.say("")
        self.take_back(zone)
        self.chosen.emit(zone)


def find_zone(text: str, zones: Mapping[str, str]) -> str | None:
    """The zone that is meant; also by its city alone."""
    words = " ".join(text.split())
    if zone := canonical_zone(words, zones):
        return zone
    city = words.casefold().replace(" ", "_")
    found = [name for name in zone_names() if name.casefold().rpartition("/")[2] == city]
    return found[0] if city and len(found) == 1 else None


@cache
def _choices() -> tuple[str, ...]:
    return (*_OFFSETS, *zone_names())
