"""Images, kept once however often they are used, under the hash of their bytes."""

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from newsdesk.errors import DamageError
from newsdesk.store.tables import attachments

PREFIX = "attachment:"  # how a body names an image of the store; its hash follows


@dataclass(frozen=True, slots=True)
class Attachment:
    """An image as it was given, byte by byte."""

    media_type: str
    content: bytes


def attach(connection: Connection, content: bytes, media_type: str) -> str:
    """Keep an image; returns what a body calls it. The same bytes are kept once."""
    name = sha256(content).hexdigest()
    if connection.execute(select(attachments.c.number).where(attachments.c.hash == name)).first() is None:
        connection.execute(insert(attachments), {"hash": name, "media_type": media_type, "bytes": content})
    return PREFIX + name


def attachment(connection: Connection, url: str) -> Attachment | None:
    """The image that a body calls so, or whose hash this is; None if there is none.

    Raises DamageError if its bytes are not those it is named after.
    """
    name = url.removeprefix(PREFIX)
    c = attachments.c
    row = connection.execute(select(c.media_type, c.bytes).where(c.hash == name)).first()
    if row is None:
        return None
    if sha256(row.bytes).hexdigest() != name:
        raise DamageError(
            f"The image {name[:12]} in the store is damaged and was not opened as if it were whole. "
            "Nothing was changed. Run “newsdesk check” to see what is affected, and restore a backup."
        )
    return Attachment(row.media_type, row.bytes)
