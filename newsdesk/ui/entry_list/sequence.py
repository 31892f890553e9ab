"""What the times of neighbours say: what stands out of order, where a day begins."""

from newsdesk.desk.listing import Glimpse, Listing
from newsdesk.domain import arranging
from newsdesk.domain.arranging import Key
from newsdesk.domain.record import text_to_time

Keys = Listing | Glimpse
STRETCH = 64  # rows that are judged together, with as many above and below them


def moment(listing: Keys, row: int) -> str | None:
    """The moment of a row, in whole minutes, as a text that sorts; None past the ends and where it is not known."""
    return (listing[row].minute or None) if 0 <= row < len(listing) else None


def day(key: Key) -> str:
    """The day on which an entry happened where it was written, as 2022-01-06; empty where it is not known."""
    if not key.time or key.time.endswith(("Z GMT", "Z UTC")):
        return key.time[:10]
    return text_to_time(key.time).local.date().isoformat()


class Astray:
    """Which rows stand out of time order, judged a stretch at a time as they are asked about."""

    def __init__(self, listing: Keys, *, newest_first: bool) -> None:
        self._listing, self._newest_first = listing, newest_first
        self._judged: dict[int, frozenset[int]] = {}

    def __contains__(self, row: int) -> bool:
        number = row // STRETCH
        if number not in self._judged:
            first = max(0, (number - 1) * STRETCH)
            last = min(len(self._listing), (number + 2) * STRETCH)
            minutes = [key.minute for key in self._listing.stretch(first, last)]
            found = arranging.astray(minutes, newest_first=self._newest_first)
            self._judged[number] = frozenset(first + row for row in found)
        return row in self._judged[number]


def shares_minute(listing: Keys, row: int) -> bool:
    """Whether the entry above or below has the same minute."""
    own = moment(listing, row)
    return own is not None and own in (moment(listing, row - 1), moment(listing, row + 1))
