"""The blank lines and line ends of a file, as counted and as written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice


def commonest(counts: Iterable[int]) -> int:
    """The commonest number; of equals the smallest."""
    found = Counter(counts)
    return min(found, key=lambda number: (-found[number], number), default=0)


def style_after_stamp(blanks: list[int], narrowest_gap: int) -> int:
    """How many blank lines the file has after each stamp as its style; one more stands for a missing headline.

    `blanks` counts them in each entry that has any line, `narrowest_gap` between the entries. Where every
    entry has a blank line there, it is the style; two are it only if so many stand between entries too;
    and a single entry tells nothing by itself.
    """
    everywhere = min(blanks, default=0)
    return min(everywhere, max(narrowest_gap, 1) if len(blanks) > 1 else narrowest_gap)


def written_after_stamp(usual: int, are_titled: Iterator[bool], narrowest_gap: int) -> int:
    """How many blank lines to write after each stamp so that `style_after_stamp` finds the same number again.

    It looks at no more entries than it needs to: at two, where one of them is titled.
    """
    first_two = list(islice(are_titled, 2))
    widest = max(narrowest_gap, 1) if len(first_two) > 1 else narrowest_gap
    return min(usual, widest) if any(first_two) or any(are_titled) else widest
