"""Links that lead nowhere because of how they are written."""

import re
from urllib.parse import urlsplit

_NO_SCHEME = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?::[0-9]+)?(?:[/?#]\S*)?")
_SLASHES = re.compile(r"(https?):?/{0,3}(?=[\w-]+\.)", re.ASCII | re.IGNORECASE)
_DOUBLED = re.compile(r"https?://(?=https?://)", re.IGNORECASE)


def is_broken(url: str) -> bool:
    """Whether a reader's browser could not follow it from a page of ours."""
    if url.startswith("#"):
        return len(url) == 1
    try:
        parts = urlsplit(url)
        host = parts.hostname
        parts.port  # noqa: B018  raises where it is no number
    except ValueError:
        return True
    if any(sign.isspace() for sign in url):
        return True
    if parts.scheme in ("http", "https"):
        return not host or ".." in host or "_" in host.split(".")[-1] or host in ("http", "https")
    if parts.scheme == "mailto":
        return "@" not in parts.path.strip("@")
    return parts.scheme not in ("tel", "attachment", "geo", "sms") or not parts.path


def mended(url: str) -> str | None:
    """The link as it was surely meant, or None."""
    meant = _DOUBLED.sub("", url.strip())
    if _NO_SCHEME.fullmatch(meant):
        meant = f"https://{meant}"
    elif not re.match(r"(?i)https?://\w", meant):
        meant = _SLASHES.sub(r"\1://", meant, count=1)
    return meant if meant != url and not is_broken(meant) else None
