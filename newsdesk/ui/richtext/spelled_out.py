"""The few characters that a QTextDocument keeps for itself, and how they stand in it.

A QTextDocument breaks lines at U+2028, ends blocks at U+2029 and marks frames with U+FDD0 and
U+FDD1. In a body an explicit break is a line feed and those four are ordinary characters: they are
shown as a glyph that carries the character it stands for. So are U+FEFF and U+FFFE: where Python
hands Qt a text that begins with one, it is taken for a byte order mark. Their glyph is invisible.
"""

import re

from PySide6.QtGui import QTextCharFormat, QTextFormat

BREAK = "\u2028"
CARD = "\ufffc"
ORIGINAL = QTextFormat.Property.UserProperty.value + 11

_GLYPHS = {"\u2028": "↵", "\u2029": "¶", "\ufdd0": "‹", "\ufdd1": "›", "\r": "↤"}
_GLYPHS |= dict.fromkeys("\ufeff\ufffe", "\u2060")
_KEPT = re.compile(f"([{''.join(_GLYPHS)}])")
_SHOWN = frozenset(_GLYPHS.values())


def has_kept(text: str) -> bool:
    """Whether the text has a character that has to be spelled out."""
    return _KEPT.search(text) is not None


def pieces(text: str, format: QTextCharFormat) -> list[tuple[str, QTextCharFormat]]:
    """A body's text as a document shows it, in pieces of one format."""
    if _KEPT.search(text) is None:
        return [(text.replace("\n", BREAK), format)]
    return [_piece(part, format) for part in _KEPT.split(text) if part]


def original(text: str, format: QTextCharFormat) -> str:
    """What the text of one fragment stands for in a body."""
    if format.hasProperty(ORIGINAL) and not _SHOWN.isdisjoint(text):
        character = chr(format.intProperty(ORIGINAL))
        return text.replace(BREAK, "\n").replace(_GLYPHS[character], character)
    return text.replace(BREAK, "\n")


def units(text: str) -> int:
    """How many places of a document a text takes: UTF-16 units, as Qt counts."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def _piece(part: str, format: QTextCharFormat) -> tuple[str, QTextCharFormat]:
    if part not in _GLYPHS:
        return part.replace("\n", BREAK), format
    marked = QTextCharFormat(format)
    marked.setProperty(ORIGINAL, ord(part))
    return _GLYPHS[part], marked
