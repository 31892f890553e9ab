"""The pages of a blog in a window, from which they are printed. They are set and printed while the window answers."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QLocale, QMarginsF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.errors import NewsdeskError
from newsdesk.ui import look
from newsdesk.ui.controls import Ground, IconButton, Line, PaneHeader, TextButton
from newsdesk.ui.messages import announce
from newsdesk.ui.pages_view import PagesView
from newsdesk.ui.paper import DOTS, Sheet, documents, pictures
from newsdesk.ui.paper_pages import print_pages
from newsdesk.ui.paper_work import PaperWork
from newsdesk.ui.words import tr

_PIXELS = 96  # to the inch, on a screen
_FRAME = 40  # of a window, above and below


class PrintPreview(QDialog):
    """Shows the pages as they are set; Page Up and Page Down turn them, Ctrl+P prints them, Esc leaves at any time."""

    def __init__(self, sheet: Sheet, left_out: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print"))
        self._sheet, self._left_out = sheet, left_out
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(sheet.title.replace("/", " "))  # a print to a file takes its name from it
        paper = _whole(self.printer.pageLayout())
        self.pages = PagesView(paper.fullRect(QPageLayout.Unit.Inch).size() * _PIXELS, tr("Pages"))
        self._setting = PaperWork(lambda: pictures(sheet, paper), self)
        self._printing: PaperWork | None = None
        self._refusal = ""  # why the last attempt printed nothing
        self._is_set = False
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
        self.resize(QSize(960, 760).boundedTo(self.screen().availableSize() - QSize(0, _FRAME)))
        self.printing.setFocus()
        self._say()
        self._setting.start()

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
        self.smaller.clicked.connect(lambda: self.pages.enlarge(1 / 1.25))
        self.larger.clicked.connect(lambda: self.pages.enlarge(1.25))
        self.whole.clicked.connect(lambda _: self.pages.fit_page())
        self.across.clicked.connect(lambda _: self.pages.fit_width())
        self.printing.clicked.connect(self.print_it)
        self.pages.changed.connect(self._say)
        self._setting.made.connect(lambda picture: self.pages.add(picture, DOTS / _PIXELS))
        self._setting.ended.connect(self._end_setting)

    def print_it(self) -> None:
        """Ask for the printer, and print."""
        asked = QPrintDialog(self.printer, self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.finished.connect(lambda answer: self._print() if answer else None)
        QDialog.open(asked)  # the print dialog's own takes a slot by its name

    def _print(self) -> None:
        self._printing = PaperWork(lambda: print_sheet(self._sheet, self.printer), self)
        self._printing.made.connect(lambda page: self.header.subtitle.set_text(_told(tr("Printing… page {0}"), page)))
        self._printing.ended.connect(self.accept)
        self._printing.failed.connect(self._refuse)
        self.printing.setEnabled(False)
        self._refusal = ""
        self._printing.start()

    def _refuse(self, error: NewsdeskError) -> None:
        self._printing, self._refusal = None, error.sentence
        self._say()
        announce(self, error.sentence)
        self.printing.setEnabled(True)

    def _end_setting(self) -> None:
        self._is_set = True
        self._say()

    def _turn(self, step: int) -> None:
        self.pages.go_to(self.pages.current + step)

    def _say(self) -> None:
        """Which page it is, of how many, and how large; what stays out is said above."""
        page, count = self.pages.current, self.pages.count
        self.place.set_text(_told(tr("Page {0} of {1}"), page, count) if count else "")
        self.size_said.set_text(_told(tr("{0}%"), round(self.pages.zoom * 100)) if count else "")
        if self._is_set:
            pages = tr("1 page") if count == 1 else _told(tr("{0} pages"), count)
        else:
            pages = _told(tr("Setting the pages… {0}"), count)
        if self._printing is None:
            self.header.subtitle.set_text(self._refusal or " · ".join(filter(None, (pages, self._left_out))))
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < count)

    def _dress(self) -> None:
        """The table that the pages lie on has the window's colours."""
        self.pages.setBackgroundBrush(look.colours(self.palette()).side)

    def done(self, result: int) -> None:
        """Nothing goes on in a window that is closed. What was sent to a printer already is printed."""
        for work in filter(None, (self._setting, self._printing)):
            work.stop()
        super().done(result)

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


def _told(sentence: str, *numbers: int) -> str:
    return sentence.format(*map(QLocale().toString, numbers))


def _whole(layout: QPageLayout) -> QPageLayout:
    """The same paper to its edges: the pages have margins of their own."""
    return QPageLayout(layout.pageSize(), layout.orientation(), QMarginsF(0, 0, 0, 0))


def print_sheet(sheet: Sheet, printer: QPrinter) -> Iterator[int]:
    """Tells the number of each page that is printed."""
    printer.setFullPage(True)
    yield from print_pages(documents(sheet), printer)
