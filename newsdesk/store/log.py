"""The revision log: append-only, chained by hash desk by desk, and the one source of undo."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, func, insert, select, update

from newsdesk.domain.past import additions, played
from newsdesk.domain.record import Record, Scalar, What, moment_to_text, text_to_moment
from newsdesk.domain.revision import Act, Author, Change, Revision
from newsdesk.errors import DamageError, UnknownError
from newsdesk.store.rows import MANY, TABLES, AnyRow, batches, from_json
from newsdesk.store.seals import to_json
from newsdesk.store.statements import ask, run, run_rows
from newsdesk.store.tables import changes, desks, revisions

START = b""
_DAMAGED = (
    "The log of this store is damaged; nothing was changed. Run “newsdesk check” to see what is affected, "
    "and restore a backup."
)
CHANGE_COLUMNS = tuple(
    changes.c[name].label(f"change_{name}") for name in ("what", "id", "before", "after", "digest", "erased")
)
SAID = ("id", "blog", "desk", "author", "at", "title", "act", "target", "visit", "first", "last")

_CHANGE_ROW = ("number", "sequence", "what", "id", "before", "after", "digest")

# Where the log and a desk's chain end, in one question: it is asked before every save.
_ENDS = select(
    select(func.coalesce(func.max(revisions.c.sequence), 0) + 1).scalar_subquery(),
    select(func.coalesce(func.max(changes.c.number), 0) + 1).scalar_subquery(),
    select(desks.c.revisions).where(desks.c.id == bindparam("desk")).scalar_subquery(),
    select(desks.c.chain).where(desks.c.id == bindparam("desk")).scalar_subquery(),
)
_INSERT_REVISION, _INSERT_CHANGE, _INSERT_HEAD = insert(revisions), insert(changes), insert(desks)
_MOVE_HEAD = (
    update(desks)
    .where(desks.c.id == bindparam("desk"))
    .values(revisions=bindparam("done", type_=Integer), chain=bindparam("link"))
)
_CHANGES_OF = (
    select(*CHANGE_COLUMNS)
    .where(changes.c.number >= bindparam("first"), changes.c.number <= bindparam("last"))
    .order_by(changes.c.number)
)
# What a whole record leaves unsaid in the log: a matter of the schema, not of the values' defaults.
_BLANKS: dict[str, Record] = {
    what.value: {
        c.name: None if c.nullable else 0 if isinstance(c.type, Integer) else ""
        for c in table.c
        if c.name not in ("number", "checksum")
    }
    for what, table in TABLES.items()
}


def append(connection: Connection, revision: Revision) -> Revision:
    """Write a revision at the end of the log; returns it with its place there."""
    desk = revision.author.desk
    ((sequence, first, done, previous),) = ask(connection, _ENDS, {"desk": desk})
    said = _said(revision, first)
    digest = digest_of([said[name] for name in SAID])
    chain = link(previous or START, digest, _write_changes(connection, revision.changes, sequence, first))
    run(connection, _INSERT_REVISION, [{**said, "sequence": sequence, "digest": digest, "chain": chain}])
    if done is None:
        run(connection, _INSERT_HEAD, [{"id": desk, "revisions": 1, "chain": chain}])
    else:
        run(connection, _MOVE_HEAD, [{"desk": desk, "done": done + 1, "link": chain}])
    return replace(revision, sequence=sequence)


def _write_changes(connection: Connection, told: Iterable[Change], sequence: int, first: int) -> list[bytes]:
    """Write the changes of a revision, some at a time, as all their words at once may be very many; their digests."""
    digests: list[bytes] = []
    for batch in batches(enumerate(told, first), MANY):
        rows = [(number, sequence, *_said_of(change)) for number, change in batch]
        run_rows(connection, _INSERT_CHANGE, _CHANGE_ROW, rows)
        digests += [row[-1] for row in rows]
    return digests


def link(previous: bytes, digest: bytes, of_changes: Iterable[bytes]) -> bytes:
    """A revision's link of its desk's chain: a hash of the link before it and of the digests of all it says."""
    hashed = blake2b(previous, digest_size=16)
    hashed.update(digest)
    for each in of_changes:
        hashed.update(each)
    return hashed.digest()


def digest_of(said: Iterable[Scalar]) -> bytes:
    """The digest of what a row of the log says; it stays when the words are erased for ever."""
    return blake2b(to_json(tuple(said)).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _said(revision: Revision, first: int) -> dict[str, Any]:
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
        "first": first,
        "last": first + len(revision.changes) - 1,
    }


def _said_of(change: Change) -> tuple[str, str, str | None, str | None, bytes]:
    """A row of the log, but for its numbers: kind, id, before, after, and the digest of these."""
    is_whole = change.before is None or change.after is None
    blanks = _BLANKS[change.what] if is_whole else {}
    said = (change.what.value, change.id, _to_text(change.before, blanks), _to_text(change.after, blanks))
    return *said, digest_of(said)


def _to_text(record: Mapping[str, Scalar] | None, blanks: Record) -> str | None:
    if record is None:
        return None
    return to_json({name: said for name, said in record.items() if said or said != blanks.get(name, ...)})


def checked_change(row: Sequence[Any]) -> Change:
    """A row of CHANGE_COLUMNS as a value. Raises DamageError if it is not as it was written."""
    *said, digest, erased = row
    if digest_of(said) != digest and not erased:
        raise DamageError(_DAMAGED)
    try:
        return to_change(*said)
    except (ValueError, KeyError, TypeError) as error:  # only damage looks as if it had been erased, and is none
        raise DamageError(_DAMAGED) from error


def to_change(what: str, id: str, before: str | None, after: str | None) -> Change:
    """What a row of the log says of one value."""
    is_whole = before is None or after is None
    blanks = _BLANKS[what] if is_whole else {}
    sides = (None if text is None else {**blanks, **from_json(text)} for text in (before, after))
    return Change(What(what), id, *sides)


def undoable(connection: Connection, blog: str, desk: str) -> Revision | None:
    """This desk's latest revision of a blog that is not undone."""
    id = undoable_id(connection, blog, desk)
    return find(connection, id) if id else None


def redoable(connection: Connection, blog: str, desk: str) -> Revision | None:
    """The revision that this desk undid last, unless it has edited the blog since."""
    id = redoable_id(connection, blog, desk)
    return find(connection, id) if id else None


def is_done(connection: Connection, blog: str, desk: str, id: str) -> bool:
    """Whether a revision of this desk stands: not undone, or done again since."""
    for each, act, target in _backwards(connection, blog, desk):
        if id in (each, target) and act != Act.ERASE:
            return act != Act.UNDO and _is_left(connection, id)
    return False


def undoable_id(connection: Connection, blog: str, desk: str) -> str | None:
    """The id alone: an import's revision is as large as the import."""
    undone: set[str] = set()
    for id, act, target in _backwards(connection, blog, desk):
        done = target if act == Act.REDO else id
        if act == Act.UNDO:
            undone.add(target)
        elif act != Act.ERASE and done not in undone and _is_left(connection, done):
            return done
    return None


def redoable_id(connection: Connection, blog: str, desk: str) -> str | None:
    """The id alone."""
    redone: set[str] = set()
    for _, act, target in _backwards(connection, blog, desk):
        if act in (Act.DO, Act.ADOPT):
            return None
        if act == Act.REDO:
            redone.add(target)
        elif act == Act.UNDO and target not in redone and _is_left(connection, target):
            return target
    return None


def _is_left(connection: Connection, id: str) -> bool:
    """Whether a revision still says anything; what was erased for ever can't be undone."""
    row = connection.execute(select(revisions).where(revisions.c.id == id)).one()
    c = changes.c
    is_its = c.number.between(first_change(connection, row), row.last)
    says = is_its & (c.before.is_not(None) | c.after.is_not(None))
    return connection.execute(select(c.number).where(says).limit(1)).first() is not None


def title(connection: Connection, id: str) -> str:
    """What the revision with an id is called."""
    return str(connection.execute(select(revisions.c.title).where(revisions.c.id == id)).scalar_one())


def _backwards(connection: Connection, blog: str, desk: str) -> Iterator[tuple[str, str, str]]:
    """What a desk did to a blog, the latest first; nothing that it had done elsewhere, before the blog came in."""
    c = revisions.c
    own = select(c.id, c.act, c.target).where(c.blog == blog, c.desk == desk).order_by(c.sequence.desc())
    with connection.execute(own) as rows:
        for id, act, target in rows:
            yield id, act, target
            if act == Act.ADOPT:
                return


def find(connection: Connection, id: str) -> Revision:
    """The revision with an id. Raises UnknownError if there is none."""
    row = connection.execute(select(revisions).where(revisions.c.id == id)).first()
    if row is None:
        raise UnknownError("There is no such revision in the log of this store.")
    return with_changes(connection, row)


def with_changes(connection: Connection, row: AnyRow) -> Revision:
    """A row of `revisions` as a value, with what it changed; without what was erased for ever."""
    revision = to_revision(row)  # first, so that nothing is followed that is not as it was written
    told = connection.execute(_CHANGES_OF, {"first": first_change(connection, row), "last": row.last})
    is_all = row.act in (Act.ERASE, Act.ADOPT)
    is_there = (each for each in told if is_all or each[2] is not None or each[3] is not None)
    read = map(checked_change, is_there)
    return replace(revision, changes=_sum_of(read) if row.act == Act.ADOPT else tuple(read))


def first_change(connection: Connection, row: AnyRow) -> int:
    """The number of the first change that a row of `revisions` stands for: an adoption is about a whole history."""
    c = revisions.c
    target = connection.scalar(select(c.first).where(c.id == row.target)) if row.act == Act.ADOPT else None
    return int(row.first if target is None else target)


def _sum_of(told: Iterable[Change]) -> tuple[Change, ...]:
    """The additions that a history comes to."""
    try:
        return additions(played(told))
    except ValueError as error:
        raise DamageError(_DAMAGED) from error


def to_revision(row: AnyRow) -> Revision:
    """A row of `revisions` as a value, without what it changed. Raises DamageError if it is not as it was written."""
    if digest_of(getattr(row, name) for name in SAID) != row.digest and not row.erased:
        raise DamageError(_DAMAGED)
    try:
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
    except (ValueError, TypeError) as error:
        raise DamageError(_DAMAGED) from error


def with_change(row: AnyRow) -> Revision:
    """A row of `revisions` and CHANGE_COLUMNS as a revision that does this one change."""
    return replace(to_revision(row), changes=(checked_change(row[-len(CHANGE_COLUMNS) :]),))


def since(connection: Connection, sequence: int) -> list[Revision]:
    """All revisions after a place in the log, in order, with what they changed; a history that came in, as one."""
    rows = connection.execute(
        select(revisions).where(revisions.c.sequence > sequence).order_by(revisions.c.sequence)
    ).all()
    places = {row.id: place for place, row in enumerate(rows)}
    brought = {
        each for place, row in enumerate(rows) if row.act == Act.ADOPT and row.target in places
        for each in range(places[row.target], place)
    }
    return [with_changes(connection, row) for place, row in enumerate(rows) if place not in brought]


def end(connection: Connection) -> int:
    """The place of the latest revision; 0 in an empty log."""
    last = select(revisions.c.sequence).order_by(revisions.c.sequence.desc()).limit(1)
    return connection.execute(last).scalar() or 0
