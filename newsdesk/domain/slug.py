"""Slugs: short names for addresses and the command line."""

import re
import unicodedata

_LONGEST = 60


def to_slug(headline: str) -> str:
    """ASCII letters and digits in lower case, joined by hyphens, cut at a word; may be empty."""
    plain = unicodedata.normalize("NFKD", headline.replace("ß", "ss")).encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", re.sub("['’]", "", plain).lower())
    slug = "-".join(words)
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
