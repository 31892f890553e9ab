"""Cut, copy and paste of a body."""

from PySide6.QtCore import QMimeData

from newsdesk.desk.pasting import from_clipboard, to_clipboard
from newsdesk.domain.html import read_html, to_html
from newsdesk.domain.markup import Body

OURS = "application/x-newsdesk-body"  # canonical HTML: nothing is lost from one Newsdesk to another


def copied(body: Body) -> QMimeData:
    mime = QMimeData()
    html, text = to_clipboard(body)
    mime.setText(text)
    mime.setHtml(html)
    mime.setData(OURS, to_html(body).encode("utf-8"))
    return mime


def body_of(mime: QMimeData) -> Body:
    """What is pasted, with the formatting that a body can have."""
    if mime.hasFormat(OURS):
        return read_html(bytes(mime.data(OURS).data()).decode("utf-8", "replace"))
    return from_clipboard(mime.html(), mime.text())
