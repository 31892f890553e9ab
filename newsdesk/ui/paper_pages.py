"""A text on pages: margins, a number at the foot, and no heading that stands alone at a page's end."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

_MARGIN = 2.0 / 2.54  # inches
_DOTS_OF_FORMATS = 96  # to the inch; the layout turns them into the device's own
_INSIDE = 0.9  # of a margin: where text may begin to be drawn
_MOST_PAGES = 300  # of a text that is looked after: each heading that moves lays out all that follows
_INK = QPalette(Qt.GlobalColor.white)  # paper is white, whatever the window looks like


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
        part_at_page_ends(document)
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
    context.palette = _INK
    context.clip = view.adjusted(0, margin * _INSIDE, 0, -margin * _INSIDE)
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


def part_at_page_ends(document: QTextDocument) -> None:
    """Part a paragraph where its page ends.

    Of a paragraph that goes on from another page Qt also writes the line before, unseen outside the page;
    a reader that takes the words out of the file would find it twice.
    """
    block = document.begin()
    while block.isValid():
        layout = block.layout()
        pages = [_page_at(document, layout.position().y() + layout.lineAt(n).y()) for n in range(layout.lineCount())]
        cut = next((n for n in range(1, len(pages)) if pages[n] != pages[n - 1]), None)
        if cut is not None:
            _part(block, layout.lineAt(cut).textStart())
        block = block.next()


def _part(block: QTextBlock, at: int) -> None:
    """Part a paragraph so that nobody sees it: no room between, no second bullet."""
    form = block.blockFormat()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + at)
    after = QTextBlockFormat(form)
    after.setTopMargin(0)
    if bullets := block.textList():
        after.setIndent(bullets.format().indent())
    after.clearProperty(QTextFormat.Property.ObjectIndex)
    after.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_Auto)
    cursor.insertBlock(after)
    form.setBottomMargin(0)
    QTextCursor(block).setBlockFormat(form)


def _is_heading(block: QTextBlock) -> bool:
    """A headline, a subhead, or a time that an entry starts with."""
    return block.blockFormat().headingLevel() > 0 or bool(block.begin().fragment().charFormat().anchorNames())


def _page(document: QTextDocument, block: QTextBlock) -> int:
    layout = block.layout()
    top = document.documentLayout().blockBoundingRect(block).top()
    if layout.lineCount():
        top = layout.position().y() + layout.lineAt(0).y()
    return _page_at(document, top)


def _page_at(document: QTextDocument, height: float) -> int:
    return int(height // document.pageSize().height())


def _break_before(block: QTextBlock) -> None:
    form = block.blockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(form)
