"""Names of time zones, as people type them and as they are kept."""

import re
import zoneinfo
from collections.abc import Mapping
from functools import cache
from zoneinfo import ZoneInfo

from newsdesk.domain.stamp import fixed_offset

_OFFSET = re.compile(r"(?:(?:GMT|UTC) ?)?([+−-])([0-9]{1,2})(?::?([0-9]{2}))?", re.IGNORECASE).fullmatch


def is_known_zone(name: str) -> bool:
    """Whether times can be reckoned in it: GMT, GMT+3, Europe/London."""
    if fixed_offset(name) is not None:
        return True
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def canonical_zone(text: str, zones: Mapping[str, str] | None = None) -> str | None:
    """The zone that a person means by `gmt+3`, `+03:00`, `europe/london` or a name that the newsroom has mapped.

    None for all others; abbreviations such as EST or IST mean several zones, so only the map knows them.
    """
    for name, zone in (zones or {}).items():
        if name.casefold() == text.casefold():
            return zone if is_known_zone(zone) else None
    if text.upper() in ("GMT", "UTC", "Z"):
        return "UTC" if text.upper() == "Z" else text.upper()
    if match := _OFFSET(text):
        sign = "+" if match[1] == "+" else "-"
        name = f"{'UTC' if text.upper().startswith('UTC') else 'GMT'}{sign}{int(match[2])}"
        name += f":{match[3]}" if match[3] and match[3] != "00" else ""
        return name if fixed_offset(name) is not None else None
    return _places().get(text.casefold().replace(" ", "_"))


def place_of(zone: str) -> str:
    """`Almaty` for `Asia/Almaty`; other zones as they are."""
    return zone.rpartition("/")[2].replace("_", " ")


@cache
def zone_names() -> tuple[str, ...]:
    """All zones that are named after a place, in the order of the alphabet."""
    return tuple(sorted(_places().values()))


@cache
def _places() -> dict[str, str]:
    """The zones that are named after a place, by their name in small letters."""
    return {name.casefold(): name for name in zoneinfo.available_timezones() if "/" in name and is_known_zone(name)}
