"""Datelines complete from those that the blog already uses: two letters at the start of a text, then Tab."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QLabel

from newsdesk.desk.known_names import dateline, used_datelines
from newsdesk.domain.entry import Entry
from newsdesk.domain.revision import Done
from newsdesk.ui import look
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

_LEAST, _MOST = 2, 60  # letters between which one is offered


class Datelines(QObject):
    """Watches the first paragraph of the text; what Tab would write stands beside the caret."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._live, self._model = around.live, around.panes.entries.model
        self._body = around.panes.entry.body
        self._known: Sequence[str] = ()
        self._blog = ""
        self.hint = QLabel(self._body.viewport())
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setFont(look.small())
        self.hint.setContentsMargins(look.GRID, 2, look.GRID, 2)
        self.hint.setAutoFillBackground(True)
        self.hint.setBackgroundRole(QPalette.ColorRole.Window)
        self.hint.hide()
        around.signals.edited.connect(self._learn)
        self._body.installEventFilter(self)
        self._body.textChanged.connect(self._look)
        self._body.cursorPositionChanged.connect(self._look)

    def know(self, datelines: Sequence[str]) -> None:
        """What can be completed, the most frequent first."""
        self._known = datelines

    def offered(self) -> str:
        """The dateline that the text at the caret begins; empty if it is none."""
        cursor = self._body.textCursor()
        is_first = not cursor.hasSelection() and not cursor.block().previous().isValid() and cursor.atBlockEnd()
        if not is_first or not _LEAST <= cursor.positionInBlock() <= _MOST:
            return ""
        start = cursor.block().text()
        folded = start.casefold()
        found = (line for line in self._known if line.casefold().startswith(folded) and len(line) > len(start))
        return next(found, "")

    def _look(self) -> None:
        if self._model.blog is not None and self._model.blog.id != self._blog and self._body.hasFocus():
            self._read(self._model.blog.id)
        line = self.offered() if self._body.hasFocus() and self._known else ""
        if line:
            self.hint.setText(tr("{0} (Tab)").format(line.strip()))
            self.hint.adjustSize()
            self.hint.move(self._body.cursorRect().bottomLeft() + QPoint(0, look.GRID // 2))
        self.hint.setVisible(bool(line))

    def _read(self, blog: str) -> None:
        """Fetch them when somebody begins to write in this blog."""
        self._blog, self._known = blog, ()
        self._live.ask(lambda desk: used_datelines(desk, blog), then=self.know, failed=lambda _: None)

    def _learn(self, done: Done) -> None:
        """A dateline that somebody has just written serves the next entry."""
        for entry in done.edit.after.values():
            if isinstance(entry, Entry) and entry.blog == self._blog and entry.body:
                line = dateline(entry.body[0].text)
                if line and line not in self._known:
                    self._known = (*self._known, line)

    def _write(self, line: str) -> None:
        self._body.flush()
        cursor = self._body.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(line)
        self._body.setTextCursor(cursor)
        self._body.end_step(tr("Dateline"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.hint.hide()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape and self.hint.isVisible():
            self.hint.hide()
            return True
        if event.key() != Qt.Key.Key_Tab or event.modifiers() or not (line := self.offered()) or self.hint.isHidden():
            return False
        self._write(line)
        return True
