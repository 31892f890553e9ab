"""The door through which all text comes in.

Words are sacred: the only changes ever made are CR and CRLF to LF, and what is no Unicode scalar
(NUL, lone surrogates) to U+FFFD.
"""

import re

_NO_SCALAR = re.compile("[\x00\ud800-\udfff]")


def clean(text: str) -> str:
    """Text as it may be kept."""
    return scalars(text.replace("\r\n", "\n").replace("\r", "\n"))


def scalars(text: str) -> str:
    """Text of Unicode scalars alone, its line ends as they are."""
    return text if text.isascii() and "\x00" not in text else _NO_SCALAR.sub("\ufffd", text)


def clean_line(text: str) -> str:
    """Text as it may stand in one line, such as a headline: line ends become spaces."""
    return clean(text).replace("\n", " ")
