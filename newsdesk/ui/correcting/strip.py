"""The strip beneath the entry: that a class is owed, and where its words are written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.desk.owing import Owing
from newsdesk.domain.entry import NoticeKind
from newsdesk.ui import look
from newsdesk.ui.controls import Ground, IconButton, TextButton
from newsdesk.ui.correcting.note_field import NoteField
from newsdesk.ui.fields import note
from newsdesk.ui.messages import announce
from newsdesk.ui.words import tr

NAMES = {
    NoticeKind.CORRECTION: "Correction",
    NoticeKind.CLARIFICATION: "Clarification",
    NoticeKind.REFILE: "Refile",
    NoticeKind.WITHDRAWN: "Reason of the withdrawal",
}
_KEYS = {NoticeKind.CORRECTION: "Ctrl+5", NoticeKind.CLARIFICATION: "Ctrl+6", NoticeKind.REFILE: "Ctrl+7"}


class CorrectionStrip(Ground):
    """Says what was chosen; the words come with it."""

    wanted = Signal(object)  # NoticeKind: its words are to be written
    given = Signal(object, str)  # NoticeKind, and the words
    review_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__("list", line="top")
        self.setAccessibleName(tr("Correction"))
        self.setMinimumWidth(200)  # large text never makes the pane wider than the window
        self._kind: NoticeKind | None = None
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setFont(look.small())
        self.said.setWordWrap(True)
        self.hint = note(tr("Readers see this. Enter keeps it, Esc leaves it."))
        self.choices = {kind: TextButton(tr(NAMES[kind])) for kind in (*_KEYS, NoticeKind.WITHDRAWN)}
        self.others = TextButton("")
        self.others.hide()  # until they are counted
        self.field = NoteField()
        self.keep = TextButton(tr("Keep"), is_main=True)
        self.cancel = IconButton("close", tr("Leave it for later"))
        self._lay_out()
        for kind, button in self.choices.items():
            button.clicked.connect(lambda _=False, kind=kind: self.wanted.emit(kind))
        self.others.clicked.connect(lambda _=False: self.review_wanted.emit())
        self.keep.clicked.connect(lambda _=False: self._give())
        self.cancel.clicked.connect(lambda _=False: self.left.emit())
        self.field.kept.connect(self._give)
        self.field.left.connect(self.left)
        self.hide()

    def _lay_out(self) -> None:
        for button in (*self.choices.values(), self.others, self.keep, self.cancel):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for kind, keys in _KEYS.items():
            self.choices[kind].setToolTip(keys)
        self.choices[NoticeKind.WITHDRAWN].setToolTip("Ctrl+8")
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(0)
        for button in (*self.choices.values(), self.others):
            buttons.addWidget(button)
        buttons.addStretch()
        self._writing = QWidget()
        writing = QVBoxLayout(self._writing)
        writing.setContentsMargins(2 * look.GRID, look.GRID // 2, 2 * look.GRID, look.GRID // 2)
        writing.setSpacing(look.GRID)
        writing.addWidget(self.field)
        foot = QHBoxLayout()
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep)
        writing.addLayout(foot)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        self.set_side(2 * look.GRID)
        said = QHBoxLayout()
        said.setContentsMargins(2 * look.GRID, 0, 2 * look.GRID, 0)
        said.addWidget(self.said)
        column.addLayout(said)
        column.addWidget(self._buttons)
        column.addWidget(self._writing)

    def set_side(self, side: int) -> None:
        """Line up with the text above."""
        self._column.setContentsMargins(side - 2 * look.GRID, look.GRID, side - 2 * look.GRID, look.GRID // 2)

    @property
    def is_writing(self) -> bool:
        return self._kind is not None

    def show_owing(self, owing: Owing) -> None:
        """Say what is owed; hidden where nothing is. While words are written it stays as it is."""
        if self._kind is not None:
            return
        is_new = self.isHidden()
        said = _sentence(owing)
        self.setVisible(bool(said))
        self.said.setText(said)
        for kind, button in self.choices.items():
            is_withdrawal = kind is NoticeKind.WITHDRAWN
            button.setVisible(owing.needs_reason if is_withdrawal else not owing.needs_reason)
        if not owing.is_unclassed:
            self.others.hide()
        self._buttons.show()
        self._writing.hide()
        if said and is_new:
            announce(self, said)

    def say_others(self, count: int) -> None:
        """Say how many further entries of the blog are unclassed."""
        self.others.setText(tr("{0} more unclassed").format(count))
        self.others.updateGeometry()
        self.others.setVisible(count > 0)

    def write(self, kind: NoticeKind, text: str) -> None:
        """Have the words written for a class."""
        self._kind = kind
        self.said.setText(tr(NAMES[kind]))
        self._buttons.hide()
        self._writing.show()
        self.show()
        self.field.begin(tr("{0}, in words for readers").format(tr(NAMES[kind])), text)

    def end(self) -> None:
        """No words are being written any more."""
        self._kind = None
        self.hide()

    def _give(self) -> None:
        if self._kind is not None:
            self.given.emit(self._kind, self.field.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _sentence(owing: Owing) -> str:
    if owing.needs_reason:
        return tr("Readers see that this entry was withdrawn, but not why.")
    if owing.is_unclassed and owing.is_out:
        return tr("Readers saw this entry change and were told nothing. What was the change?")
    if owing.is_unclassed:
        return tr("Readers have an earlier version of this entry. What is the change?")
    if owing.unreleased is not None:
        name = tr(NAMES[owing.unreleased.kind])
        told = owing.unreleased.text or tr("readers are told nothing")
        return tr("{0}, with the next release: {1}").format(name, told)
    return ""

