"""The time an entry shows: a moment in whole minutes, and the zone as it was written.

A time whose zone name nobody has mapped stays unresolved: its wall clock and its name are kept.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_OFFSET = re.compile(r"(?:GMT|UTC)(?:([+-])([0-9]{1,2})(?::([0-9]{2}))?)?")
_FURTHEST = timedelta(hours=14)


class Certainty(StrEnum):
    """How much of a time was written, and how much supposed."""

    WRITTEN = ""
    ZONE_ASSUMED = "zone"
    DATE_INFERRED = "date"


@dataclass(frozen=True, slots=True)
class ShownTime:
    """`clock` is the UTC moment, or in an unresolved time the naive wall clock; whole minutes."""

    clock: datetime
    zone: str = "GMT"  # GMT, UTC, GMT+3, UTC-4:30, Europe/London; of an unresolved time its name, such as MSK
    certainty: Certainty = Certainty.WRITTEN

    def __post_init__(self) -> None:
        if self.clock.second or self.clock.microsecond:
            object.__setattr__(self, "clock", self.clock.replace(second=0, microsecond=0))

    @property
    def moment(self) -> datetime | None:
        """The moment in UTC, or None while the zone is unresolved."""
        return self.clock if self.clock.tzinfo else None

    @property
    def sortable(self) -> datetime:
        """The moment; for an unresolved time its wall clock taken as UTC, so that it can stand somewhere."""
        return self.clock if self.clock.tzinfo else self.clock.replace(tzinfo=UTC)

    @property
    def local(self) -> datetime:
        """The naive wall clock in the written zone."""
        if not self.clock.tzinfo:
            return self.clock
        return (self.clock + utc_offset(self.zone, self.clock)).replace(tzinfo=None)

    @property
    def written_zone(self) -> str:
        """The zone as the text format writes it: a named zone as its offset at that time."""
        if not self.clock.tzinfo or _OFFSET.fullmatch(self.zone):
            return self.zone
        return offset_name(utc_offset(self.zone, self.clock))

    def __str__(self) -> str:
        """The stamp, `05:41 GMT 06.01.2022`."""
        at = self.clock if self.zone == "GMT" else self.local
        return f"{at.hour:02}:{at.minute:02} {self.written_zone} {at.day:02}.{at.month:02}.{at.year:04}"


def to_minute(clock: datetime) -> str:
    """`2022-01-06T05:41`, in whatever zone it stands; written from two small tables, as there are so many of them."""
    return f"{_day_text(clock.date())}T{_clock_text(clock.hour, clock.minute)}"


@lru_cache(maxsize=4_096)
def _day_text(day: date) -> str:
    return day.isoformat()


@lru_cache(maxsize=1_440)
def _clock_text(hour: int, minute: int) -> str:
    return f"{hour:02}:{minute:02}"


@lru_cache(maxsize=256)
def fixed_offset(zone: str) -> timedelta | None:
    """The offset that `GMT+3` or `UTC-4:30` says, ahead of Greenwich when plus; None for any other name."""
    if not (match := _OFFSET.fullmatch(zone)):
        return None
    sign, hours, minutes = match[1], int(match[2] or 0), int(match[3] or 0)
    offset = timedelta(hours=hours, minutes=minutes)
    if offset > _FURTHEST or minutes > 59:
        return None
    return -offset if sign == "-" else offset


def at_wall_clock(wall: datetime, zone: str, certainty: Certainty = Certainty.WRITTEN) -> ShownTime:
    """The time at which clocks in a zone show `wall`, which is naive; its `fold` chooses where they do so twice.

    Raises KeyError for a zone nobody knows, OverflowError before the year 1 and after 9999.
    """
    if (offset := fixed_offset(zone)) is not None:
        return ShownTime(datetime.combine(wall.date(), _in_utc(wall.hour, wall.minute)) - offset, zone, certainty)
    return ShownTime(wall.replace(tzinfo=_place(zone)).astimezone(UTC), zone, certainty)


@lru_cache(maxsize=1_440)
def _in_utc(hour: int, minute: int) -> time:
    return time(hour, minute, tzinfo=UTC)


def utc_offset(zone: str, moment: datetime) -> timedelta:
    """How far a zone is ahead of UTC at a moment. Raises KeyError for a zone nobody knows."""
    if (offset := fixed_offset(zone)) is not None:
        return offset
    return moment.astimezone(_place(zone)).utcoffset() or timedelta()


def _place(zone: str) -> "ZoneInfo":
    """A zone that is named after a place; only where one is met is the library of zones loaded."""
    from zoneinfo import ZoneInfo

    return ZoneInfo(zone)


def offset_name(offset: timedelta) -> str:
    """`GMT`, `GMT+3`, `GMT-4:30`. Seconds of historic offsets are cut."""
    minutes = int(abs(offset).total_seconds()) // 60
    if not minutes:
        return "GMT"
    sign = "-" if offset < timedelta() else "+"
    return f"GMT{sign}{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")


def read_stamp(line: str) -> ShownTime | None:
    """The time that the whole line is in profile NL/1, or None if it is ordinary text."""
    if not (match := _STAMP.fullmatch(line)):
        return None
    hour, minute, zone, day, month, year = match.groups()
    if (offset := fixed_offset(zone)) is None:
        return None
    try:
        wall = datetime(int(year), int(month), int(day), int(hour), int(minute), tzinfo=UTC)
        return ShownTime(wall - offset, zone)
    except (ValueError, OverflowError):
        return None


_STAMP = re.compile(
    r"([01][0-9]|2[0-3]):([0-5][0-9]) "
    r"((?:GMT|UTC)(?:[+-][0-9]{1,2}(?::[0-9]{2})?)?) "
    r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})"
)
