"""The revision log: append-only, chained by hash desk by desk, and the one source of undo."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b

from sqlalchemy import Connection, insert, select, update

from newsdesk.domain.record import moment_to_text, text_to_moment
from newsdesk.domain.revision import Act, Author, Change, Revision, What
from newsdesk.store.rows import AnyRow, batches, from_json, to_json
from newsdesk.store.tables import changes, desks, revisions

_START = b""
_CHANGE_COLUMNS = (changes.c.what, changes.c.id, changes.c.before, changes.c.after)


def append(connection: Connection, revision: Revision) -> Revision:
    """Write a revision at the end of the log; returns it with its place there."""
    rows = [(c.what.value, c.id, to_json(c.before), to_json(c.after)) for c in revision.changes]
    head = connection.execute(select(desks).where(desks.c.id == revision.author.desk)).first()
    chain = link(head.chain if head else _START, _row(revision), rows)
    done = connection.execute(insert(revisions).values(**_row(revision), chain=chain))
    sequence = int((done.inserted_primary_key or (0,))[0])
    names = ("what", "id", "before", "after")
    for batch in batches(rows, 5_000):
        connection.execute(insert(changes), [dict(zip(names, row, strict=True), sequence=sequence) for row in batch])
    _move_head(connection, revision.author.desk, head, chain)
    return replace(revision, sequence=sequence)


def link(previous: bytes, revision: dict[str, str], rows: Iterable[Iterable[str | None]]) -> bytes:
    """A revision's link of the chain: a hash of the link before it and of everything it says."""
    digest = blake2b(previous, digest_size=16)
    digest.update(repr(sorted(revision.items())).encode("utf-8", "surrogatepass"))
    for row in rows:
        digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return digest.digest()


def _row(revision: Revision) -> dict[str, str]:
    return {
        "id": revision.id,
        "blog": revision.blog,
        "desk": revision.author.desk,
        "author": revision.author.name,
        "at": moment_to_text(revision.at),
        "title": revision.title,
        "act": revision.act.value,
        "target": revision.target,
        "visit": revision.visit,
    }


def _move_head(connection: Connection, desk: str, head: AnyRow | None, chain: bytes) -> None:
    if head is None:
        connection.execute(insert(desks).values(id=desk, revisions=1, chain=chain))
    else:
        moved = update(desks).where(desks.c.id == desk)
        connection.execute(moved.values(revisions=head.revisions + 1, chain=chain))


def undoable(connection: Connection, blog: str, desk: str) -> Revision | None:
    """This desk's latest revision of a blog that is not undone."""
    id = undoable_id(connection, blog, desk)
    return find(connection, id) if id else None


def redoable(connection: Connection, blog: str, desk: str) -> Revision | None:
    """The revision that this desk undid last, unless it has edited the blog since."""
    id = redoable_id(connection, blog, desk)
    return find(connection, id) if id else None


def undoable_id(connection: Connection, blog: str, desk: str) -> str | None:
    """The id alone: an import's revision is as large as the import."""
    undone: set[str] = set()
    for id, act, target in _backwards(connection, blog, desk):
        if act == Act.UNDO:
            undone.add(target)
        elif (done := target if act == Act.REDO else id) not in undone:
            return done
    return None


def redoable_id(connection: Connection, blog: str, desk: str) -> str | None:
    """The id alone."""
    redone: set[str] = set()
    for _, act, target in _backwards(connection, blog, desk):
        if act == Act.DO:
            return None
        if act == Act.REDO:
            redone.add(target)
        elif target not in redone:
            return target
    return None


def title(connection: Connection, id: str) -> str:
    """What the revision with an id is called."""
    return str(connection.execute(select(revisions.c.title).where(revisions.c.id == id)).scalar_one())


def _backwards(connection: Connection, blog: str, desk: str) -> Iterator[tuple[str, str, str]]:
    c = revisions.c
    own = select(c.id, c.act, c.target).where(c.blog == blog, c.desk == desk).order_by(c.sequence.desc())
    with connection.execute(own) as rows:
        yield from map(tuple, rows)


def find(connection: Connection, id: str) -> Revision:
    """The revision with an id, which must exist."""
    row = connection.execute(select(revisions).where(revisions.c.id == id)).one()
    return with_changes(connection, row)


def with_changes(connection: Connection, row: AnyRow) -> Revision:
    """A row of `revisions` as a value, with what it changed."""
    told = connection.execute(
        select(*_CHANGE_COLUMNS).where(changes.c.sequence == row.sequence).order_by(changes.c.number)
    )
    return replace(
        to_revision(row),
        changes=tuple(Change(What(what), id, from_json(a), from_json(b)) for what, id, a, b in told),
    )


def to_revision(row: AnyRow) -> Revision:
    """A row of `revisions` as a value, without what it changed."""
    return Revision(
        id=row.id,
        sequence=row.sequence,
        blog=row.blog,
        author=Author(row.desk, row.author),
        at=text_to_moment(row.at),
        title=row.title,
        act=Act(row.act),
        target=row.target,
        visit=row.visit,
    )


def since(connection: Connection, sequence: int) -> list[Revision]:
    """All revisions after a place in the log, in order, with what they changed."""
    rows = connection.execute(
        select(revisions).where(revisions.c.sequence > sequence).order_by(revisions.c.sequence)
    ).all()
    return [with_changes(connection, row) for row in rows]


def end(connection: Connection) -> int:
    """The place of the latest revision; 0 in an empty log."""
    last = select(revisions.c.sequence).order_by(revisions.c.sequence.desc()).limit(1)
    return connection.execute(last).scalar() or 0
