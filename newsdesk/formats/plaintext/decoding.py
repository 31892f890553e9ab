"""From bytes to text and back, without ever replacing a character."""

import codecs
from dataclasses import dataclass

from newsdesk.errors import ReadingError

LARGEST_FILE = 256 * 1024 * 1024  # bytes; a hundred thousand long entries are a quarter of it
LONGEST_LINE = 1_000_000  # characters; a line is a paragraph, and no paragraph has so many
_BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
_PLAIN_NAMES = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how it was written down as bytes."""

    text: str
    encoding: str = "utf-8"
    has_bom: bool = False


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text that bytes hold: UTF-8, UTF-16 by its byte-order mark, or the encoding that is asked for.

    Raises ReadingError, with a sentence, if they are no text or would not come out the same again.
    """
    if not data:
        raise ReadingError("The file is empty. Nothing was imported.")
    if len(data) > LARGEST_FILE:
        raise ReadingError(f"The file has {len(data):,} bytes; the most that is read is {LARGEST_FILE:,}.")
    name, has_bom = _named(data, encoding)
    text = _text(data[len(_BOMS[name]) :] if has_bom else data, name, is_guess=encoding is None, skipped=has_bom)
    _refuse_what_is_no_prose(text)
    return Decoded(text, name, has_bom)


def encode(text: str, encoding: str, *, has_bom: bool) -> bytes:
    """The bytes of a text. Raises UnicodeEncodeError if the encoding lacks a character."""
    return (_BOMS.get(encoding, b"") if has_bom else b"") + text.encode(encoding)


def _named(data: bytes, encoding: str | None) -> tuple[str, bool]:
    """The encoding to use, and whether its mark stands at the start."""
    name = _canonical(encoding) if encoding else "utf-8"
    asks_by_mark = encoding is None or name == "utf-16"
    if asks_by_mark:
        for marked in ("utf-16-le", "utf-16-be"):
            if data.startswith(_BOMS[marked]):
                return marked, True
    name = _PLAIN_NAMES.get(name, name)
    return name, name in _BOMS and data.startswith(_BOMS[name])


def _canonical(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise ReadingError(f"There is no encoding called “{encoding}”. Names such as cp1252 are known.") from None


def _text(data: bytes, encoding: str, *, is_guess: bool, skipped: bool) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        start = error.start + (len(_BOMS[encoding]) if skipped else 0)
        found = f"byte 0x{data[error.start]:02X} at offset {start:,}" if error.start < len(data) else "its end"
        if is_guess and b"\x00" in data[:8192]:
            raise ReadingError("The file is not text, so nothing was imported.") from None
        advice = "give its encoding, for example --encoding cp1252" if is_guess else "give another --encoding"
        raise ReadingError(f"The file is not {encoding.upper()}: {found}. If it is text, {advice}.") from None
    except (LookupError, ValueError):
        raise ReadingError(f"“{encoding}” is no encoding of text. Names such as cp1252 are known.") from None
    if encoding not in _BOMS and (_encoded(text, encoding) != data or _encoded(text, "utf-8") is None):
        raise ReadingError(f"Read as {encoding}, the file could not be written back the same. Give another --encoding.")
    return text


def _encoded(text: str, encoding: str) -> bytes | None:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None


def _refuse_what_is_no_prose(text: str) -> None:
    if (nul := text.find("\x00")) >= 0:
        raise ReadingError(f"The file is not text: character {nul:,} is a NUL. Nothing was imported.")
    start = 0
    while len(text) - start > LONGEST_LINE:
        window = text[start : start + LONGEST_LINE + 1]
        end = max(window.rfind("\n"), window.rfind("\r"))
        if end < 0:
            raise ReadingError(f"The file is no live blog: a line has over {LONGEST_LINE:,} characters.")
        start += end + 1
