"""The trash: what somebody deleted and nobody has brought back."""

from dataclasses import replace

from sqlalchemy import Connection, select

from newsdesk.domain.entry import Entry
from newsdesk.domain.record import What, from_record
from newsdesk.domain.revision import Act, Revision
from newsdesk.store import log
from newsdesk.store.rows import AnyRow
from newsdesk.store.tables import changes, revisions


def removed_entries(connection: Connection, blog: str) -> list[tuple[Revision, Entry]]:
    """The entries of a blog that are in its trash, the latest removed first, each with its removal.

    An addition that was undone is no deletion: redo has it. Undoing a restoration puts an entry back here.
    """
    later, deleted = changes.alias(), changes.alias()
    of_deletion = revisions.alias()
    is_back = select(later.c.number).where(later.c.id == changes.c.id, later.c.number > changes.c.number)
    was_deleted = (
        select(deleted.c.number)
        .join(of_deletion, of_deletion.c.sequence == deleted.c.sequence)
        .where(deleted.c.id == changes.c.id, deleted.c.after.is_(None), of_deletion.c.act != Act.UNDO.value)
    )
    wanted = (
        select(revisions, *log.CHANGE_COLUMNS)
        .join(changes, changes.c.sequence == revisions.c.sequence)
        .where(changes.c.after.is_(None), changes.c.before.is_not(None), changes.c.what == What.ENTRY.value)
        .where(revisions.c.blog == blog, ~is_back.exists(), was_deleted.exists())
        .order_by(changes.c.number.desc())
    )
    return [_removed(row) for row in connection.execute(wanted)]


def _removed(row: AnyRow) -> tuple[Revision, Entry]:
    removal = log.with_change(row)
    return replace(removal, changes=()), from_record(Entry, removal.changes[0].before or {})
