"""What the times of neighbours say: which way a blog runs, what stands out of order, where a day begins."""

from newsdesk.desk.listing import Listing
from newsdesk.domain.arranging import Key
from newsdesk.domain.record import text_to_time

_SAMPLES = 64
_MOMENT = 16  # characters of a record's time: "2022-01-06T05:41"


def moment(key: Key) -> str:
    """A key's moment, in whole minutes, as a text that sorts."""
    return key.time[:_MOMENT]


def day(key: Key) -> str:
    """The day on which an entry happened where it was written, as 2022-01-06."""
    if key.time.endswith(("Z GMT", "Z UTC")):
        return key.time[:10]
    return text_to_time(key.time).local.date().isoformat()


def is_newest_first(listing: Listing) -> bool:
    """Which way most neighbours stand, by a sample; newest first where they don't say."""
    step = max(1, len(listing) // _SAMPLES)
    balance = 0
    for row in range(0, len(listing) - 1, step):
        above, below = moment(listing[row]), moment(listing[row + 1])
        balance += (above > below) - (above < below)
    return balance >= 0


def is_out_of_order(listing: Listing, row: int, newest_first: bool) -> bool:
    """Whether the neighbours would stand right without the entry, and do not with it."""
    above = moment(listing[row - 1]) if row > 0 else None
    below = moment(listing[row + 1]) if row + 1 < len(listing) else None
    own = moment(listing[row])
    if above is not None and below is not None and not _runs(above, below, newest_first):
        return False
    fits_above = above is None or _runs(above, own, newest_first)
    fits_below = below is None or _runs(own, below, newest_first)
    return not (fits_above and fits_below)


def _runs(above: str, below: str, newest_first: bool) -> bool:
    return above >= below if newest_first else above <= below
