"""A time in words, to stand beside what was typed: `05:41 GMT, Thursday 6 January · 11:41 in Almaty · 2 min ago`.

By hand and in English, since `strftime` follows the machine's language.
"""

from datetime import UTC, datetime, timedelta

from newsdesk.domain.stamp import ShownTime, fixed_offset, utc_offset
from newsdesk.domain.zones import place_of

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MINUTE = timedelta(minutes=1)


def describe(time: ShownTime, *, now: datetime, local_zone: str) -> str:
    """The reading of a time: as it will be shown, as clocks show it here, and how far it is from now."""
    at = time.local
    year = "" if at.year == now.year else f" {at.year}"
    shown = f"{_clock(at)} {time.written_zone}, {DAYS[at.weekday()]} {at.day} {MONTHS[at.month - 1]}{year}"
    if time.moment is None:
        return f"{shown} · nobody has said which zone {time.zone} is"
    return " · ".join(part for part in (shown, _here(at, time.moment, local_zone), distance(time.moment, now)) if part)


def distance(moment: datetime, now: datetime) -> str:
    """`now`, `2 min ago`, `in 3 h`, `4 days ago`, in whole minutes."""
    minutes = round((moment - now.astimezone(UTC).replace(second=0, microsecond=0)) / _MINUTE)
    if not minutes:
        return "now"
    amount = _amount(abs(minutes))
    return f"in {amount}" if minutes > 0 else f"{amount} ago"


def _amount(minutes: int) -> str:
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return f"{hours} h {rest} min" if rest and hours < 6 else f"{hours} h"
    days = hours // 24
    return "1 day" if days == 1 else f"{days:,} days"


def _here(shown: datetime, moment: datetime, zone: str) -> str:
    """The same moment on clocks here, unless they show the same."""
    here = (moment + utc_offset(zone, moment)).replace(tzinfo=None)
    if here == shown:
        return ""
    day = "" if here.date() == shown.date() else f" on {DAYS[here.weekday()]}"
    return f"{_clock(here)}{day} " + (zone if fixed_offset(zone) is not None else f"in {place_of(zone)}")


def _clock(at: datetime) -> str:
    return f"{at.hour:02}:{at.minute:02}"
