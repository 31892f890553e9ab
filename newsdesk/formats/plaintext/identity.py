"""Ids derived from the content, so that the same file gives the same ids on every machine (UUID version 5)."""

import hashlib
import unicodedata
import uuid
from collections import Counter
from collections.abc import Iterable
from datetime import date

_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
_NEWSDESK = uuid.UUID("5f0c1c58-6f0e-5b5e-9d3c-6e6577736465")


def blog_id(headline: str, day: date | None) -> str:
    """From the headline, but for its case and blanks, and the date."""
    return _derived(_NEWSDESK.bytes, f"{_normal(headline)}\n{day or ''}")


def entry_ids(blog: str, texts: Iterable[str]) -> list[str]:
    """From stamp and words; the same twice is told apart by counting."""
    namespace = uuid.UUID(blog).bytes
    ids: dict[str, None] = {}
    repeated: Counter[str] = Counter()
    for text in texts:
        id = _derived(namespace, text)
        while id in ids:
            repeated[text] += 1
            id = _derived(namespace, f"{text}\n{repeated[text] + 1}")
        ids[id] = None
    return list(ids)


def _derived(namespace: bytes, name: str) -> str:
    """As `uuid.uuid5` has it (RFC 9562, 5.5), without the object in between."""
    content = namespace + name.encode("utf-8", "surrogatepass")
    digits = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    variant = _VARIANT[digits[16]]
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
