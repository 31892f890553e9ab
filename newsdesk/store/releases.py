"""Releases as rows, each sealed with a checksum over all that it says."""

import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from newsdesk.domain.entry import State, new_id
from newsdesk.domain.record import moment_to_text, text_to_moment
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Act, Author, Revision
from newsdesk.errors import DamageError
from newsdesk.store import log
from newsdesk.store.rows import AnyRow, from_json
from newsdesk.store.seals import seal, to_json
from newsdesk.store.statements import ask, run
from newsdesk.store.tables import releases

_COLUMNS = [column for column in releases.c if column.name not in ("number", "checksum")]
_NAMES = [column.name for column in _COLUMNS]
_STATES = {state.value: state for state in State}
_LAST = select(releases.c.checksum).order_by(releases.c.number.desc()).limit(1)
_INSERT = insert(releases)


def add(connection: Connection, release: Release) -> None:
    """Remember a release, and say in the log that it was made: so the log's chain holds the releases too."""
    before = ask(connection, _LAST, {})
    row = _to_row(release) | {"previous": before[0][0] if before else b""}
    checksum = _seal(row)
    run(connection, _INSERT, [{**row, "checksum": checksum}])
    told = Revision(
        id=new_id(), sequence=0, blog=release.blog, author=release.author, at=release.at,
        title=f"Export as {release.format}", act=Act.RELEASE, target=told_in_log(release.id, checksum),
    )
    log.append(connection, told)


def told_in_log(id: str, checksum: bytes) -> str:
    """What the log says of a release."""
    return f"{id} {checksum.hex()}"


def of_blog(connection: Connection, blog: str) -> list[Release]:
    """The releases of a blog, the latest first. Raises DamageError if one is not as it was written."""
    wanted = _wanted().where(releases.c.blog == blog).order_by(releases.c.number.desc())
    return [_to_release(row) for row in connection.execute(wanted)]


def starting(connection: Connection, start: str) -> list[Release]:
    """The releases whose ids begin so, two at the most."""
    wanted = _wanted().where(releases.c.id.startswith(start, autoescape=True)).limit(2)
    return [_to_release(row) for row in connection.execute(wanted)]


def later(connection: Connection, blog: str, number: int) -> Iterator[tuple[int, Release]]:
    """The releases of a blog after the one with a number, in order, each with its own."""
    c = releases.c
    wanted = _wanted().add_columns(c.number).where(c.blog == blog, c.number > number).order_by(c.number)
    for row in connection.execute(wanted):
        yield row.number, _to_release(row)


def is_sealed(row: AnyRow) -> bool:
    """Whether a row is as it was written."""
    return bool(_seal(row._mapping) == row.checksum)


def _wanted() -> Select[*tuple[Any, ...]]:
    return select(*_COLUMNS, releases.c.checksum)


def _to_row(release: Release) -> dict[str, Any]:
    held = to_json(list(release.held.items()))
    return {
        "id": release.id,
        "blog": release.blog,
        "desk": release.author.desk,
        "author": release.author.name,
        "at": moment_to_text(release.at),
        "sequence": release.sequence,
        "content": release.content,
        "format": release.format,
        "options": to_json(dict(release.options)),
        "file": release.file,
        "hash": release.hash,
        "size": release.size,
        "held": zlib.compress(held.encode(), 1),
    }


def _to_release(row: AnyRow) -> Release:
    if not is_sealed(row):
        raise DamageError(
            f"The release {row.id} in the store is damaged and was not used as if it were whole. Nothing was "
            "changed. Run “newsdesk check” to see what is affected, and restore a backup."
        )
    return Release(
        id=row.id,
        blog=row.blog,
        author=Author(row.desk, row.author),
        at=text_to_moment(row.at),
        sequence=row.sequence,
        content=row.content,
        format=row.format,
        options=from_json(row.options),
        file=row.file,
        hash=row.hash,
        size=row.size,
        held={id: _STATES[state] for id, state in from_json(zlib.decompress(row.held).decode())},
    )


def _seal(row: Mapping[Any, Any]) -> bytes:
    return seal([value.hex() if isinstance(value, bytes) else value for value in (row[name] for name in _NAMES)])
