"""The sheet: what will be gone, from where, and a word to type, since nothing brings it back."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.domain.entry import Entry
from newsdesk.ui import look
from newsdesk.ui.controls import Ground, Line, TextButton
from newsdesk.ui.fields import Field, note
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.words import tr

_WIDTH, _HEIGHT = 560, 480


class EraseSheet(Overlay):
    """`confirmed` gives the entry, and the backups that it is to leave too."""

    confirmed = Signal(object, object)  # Entry, a list of paths

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("Erase for ever"), _WIDTH, _HEIGHT, is_passing=False)
        self._entry: Entry | None = None
        self.backups: list[Path] = []
        self._name = Line(semibold=True)
        self._said = QLabel(
            tr(
                "Its words leave the blog, its history, the search and the pictures of this store. That it was done, "
                "when and by whom stays in the history. No undo brings the words back. The automatic backups are "
                "cleaned too; another copy that is not named here keeps them."
            )
        )
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.setFont(look.text())
        self._named = note("")
        self.add = TextButton(tr("Erase it from a backup too…"))
        self.word = Field(tr("Type {0} to confirm").format(self.confirmation), self.confirmation)
        self.button = TextButton(tr("Erase for ever"), is_main=True)
        self._lay_out()
        self.add.clicked.connect(lambda _=False: self._choose_backup())
        self.word.line.textChanged.connect(lambda _: self._weigh())
        self.word.line.returnPressed.connect(self._confirm)
        self.button.clicked.connect(lambda _=False: self._confirm())

    @property
    def confirmation(self) -> str:
        """The word that is to be typed."""
        return tr("ERASE")

    def _lay_out(self) -> None:
        for button in (self.add, self.button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        middle = QVBoxLayout()
        middle.setContentsMargins(3 * look.GRID, 2 * look.GRID, 3 * look.GRID, 2 * look.GRID)
        middle.setSpacing(2 * look.GRID)
        middle.addWidget(self._name)
        middle.addWidget(self._said)
        middle.addWidget(self._named)
        beside = QHBoxLayout()
        beside.setContentsMargins(-2 * look.GRID, 0, 0, 0)
        beside.addWidget(self.add)
        beside.addStretch()
        middle.addLayout(beside)
        middle.addWidget(note(tr("Type {0} to confirm").format(self.confirmation)))
        middle.addWidget(self.word)
        middle.addStretch()
        foot = Ground("", line="top")
        across = QHBoxLayout(foot)
        across.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, look.GRID)
        across.addStretch()
        across.addWidget(self.button)
        self.column.addWidget(SheetHeader(tr("Erase for ever"), self.close_sheet))
        self.column.addLayout(middle, 1)
        self.column.addWidget(foot)

    def ask(self, entry: Entry) -> None:
        self._entry, self.backups = entry, []
        words = entry.headline or " ".join(block.text for block in entry.body)[:120] or tr("No headline yet")
        self._name.set_text(f"{entry.time.local:%H:%M} {words}")
        self.word.take_back("")
        self._tell()
        self._weigh()
        self.open(self.word.line)
        self._said.setMinimumHeight(self._said.heightForWidth(self._said.width()))  # the layout would cut long words

    def add_backup(self, path: Path) -> None:
        """Name a backup that the words are to leave too."""
        if path not in self.backups:
            self.backups.append(path)
        self._tell()

    def _choose_backup(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self.window(), tr("A backup of this store"))
        if chosen:
            self.add_backup(Path(chosen))

    def _tell(self) -> None:
        names = ", ".join(f"“{path.name}”" for path in self.backups)
        self._named.setText(tr("Erased from these backups too: {0}").format(names) if names else "")
        self._named.setVisible(bool(names))

    def _weigh(self) -> None:
        self.button.setEnabled(self._is_confirmed)
        self.button.setVisible(self._is_confirmed)

    @property
    def _is_confirmed(self) -> bool:
        return self.word.text.strip() == self.confirmation

    def _confirm(self) -> None:
        if self._is_confirmed and self._entry is not None:
            self.close_sheet()
            self.confirmed.emit(self._entry, self.backups)
