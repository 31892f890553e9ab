"""The log by itself: nothing in it was changed, taken out, put in, moved or cut off.

What a check finds is named by its revision: number, title, time, author and desk.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from newsdesk.domain.revision import Act
from newsdesk.store import log
from newsdesk.store.database import Database
from newsdesk.store.erasing import digest_of_erased
from newsdesk.store.findings import Finding, readable
from newsdesk.store.rows import AnyRow
from newsdesk.store.tables import changes, desks, revisions

_PAGE = 500


@dataclass
class _Walk:
    """How far the walk along the log has come."""

    last_change: int = 0
    previous: AnyRow | None = None
    chains: dict[str, bytes] = field(default_factory=dict)  # the latest link of each desk
    counts: dict[str, int] = field(default_factory=dict)
    erasure: str | None = None  # what the latest revision that erased something says of all that is erased

    @property
    def sequence(self) -> int:
        return self.previous.sequence if self.previous else 0

    def step(self, row: AnyRow) -> None:
        self.previous, self.last_change = row, row.last
        self.chains[row.desk] = row.chain
        self.counts[row.desk] = self.counts.get(row.desk, 0) + 1
        if row.act == Act.ERASE and row.target:  # one that came in with a history says nothing of this store's rows
            self.erasure = row.target


def check_log(database: Database) -> Iterator[Finding]:
    """Every revision, every change, every link of every desk's chain, and where each chain ends."""
    walk = _Walk()
    is_more = True
    while is_more:
        with database.examining() as connection:
            wanted = select(revisions).where(revisions.c.sequence > walk.sequence).order_by(revisions.c.sequence)
            page = connection.execute(wanted.limit(_PAGE)).all()
            for row in page:
                yield from _check_place(row, walk)
                yield from _check_revision(connection, row, walk)
                walk.step(row)
            is_more = bool(page)
            if not is_more:  # the ends in one reading with the end of the log
                yield from _check_ends(connection, walk)


def _check_place(row: AnyRow, walk: _Walk) -> Iterator[Finding]:
    expected = walk.sequence + 1
    if row.sequence != expected:
        is_one = row.sequence == expected + 1
        missing = f"Revision {expected} is" if is_one else f"Revisions {expected} to {row.sequence - 1} are"
        before = name_of(walk.previous) if walk.previous else "the beginning"
        sentence = f"{missing} missing from the log, between {before} and {name_of(row)}."
        yield Finding("deleted", sentence, f"revision {expected}")
    elif row.first != walk.last_change + 1:
        yield _altered(row, "its changes do not follow those of the revision before it")


def _check_revision(connection: Connection, row: AnyRow, walk: _Walk) -> Iterator[Finding]:
    if log.digest_of(getattr(row, name) for name in log.SAID) != row.digest and not row.erased:
        yield _altered(row, "its title, time, author or place is not as it was written")
    digests: list[bytes] = []
    c = changes.c
    for change in connection.execute(select(changes).where(c.number.between(row.first, row.last)).order_by(c.number)):
        digests.append(change.digest)
        said = (change.what, change.id, change.before, change.after)
        if change.sequence != row.sequence or (log.digest_of(said) != change.digest and not change.erased):
            value = f"{readable(change.what)} {readable(change.id)}"
            yield _altered(row, f"what it did to the {value} is not as it was written")
    if len(digests) != row.last - row.first + 1:
        yield _altered(row, "some of its changes were taken out")
    if log.link(walk.chains.get(row.desk, log.START), row.digest, digests) != row.chain:
        yield Finding(
            "chain",
            f"{name_of(row)} does not follow from the revision before it of the same desk: "
            "one of the two was altered, or one was taken out, put in or moved here.",
            f"revision {row.sequence}",
        )
    if row.act in (Act.UNDO, Act.REDO, Act.ADOPT) and not _is_there(connection, row.target, row.sequence):
        yield Finding("reference", f"{name_of(row)} is about a revision that is not there.", f"revision {row.sequence}")


def _check_ends(connection: Connection, walk: _Walk) -> Iterator[Finding]:
    ends = {row.id: row for row in connection.execute(select(desks))}
    latest = name_of(walk.previous) if walk.previous else "nothing"
    for desk in sorted({*ends, *walk.chains}):
        has, should = walk.counts.get(desk, 0), ends[desk].revisions if desk in ends else 0
        if has < should:
            kept = f"{has} of {should} revisions are left"
            sentence = f"The log of the desk {readable(desk)} was cut: {kept}, and the log ends with {latest}."
            yield Finding("cut", sentence, f"desk {readable(desk)}")
        elif has > should or ends[desk].chain != walk.chains.get(desk):
            sentence = f"The log of the desk {readable(desk)} does not end as it was written; it ends with {latest}."
            yield Finding("chain", sentence, f"desk {readable(desk)}")
    stray = select(changes.c.number).where(changes.c.number > walk.last_change).order_by(changes.c.number).limit(1)
    if number := connection.scalar(stray):
        sentence = f"The log holds changes from number {number} on whose revision is missing; it ends with {latest}."
        yield Finding("cut", sentence, f"change {number}")
    if digest_of_erased(connection) != walk.erasure:
        sentence = "What is marked as erased for ever is not what the log says was erased."
        yield Finding("erasure", sentence, "erased")


def _altered(row: AnyRow, how: str) -> Finding:
    return Finding("altered", f"{name_of(row)} was altered: {how}.", f"revision {row.sequence}")


def name_of(row: AnyRow) -> str:
    """A revision as a person finds it again."""
    at = readable(row.at).replace("T", " ")[:16]
    author = f"{readable(row.author)}, " if row.author else ""
    return f"Revision {row.sequence} (“{readable(row.title)}”, {at} UTC, {author}desk {readable(row.desk)})"


def _is_there(connection: Connection, id: str, before: int) -> bool:
    wanted = select(revisions.c.sequence).where(revisions.c.id == id, revisions.c.sequence < before)
    return connection.execute(wanted).first() is not None
