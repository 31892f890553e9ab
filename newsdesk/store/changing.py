"""From edits to rows and back: the conflict check field by field, and reversing what the log says."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection

from newsdesk.domain.edit import BOOKKEEPING, Edit, Value, differing
from newsdesk.domain.record import Record, from_fields, to_record
from newsdesk.domain.revision import Change, What
from newsdesk.errors import ConflictError
from newsdesk.store.rows import (
    delete_records,
    insert_records,
    read_records,
    to_value,
    update_record,
    what_is,
)


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
    """Do what the changes say. Raises ConflictError, before anything is written, where a row is not as expected."""
    by_what: dict[What, list[Change]] = {}
    for change in changes:
        by_what.setdefault(change.what, []).append(change)
    now = {what: read_records(connection, what, [c.id for c in told]) for what, told in by_what.items()}
    for what, told in by_what.items():
        for change in told:
            _refuse_conflict(change, now[what].get(change.id))
    for what, told in by_what.items():
        _write_kind(connection, what, told, now[what])


def _write_kind(connection: Connection, what: What, told: list[Change], now: Mapping[str, Record]) -> None:
    delete_records(connection, what, [c.id for c in told if c.after is None])
    insert_records(connection, what, (dict(c.after) for c in told if c.before is None and c.after is not None))
    for change in told:
        if change.before is not None and change.after is not None:
            update_record(connection, what, {**now[change.id], **change.after}, change.after)


def _refuse_conflict(change: Change, record: Record | None) -> None:
    if change.before is None:
        if record is not None:
            raise ConflictError(f"This {change.what} is already there; nothing was added twice.")
        return
    if record is None:
        raise ConflictError(
            f"Somebody deleted this {change.what} in the meantime; nothing was changed. "
            "It can be restored from the trash."
        )
    for name, scalar in change.before.items():
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
    before, after = [], []
    for what in What:
        mine = [change for change in told if change.what is what]
        now = read_records(connection, what, [change.id for change in mine if change.after is not None])
        for change in mine:
            old, new = _values(change, now.get(change.id))
            before += [old] if old else []
            after += [new] if new else []
    return Edit.of(title, before, after)


def _values(change: Change, now: Record | None) -> tuple[Value | None, Value | None]:
    if change.after is None:
        return to_value(change.what, dict(change.before or {})), None
    if now is None:  # removed again since: a later revision tells of that
        return None, None
    new = to_value(change.what, now)
    if change.before is None:
        return None, new
    return replace(new, **from_fields(change.before)), new
