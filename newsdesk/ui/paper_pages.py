"""Texts on pages: margins, a number at the foot, and no heading that stands alone at a page's end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QPicture,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from newsdesk.errors import ExportError
from newsdesk.ui.words import tr

_MARGIN = 2.0 / 2.54  # inches
_DOTS_OF_FORMATS = 96  # to the inch; the layout turns them into the device's own
_INSIDE = 0.9  # of a margin: where text may begin to be drawn
_INK = QPalette(Qt.GlobalColor.white)  # paper is white, whatever the window looks like


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a text. Where one text ends and the next begins, two of them are on one page of paper."""

    number: int  # of the page of paper
    text: QTextDocument
    page: int


def print_pages(texts: Iterable[QTextDocument], device: QPagedPaintDevice) -> Iterator[int]:
    """Set one text after the other for this device and print them; tells the number of each page that is done.

    Raises ExportError where the device can't be opened.
    """
    painter = QPainter(device)
    if not painter.isActive():
        raise ExportError(tr("Nothing was printed: the printer or the file could not be opened. Choose another one."))
    try:
        for number, leaves in _pages(texts, device):
            if number > 1:
                device.newPage()
            _draw_page(painter, number, leaves)
            yield number
    finally:
        painter.end()


def picture_pages(texts: Iterable[QTextDocument], device: QPagedPaintDevice) -> Iterator[QPicture]:
    """The same pages to be looked at, in the dots of this device."""
    for number, leaves in _pages(texts, device):
        picture = QPicture()
        painter = QPainter(picture)
        _draw_page(painter, number, leaves)
        painter.end()
        yield picture


def _pages(texts: Iterable[QTextDocument], device: QPagedPaintDevice) -> Iterator[tuple[int, Iterator[Leaf]]]:
    """The pages of paper with their numbers, set for a device when their turn comes."""
    return groupby(_leaves(texts, device), lambda leaf: leaf.number)


def _leaves(texts: Iterable[QTextDocument], device: QPagedPaintDevice) -> Iterator[Leaf]:
    first, before = 1, None
    for text in texts:
        _lay_out(text, device, before)
        count = text.pageCount()
        for page in range(count):
            yield Leaf(first + page, text, page)
        first += count - 1
        before = text


def _lay_out(text: QTextDocument, device: QPagedPaintDevice, before: QTextDocument | None) -> None:
    text.documentLayout().setPaintDevice(device)
    frame = text.rootFrame().frameFormat()
    frame.setMargin(_MARGIN * _DOTS_OF_FORMATS)
    text.rootFrame().setFrameFormat(frame)
    if before:
        _begin_below(text, before)
    text.setPageSize(QSizeF(device.width(), device.height()))
    text.documentLayout().documentSize()  # lays out all of it: Qt loses lines where a text is changed before
    keep_headings(text)
    part_at_page_ends(text)


def _begin_below(text: QTextDocument, before: QTextDocument) -> None:
    """Leave out what is full already of the page that the text begins on."""
    last, dots = before.lastBlock(), before.documentLayout().paintDevice().logicalDpiY()
    end = _line_end(last) % before.pageSize().height() / dots
    cursor = QTextCursor(text)
    cursor.insertBlock(cursor.blockFormat())
    full = QTextBlockFormat()
    full.setLineHeight((end - _MARGIN) * _DOTS_OF_FORMATS, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    full.setBottomMargin(last.blockFormat().bottomMargin())
    QTextCursor(text.firstBlock()).setBlockFormat(full)


def _draw_page(painter: QPainter, number: int, leaves: Iterable[Leaf]) -> None:
    """What is on a page of paper, and its number at the foot."""
    leaf = None
    for leaf in leaves:
        _draw(painter, leaf)
    if leaf is None:
        return
    size, device = leaf.text.pageSize(), leaf.text.documentLayout().paintDevice()
    margin = _MARGIN * device.logicalDpiY()
    font = leaf.text.defaultFont()
    font.setPixelSize(round(font.pointSizeF() / 72 * device.logicalDpiY()))  # a picture knows nothing of the device
    painter.setFont(font)
    foot = QRectF(margin, size.height() - margin, size.width() - 2 * margin, margin * 0.8)
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(number))


def _draw(painter: QPainter, leaf: Leaf) -> None:
    layout, size = leaf.text.documentLayout(), leaf.text.pageSize()
    view = QRectF(0, leaf.page * size.height(), size.width(), size.height())
    margin = _INSIDE * _MARGIN * layout.paintDevice().logicalDpiY()
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = _INK
    context.clip = view.adjusted(0, margin, 0, -margin)
    painter.save()
    painter.translate(0, -view.top())
    painter.setClipRect(view)
    layout.draw(painter, context)
    painter.restore()


def keep_headings(document: QTextDocument) -> None:
    """Move a time and its headline to the next page where the words they belong to start there.

    An entry may be a headline alone: it is not bound to the next one.
    """
    block, first = document.begin(), QTextBlock()
    while block.isValid():
        if not _is_heading(block):
            first = QTextBlock()
        elif not first.isValid() or _is_time(block):
            first = block
        after = block.next()
        is_bound = first.isValid() and after.isValid() and not _is_time(after)
        if is_bound and _page(document, first) != _page(document, after):
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
    """A headline, a subhead, or the time that an entry starts with."""
    return block.blockFormat().headingLevel() > 0 or _is_time(block)


def _is_time(block: QTextBlock) -> bool:
    return bool(block.begin().fragment().charFormat().anchorNames())


def _page(document: QTextDocument, block: QTextBlock) -> int:
    layout = block.layout()
    top = document.documentLayout().blockBoundingRect(block).top()
    if layout.lineCount():
        top = layout.position().y() + layout.lineAt(0).y()
    return _page_at(document, top)


def _line_end(block: QTextBlock) -> float:
    layout = block.layout()
    line = layout.lineAt(layout.lineCount() - 1)
    return layout.position().y() + line.y() + line.height()


def _page_at(document: QTextDocument, height: float) -> int:
    return int(height // document.pageSize().height())


def _break_before(block: QTextBlock) -> None:
    form = block.blockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(form)
