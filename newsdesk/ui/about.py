"""The sheet that says what Newsdesk is, which one this is, and where the work is kept."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

import newsdesk
from newsdesk.ui import icons, look
from newsdesk.ui.controls import TextButton
from newsdesk.ui.fields import note
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.words import tr

_WIDTH, _HEIGHT = 460, 380
_ICON = 56


class AboutSheet(Overlay):
    """It only tells, and leads to the folder."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("About Newsdesk"), _WIDTH, _HEIGHT)
        self._store = ""
        name = QLabel(tr("Newsdesk"))
        name.setFont(look.title())
        self.version = note(tr("Version {0}").format(newsdesk.__version__))
        self.kept = note("")
        self.kept.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder = TextButton(tr("Show the folder"))
        self.folder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.folder.clicked.connect(lambda _=False: self._open_folder())
        what = note(tr("Live blogs, written and kept on this machine. It needs no network."))
        middle = QVBoxLayout()
        middle.setContentsMargins(*(4 * (3 * look.GRID,)))
        middle.setSpacing(look.GRID)
        for widget in (_Icon(), name, self.version, what, self.kept, note(tr("Free software, under the MIT License."))):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            middle.addWidget(widget)
        middle.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch()
        self.column.addWidget(SheetHeader(tr("About Newsdesk"), self.close_sheet))
        self.column.addLayout(middle, 1)

    def ask(self, store: str) -> None:
        """Open it; `store` is the file of the work, if it is a file."""
        self._store = store
        self.kept.setText(tr("All your blogs are in this file:\n{0}").format(store) if store else "")
        for widget in (self.kept, self.folder):
            widget.setVisible(bool(store))
        self.open(self.folder if store else self)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._store).parent)))


class _Icon(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_ICON + look.GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.draw(painter, "newsdesk", icons.centred(self.rect(), _ICON), look.colours(self.palette()).accent)
