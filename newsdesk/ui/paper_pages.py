"""A text on pages: margins, a number at the foot, and no heading that stands alone at a page's end."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPagedPaintDevice,
    QPainter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

_MARGIN = 2.0 / 2.54  # inches
_DOTS_OF_FORMATS = 96  # to the inch; the layout turns them into the device's own
_MOST_PAGES = 300  # of a text whose headings are looked after: each that moves lays out all that follows it


def print_pages(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Lay the text out for this device and print all of it."""
    painter = QPainter(device)
    size = QSizeF(device.width(), device.height())
    margin = _MARGIN * device.logicalDpiY()
    document.documentLayout().setPaintDevice(device)
    frame = document.rootFrame().frameFormat()
    frame.setMargin(_MARGIN * _DOTS_OF_FORMATS)
    document.rootFrame().setFrameFormat(frame)
    document.setPageSize(size)
    if document.pageCount() <= _MOST_PAGES:
        keep_headings(document)
    for page in range(document.pageCount()):
        if page:
            device.newPage()
        _print_page(document, painter, page, size, margin)
    painter.end()


def _print_page(document: QTextDocument, painter: QPainter, page: int, size: QSizeF, margin: float) -> None:
    painter.save()
    painter.translate(0, -page * size.height())
    view = QRectF(0, page * size.height(), size.width(), size.height())
    painter.setClipRect(view)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = view
    document.documentLayout().draw(painter, context)
    painter.restore()
    painter.setFont(document.defaultFont())
    foot = QRectF(margin, size.height() - margin, size.width() - 2 * margin, margin * 0.8)
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(page + 1))


def keep_headings(document: QTextDocument) -> None:
    """Move a time and its headline to the next page where the words they belong to start there."""
    block, first = document.begin(), QTextBlock()
    while block.isValid():
        if not _is_heading(block):
            first = QTextBlock()
        elif not first.isValid():
            first = block
        after = block.next()
        if first.isValid() and after.isValid() and _page(document, first) != _page(document, after):
            _break_before(first)
            first = QTextBlock()
        block = after


def _is_heading(block: QTextBlock) -> bool:
    """A headline, a subhead, or a time that an entry starts with."""
    return block.blockFormat().headingLevel() > 0 or bool(block.begin().fragment().charFormat().anchorNames())


def _page(document: QTextDocument, block: QTextBlock) -> int:
    layout = block.layout()
    top = document.documentLayout().blockBoundingRect(block).top()
    if layout.lineCount():
        top = layout.position().y() + layout.lineAt(0).y()
    return int(top // document.pageSize().height())


def _break_before(block: QTextBlock) -> None:
    form = block.blockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(form)
