"""Times that a person types: `0541`, `5.41pm`, `-5m`, `yesterday 23:10`, `6 Jan 05:41`, `05:41 MSK`.

The day comes before the month. A clock without a zone is the blog's; one without a date is the entry's
own day, or in a new entry the reading nearest to now and never more than 15 minutes ahead.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil import parser, tz

from newsdesk.domain.stamp import ShownTime, at_wall_clock, fixed_offset, offset_name, read_stamp, utc_offset
from newsdesk.domain.typed_words import TypedWords, split_typed
from newsdesk.domain.zones import canonical_zone
from newsdesk.errors import NewsdeskError

_LONGEST = 60
FURTHEST_AHEAD = timedelta(minutes=15)
_RELATIVE = re.compile(
    r"([+−–-]) ?(?:([0-9]{1,4}) ?h(?:ours?|rs?)?)? ?(?:([0-9]{1,5}) ?(?:m|mins?|minutes?)?)?", re.IGNORECASE
).fullmatch
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:?[0-9]{2}.*", re.IGNORECASE).fullmatch
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BESIDE_TODAY = {"yesterday": -1, "today": 0, "tomorrow": 1}


class Flag(StrEnum):
    """What the change of the clocks does to a time."""

    NONE = ""
    SKIPPED = "skipped"
    DOUBLED = "doubled"


@dataclass(frozen=True, slots=True)
class Typed:
    """The time that somebody typed; where the clocks change, the first of `readings` that was taken and the other."""

    time: ShownTime
    readings: tuple[ShownTime, ...]
    flag: Flag = Flag.NONE


def read_typed(
    text: str, *, now: datetime, zone: str, own: ShownTime | None = None, zones: Mapping[str, str] | None = None
) -> Typed:
    """The time that was typed. `own` is the entry's present time, None in a new entry.

    Raises NewsdeskError with a sentence for the place beside the field; the old time is to stay.
    """
    words = " ".join(text.split())
    if len(words) > _LONGEST:
        raise _unreadable(f"{words[:_LONGEST]}…")
    moment = now.astimezone(UTC)
    if words.casefold() == "now":
        return _certain(ShownTime(moment, zone))
    try:
        if relative := _relative(words, moment):
            return _certain(ShownTime(relative, zone))
        if time := read_stamp(words) or _iso(words):
            return _certain(time)
        typed = split_typed(words)
        if typed is not None:
            return _of_words(typed, _Context(moment, zone, own, zones or {}))
    except OverflowError:
        pass  # such a time is before the year 1 or after 9999
    raise _unreadable(words)


@dataclass(frozen=True, slots=True)
class _Context:
    now: datetime
    zone: str
    own: ShownTime | None
    zones: Mapping[str, str]


def _certain(time: ShownTime) -> Typed:
    return Typed(time, (time,))


def _unreadable(words: str) -> NewsdeskError:
    return NewsdeskError(f"“{words}” is not a time; the old one stays. Try 05:41, -5m, yesterday 23:10 or 6 Jan 05:41.")


def _relative(words: str, now: datetime) -> datetime | None:
    if not (match := _RELATIVE(words)) or not (match[2] or match[3]):
        return None
    distance = timedelta(hours=int(match[2] or 0), minutes=int(match[3] or 0))
    return now + distance if match[1] == "+" else now - distance


def _iso(words: str) -> ShownTime | None:
    """A moment in ISO 8601 with its offset; without one it is read as any other words are."""
    if not _ISO(words):
        return None
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    name = offset_name(moment.utcoffset() or timedelta())
    return ShownTime(moment.astimezone(UTC), name if fixed_offset(name) is not None else "GMT")


def _of_words(words: TypedWords, context: _Context) -> Typed:
    own = context.own
    if own and own.moment is None and words.zone == own.zone:
        day = _days(words, context, own.local)[0]
        return _certain(ShownTime(_wall(day, words), own.zone))
    zone = canonical_zone(words.zone, context.zones) if words.zone else context.zone
    if zone is None:
        raise NewsdeskError(f"Nobody has said which zone {words.zone} is; the old time stays. Try GMT+3.")
    today = (context.now + utc_offset(zone, context.now)).replace(tzinfo=None)
    readings = [_at(_wall(day, words), zone) for day in _days(words, context, today)]
    return _nearest(readings, context)


def _wall(day: date, words: TypedWords) -> datetime:
    hour, minute = words.clock or (0, 0)
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001  a wall clock


def _days(words: TypedWords, context: _Context, today: datetime) -> list[date]:
    """The days that may be meant."""
    own = context.own
    if words.day in _BESIDE_TODAY:
        return [today.date() + timedelta(days=_BESIDE_TODAY[words.day])]
    if words.day:
        near = own.local.date() if own else today.date()
        weekday = next(number for number, name in enumerate(_DAYS) if name.startswith(words.day[:3]))
        return [day for day in _around(near, 7) if day.weekday() == weekday]
    if words.date:
        return _dates(words, own.local.year if own else today.year)
    return [own.local.date()] if own else _around(today.date(), 1)


def _around(day: date, reach: int) -> list[date]:
    return [day + timedelta(days=distance) for distance in range(-reach, reach + 1)]


def _dates(words: TypedWords, near: int) -> list[date]:
    """The dates that the words say; of the years around where none is written (29 February may be long ago)."""
    found = []
    for year in [near] if words.has_year else range(near - 8, near + 2):
        try:
            found.append(_date(words.date, year))
        except (ValueError, OverflowError):
            continue
    if not found:
        raise NewsdeskError(f"There is no {words.date}; the old time stays.")
    return found


def _date(text: str, year: int) -> date:
    """ISO first, since `dayfirst` would turn that around too."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        default = datetime(year, 1, 1)  # noqa: DTZ001  only its date counts
        return parser.parse(text.strip(".").replace(".", "/"), dayfirst=True, default=default).date()


def _at(wall: datetime, zone: str) -> Typed:
    """The readings of a wall clock: two where the clocks are changed just then."""
    if fixed_offset(zone) is not None:
        return _certain(at_wall_clock(wall, zone))
    place = ZoneInfo(zone)
    readings = tuple(dict.fromkeys(at_wall_clock(wall.replace(fold=fold), zone) for fold in (0, 1)))
    if not tz.datetime_exists(wall, place):
        return Typed(readings[0], readings, Flag.SKIPPED)
    return Typed(readings[0], readings, Flag.DOUBLED if tz.datetime_ambiguous(wall, place) else Flag.NONE)


def _nearest(candidates: Iterable[Typed], context: _Context) -> Typed:
    """The candidate nearest to the entry's own time; in a new entry to now, and if possible not ahead."""
    aim = context.own.sortable if context.own else context.now
    latest = context.now + FURTHEST_AHEAD
    rows = [(time, typed) for typed in candidates for time in typed.readings]
    if not context.own:
        rows = [row for row in rows if row[0].sortable <= latest] or rows
    time, typed = min(rows, key=lambda row: abs(row[0].sortable - aim))
    others = tuple(other for other in typed.readings if other != time)
    return Typed(time, (time, *others), typed.flag)
