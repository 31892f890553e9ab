"""What the newsroom does with an entry, as rules on values."""

from dataclasses import replace
from datetime import datetime

from newsdesk.domain.entry import Entry, State


def in_state(entry: Entry, state: State, now: datetime) -> Entry:
    """The entry in another state; its first publication is recorded once and never moves."""
    if state is State.PUBLISHED and entry.first_published is None:
        return replace(entry, state=state, first_published=now)
    return replace(entry, state=state)
