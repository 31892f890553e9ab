"""The pages of a blog in a window, from which they are printed."""

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QFrame, QGraphicsView, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.ui import look
from newsdesk.ui.controls import Ground, IconButton, Line, PaneHeader, TextButton, ThinScrollBar
from newsdesk.ui.paper import Sheet, documents
from newsdesk.ui.paper_pages import print_pages
from newsdesk.ui.words import tr


class PrintPreview(QDialog):
    """Shows the pages; Page Up and Page Down turn them, Ctrl+P prints them, Esc leaves."""

    def __init__(self, sheet: Sheet, left_out: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print"))
        self._sheet, self._left_out = sheet, left_out
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(sheet.title.replace("/", " "))  # a print to a file takes its name from it
        self.pages = _pages(self.printer)
        self.pages.paintRequested.connect(lambda device: print_sheet(sheet, device))
        self.pages.previewChanged.connect(self._say)
        self.header = PaneHeader("page")
        self.header.title.set_text(sheet.title)
        self.before, self.after = IconButton("chevron-up", tr("Page before")), IconButton("chevron", tr("Next page"))
        self.smaller, self.larger = IconButton("minus", tr("Smaller")), IconButton("plus", tr("Larger"))
        self.whole, self.across = TextButton(tr("Whole page")), TextButton(tr("Page width"))
        self.printing = TextButton(tr("Print…"), is_main=True)
        self._by_key = {Qt.Key.Key_PageUp: self.before, Qt.Key.Key_PageDown: self.after}
        self._by_command = {
            Qt.Key.Key_P: self.printing, Qt.Key.Key_Plus: self.larger, Qt.Key.Key_Equal: self.larger,
            Qt.Key.Key_Minus: self.smaller, Qt.Key.Key_0: self.whole,
        }  # fmt: skip
        self.place, self.size_said = Line(" "), Line(" ", is_dim=True)
        self._lay_out()
        self._connect()
        self._dress()
        self.resize(960, 760)
        self.printing.setFocus()

    def _lay_out(self) -> None:
        foot = Ground("page", line="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(look.GRID, look.GRID, 2 * look.GRID, look.GRID)
        row.setSpacing(0)
        for widget in (self.before, self.after, self.place):
            row.addWidget(widget)
        row.addSpacing(2 * look.GRID)
        for widget in (self.smaller, self.larger, self.size_said):
            row.addWidget(widget)
        row.addSpacing(look.GRID)
        row.addWidget(self.whole)
        row.addWidget(self.across)
        row.addStretch(1)
        row.addWidget(self.printing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.smaller.clicked.connect(lambda: self.pages.zoomOut(1.25))
        self.larger.clicked.connect(lambda: self.pages.zoomIn(1.25))
        self.whole.clicked.connect(lambda _: self.pages.fitInView())
        self.across.clicked.connect(lambda _: self.pages.fitToWidth())
        for button in (self.smaller, self.larger, self.whole, self.across):
            button.clicked.connect(self._say)
        self.printing.clicked.connect(self.print_it)

    def print_it(self) -> None:
        """Ask for the printer, and print."""
        asked = QPrintDialog(self.printer, self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.finished.connect(lambda answer: self._print() if answer else None)
        QDialog.open(asked)  # the print dialog's own takes a slot by its name

    def _print(self) -> None:
        print_sheet(self._sheet, self.printer)
        self.accept()

    def _turn(self, step: int) -> None:
        self.pages.setCurrentPage(min(max(1, self.pages.currentPage() + step), self.pages.pageCount()))
        self._say()

    def _say(self) -> None:
        """Which page it is, of how many, and how large; what stays out is said above."""
        page, count, number = self.pages.currentPage(), self.pages.pageCount(), QLocale().toString
        self.place.set_text(tr("Page {0} of {1}").format(number(page), number(count)))
        self.size_said.set_text(tr("{0}%").format(number(round(self.pages.zoomFactor() * 100))))
        pages = tr("1 page") if count == 1 else tr("{0} pages").format(number(count))
        self.header.subtitle.set_text(" · ".join(filter(None, (pages, self._left_out))))
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < count)

    def _dress(self) -> None:
        """The table that the pages lie on has the window's colours."""
        for view in self.pages.findChildren(QGraphicsView):
            view.viewport().setPalette(QPalette(Qt.GlobalColor.white))  # what has no colour is black on paper
            view.setBackgroundBrush(look.colours(self.palette()).side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_command = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if button := (self._by_command if is_command else self._by_key).get(key):
            button.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "pages"):
            self._dress()


def _pages(printer: QPrinter) -> QPrintPreviewWidget:
    pages = QPrintPreviewWidget(printer)
    pages.setAccessibleName(tr("Pages"))
    for view in pages.findChildren(QGraphicsView):
        view.setAccessibleName(tr("Pages"))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, view))
        view.setHorizontalScrollBar(ThinScrollBar(Qt.Orientation.Horizontal, view))
    return pages


def print_sheet(sheet: Sheet, printer: QPrinter) -> None:
    """The pages have margins of their own."""
    printer.setFullPage(True)
    print_pages(documents(sheet), printer)
