"""What a reading depends on besides the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Settings:
    """`zones` is the newsroom's map of names such as MSK; `zone` stands for a zone that isn't written."""

    zones: Mapping[str, str] = field(default_factory=dict)
    zone: str = "GMT"
    fallback_day: date = date(1970, 1, 1)  # where the text has clocks and no date at all
    page_stamp_is_entry: bool = False
