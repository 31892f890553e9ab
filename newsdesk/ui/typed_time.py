"""Times that a person types into a field."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from newsdesk.domain.stamp import ShownTime, read_stamp, utc_offset

_CLOCK = re.compile(r"\s*([01]?[0-9]|2[0-3])[:.]?([0-5][0-9])\s*")


def read_time(text: str, was: ShownTime) -> ShownTime | None:
    """The time that was typed: a whole stamp, or a clock on the day and in the zone that were; else None."""
    if stamp := read_stamp(" ".join(text.split())):
        return stamp
    if not (match := _CLOCK.fullmatch(text)):
        return None
    local = was.local.replace(hour=int(match[1]), minute=int(match[2]))
    return _at(local, was)


def stepped(was: ShownTime, minutes: int) -> ShownTime:
    """So many minutes later."""
    return replace(was, clock=was.clock + timedelta(minutes=minutes))


def _at(local: datetime, was: ShownTime) -> ShownTime:
    if was.moment is None:
        return replace(was, clock=local)
    return replace(was, clock=local.replace(tzinfo=was.clock.tzinfo) - utc_offset(was.zone, was.clock))
