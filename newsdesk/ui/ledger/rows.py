"""A line of the ledger as a row, and in full."""

from newsdesk.domain.ledger import Line, LineKind
from newsdesk.ui import moments
from newsdesk.ui.two_lines import Item
from newsdesk.ui.words import tr

NAMES = {
    LineKind.CORRECTION: "Correction",
    LineKind.CLARIFICATION: "Clarification",
    LineKind.REFILE: "Refile",
    LineKind.WITHDRAWN: "Withdrawn",
    LineKind.UNCLASSED: "Unclassed",
}
_LONGEST = 280  # characters of a text before or after


def row_of(line: Line) -> Item:
    upper = " · ".join(filter(None, (tr(NAMES[line.kind]), tr("revoked since") if line.is_revoked else "", line.text)))
    where = f"{line.entry.time.local:%H:%M} {line.entry.headline or tr('No headline yet')}"
    lower = " · ".join(filter(None, (where, tr("by {0}").format(line.who) if line.who else "")))
    return Item(line, upper, lower, moments.short(line.at) if line.at else tr("not yet"))


def in_full(line: Line) -> str:
    """What it was, and what it is."""
    parts = ((tr("Before: {0}"), line.before), (tr("After: {0}"), line.after))
    return "\n".join(told.format(_cut(text)) for told, text in parts if text)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0] + " …"
