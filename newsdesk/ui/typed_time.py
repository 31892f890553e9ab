"""Times that a person types into a field, and how they are read back to them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimeZone

from newsdesk.domain.stamp import ShownTime

if TYPE_CHECKING:
    from newsdesk.domain.times import Typed

_JUST_NOW = timedelta(minutes=15)


class TimeReader:
    """Reads as the open blog and the newsroom mean it."""

    def __init__(self, zones: Mapping[str, str] | None = None) -> None:
        self.zone = "GMT"  # the open blog's
        self._here = ""  # the machine's own, once it is known
        self.zones = dict(zones or {})  # what the newsroom means by MSK, BST …

    def read(self, text: str, own: ShownTime, created: datetime | None = None) -> ShownTime:
        """The time that was typed for an entry. Raises NewsdeskError with a sentence for the place beside the field.

        Where nobody has chosen the entry's own time yet, a clock is read as in a new entry: nearest to now.
        """
        return self.read_all(text, own, created).time

    def read_all(self, text: str, own: ShownTime, created: datetime | None = None) -> "Typed":
        """The same with the other reading, where the change of the clocks skips or doubles what was typed."""
        from newsdesk.domain.times import read_typed  # its library is slow to load, and typing a time can wait

        now = datetime.now(UTC)
        chosen = None if _is_of_the_clock(own, created, now) else own
        return read_typed(text, now=now, zone=self.zone, own=chosen, zones=self.zones)

    def reading(self, time: ShownTime) -> str:
        """How a time is read: 05:41 GMT, Thursday 6 January · 11:41 in Almaty · 2 min ago."""
        from newsdesk.domain.describe import describe

        return describe(time, now=datetime.now(UTC), local_zone=self._here or time.zone)

    def look_round(self) -> None:
        """Learn the machine's own zone; finding it takes longer than the first picture may wait."""
        from newsdesk.domain.zones import is_known_zone

        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        self._here = zone if is_known_zone(zone) else "UTC"


def _is_of_the_clock(time: ShownTime, created: datetime | None, now: datetime) -> bool:
    """Whether an entry got its time when it was made, or by Ctrl+T just now, and from nobody's fingers."""
    if time.moment is None or created is None:
        return False
    return time.moment == created or abs(now - time.moment) < _JUST_NOW


def stepped(was: ShownTime, minutes: int) -> ShownTime:
    """So many minutes later."""
    return replace(was, clock=was.clock + timedelta(minutes=minutes))
