"""The indentation of a page whose stamps are indented: part of the layout, not of the words."""

from collections import Counter
from collections.abc import Iterable

from newsdesk.formats.plaintext.lines import BLANKS


def common_indent(lines: Iterable[str]) -> str:
    """The blanks that most of the lines start with; of equals the first."""
    found = Counter(_indent(line) for line in lines if line)
    return found.most_common(1)[0][0] if found else ""


def outdented(line: str, indent: str) -> str:
    """A line without the indentation; one that stands further left has none left."""
    return line[len(indent) :] if line.startswith(indent) else line.lstrip(BLANKS)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(BLANKS))]
