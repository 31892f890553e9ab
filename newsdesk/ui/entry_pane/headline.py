"""The headline: large, wraps, one line of text however long; Enter goes on to the body."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from newsdesk.domain.text import clean_line
from newsdesk.ui import look
from newsdesk.ui.body_editor.context_menu import asked_at, plain_menu
from newsdesk.ui.dropping import paths_in
from newsdesk.ui.entry_pane.pacing import Pacing
from newsdesk.ui.richtext.reading import fragments
from newsdesk.ui.richtext.spelled_out import has_kept, original, pieces, units
from newsdesk.ui.words import tr


class HeadlineEdit(QTextEdit):
    """Says what was written in steps; has no undo of its own."""

    stepped = Signal(str, str)  # what it was, what it is
    finished = Signal()  # Enter or Down: on to the body
    left_upwards = Signal()
    menu_opening = Signal(object, object)  # a QMenu, and the QTextCursor that it is for

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self._pacing = Pacing(self)
        self._pacing.ended.connect(self._tell)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(look.title())
        self.document().setDocumentMargin(0)
        self.setPlaceholderText(tr("Headline"))
        self.setAccessibleName(tr("Headline"))
        self.document().contentsChange.connect(self._note)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """What stands in the field now, character by character."""
        found = fragments(self.document().firstBlock())
        return "".join(original(fragment.text(), fragment.charFormat()) for fragment in found)

    def set_text(self, text: str) -> None:
        """Show a headline; what has not been told yet is told first."""
        self.flush()
        self._write_all(text)

    def follow(self, text: str, *, take_caret: bool = False) -> None:
        """Show what became of it elsewhere; the caret stays as near as can be, or comes to the change."""
        if text == self.text():
            self._shown = text
        if self._pacing.is_running or text == self._shown:
            return  # what is being typed stays; its step says upon which headline
        place, was = self.textCursor().position(), self.toPlainText()
        self._write_all(text)
        cursor, shown = self.textCursor(), self.toPlainText()
        if take_caret:
            place = _end_of_change(was, shown)
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def flush(self) -> None:
        """Tell what was written so far."""
        self._pacing.end()

    def _write_all(self, text: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        self._insert(cursor, text)
        cursor.endEditBlock()
        self._shown = text
        self._pacing.stop()

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        for part, format in pieces(clean_line(text), QTextCharFormat()):
            cursor.insertText(part, format)

    def _note(self, position: int, removed: int, added: int) -> None:
        self._pacing.note()

    def _tell(self) -> None:
        text = self.text()
        if text != self._shown:
            was, self._shown = self._shown, text
            self.stepped.emit(was, text)

    def _fit(self) -> None:
        height = int(self.document().documentLayout().documentSize().height() + 0.999)
        self.setFixedHeight(max(height, self.fontMetrics().lineSpacing()) + 2)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if _is_undo(event):
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (key == Qt.Key.Key_Down and self._is_last_line()):
            self.finished.emit()
        elif key == Qt.Key.Key_Up and self._is_first_line():
            self.left_upwards.emit()
        elif has_kept(event.text()):
            self._insert(self.textCursor(), event.text())
        else:
            super().keyPressEvent(event)

    def _is_first_line(self) -> bool:
        return not QTextCursor(self.textCursor()).movePosition(QTextCursor.MoveOperation.Up)

    def _is_last_line(self) -> bool:
        return not QTextCursor(self.textCursor()).movePosition(QTextCursor.MoveOperation.Down)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu, (cursor, place) = plain_menu(self), asked_at(self, event)
        self.menu_opening.emit(menu, cursor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not paths_in(source)  # files are the window's

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._insert(self.textCursor(), source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())


def _end_of_change(was: str, shown: str) -> int:
    """Where what is new in a text ends, in places of a document."""
    most, alike = min(len(was), len(shown)), 0
    start = next((place for place in range(most) if was[place] != shown[place]), most)
    while alike < most - start and was[-1 - alike] == shown[-1 - alike]:
        alike += 1
    return units(shown[: len(shown) - alike])


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
