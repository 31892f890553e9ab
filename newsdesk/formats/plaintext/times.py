"""The times that stamps say, with the day of those that have none."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from newsdesk.domain.stamp import Certainty, ShownTime, at_wall_clock, fixed_offset
from newsdesk.formats.plaintext.clocks import Clock
from newsdesk.formats.plaintext.settings import Settings

_HALF_A_DAY = 12 * 60
_A_DAY = timedelta(days=1)


def times_of(clocks: list[Clock], page_day: date | None, settings: Settings) -> list[ShownTime]:
    """One time for each clock; an unmapped zone name leaves it unresolved."""
    days = _days(clocks, page_day or settings.fallback_day) if any(c.day is None for c in clocks) else _written(clocks)
    return [_time(clock, day, settings) for clock, day in zip(clocks, days, strict=True)]


def time_of(clock: Clock, settings: Settings) -> ShownTime | None:
    """The time of one dated clock."""
    return _time(clock, clock.day, settings) if clock.day else None


def _written(clocks: list[Clock]) -> Iterator[date]:
    return (clock.day for clock in clocks if clock.day)


def _time(clock: Clock, day: date, settings: Settings) -> ShownTime:
    certainty = Certainty.WRITTEN
    if not clock.day:
        certainty = Certainty.DATE_INFERRED
    elif not clock.zone:
        certainty = Certainty.ZONE_ASSUMED
    wall = datetime(day.year, day.month, day.day, clock.hour, clock.minute)  # noqa: DTZ001  a wall clock
    zone = clock.zone if fixed_offset(clock.zone) is not None else settings.zones.get(clock.zone)
    try:
        if clock.zone:
            return at_wall_clock(wall, zone, certainty) if zone else ShownTime(wall, clock.zone, certainty)
        return at_wall_clock(wall, settings.zone, certainty)
    except (KeyError, ValueError, OSError, OverflowError):  # a zone nobody knows, or the year 0
        unresolved = ShownTime(wall, clock.zone, certainty)
        return unresolved if clock.zone else ShownTime(wall.replace(tzinfo=UTC), "GMT", certainty)


def _days(clocks: list[Clock], page_day: date) -> Iterator[date]:
    """The page's day, carried on; it changes only where the clock jumps over 12 hours against the file's direction."""
    step = _direction(clocks)
    day, before = page_day, None
    for clock in clocks:
        minute = clock.hour * 60 + clock.minute
        if clock.day:
            day = clock.day
        elif before is not None and (before - minute) * step > _HALF_A_DAY:
            day = _shifted(day, step)
        before = minute
        yield day


def _direction(clocks: list[Clock]) -> int:
    """-1 where the newest stands first, which is the rule; 1 where the oldest does."""
    minutes = [clock.hour * 60 + clock.minute for clock in clocks]
    steps = [(later - earlier + _HALF_A_DAY) % (2 * _HALF_A_DAY) - _HALF_A_DAY for earlier, later in pairwise(minutes)]
    return 1 if sum(step > 0 for step in steps) > sum(step < 0 for step in steps) else -1


def _shifted(day: date, step: int) -> date:
    try:
        return day + step * _A_DAY
    except OverflowError:
        return day
