"""Values as records: one plain scalar a field, under the field's own name.

The tables, the log and the archive keep the same records. `from_record(to_record(v)) == v`.
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from newsdesk.domain.blog import Blog, Layout, Shelf
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.html import read_html, to_html
from newsdesk.domain.stamp import Certainty, ShownTime, to_minute

Scalar = str | int | None
Record = dict[str, Scalar]
V = TypeVar("V", Blog, Entry)


class What(StrEnum):
    """What a record is of."""

    BLOG = "blog"
    ENTRY = "entry"


def to_record(value: Value, names: Collection[str] | None = None) -> Record:
    """The record of a value, or of some of its fields."""
    if names is None:
        plan = _PLANS[Blog if isinstance(value, Blog) else Entry]
        told = zip(plan.names, plan.codecs, plan.get(value), strict=True)
        return {name: (codec.there(field) if field else codec.blank) if codec else field for name, codec, field in told}
    return {name: _written(name, getattr(value, name)) for name in names}


def from_record(kind: type[V], record: Mapping[str, Scalar]) -> V:
    """The value that a whole record holds. Raises ValueError or KeyError if it is none."""
    fields_of: dict[str, Any] = dict(record)
    for name, read in _PLANS[kind].reads:
        fields_of[name] = read(record[name])
    return kind(**fields_of)


def from_fields(record: Mapping[str, Scalar]) -> dict[str, Any]:
    """The fields that a partial record holds, ready for `dataclasses.replace`."""
    return {name: _read(name, scalar) for name, scalar in record.items()}


def canonical(record: Mapping[str, Scalar]) -> Record:
    """The same fields as they are written here. Raises ValueError or KeyError if one of them cannot be read."""
    return {name: _written(name, _read(name, scalar)) for name, scalar in record.items()}


@lru_cache(maxsize=1_024)  # all that one edit changes was changed at one moment
def moment_to_text(moment: datetime) -> str:
    """ISO 8601 in UTC with microseconds; sorts as text."""
    utc = moment.astimezone(UTC)
    return f"{to_minute(utc)}:{utc.second:02}.{utc.microsecond:06}Z"


def text_to_moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def time_to_text(time: ShownTime) -> str:
    """`2022-01-06T05:41Z GMT`, with ` ~zone` or ` ~date` behind it if supposed; unresolved: no Z. Sorts as text."""
    supposed = f" ~{time.certainty}" if time.certainty else ""
    return f"{to_minute(time.clock)}{'Z' if time.moment else '?'} {time.zone}{supposed}"


def text_to_time(text: str) -> ShownTime:
    clock, _, rest = text.partition(" ")
    zone, _, certainty = rest.partition(" ~")
    moment = datetime.fromisoformat(clock if clock[-1] == "Z" else clock[:-1])
    return ShownTime(moment, zone, Certainty(certainty)) if certainty else ShownTime(moment, zone)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _notices_to_text(notices: tuple[Notice, ...]) -> str:
    return _dump([[n.kind, n.text, time_to_text(n.time) if n.time else None] for n in notices])


def _text_to_notices(text: str) -> tuple[Notice, ...]:
    rows = json.loads(text) if text else ()
    return tuple(Notice(NoticeKind(kind), words, text_to_time(time) if time else None) for kind, words, time in rows)


def _layout_to_text(layout: Layout) -> str:
    return "" if layout == Layout() else _dump(asdict(layout))


def _text_to_layout(text: str) -> Layout:
    stored = json.loads(text or "{}")
    if "blank_lines" in stored:
        stored["blank_lines"] = tuple(stored["blank_lines"])
        stored["gaps"] = tuple(map(tuple, stored["gaps"]))
    return Layout(**stored)


class _Codec(NamedTuple):
    """How a field that is no plain text is written and read, and what stands for it where there is nothing."""

    there: Callable[[Any], Scalar]
    back: Callable[[Any], Any]
    blank: Scalar = None


def _optional(codec: _Codec) -> _Codec:
    return codec._replace(back=lambda s: None if s is None else codec.back(s))


_STATES = {state.value: state for state in State}
_FLAG = _Codec(int, bool, 0)
_MOMENT = _Codec(moment_to_text, text_to_moment)
_BODY = _Codec(to_html, read_html, "")
_LIST = _Codec(_dump, lambda s: tuple(json.loads(s)) if s else (), "")
_CODECS: dict[str, _Codec] = {
    "created": _MOMENT,
    "last_changed": _MOMENT,
    "first_published": _optional(_MOMENT),
    "embargo": _optional(_MOMENT),
    "coverage_start": _optional(_MOMENT),
    "coverage_end": _optional(_MOMENT),
    "time": _Codec(time_to_text, text_to_time),
    "date": _optional(_Codec(date.isoformat, date.fromisoformat)),
    "body": _BODY,
    "introduction": _BODY,
    "state": _Codec(str, _STATES.__getitem__),
    "shelf": _Codec(str, Shelf),
    "notices": _Codec(_notices_to_text, _text_to_notices, ""),
    "layout": _Codec(_layout_to_text, _text_to_layout, ""),
    "is_key": _FLAG,
    "is_pinned": _FLAG,
    "is_open": _FLAG,
    "bylines": _LIST,
    "labels": _LIST,
}


def _written(name: str, field: Any) -> Scalar:  # noqa: ANN401  of whatever type the field is
    codec = _CODECS.get(name)
    if codec is None:
        return field  # type: ignore[no-any-return]
    return codec.there(field) if field else codec.blank


def _read(name: str, scalar: Scalar) -> Any:  # noqa: ANN401
    return _CODECS[name].back(scalar) if name in _CODECS else scalar


class _Plan(NamedTuple):
    """How a kind of value is written and read, worked out once: most fields are plain text and pass untouched."""

    get: Callable[[Any], tuple[Any, ...]]
    names: tuple[str, ...]
    codecs: tuple[_Codec | None, ...]
    reads: tuple[tuple[str, Callable[[Any], Any]], ...]


def _plan(kind: type[Value]) -> _Plan:
    names = tuple(f.name for f in fields(kind))
    return _Plan(
        attrgetter(*names),
        names,
        tuple(map(_CODECS.get, names)),
        tuple((name, _CODECS[name].back) for name in names if name in _CODECS),
    )


_PLANS: dict[type[Value], _Plan] = {kind: _plan(kind) for kind in (Blog, Entry)}
