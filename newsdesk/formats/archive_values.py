"""What a record of an archive must hold beyond its types, so that nothing that was taken in breaks a way out later."""

import codecs
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from newsdesk.domain.blog import Layout
from newsdesk.domain.entry import Notice
from newsdesk.domain.stamp import ShownTime
from newsdesk.domain.zones import is_known_zone

_LINE_ENDS = ("\n", "\r\n", "\r")
_MOST_BLANK_LINES = 100


def refuse_unsound(values: Mapping[str, Any]) -> None:
    """Raises ValueError naming the first field, of a blog or an entry, with which nothing could be done."""
    for name, is_sound in _SOUND.items():
        if name in values and not is_sound(values[name]):
            raise ValueError(f"“{name}” cannot be used")


def _has_time(time: ShownTime) -> bool:
    """Whether it can be shown: its zone is known, and its clock is within the years there are."""
    if time.moment is None:
        return bool(time.zone)
    try:
        return is_known_zone(time.zone) and bool(str(time))
    except OverflowError:
        return False


def _has_notices(notices: tuple[Notice, ...]) -> bool:
    return all(isinstance(notice.text, str) and (not notice.time or _has_time(notice.time)) for notice in notices)


def _has_texts(values: tuple[object, ...]) -> bool:
    return all(isinstance(value, str) for value in values)


def _has_layout(layout: Layout) -> bool:
    gap = layout.head_gap if layout.head_gap is not None else ""
    return (
        _has_texts((layout.encoding, layout.tail, layout.stamp_lead, layout.indent, gap))
        and _is_encoding(layout.encoding)
        and layout.line_end in _LINE_ENDS
        and len(layout.blank_lines) == 3
        and all(isinstance(count, int) and 0 <= count <= _MOST_BLANK_LINES for count in layout.blank_lines)
        and all(len(gap) == 3 and _has_texts(gap) for gap in layout.gaps)
    )


def _is_encoding(name: str) -> bool:
    """Whether text can be written in it; Python has codecs for other things too."""
    try:
        return bool(codecs.lookup(name)) and "".encode(name) is not None
    except (LookupError, ValueError):
        return False


_SOUND: Mapping[str, Callable[[Any], bool]] = MappingProxyType({
    "zone": is_known_zone,
    "time": _has_time,
    "notices": _has_notices,
    "bylines": _has_texts,
    "labels": _has_texts,
    "layout": _has_layout,
})
