"""What is found of every value in a damaged store, and the best that can be made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.record import Record, Scalar, What
from newsdesk.domain.revision import Change
from newsdesk.errors import StoreError
from newsdesk.store import log, rows
from newsdesk.store.attaching import Attachment
from newsdesk.store.carving import Carved, carve
from newsdesk.store.files import held, identity
from newsdesk.store.seals import NAMES, is_sealed

FROM_LOG = "made again from the log, which may lack its latest edits"
FROM_BACKUP = "taken from a backup"
FROM_DAMAGE = "damaged: letters in it may have changed"
_KINDS = {"blogs": What.BLOG, "entries": What.ENTRY}


@dataclass(slots=True)
class Find:
    """What was found of one value."""

    whole: Record | None = None
    damaged: Record | None = None
    changes: dict[int, Change] = field(default_factory=dict)  # by revision
    older: Record | None = None  # from a backup
    is_erased: bool = False


Finds = dict[tuple[What, str], Find]
Images = dict[str, Attachment]


def collect(path: Path, finds: Finds) -> Images:
    """Sort what is in a file by value; returns the images, by hash."""
    if not path.is_file():
        raise StoreError(f"There is no store “{path.name}” here. Check the name and the folder.")
    if held[identity(path)]:
        raise StoreError(f"“{path.name}” is open in this window; nothing was salvaged. Close it first.")
    images: Images = {}
    try:
        for carved in carve(path):
            if carved.table == "attachments":
                _, name, media_type, content = carved.values
                if isinstance(content, bytes) and sha256(content).hexdigest() == name:
                    images[name] = Attachment(str(media_type), content)
            elif carved.table == "changes":
                _note_change(carved.values, finds)
            else:
                _note_row(carved, finds)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"“{path.name}” could not be read ({reason}); nothing was salvaged.") from error
    return images


def collect_older(backup: Path, finds: Finds) -> Images:
    """The same of a backup, whose rows count as older ones, and only if they are whole."""
    there: Finds = {}
    images = collect(backup, there)
    for key, found in there.items():
        mine = finds.setdefault(key, Find())
        if found.whole:
            mine.older = _later(mine.older, found.whole)
    return images


def _note_row(carved: Carved, finds: Finds) -> None:
    what = _KINDS[carved.table]
    row = carved.values[1:]
    record = dict(zip(NAMES[what], row, strict=False))
    found = finds.setdefault((what, str(row[0])), Find())
    if is_sealed(row):
        found.whole = _later(found.whole, record)
    elif found.damaged is None:
        found.damaged = {name: _readable(scalar) for name, scalar in record.items()}


def _note_change(values: tuple[Any, ...], finds: Finds) -> None:
    _, sequence, what, id, before, after, erased, digest = values
    if what not in set(What) or not isinstance(sequence, int):
        return
    said = (what, id, before, after)
    if log.digest_of(said) == digest or erased:
        found = finds.setdefault((What(what), str(id)), Find())
        if before is None and after is None:
            found.is_erased = True
        else:
            found.changes[sequence] = log.to_change(*said)


def _later(one: Record | None, other: Record) -> Record:
    if one is None:
        return other
    return max(one, other, key=lambda record: str(record["last_changed"]))


def _readable(scalar: Scalar) -> Scalar:
    if isinstance(scalar, str):
        return scalar.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return scalar


def best_values(finds: Finds) -> Iterator[tuple[Value, str]]:
    """The best that can be made of every find, with what is doubtful about it."""
    last: list[tuple[Value, str]] = []
    words: set[object] = set()
    for (what, _), found in finds.items():
        for record, why in _candidates(found):
            if value := _value(what, record):
                if why == FROM_DAMAGE:
                    last.append((value, why))
                else:
                    words.add(_words(value))
                    yield value, why
                break
    for value, why in last:
        if _words(value) not in words:  # else only its id was damaged, and the log knows the right one
            yield value, why


def _candidates(found: Find) -> Iterator[tuple[Record, str]]:
    """The records that may stand for a value, the best first; none if it was deleted or erased."""
    is_gone, record, is_complete = _replayed(found.changes)
    if is_gone or found.is_erased:
        return
    if found.whole is not None and (record is None or _later(found.whole, record) is found.whole):
        yield found.whole, ""
        return
    if record is not None:
        is_latest = found.damaged is not None and found.damaged["last_changed"] == record["last_changed"]
        why = "" if is_complete and is_latest else FROM_LOG
        if why and found.older is not None and _later(record, found.older) is found.older:
            yield found.older, FROM_BACKUP
        yield record, why
    if found.older is not None:
        yield found.older, FROM_BACKUP
    if found.damaged is not None:
        yield found.damaged, FROM_DAMAGE


def _replayed(changes: Mapping[int, Change]) -> tuple[bool, Record | None, bool]:
    """Whether the log says it is gone; the record it makes, if its beginning is there; whether nothing is missing."""
    record: Record | None = None
    is_gone, is_complete = False, True
    for _, change in sorted(changes.items()):
        is_gone = change.after is None
        if change.after is None or change.before is None:
            record = None if change.after is None else dict(change.after)
        elif record is not None:
            is_complete = is_complete and all(record[name] == said for name, said in change.before.items())
            record |= change.after
    return is_gone, record, is_complete


def _value(what: What, record: Record) -> Value | None:
    try:
        return rows.to_value(what, record)
    except (ValueError, KeyError, TypeError):
        return None


def _words(value: Value) -> object:
    if isinstance(value, Blog):
        return value.headline, value.introduction, value.created
    return value.blog, value.order, value.headline, value.body


