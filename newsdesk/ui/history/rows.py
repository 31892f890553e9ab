"""Visits and sessions as rows: what was done, by whom, and when."""

from collections.abc import Iterable, Sequence

from newsdesk.desk.history import Visit
from newsdesk.domain.revision import Act, Author, Revision
from newsdesk.ui import moments
from newsdesk.ui.two_lines import Item
from newsdesk.ui.words import tr

_VERBS = {Act.UNDO: "Undo: {0}", Act.REDO: "Redo: {0}"}


def row_of_visit(visit: Visit) -> Item:
    return Item(visit, ", ".join(_titles(visit.revisions)), _by(visit.author), moments.short(visit.ended))


def row_of_session(session: Sequence[Revision]) -> Item:
    last = session[-1]
    return Item(session, ", ".join(_titles(session)), _by(last.author), moments.short(last.at))


def _titles(session: Iterable[Revision]) -> Iterable[str]:
    titles = (tr(_VERBS.get(revision.act, "{0}")).format(tr(revision.title)) for revision in session)
    return dict.fromkeys(titles)


def _by(author: Author) -> str:
    return tr("By {0}").format(author.name or tr("somebody"))
