"""A page in the window that loads nothing and opens nothing: it shows what it is given."""

import re
from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QImage, QPalette
from PySide6.QtWidgets import QFrame, QTextBrowser

from newsdesk.ui import look
from newsdesk.ui.controls import ThinScrollBar

PREFIX = "entry-"  # of an anchor; the entry's id follows
_SIZES = re.compile(r'(<img src="[^"]*") width="\d+" height="\d+"')  # on paper; here there is less room
_REM = re.compile(r"([\d.]+)rem")
_FAMILIES = re.compile(r"font-family: ([^;}]+)")


class Look(Protocol):
    """A page's ground, and rules for what stands on it, with sizes in `rem`."""

    @property
    def paper(self) -> str: ...
    @property
    def css(self) -> str: ...


class ClosedBrowser(QTextBrowser):
    """Texts can name any file or address as a picture; only those that it is given are there."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.pictures: dict[str, bytes] = {}
        self._again: Callable[[], object] = lambda: None
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(look.text())
        self.document().setDocumentMargin(3 * look.GRID)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_page(
        self, html: str, pictures: Mapping[str, bytes], *, is_rtl: bool = False, looks: tuple[Look, Look] | None = None
    ) -> None:
        """A page, from its top; in its own look by day and by night, or in the window's."""
        self.pictures = dict(pictures)
        self.dress(looks and looks[look.is_dark(self.palette())])
        self.setLineWrapMode(QTextBrowser.LineWrapMode.WidgetWidth)
        option = self.document().defaultTextOption()
        turned = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(turned)
        self.document().setDefaultTextOption(option)
        self.setHtml(_SIZES.sub(r"\1", html))
        self._again = lambda: self.show_page(html, pictures, is_rtl=is_rtl, looks=looks)

    def show_text(self, text: str, font: QFont) -> None:
        """Plain words, from their top."""
        self._again = lambda: None
        self.dress()
        self.setFont(font)
        self.setPlainText(text)

    def dress(self, own: Look | None = None) -> None:
        """From now on use the palette's colours, or a look that is given."""
        ground = QPalette(self.palette())
        if own and QColor.isValidColorName(own.paper):
            ground.setColor(QPalette.ColorRole.Base, QColor(own.paper))
        self.viewport().setPalette(ground)
        self.document().setDefaultStyleSheet(style_of(self.palette()) + (_fitted(own.css) if own else ""))

    def dress_again(self) -> None:
        """Show the same in other colours or another size."""
        top = self.verticalScrollBar().value()
        self._again()
        self.verticalScrollBar().setValue(top)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_again"):
            QTimer.singleShot(0, self, self.dress_again)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        address = name.toString() if isinstance(name, QUrl) else name
        image = QImage.fromData(self.pictures.get(address, b""))
        room = max(120, self.viewport().width() - 8 * look.GRID)
        too_wide = image.width() > room
        return image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation) if too_wide else image


def _fitted(css: str) -> str:
    """In the size in which this window reads, and in letters that this machine has."""
    usual = QFontInfo(look.text()).pixelSize()
    css = _REM.sub(lambda size: f"{round(float(size[1]) * usual)}px", css)
    return _FAMILIES.sub(lambda match: f"font-family: {_first_known(match[1])}", css)


def _first_known(families: str) -> str:
    known, generic = set(QFontDatabase.families()), {"serif", "sans-serif", "monospace"}
    names = [family.strip(" \"'") for family in families.split(",")]
    found = next((name for name in names if name in known or name in generic), look.text().family())
    return f'"{found}"'


def style_of(palette: QPalette) -> str:
    c = look.colours(palette)
    ink, dim, accent, ground = (colour.name() for colour in (c.ink, c.dim, c.accent, c.side))
    return f"""
body, td {{ color: {ink}; }}
h1 {{ font-size: x-large; margin-top: 0; margin-bottom: 12px; }}
h2 {{ font-size: large; margin-top: 0; margin-bottom: 4px; }}
h3 {{ font-size: medium; margin-top: 12px; margin-bottom: 4px; }}
p {{ margin-top: 0; margin-bottom: 8px; }}
ul, ol {{ margin-top: 0; margin-bottom: 8px; }}
blockquote {{ font-style: italic; margin-top: 0; margin-bottom: 8px; margin-left: 16px; margin-right: 16px; }}
a {{ color: {accent}; }}
.time {{ color: {dim}; font-size: small; margin-top: 24px; margin-bottom: 2px; }}
.time a {{ color: {dim}; text-decoration: none; }}
.quiet, .withdrawn, cite {{ color: {dim}; }}
.notice {{ background-color: {ground}; margin-top: 4px; margin-bottom: 8px; }}
"""
