"""Times that a person types into a field, and how they are read back to them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimeZone

from newsdesk.domain.stamp import ShownTime

if TYPE_CHECKING:
    from newsdesk.domain.times import Typed


class TimeReader:
    """Reads as the open blog and the newsroom mean it."""

    def __init__(self, zones: Mapping[str, str] | None = None) -> None:
        self.zone = "GMT"  # the open blog's
        self._here = ""  # the machine's own, once it is known
        self.zones = dict(zones or {})  # what the newsroom means by MSK, BST …

    def read(self, text: str, own: ShownTime) -> ShownTime:
        """The time that was typed for an entry. Raises NewsdeskError with a sentence for the place beside the field."""
        return self.read_all(text, own).time

    def read_all(self, text: str, own: ShownTime) -> "Typed":
        """The same with the other reading, where the change of the clocks skips or doubles what was typed."""
        from newsdesk.domain.times import read_typed  # its library is slow to load, and typing a time can wait

        return read_typed(text, now=datetime.now(UTC), zone=self.zone, own=own, zones=self.zones)

    def reading(self, time: ShownTime) -> str:
        """How a time is read: 05:41 GMT, Thursday 6 January · 11:41 in Almaty · 2 min ago."""
        from newsdesk.domain.describe import describe

        return describe(time, now=datetime.now(UTC), local_zone=self._here or time.zone)

    def look_round(self) -> None:
        """Learn the machine's own zone; finding it takes longer than the first picture may wait."""
        from newsdesk.domain.zones import is_known_zone

        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        self._here = zone if is_known_zone(zone) else "UTC"


def stepped(was: ShownTime, minutes: int) -> ShownTime:
    """So many minutes later."""
    return replace(was, clock=was.clock + timedelta(minutes=minutes))
