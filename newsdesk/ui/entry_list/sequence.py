"""What the times of neighbours say: which way a blog runs, what stands out of order, where a day begins."""

from newsdesk.desk.listing import Glimpse, Listing
from newsdesk.domain import arranging
from newsdesk.domain.arranging import Key, telling_rows
from newsdesk.domain.record import text_to_time

Keys = Listing | Glimpse


def moment(listing: Keys, row: int) -> str | None:
    """The moment of a row, in whole minutes, as a text that sorts; None past the ends and where it is not known."""
    return (listing[row].minute or None) if 0 <= row < len(listing) else None


def day(key: Key) -> str:
    """The day on which an entry happened where it was written, as 2022-01-06; empty where it is not known."""
    if not key.time or key.time.endswith(("Z GMT", "Z UTC")):
        return key.time[:10]
    return text_to_time(key.time).local.date().isoformat()


def is_newest_first(listing: Keys) -> bool:
    """Whether a blog runs from its newest entry down."""
    return arranging.is_newest_first(*([listing[row].minute for row in rows] for rows in telling_rows(len(listing))))


def is_out_of_order(listing: Keys, row: int, newest_first: bool) -> bool:
    """Whether the neighbours would stand right without the entry, and do not with it."""
    above, own, below = (moment(listing, near) for near in (row - 1, row, row + 1))
    if above and below and not _runs(above, below, newest_first):
        return False
    return not (_runs(above, own, newest_first) and _runs(own, below, newest_first))


def shares_minute(listing: Keys, row: int) -> bool:
    """Whether the entry above or below has the same minute."""
    own = moment(listing, row)
    return own is not None and own in (moment(listing, row - 1), moment(listing, row + 1))


def _runs(above: str | None, below: str | None, newest_first: bool) -> bool:
    if above is None or below is None:
        return True
    return above >= below if newest_first else above <= below
