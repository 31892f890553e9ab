"""A blog that comes in with its history: what was written at other desks joins the log, under their names.

The history is appended as it was told, each revision to the chain that its desk has in this store, and then the
adoption, this desk's own revision: it says what the history leaves unsaid of the blog, mostly nothing, and stands
for all of it, so that one undo takes everything away again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from newsdesk.domain.entry import new_id
from newsdesk.domain.past import Records, additions, is_same, played
from newsdesk.domain.record import What
from newsdesk.domain.revision import Act, Change, Revision
from newsdesk.errors import HistoryError
from newsdesk.store import changing, log, rows
from newsdesk.store.tables import changes, revisions

_REFUSAL = "The history in this file does not lead to what the file holds."


def adopt(connection: Connection, history: Sequence[Revision], arrival: Revision) -> Revision:
    """Write the additions that an arrival brings and append their history, but nothing that the log knows already.

    Raises HistoryError if the history does not hold together, or ConflictError if a value is there; the transaction
    must then be given up.
    """
    changing.write(connection, arrival.changes)
    known = _known(connection, history)
    place = max((place + 1 for place, each in enumerate(history) if each.id in known), default=0)
    new = history[place:]
    if not new:
        return log.append(connection, arrival)
    _refuse_strangers(connection, history, arrival)
    try:
        before = played(change for each in history[:place] for change in each.changes)
        now = played([*additions(before), *(change for each in new for change in each.changes)])
    except ValueError as error:
        raise HistoryError(_REFUSAL) from error
    if before:  # it was here, and went: what is new goes on from there
        new = [replace(arrival, id=new_id(), changes=additions(before)), *new]
    for each in new:
        log.append(connection, each)
    rest = _rest(now, arrival.changes)
    return log.append(connection, replace(arrival, act=Act.ADOPT, target=new[0].id, changes=rest))


def _known(connection: Connection, history: Iterable[Revision]) -> set[str]:
    found: set[str] = set()
    for batch in rows.batches(each.id for each in history):
        found |= set(connection.scalars(select(revisions.c.id).where(revisions.c.id.in_(batch))))
    return found


def _refuse_strangers(connection: Connection, history: Sequence[Revision], arrival: Revision) -> None:
    """Nothing of a history may be about another blog, or about what was never told in it."""
    told: set[str] = set()
    for each in history:
        is_about = each.act in (Act.UNDO, Act.REDO, Act.ADOPT)
        if each.blog != arrival.blog or each.id in told or (is_about and each.target not in told):
            raise HistoryError(_REFUSAL)
        told.add(each.id)
    touched = {change.id for each in history for change in each.changes}
    if any(_is_of_another(change, arrival.blog) for each in history for change in each.changes):
        raise HistoryError(_REFUSAL)
    for batch in rows.batches(touched):
        elsewhere = (
            select(changes.c.number)
            .join(revisions, revisions.c.sequence == changes.c.sequence)
            .where(changes.c.id.in_(batch), revisions.c.blog != arrival.blog)
        )
        if connection.execute(elsewhere.limit(1)).first():
            raise HistoryError(_REFUSAL)


def _is_of_another(change: Change, blog: str) -> bool:
    if change.what is What.BLOG:
        return change.id != blog
    return any(side is not None and side.get("blog", blog) != blog for side in (change.before, change.after))


def _rest(now: Records, arrived: Iterable[Change]) -> tuple[Change, ...]:
    """What is still to change so that what the history made becomes what arrived."""
    wanted = {(change.what, change.id): change.after or {} for change in arrived}
    gone = [Change(what, id, record, None) for (what, id), record in now.items() if (what, id) not in wanted]
    come = [Change(what, id, None, record) for (what, id), record in wanted.items() if (what, id) not in now]
    other = []
    for key, record in wanted.items():
        if key in now and not is_same(now[key], record):
            names = [name for name, scalar in record.items() if scalar != now[key].get(name)]
            before = {name: now[key].get(name) for name in names}
            other.append(Change(*key, before, {name: record[name] for name in names}))
    return (*gone, *other, *come)
