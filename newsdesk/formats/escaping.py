"""How text stands safely inside HTML, XML and links. Nothing typed may run, load or break out.

Characters that a format forbids become U+FFFD there, so that a page stays valid: HTML forbids control
characters and noncharacters (WHATWG HTML, "Text"), XML 1.0 all but its own `Char`.
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_NO_HTML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 17))
    + "]"
)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BLANK_OR_CONTROL = re.compile(r"[\s\x00-\x20\x7f-\xa0]")


def html_characters(text: str) -> str:
    """Text that HTML can hold, not yet escaped."""
    return text if text.isascii() and text.isprintable() else _NO_HTML.sub("\ufffd", text)


def html_text(text: str) -> str:
    """Text between tags."""
    if not (text.isascii() and text.isprintable()):
        text = _NO_HTML.sub("\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def html_texts(texts: Sequence[str]) -> Sequence[str]:
    """The same of many: as they are, where none of them holds anything to escape."""
    together = "".join(texts)
    is_plain = together.isascii() and together.isprintable() and not any(sign in together for sign in "&<>")
    return texts if is_plain else list(map(html_text, texts))


def may_stand_in_html(text: str) -> bool:
    """Whether it has no character that HTML forbids; for long texts of many lines."""
    return (text.isascii() and text.replace("\n", "").isprintable()) or not _NO_HTML.search(text)


def html_attribute(text: str) -> str:
    """Text between double quotes."""
    return html_text(text).replace('"', "&quot;").replace("\n", "&#10;")


def xml_characters(text: str) -> str:
    """Text that XML 1.0 can hold, not yet escaped."""
    return _NO_XML.sub("\ufffd", text)


def xml_text(text: str) -> str:
    """Text between tags or double quotes of XML."""
    escaped = xml_characters(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;").replace("\r", "&#13;")


def safe_url(url: str) -> str:
    """The URL if a reader may follow it (http, https, mailto, tel), else nothing.

    Browsers skip blanks and controls inside a scheme, so a URL that holds any is judged without them
    and comes back percent-encoded.
    """
    bare = _BLANK_OR_CONTROL.sub(_percent, url.strip(" \t\n\f\r"))
    try:
        parts = urlsplit(bare)
    except ValueError:
        return ""
    if parts.scheme.lower() not in SAFE_SCHEMES:
        return ""
    if parts.scheme.lower() in ("http", "https") and not parts.netloc:
        return ""
    before, host, rest = bare.partition(parts.netloc) if parts.netloc else ("", "", bare)
    return _encoded(before + host, _NEVER_IN_URLS) + _encoded(rest, _NEVER_IN_URLS | _BRACKETS)


_NEVER_IN_URLS = frozenset("\"<>\\^`{|}")
_BRACKETS = frozenset("[]")  # of a host alone: an address of IPv6


def _encoded(part: str, signs: frozenset[str]) -> str:
    return "".join(_percent_of(c) if c in signs else c for c in part)


def _percent(match: re.Match[str]) -> str:
    return _percent_of(match[0])


def _percent_of(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
