"""A blog as it goes on paper: what a reader would get, set for printing."""

from dataclasses import dataclass

from newsdesk.desk import picturing, releasing
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import AS_USUAL, WHOLE, Options
from newsdesk.formats import paper
from newsdesk.formats.edition import edition
from newsdesk.formats.paper import Sheet


@dataclass(frozen=True, slots=True)
class ForPrint:
    """What is printed, and in a sentence what is left out and why; that is empty where everything is there."""

    sheet: Sheet
    left_out: str


def for_print(desk: Desk, blog: str, options: Options = AS_USUAL) -> ForPrint:
    """Raises ExportError with a sentence where there is nothing to print."""
    now = desk.now()
    stand, entries = releasing.content_of(desk, blog, WHOLE, now=now)
    chosen = picturing.with_pictures(desk, edition(stand.blog, entries, now=now, options=options))
    return ForPrint(paper.sheet(chosen), chosen.explanation)
