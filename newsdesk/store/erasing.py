"""Erasing for ever: words leave the store, and a tombstone in the log says so."""

from hashlib import blake2b

from sqlalchemy import Connection, select

from newsdesk.store.seals import to_json
from newsdesk.store.tables import changes, revisions


def digest_of_erased(connection: Connection) -> str | None:
    """What an erasure says of all rows of the log that were ever erased, as they stand now; None if there are none."""
    c, r = changes.c, revisions.c
    of_changes = select(c.number, c.digest, c.before, c.after).where(c.erased.is_not(None)).order_by(c.number)
    of_revisions = select(r.sequence, r.digest, r.title, r.author).where(r.erased.is_not(None)).order_by(r.sequence)
    hashed, is_any = blake2b(digest_size=16), False
    for question in (of_changes, of_revisions):
        for number, digest, *said in connection.execute(question):
            is_any = True
            hashed.update(to_json([number, digest.hex(), *said]).encode("utf-8", "surrogatepass"))
    return hashed.hexdigest() if is_any else None
