"""A sheet in which a blog from the archive or the trash is read; one button brings it back to the desk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.desk.shelf_reading import Shelved
from newsdesk.domain.blog import Shelf
from newsdesk.ui import look
from newsdesk.ui.controls import Ground, TextButton
from newsdesk.ui.fields import note
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.preview.page import PreviewPage
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.words import entries, tr

_WIDTH, _HEIGHT = 720, 640


class ReadingSheet(Overlay):
    """Nothing can be changed in it. `restore_wanted` says what was being read."""

    restore_wanted = Signal(object)  # Shelved

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("A blog that is not on the desk"), _WIDTH, _HEIGHT)
        self._shown: Shelved | None = None
        self.header = SheetHeader("", self.close_sheet)
        self.page = PreviewPage()
        self.page.setAccessibleName(tr("Entries"))
        self.said = note("")
        self.button = TextButton(tr("Restore and open"), is_main=True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(lambda _=False: self._restore())
        foot = Ground("", line="top")
        across = QHBoxLayout(foot)
        across.setContentsMargins(3 * look.GRID, look.GRID, 2 * look.GRID, look.GRID)
        across.addWidget(self.said, 1)
        across.addWidget(self.button)
        self.column.addWidget(self.header)
        self.column.addWidget(self.page, 1)
        self.column.addWidget(foot)

    def show_shelved(self, shelved: Shelved) -> None:
        """Open it at the entry that is looked at."""
        self._shown = shelved
        blog = shelved.blog
        where = tr("In the archive") if blog.shelf is Shelf.ARCHIVE else tr("In the trash")
        name = blog.headline or tr("Untitled blog")
        self.setAccessibleName(f"{name}, {where}")
        self.header.set_title(name)
        self.said.setText(f"{where} · {entries(shelved.count)}")
        self.page.show_stretch(shelved.around)
        self.open(self.button)
        if shelved.entry is not None:
            self.page.light(shelved.entry.id)

    def _restore(self) -> None:
        if self._shown is not None:
            self.leave()
            self.restore_wanted.emit(self._shown)
