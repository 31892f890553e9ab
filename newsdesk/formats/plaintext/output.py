"""The live-blog text of an edition, as the list of outputs wants it."""

from newsdesk.formats.edition import Edition
from newsdesk.formats.plaintext import leftout
from newsdesk.formats.plaintext.writer import write


def text(edition: Edition) -> bytes:
    return write(edition.blog, edition.entries, zones=edition.options.zones).data


def left_out(edition: Edition) -> tuple[str, ...]:
    """What the format cannot say of this edition."""
    return tuple(notice.message for notice in leftout.left_out(edition.blog, edition.entries))
