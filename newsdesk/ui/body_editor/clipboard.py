"""Cut, copy and paste of a body."""

from dataclasses import replace

from PySide6.QtCore import QMimeData

from newsdesk.desk.pasting import from_clipboard, to_clipboard
from newsdesk.domain.html import read_html, to_html
from newsdesk.domain.links import is_link
from newsdesk.domain.markup import Block, Body, Kind, normal

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
        return _safe(read_html(bytes(mime.data(OURS).data()).decode("utf-8", "replace")))
    return from_clipboard(mime.html(), mime.text())


def _safe(body: Body) -> Body:
    """The name of our kind is no proof: any program can write it."""
    return normal(_safe_block(block) for block in body)


def _safe_block(block: Block) -> Block:
    spans = tuple(span if is_link(span.link) else replace(span, link="") for span in block.spans)
    is_known = block.url.startswith("attachment:") if block.kind is Kind.IMAGE else is_link(block.url)
    if block.url and not is_known:
        return Block(spans=spans)
    return replace(block, spans=spans)
