"""What the clipboard holds, as a body, and a body as the clipboard holds it."""

from newsdesk.domain.html import to_html
from newsdesk.domain.markup import Body, paragraphs
from newsdesk.domain.text import clean


def plain_body(text: str) -> Body:
    """Plain text: each line is a paragraph, blank lines only part them."""
    return paragraphs(*(line for line in clean(text).split("\n") if line.strip()))


def to_clipboard(body: Body) -> tuple[str, str]:
    """The HTML and the plain text that other programs get."""
    return to_html(body), "\n\n".join(block.text for block in body)
