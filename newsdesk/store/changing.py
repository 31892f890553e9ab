"""From edits to rows and back: the conflict check field by field, and reversing what the log says."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from newsdesk.domain.edit import BOOKKEEPING, Edit, Value, differing
from newsdesk.domain.record import Record, Scalar, What, from_fields, to_record
from newsdesk.domain.revision import Change
from newsdesk.errors import ConflictError
from newsdesk.store.rows import (
    delete_records,
    insert_records,
    read_records,
    read_seals,
    to_value,
    update_record,
    what_is,
)
from newsdesk.store.seals import seal_of
from newsdesk.store.tables import entries


def changes_of(edit: Edit) -> tuple[Change, ...]:
    """What an edit does, as records of the fields that differ."""
    return tuple(filter(None, (_change(before, after) for before, after in edit.changes)))


def _change(before: Value | None, after: Value | None) -> Change | None:
    if before is not None and after is not None:
        names = differing(before, after)
        if not names - BOOKKEEPING:
            return None
        return Change(what_is(after), after.id, to_record(before, names), to_record(after, names))
    value = after if after is not None else before
    if value is None:
        return None
    record = to_record(value)
    return Change(what_is(value), value.id, None if before is None else record, None if after is None else record)


def write(connection: Connection, changes: Iterable[Change]) -> None:
    """Do what the changes say, to be kept whole or not at all.

    Raises ConflictError where a row is not as expected; the transaction must then be given up.
    """
    told = tuple(changes)
    for what in What:
        mine = [change for change in told if change.what is what]
        if gone := [change for change in mine if change.after is None]:
            _remove(connection, what, gone)
        if new := [change.after for change in mine if change.before is None and change.after is not None]:
            insert_records(connection, what, new)
        if altered := [change for change in mine if change.before is not None and change.after is not None]:
            _alter(connection, what, altered)
    _refuse_orphans(connection, told)


def _refuse_orphans(connection: Connection, told: Iterable[Change]) -> None:
    """No entry comes into a blog that is not there, and no blog goes from under an entry."""
    homes = {str(c.after["blog"]) for c in told if c.what is What.ENTRY and c.before is None and c.after is not None}
    if homes and len(read_seals(connection, What.BLOG, homes)) < len(homes):
        raise ConflictError("The blog of this entry is not there any more; nothing was added. It may have been undone.")
    for change in told:
        if change.what is What.BLOG and change.after is None:
            of_it = select(entries.c.number).where(entries.c.blog == change.id).limit(1)
            if connection.execute(of_it).first():
                raise ConflictError("There are entries in this blog by now; it was not taken away. Delete it instead.")


def _remove(connection: Connection, what: What, told: list[Change]) -> None:
    seals = read_seals(connection, what, (change.id for change in told))
    altered = [c for c in told if c.before is None or seals.get(c.id) != seal_of(what, c.before)]
    _refuse_conflicts(connection, what, altered)
    delete_records(connection, what, [change.id for change in told])


def _alter(connection: Connection, what: What, told: list[Change]) -> None:
    now = _refuse_conflicts(connection, what, told)
    for change in told:
        after = change.after or {}
        update_record(connection, what, {**now[change.id], **after}, after)


def _refuse_conflicts(connection: Connection, what: What, told: list[Change]) -> Mapping[str, Record]:
    """The records as they are now, each with the fields that its change expects."""
    now = read_records(connection, what, (change.id for change in told))
    for change in told:
        _refuse_conflict(change, now.get(change.id))
    return now


def _refuse_conflict(change: Change, record: Record | None) -> None:
    if record is None:
        raise ConflictError(
            f"Somebody deleted this {change.what} in the meantime; nothing was changed. "
            "It can be restored from the trash."
        )
    for name, scalar in (change.before or {}).items():
        if name not in BOOKKEEPING and record[name] != scalar:
            raise ConflictError(
                f"Somebody else changed the {_in_words(name)} of this {change.what} in the meantime; "
                "nothing was overwritten. History shows both versions."
            )


def _in_words(name: str) -> str:
    return name.removeprefix("is_").replace("_", " ")


def reverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take these back, in the opposite order."""
    return tuple(Change(c.what, c.id, c.after, c.before) for c in reversed(tuple(changes)))


def edit_of(connection: Connection, title: str, changes: Iterable[Change]) -> Edit:
    """The edit, with whole values, that changes just written have made."""
    told = tuple(changes)
    altered = [change for change in told if change.before is not None and change.after is not None]
    now = {what: read_records(connection, what, [c.id for c in altered if c.what is what]) for what in What}
    before, after = [], []
    for change in told:
        old, new = _values(change, now[change.what].get(change.id))
        before += [old] if old else []
        after += [new] if new else []
    return Edit.of(title, before, after)


def _values(change: Change, now: Record | None) -> tuple[Value | None, Value | None]:
    if change.before is None or change.after is None:
        return _whole(change.what, change.before), _whole(change.what, change.after)
    if now is None:  # removed since: a later revision tells of that
        return None, None
    new = to_value(change.what, now)
    return replace(new, **from_fields(change.before)), new


def _whole(what: What, record: Mapping[str, Scalar] | None) -> Value | None:
    return None if record is None else to_value(what, dict(record))
