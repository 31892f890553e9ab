"""The live-blog text of an edition, as the list of outputs wants it."""

from newsdesk.formats.edition import Edition
from newsdesk.formats.plaintext.writer import write


def text(edition: Edition) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what it cannot say."""
    written = write(edition.blog, edition.entries, zones=edition.options.zones)
    return written.data, tuple(notice.message for notice in written.notices)
