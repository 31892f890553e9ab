"""Where entries stand, asked without reading a whole blog."""

import json
from collections.abc import Collection

from sqlalchemy import Connection, Select, func, select, tuple_

from newsdesk.domain import arranging
from newsdesk.domain.arranging import MANY, MINUTE, Place, telling_rows
from newsdesk.store.tables import entries

_C = entries.c
_PLACE = tuple_(_C.order, _C.id)


def _of(blog: str) -> Select[str, str]:
    return select(_C.order, _C.id).where(_C.blog == blog)


def above(connection: Connection, blog: str, place: Place, count: int) -> list[Place]:
    """Up to `count` places directly above one, from top to bottom."""
    wanted = _of(blog).where(place > _PLACE).order_by(_C.order.desc(), _C.id.desc()).limit(count)
    return [(row[0], row[1]) for row in connection.execute(wanted)][::-1]


def below(connection: Connection, blog: str, place: Place, count: int) -> list[Place]:
    """Up to `count` places directly below one, from top to bottom."""
    wanted = _of(blog).where(place < _PLACE).order_by(_C.order, _C.id).limit(count)
    return [(row[0], row[1]) for row in connection.execute(wanted)]


def is_newest_first(connection: Connection, blog: str, without: Collection[str] = ()) -> bool:
    """Whether a blog runs from its newest entry down, be some of its entries left out of account.

    What entries tell by when they were written counts as much as their times, which may tell of long ago.
    """
    told = select(func.substr(_C.time, 1, MINUTE), _C.created).where(_C.blog == blog, _C.id.not_in(each_of(without)))
    top = list(connection.execute(told.order_by(_C.order, _C.id).limit(MANY)))
    first, *others = telling_rows(len(top))
    lows = (told.order_by(_C.order.desc(), _C.id.desc()).limit(len(rows)) for rows in others)
    ends = [top[: len(first)], *(list(connection.execute(low))[::-1] for low in lows)]
    return arranging.is_newest_first(*([row[of] for row in end] for end in ends for of in (0, 1)))


def each_of(ids: Collection[str]) -> Select[str]:
    """Ids as rows: there may be more of them than a statement takes parameters."""
    return select(func.json_each(json.dumps([*ids])).table_valued("value").c.value)


def ends(connection: Connection, blog: str) -> tuple[Place | None, Place | None]:
    """The first and the last place of a blog; None in an empty one."""
    return _first(connection, _downwards(blog)), _first(connection, _upwards(blog))


def at_time(connection: Connection, blog: str, time: str) -> tuple[Place | None, Place | None]:
    """The neighbours above and below of an entry that joins a blog by its time; None is an end.

    It goes next to the first entry, from the newest end, that is not newer.
    """
    is_older = _C.time <= time
    first, last = ends(connection, blog)
    if is_newest_first(connection, blog):
        lower = _first(connection, _downwards(blog).where(is_older))
        return (next(iter(above(connection, blog, lower, 1)), None) if lower else last), lower
    higher = _first(connection, _upwards(blog).where(is_older))
    return higher, (next(iter(below(connection, blog, higher, 1)), None) if higher else first)


def _downwards(blog: str) -> Select[str, str]:
    return _of(blog).order_by(_C.order, _C.id)


def _upwards(blog: str) -> Select[str, str]:
    return _of(blog).order_by(_C.order.desc(), _C.id.desc())


def _first(connection: Connection, places: Select[str, str]) -> Place | None:
    row = connection.execute(places.limit(1)).first()
    return (row[0], row[1]) if row else None
