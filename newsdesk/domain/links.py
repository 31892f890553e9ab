"""Which links a text may have."""

import re

_SAFE = re.compile(r"(https?://[^\s/?#]|mailto:[^\s@]+@|tel:\+?[0-9])\S*", re.IGNORECASE)
_BARE = re.compile(r"(www\.)?[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}([/?#]\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}", re.IGNORECASE)


def is_link(url: str) -> bool:
    """Whether it is an address of the web, of mail or of a telephone, and nothing that could run."""
    return _SAFE.fullmatch(url) is not None


def read_link(typed: str) -> str:
    """The link that a person means by what they typed, or nothing."""
    typed = typed.strip()
    if is_link(typed):
        return typed
    if _MAIL.fullmatch(typed):
        return f"mailto:{typed}"
    return f"https://{typed}" if _BARE.fullmatch(typed) else ""
