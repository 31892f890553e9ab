"""Looking again only at what changed in a text: a key in a paragraph of any length costs the same."""

from collections.abc import Callable, Iterable

Place = tuple[int, int]
Find = Callable[[str], Iterable[Place]]  # places in a text; none of them has a space in it

_KEPT = 8  # paragraphs


class ChangedText:
    """Finds places in paragraphs, and remembers what it found in the last few of them."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self._known: dict[int, tuple[str, list[Place]]] = {}

    def forget(self) -> None:
        """What is found has changed."""
        self._known.clear()

    def places(self, number: int, text: str) -> list[Place]:
        """The places in paragraph `number`; where it was another before, that costs time and nothing else."""
        before, found = self._known.pop(number, ("", []))
        if before != text:
            found = self._found_again(before, found, text)
        self._known[number] = text, found
        if len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]
        return found

    def _found_again(self, before: str, found: list[Place], text: str) -> list[Place]:
        shortest = min(len(before), len(text))
        head = _alike(before, text, shortest)
        tail = _alike(before[::-1], text[::-1], shortest - head)
        first = text.rfind(" ", 0, head) + 1
        last = text.find(" ", len(text) - tail) if tail else -1
        last = len(text) if last < 0 else last
        moved = len(text) - len(before)
        return [
            *(place for place in found if place[1] < first),
            *((start + first, end + first) for start, end in self._find(text[first:last])),
            *((start + moved, end + moved) for start, end in found if start + moved > last),
        ]


def _alike(a: str, b: str, most: int) -> int:
    """How many characters two texts have in common at their start, by halving."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if a[least:middle] == b[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
