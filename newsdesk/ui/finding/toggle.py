"""What both ways of finding ask: the words, and how exactly they are meant."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.domain.finding import Wanted
from newsdesk.ui import look
from newsdesk.ui.check import Check
from newsdesk.ui.words import tr


class Exactness(QWidget):
    """Match case, whole words."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.case, self.words = Check(tr("Match case")), Check(tr("Whole words"))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2 * look.GRID)
        for box in (self.case, self.words):
            box.toggled.connect(lambda _: self.changed.emit())
            across.addWidget(box)
        across.addStretch()

    def wanted(self, words: str) -> Wanted:
        return Wanted(words, self.case.isChecked(), self.words.isChecked())
