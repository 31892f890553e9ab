"""Checksums: what every row is sealed with, so that altered words are never shown as good.

Here nothing needs the database's library: the first picture of a window is checked before it is loaded.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from hashlib import blake2b
from operator import itemgetter
from typing import Any

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.record import Record, Scalar, What
from newsdesk.errors import DamageError

KINDS: dict[What, type[Blog] | type[Entry]] = {What.BLOG: Blog, What.ENTRY: Entry}
NAMES = {what: tuple(f.name for f in fields(kind)) for what, kind in KINDS.items()}
values_of: dict[What, Callable[[Mapping[str, Scalar]], tuple[Scalar, ...]]] = {
    what: itemgetter(*names) for what, names in NAMES.items()
}


def _encoder() -> Callable[[object], str]:
    """The standard library's own encoder, made once; what it offers makes one anew for each value, half its time."""
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=repr).encode
    chunks = make(None, repr, json.encoder.encode_basestring, None, ":", ",", False, False, True)
    return lambda value: "".join(chunks(value, 0))


_encode = _encoder()  # damage may hold bytes: these are told as Python writes them


def to_json(value: object) -> str:
    """JSON that says the same text the same way on every machine."""
    return _encode(value)


def seal(values: Sequence[Scalar]) -> bytes:
    """The checksum of a record's values in the order of their fields."""
    return seal_of_json(_encode(values).encode("utf-8", "surrogatepass"))


def seal_of_json(values: bytes) -> bytes:
    """The same of values that are JSON already: 8 bytes of BLAKE2b."""
    return blake2b(values, digest_size=8).digest()


def seal_of(what: What, record: Mapping[str, Scalar]) -> bytes:
    return seal(values_of[what](record))


def is_sealed(row: Sequence[Any]) -> bool:
    """Whether a row of `columns` is as it was written."""
    return bool(seal(tuple(row)[:-1]) == row[-1])


def checked_record(what: What, row: Sequence[Any]) -> Record:
    """The record in a row of `columns`. Raises DamageError if it is not as it was written."""
    record: Record = dict(zip(NAMES[what], row, strict=False))
    if not is_sealed(row):
        raise DamageError(
            f"The {what} {record.get('id')} in the store is damaged and was not opened as if it were whole. "
            "Nothing was changed. Run “newsdesk check” to see what is affected, and restore a backup."
        )
    return record
