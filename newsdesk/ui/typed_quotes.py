"""Quotes made typographic as they are typed, where somebody wants it. One undo gives the straight one back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
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
        character = _typed_by(event)
        if character not in _QUOTES or not isinstance(watched, QTextEdit) or watched.isReadOnly():
            return False
        quote = typed(_before(watched.textCursor()), character, self._language)
        if isinstance(event, QKeyEvent):
            watched.keyPressEvent(event)
        elif isinstance(event, QInputMethodEvent):
            watched.inputMethodEvent(event)
        self._make_typographic(watched, quote)
        return True

    def _make_typographic(self, edit: QTextEdit, quote: str) -> None:
        """Store the straight quote as it was typed, then put the other in its place as a step of its own."""
        self._pane.flush()
        cursor = edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(quote, cursor.charFormat())
        if edit is self._pane.body:
            self._pane.body.end_step(tr("Typographic quote"))
        else:
            self._pane.headline.flush()


def _typed_by(event: QEvent) -> str:
    """What a key writes, or what an input method or a dead key does; a command writes nothing."""
    if isinstance(event, QInputMethodEvent):
        return "" if event.preeditString() or event.replacementLength() else event.commitString()
    if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers() & _COMMAND:
        return event.text()
    return ""


def _before(cursor: QTextCursor) -> str:
    """The text before the caret, or before what is selected."""
    cursor.setPosition(cursor.selectionStart())
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
