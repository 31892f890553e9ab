"""What stands above and below the entries of the preview: the head of the blog, and how many entries are not shown."""

from html import escape

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from newsdesk.desk.reading_page import Head, Stretch
from newsdesk.ui import look
from newsdesk.ui.words import entries, tr

_INDENT = look.GRID + 2  # as the cells of the table have it


def put_around(document: QTextDocument, table: QTextTable | None, head: Head, stretch: Stretch) -> None:
    """Put it there in the place of what stood there."""
    above = _note(tr("{0} above these, not shown here"), stretch.before)
    below = _note(tr("{0} below these, not shown here"), stretch.after)
    start = QTextCursor(document)
    if table is None:
        start.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    else:
        start.setPosition(table.firstPosition() - 1, QTextCursor.MoveMode.KeepAnchor)
        end = QTextCursor(document)
        end.setPosition(table.lastPosition() + 1)
        end.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        _put(end, below)
    _put(start, head.html + above)


def _note(words: str, count: int) -> str:
    return f'<p class="quiet">{escape(words.format(entries(count)))}</p>' if count else ""


def _put(cursor: QTextCursor, html: str) -> None:
    first = cursor.selectionStart()
    cursor.removeSelectedText()
    cursor.setBlockFormat(QTextBlockFormat())
    cursor.setBlockCharFormat(QTextCharFormat())
    cursor.insertHtml(html)
    block, end = cursor.document().findBlock(first), cursor.position()
    while block.isValid() and block.position() <= end:
        shape = QTextBlockFormat()
        shape.setLeftMargin(block.blockFormat().leftMargin() + _INDENT)
        shape.setRightMargin(block.blockFormat().rightMargin() + _INDENT)
        if html and block.position() + block.length() > end:
            shape.setBottomMargin(2 * look.GRID)
        QTextCursor(block).mergeBlockFormat(shape)
        block = block.next()
