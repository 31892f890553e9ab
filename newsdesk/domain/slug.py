"""Slugs: a headline as it may stand in a file name or a URL."""

import re
import unicodedata

LONGEST = 60
_NO_FILE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_NO_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")


def slug(text: str) -> str:
    """ASCII words joined by hyphens, cut between words at `LONGEST`; empty if no letter can be shown in ASCII."""
    plain = unicodedata.normalize("NFKD", text[: 4 * LONGEST].translate(_APOSTROPHES))
    letters = "".join(c for c in plain.casefold() if not unicodedata.combining(c))
    words = _NO_WORD.sub("-", letters).strip("-")
    if len(words) <= LONGEST:
        return words
    cut = words[: LONGEST + 1].rpartition("-")[0]
    return cut or words[:LONGEST]


def file_words(text: str) -> str:
    """A text as it may be the name of a file everywhere, whatever its script; empty if nothing of it may."""
    return " ".join(_NO_FILE.sub(" ", text).split())[:LONGEST].strip(" .")
