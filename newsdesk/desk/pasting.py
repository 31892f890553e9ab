"""What the clipboard holds, as a body, and a body as the clipboard holds it."""

from newsdesk.domain.html import to_html
from newsdesk.domain.markup import Body


def from_clipboard(html: str, text: str) -> Body:
    """What another program put there, with the formatting that a body can have."""
    from newsdesk.formats.foreign_html import read_foreign, read_plain  # nh3 is read at the first paste

    return read_foreign(html, text) if html else read_plain(text)


def plain_from_clipboard(text: str) -> Body:
    """The words alone."""
    from newsdesk.formats.foreign_html import read_plain

    return read_plain(text)


def to_clipboard(body: Body) -> tuple[str, str]:
    """The HTML and the plain text that other programs get."""
    return to_html(body), "\n\n".join(block.text for block in body)


def from_embed_code(code: str) -> tuple[str, str]:
    """The address and the readable text in the code that a site offers for embedding."""
    from newsdesk.formats.embed_code import read_embed_code

    return read_embed_code(code)
