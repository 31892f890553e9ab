"""Quotes made typographic as they are typed, where somebody wants it. One undo gives the straight one back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsdesk.domain.quotes import typed
from newsdesk.ui.entry_pane.pane import EntryPane
from newsdesk.ui.words import tr

_QUOTES = ("'", '"')
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class TypedQuotes(QObject):
    """Watches the headline and the text, and only while it is wanted."""

    def __init__(self, pane: EntryPane) -> None:
        super().__init__(pane)
        self._pane, self._language = pane, ""

    def use(self, language: str) -> None:
        """The language whose quotes are wanted; "" leaves straight ones as they are."""
        self._language = language
        for edit in (self._pane.headline, self._pane.body):
            edit.removeEventFilter(self)
            if language:
                edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_quote = event.text() in _QUOTES and not event.modifiers() & _COMMAND
        if not is_quote or not isinstance(watched, QTextEdit) or watched.isReadOnly():
            return False
        return self._make_typographic(watched, event)

    def _make_typographic(self, edit: QTextEdit, event: QKeyEvent) -> bool:
        """Let the straight quote be typed and stored as it is, then put the other in its place as a step of its own."""
        quote = typed(_before(edit.textCursor()), event.text(), self._language)
        edit.keyPressEvent(event)
        self._pane.flush()
        cursor = edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(quote, cursor.charFormat())
        if edit is self._pane.body:
            self._pane.body.end_step(tr("Typographic quote"))
        else:
            self._pane.headline.flush()
        return True


def _before(cursor: QTextCursor) -> str:
    """The text before the caret, or before what is selected."""
    cursor.setPosition(cursor.selectionStart())
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
