"""When something was done, on this machine's clock and as its language has it."""

from datetime import datetime

from PySide6.QtCore import QDateTime

from newsdesk.ui.words import short_date


def short(at: datetime) -> str:
    """Day and clock: 6 Jan 2022, 05:41."""
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    day, clock = local.date(), local.time()
    return f"{short_date(at.date().replace(day.year(), day.month(), day.day()))}, {clock.hour():02}:{clock.minute():02}"
