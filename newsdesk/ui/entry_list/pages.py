"""The entries that a list has read, a page at a time, never more than a few thousand."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet

from newsdesk.desk.live import LiveDesk
from newsdesk.domain.entry import Entry

PAGE = 64
_KEPT = 32 * PAGE


class Pages:
    """Entries by id. What is missing is read in the background, the page wanted last first."""

    def __init__(self, live: LiveDesk, ids_of_page: Callable[[int], list[str]], arrived: Callable[[int], None]) -> None:
        self._live = live
        self._ids_of_page = ids_of_page
        self._arrived = arrived
        self._entries: dict[str, Entry] = {}
        self._wanted: list[int] = []
        self._reading: int | None = None
        self._generation = 0

    def get(self, id: str) -> Entry | None:
        return self._entries.get(id)

    def want(self, row: int) -> None:
        """Have the page around a row read, if it is not being read already."""
        page = row // PAGE
        if page != self._reading and page not in self._wanted:
            self._wanted = [*self._wanted[-2:], page]  # what was scrolled past is not wanted any more
            self._read_next()

    def put(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._entries.pop(entry.id, None)
            self._entries[entry.id] = entry
        while len(self._entries) > _KEPT:
            del self._entries[next(iter(self._entries))]

    def forget(self, ids: AbstractSet[str]) -> None:
        for id in self._entries.keys() & ids:
            del self._entries[id]

    def clear(self) -> None:
        """Forget all, and what is on its way."""
        self._generation += 1
        self._entries, self._wanted, self._reading = {}, [], None

    def _read_next(self) -> None:
        if self._reading is not None or not self._wanted:
            return
        self._reading = page = self._wanted.pop()
        ids, generation = self._ids_of_page(page), self._generation

        def arrive(found: Mapping[str, Entry]) -> None:
            if generation == self._generation:
                self._reading = None
                self.put(found.values())
                self._arrived(page)
                self._read_next()

        self._live.ask(lambda desk: desk.store.entries(ids), then=arrive, failed=lambda _: arrive({}))
