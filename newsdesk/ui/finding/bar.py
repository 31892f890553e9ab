"""The bar that finds and replaces in the entry; it lies over the lower corner of its pane."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QTextEdit, QWidget

from newsdesk.ui import look
from newsdesk.ui.controls import IconButton, Line, TextButton
from newsdesk.ui.fields import Field
from newsdesk.ui.finding.spots import Spot, spots
from newsdesk.ui.finding.toggle import Exactness
from newsdesk.ui.messages import announce
from newsdesk.ui.words import tr

_WIDTH = 500
_PAUSE = 150  # milliseconds after the text has changed until its places are counted again


class FindBar(QWidget):
    """Walks through the places in some editors; says what is to be replaced."""

    replaced = Signal(object, str)  # a Spot, and what comes in its place
    all_replaced = Signal(object, str)  # Wanted, and what comes in
    left = Signal()

    def __init__(self, over: QWidget, edits: Sequence[QTextEdit]) -> None:
        super().__init__(over)
        self._over, self._edits = over, edits
        self.words, self.by = Field(tr("Find"), tr("Find")), Field(tr("Replace with"), tr("Replace with"))
        self.exactness = Exactness()
        self.count = Line(is_dim=True)
        self._changing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._changing.timeout.connect(self._count_again)
        self._lay_out()
        self.words.line.textEdited.connect(lambda _: self._find_from_start())
        self.exactness.changed.connect(self._find_from_start)
        self.words.line.returnPressed.connect(self.next)
        self.by.line.returnPressed.connect(self.replace)
        for edit in edits:
            edit.textChanged.connect(self._changing.start)
        over.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * look.GRID, look.GRID, look.GRID, 3 * look.GRID // 2)
        grid.setHorizontalSpacing(look.GRID)
        grid.setVerticalSpacing(look.GRID // 2)
        walk = QHBoxLayout()
        walk.setSpacing(0)
        walk.addWidget(self.count)
        for icon, name, act in (
            ("chevron-up", tr("Find previous"), self.previous), ("chevron", tr("Find next"), self.next),
            ("close", tr("Close the find bar"), self.close_bar),
        ):
            button = IconButton(icon, name)
            button.clicked.connect(lambda _=False, act=act: act())
            walk.addWidget(button)
        replacing = QHBoxLayout()
        replacing.setSpacing(0)
        for text, act in ((tr("Replace"), self.replace), (tr("Replace all"), self.replace_all)):
            words = TextButton(text)
            words.clicked.connect(lambda _=False, act=act: act())
            replacing.addWidget(words)
        grid.addWidget(self.words, 0, 0)
        grid.addWidget(self.by, 1, 0)  # Tab leads from one to the other
        grid.addLayout(walk, 0, 1)
        grid.addLayout(replacing, 1, 1)
        grid.addWidget(self.exactness, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def ask(self, words: str) -> None:
        """Open it; a selected word is what is looked for."""
        if words:
            self.words.take_back(words)
        self._place()
        self.show()
        self.raise_()
        self.words.line.setFocus()
        self.words.line.selectAll()
        self._say(self._all())

    def next(self) -> None:
        self._walk(1)

    def previous(self) -> None:
        self._walk(-1)

    def replace(self) -> None:
        """Replace the place that is selected, and go on to the next."""
        spot = next((spot for spot in self._all() if spot.is_selected), None)
        if spot is not None:
            self.replaced.emit(spot, self.by.text)
        self.next()

    def replace_all(self) -> None:
        if self.words.text:
            self.all_replaced.emit(self.exactness.wanted(self.words.text), self.by.text)

    def close_bar(self) -> None:
        self.hide()
        self.left.emit()

    def _all(self) -> list[Spot]:
        wanted = self.exactness.wanted(self.words.text)
        return [spot for edit in self._edits for spot in spots(edit, wanted)]

    def _count_again(self) -> None:
        """The text has changed under it."""
        if self.isVisible():
            self._say(self._all())

    def _find_from_start(self) -> None:
        found = self._all()
        if found:
            found[0].select()
        self._say(found)

    def _walk(self, step: int) -> None:
        found = self._all()
        if found:
            found[self._after_caret(found, step)].select()
        self._say(found)

    def _after_caret(self, found: list[Spot], step: int) -> int:
        """The one that is next to the selected one, or to the caret of the editor that was worked in."""
        chosen = [number for number, spot in enumerate(found) if spot.is_selected]
        if chosen:
            return (chosen[-1] + step) % len(found)
        edit = next((edit for edit in self._edits if edit.textCursor().position()), self._edits[0])
        caret = edit.textCursor().position()
        here = (self._edits.index(edit), caret)
        later = (number for number, s in enumerate(found) if (self._edits.index(s.edit), s.start) >= here)
        first = next(later, 0)
        return first if step > 0 else (first - 1) % len(found)

    def _say(self, found: list[Spot]) -> None:
        number = next((number + 1 for number, spot in enumerate(found) if spot.is_selected), 0)
        if not self.words.text:
            said = ""
        elif not found:
            said = tr("Not found")
        else:
            said = tr("{0} of {1}").format(number, len(found)) if number else tr("{0} found").format(len(found))
        if said != self.count.text:
            self.count.set_text(said)
            announce(self.words.line, said)

    def _place(self) -> None:
        scale = max(1.0, self.fontMetrics().height() / 18)
        width = min(round(_WIDTH * scale), self._over.width() - 2 * look.GRID)
        self.resize(width, self.sizeHint().height())
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = look.GRID if is_mirrored else self._over.width() - width - look.GRID
        self.move(left, self._over.height() - self.height() - look.GRID)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = look.colours(self.palette())
        painter.setPen(QPen(look.edge(self.palette()), 1))
        painter.setBrush(c.list)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
