"""Reading a `.newsdesk` archive. It may come from anywhere, so nothing in it is believed."""

import io
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import Record, Scalar, What, canonical, from_fields, from_record, text_to_moment, to_record
from newsdesk.domain.revision import Act, Author, Change, Revision
from newsdesk.domain.text import clean
from newsdesk.errors import ReadingError
from newsdesk.formats.archive import ATTACHMENTS, BLOG, ENTRIES, FOLDER, FORMAT, REVISIONS, VERSION
from newsdesk.formats.archive_values import refuse_unsound
from newsdesk.formats.edition import Attachment
from newsdesk.formats.intake import LARGEST, Intake, json_of

_LARGEST_UNPACKED = 1_000_000_000
_MOST_FILES = 100_000
_NAMES = {BLOG, ENTRIES, REVISIONS, ATTACHMENTS}
_ATTACHMENT = re.compile(FOLDER + "[A-Za-z0-9_-]{1,128}")
_NULLABLE = {"first_published", "embargo", "source", "coverage_start", "coverage_end", "date"}
_FLAGS = {"is_key", "is_pinned", "is_open"}
_ENCRYPTED = 0x1
_DAMAGED = "This archive is damaged: {}. Nothing was imported; ask for another copy."
V = TypeVar("V", Blog, Entry)


def read_archive(content: bytes) -> Intake:
    """Everything the archive holds. Raises ReadingError if it is none, is damaged, or is a trap."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(_files(archive, len(content)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, OSError) as error:
        raise ReadingError("This file is no Newsdesk archive, or it is damaged. Nothing was imported.") from error
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ReadingError(_DAMAGED.format(f"a value in it is not what it should be ({error})")) from error


def _files(archive: zipfile.ZipFile, size: int) -> Mapping[str, bytes]:
    """The archive's files by name, once every one of them has been looked at from outside."""
    infos = archive.infolist()
    if size > LARGEST or len(infos) > _MOST_FILES or sum(info.file_size for info in infos) > _LARGEST_UNPACKED:
        raise ReadingError("This archive is larger than a live blog can be. Nothing was imported.")
    if sum(info.compress_size for info in infos) > size:
        raise ReadingError(_DAMAGED.format("its parts overlap"))
    names = [info.filename for info in infos]
    if len(set(names)) < len(names):
        raise ReadingError(_DAMAGED.format("it holds two files of one name"))
    for info in infos:
        _refuse_stranger(info)
    return {info.filename: archive.read(info) for info in infos}


def _refuse_stranger(info: zipfile.ZipInfo) -> None:
    mode = info.external_attr >> 16
    is_known = info.filename in _NAMES or _ATTACHMENT.fullmatch(info.filename)
    if not is_known or stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        shown = info.filename[:80].encode("ascii", "backslashreplace").decode("ascii")
        raise ReadingError(f"This archive holds a file that has no place in it: “{shown}”. Nothing was imported.")
    if info.flag_bits & _ENCRYPTED:
        raise ReadingError("This archive is encrypted. Unpack and pack it again without a password, then import it.")


def _read(files: Mapping[str, bytes]) -> Intake:
    if BLOG not in files or ENTRIES not in files:
        raise ReadingError("This file is no Newsdesk archive. Nothing was imported.")
    head = json_of(files[BLOG])
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise ReadingError("This file is no Newsdesk archive. Nothing was imported.")
    if head.get("version") != VERSION:
        raise ReadingError("This archive was made by a newer Newsdesk. Update Newsdesk, then import it again.")
    blog = _value(Blog, head["blog"])
    entries = tuple(_value(Entry, row) for row in _rows(files[ENTRIES]))
    _refuse_strangers_and_twins(blog, entries)
    return Intake(
        blog=blog,
        entries=tuple(sorted(entries, key=lambda entry: entry.place)),
        attachments=_attachments(files),
        revisions=tuple(_revision(row, number) for number, row in enumerate(_rows(files.get(REVISIONS, b"")), 1)),
    )


def _refuse_strangers_and_twins(blog: Blog, entries: tuple[Entry, ...]) -> None:
    if any(entry.blog != blog.id for entry in entries):
        raise ReadingError(_DAMAGED.format("it holds an entry of another blog"))
    if len({entry.id for entry in entries}) < len(entries):
        raise ReadingError(_DAMAGED.format("it holds one entry twice"))


def _rows(content: bytes) -> list[dict[str, Any]]:
    """One JSON object a line."""
    rows = [json_of(line) for line in content.split(b"\n") if line]
    if not all(isinstance(row, dict) for row in rows):
        raise ReadingError(_DAMAGED.format("a line in it is no record"))
    return rows


def _value(kind: type[V], record: object) -> V:
    value = from_record(kind, _scalars(kind, record))
    refuse_unsound({f.name: getattr(value, f.name) for f in fields(kind)})
    return value


def _scalars(kind: type[Blog] | type[Entry], record: object) -> dict[str, Scalar]:
    """A record, or a part of one, whose every scalar has the type of its field."""
    if not isinstance(record, dict):
        raise TypeError("a record is no object")
    if strange := set(record) - {f.name for f in fields(kind)}:
        raise ReadingError(f"This archive knows “{min(strange)[:40]}”, which this Newsdesk does not. Update it first.")
    return {name: _scalar(name, value) for name, value in record.items()}


def _scalar(name: str, value: object) -> Scalar:
    if isinstance(value, str) and name not in _FLAGS:
        return clean(value) if "\x00" in value or not _is_scalar_text(value) else value
    if value in (0, 1) and isinstance(value, int) and name in _FLAGS:
        return int(value)
    if value is None and name in _NULLABLE:
        return None
    raise TypeError(f"“{name}” holds {json.dumps(value)[:40]}")


def _is_scalar_text(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _attachments(files: Mapping[str, bytes]) -> Mapping[str, Attachment]:
    kinds = json_of(files[ATTACHMENTS]) if ATTACHMENTS in files else {}
    if not isinstance(kinds, dict) or {FOLDER + name for name in kinds} != {n for n in files if n.startswith(FOLDER)}:
        raise ReadingError(_DAMAGED.format("its attachments are not the ones it lists"))
    return {str(name): Attachment(files[FOLDER + name], str(kind)) for name, kind in kinds.items()}


def _revision(row: dict[str, Any], number: int) -> Revision:
    id, blog, title, target, visit = (_text(row, name) for name in ("id", "blog", "title", "target", "visit"))
    return Revision(
        id=id, sequence=number, blog=blog, title=title, target=target, visit=visit,
        author=Author(_text(row["author"], "desk"), _text(row["author"], "name")),
        at=text_to_moment(row["at"]),
        act=Act(row["act"]),
        changes=tuple(_change(change) for change in row["changes"]),
    )


def _text(row: dict[str, Any], name: str) -> str:
    if not isinstance(row[name], str):
        raise TypeError(f"“{name}” holds {json.dumps(row[name])[:40]}")
    return clean(row[name])


def _change(row: dict[str, Any]) -> Change:
    kind: type[Blog] | type[Entry] = Blog if What(row["what"]) is What.BLOG else Entry
    id, sides = _text(row, "id"), [row["before"], row["after"]]
    if None in sides:  # whole records
        read = [None if side is None else _whole(kind, side) for side in sides]
        if any(record is not None and record["id"] != id for record in read):
            raise ValueError("a change of its history is about something else")
    else:
        read = [_part(kind, side) for side in sides]
        if set(sides[0]) != set(sides[1]) or "id" in sides[0]:
            raise ValueError("a change of its history is about other fields before than after")
    return Change(What(row["what"]), id, *read)


def _part(kind: type[Blog] | type[Entry], side: object) -> Record:
    record = _scalars(kind, side)
    refuse_unsound(from_fields(record))
    return canonical(record)


def _whole(kind: type[Blog] | type[Entry], side: object) -> Record:
    return to_record(_value(Blog, side) if kind is Blog else _value(Entry, side))
