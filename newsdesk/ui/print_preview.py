"""The pages of a blog in a window, from which they are printed."""

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from newsdesk.ui.paper import Sheet, document
from newsdesk.ui.paper_pages import print_pages
from newsdesk.ui.words import tr


def preview(sheet: Sheet, parent: QWidget | None = None) -> QPrintPreviewDialog:
    """A window with the pages, from which they are printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(sheet.title)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Print"))
    dialog.paintRequested.connect(lambda device: print_sheet(sheet, device))
    dialog.resize(960, 720)
    dialog.printer_of_it = printer  # type: ignore[attr-defined]  # it lives as long as its preview
    return dialog


def print_sheet(sheet: Sheet, printer: QPrinter) -> None:
    """The pages have margins of their own."""
    printer.setFullPage(True)
    print_pages(document(sheet), printer)
