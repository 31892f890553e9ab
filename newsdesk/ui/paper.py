"""Setting a blog on paper: PDF whose bytes depend on nothing but the blog, in fonts of our own.

What these lack (other scripts than Latin, Greek, Cyrillic and Arabic) comes from the machine's fonts.

Works off the GUI thread, and with no window at all: a bare QGuiApplication is made if there is none.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Protocol

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF, Qt, QUrl, QUuid
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QPicture,
    QTextDocument,
    QTextOption,
)

from newsdesk.ui import resources
from newsdesk.ui.paper_pages import picture_pages, print_pages
from newsdesk.ui.pdf_file import dated, described, readable

DOTS = 1200  # an inch
_FAMILIES = ["Newsdesk Serif", "Newsdesk Naskh", "serif"]
_POINTS = 10.5
_SHARE = 20_000  # characters of HTML that are set in one go, about six pages


class Sheet(Protocol):
    """What is to be set: rich text, its pictures, and the facts that the file tells about itself."""

    @property
    def parts(self) -> Iterable[str]: ...
    @property
    def css(self) -> str: ...
    @property
    def pictures(self) -> Mapping[str, bytes]: ...
    @property
    def title(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def moment(self) -> datetime: ...
    @property
    def id(self) -> str: ...
    @property
    def is_rtl(self) -> bool: ...


def pdf(sheet: Sheet) -> bytes:
    """The PDF file: A4, page numbers, links that work inside and out."""
    _application()
    QHashSeed.setDeterministicGlobalSeed()  # Qt puts the fonts into the file in the order of a hash
    try:
        return dated(readable(_written(sheet)), sheet.moment)
    finally:
        QHashSeed.resetRandomGlobalSeed()


def _written(sheet: Sheet) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(_page())
    writer.setResolution(DOTS)
    writer.setTitle(sheet.title)
    writer.setAuthor(sheet.author)
    writer.setCreator("Newsdesk")
    writer.setDocumentXmpMetadata(described(sheet.title, sheet.author))
    writer.setDocumentId(QUuid("{" + sheet.id + "}"))
    for _ in print_pages(documents(sheet), writer):
        pass
    del writer  # ends the file
    return bytes(buffer.data().data())


def documents(sheet: Sheet) -> Iterator[QTextDocument]:
    """The text to be laid out, a share at a time: Qt can't lay out more than 600 pages in one go, nor be stopped."""
    share = ""
    for part in sheet.parts:
        share += part
        if len(share) >= _SHARE:
            yield document(sheet, share)
            share = ""
    if share:
        yield document(sheet, share)


def document(sheet: Sheet, html: str) -> QTextDocument:
    """It loads nothing that the sheet does not bring."""
    load_fonts()
    made = _Closed(sheet.pictures)
    font = QFont(_FAMILIES)
    font.setPointSizeF(_POINTS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # as the machine is set up, it hints or not
    font.setFeature(QFont.Tag("liga"), 0)  # copied and searched text has letters, not ligatures
    made.setDefaultFont(font)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if sheet.is_rtl else Qt.LayoutDirection.LeftToRight)
    made.setDefaultTextOption(option)
    made.setDefaultStyleSheet(sheet.css)
    made.setHtml(html)
    return made


def pictures(sheet: Sheet, layout: QPageLayout) -> Iterator[QPicture]:
    """The pages to be looked at, as they would be printed on this paper; `DOTS` of theirs are an inch."""
    nowhere = QBuffer()  # nothing is written: only the measures are wanted
    writer = QPdfWriter(nowhere)
    writer.setPageLayout(layout)
    writer.setResolution(DOTS)
    yield from picture_pages(documents(sheet), writer)


@cache
def load_fonts() -> None:
    """Ours, once for the program; a machine that cannot read them sets the text in its own."""
    for file in sorted((resources.folder() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _page() -> QPageLayout:
    """A4 without margins of its own: the pages leave them, and write their number there."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def _application() -> None:
    """Fonts need an application; a command line without a screen gets one that needs none."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _OWN.append(QGuiApplication(["newsdesk"]))


_OWN: list[QGuiApplication] = []  # kept alive until the program ends


class _Closed(QTextDocument):
    """Text can name any file or address as a picture; only those of the sheet are there."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        super().__init__()
        self._pictures = pictures

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        address = name.toString() if isinstance(name, QUrl) else name
        return QImage.fromData(self._pictures.get(address, b""))
