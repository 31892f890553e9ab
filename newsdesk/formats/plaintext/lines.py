"""Lines as the format knows them: LF, CRLF and CR end a line, and nothing else does.

U+2028, U+0085, VT, FF and FS are ordinary characters, so `str.splitlines` is of no use here.
"""

import re
from itertools import accumulate
from typing import NamedTuple

BLANKS = " \t\xa0\u202f"
_END = re.compile(r"(\r\n|\r|\n)")


class Lines(NamedTuple):
    """A text, its lines without their ends, and the offset at which each starts."""

    text: str
    lines: list[str]
    starts: list[int]

    def end_of(self, line: int) -> int:
        """The offset just behind a line, before its line end."""
        return self.starts[line] + len(self.lines[line])


def split(text: str) -> Lines:
    """The lines of a text; behind a final line end stands one more, empty, line."""
    if "\r" not in text:
        lines = text.split("\n")
        return Lines(text, lines, list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0)))
    parts = _END.split(text)
    lengths = [len(line) + len(end) for line, end in zip(parts[::2], parts[1::2], strict=False)]
    return Lines(text, parts[::2], list(accumulate(lengths, initial=0)))


def one_line(text: str) -> list[str]:
    """The lines of a paragraph that may hold breaks."""
    return _END.split(text)[::2] if "\n" in text or "\r" in text else [text]


def is_blank(line: str) -> bool:
    """Whether a reader sees nothing in it."""
    return not line.strip(BLANKS)


def blank_lines(lines: list[str]) -> frozenset[int]:
    """The numbers of the lines in which a reader sees nothing."""
    return frozenset([n for n, line in enumerate(lines) if (not line or line.isspace()) and is_blank(line)])


def commonest_line_end(text: str) -> str:
    """The line end that the text uses most; LF where it has none."""
    if "\r" not in text:
        return "\n"
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(counts, key=lambda end: counts[end])
