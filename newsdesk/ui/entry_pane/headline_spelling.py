"""Spelling in the headline, by what the editor of the text knows."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from newsdesk.ui.body_editor import BodyEditor
from newsdesk.ui.body_editor.highlighter import Highlighter
from newsdesk.ui.body_editor.spelling_menu import add_suggestions
from newsdesk.ui.entry_pane.headline import HeadlineEdit


class HeadlineSpelling(QObject):
    """Underlines what is misspelled, and puts suggestions into the menu."""

    def __init__(self, headline: HeadlineEdit, body: BodyEditor) -> None:
        super().__init__(headline)
        self._headline, self._body = headline, body
        self._highlighter = Highlighter(headline, body.speller)
        self._revision = 0
        headline.menu_opening.connect(self._suggest)
        headline.cursorPositionChanged.connect(self._note_caret)
        headline.installEventFilter(self)

    def _note_caret(self) -> None:
        revision = self._headline.document().revision()
        if revision == self._revision:  # no key of typing has moved it
            self._highlighter.finish_word()
        self._revision = revision

    def _suggest(self, menu: QMenu, cursor: QTextCursor) -> None:
        add_suggestions(menu, cursor, self._body.speller, self._replace, self._body.dictionary_actions(menu))

    def _replace(self, word: QTextCursor, text: str) -> None:
        self._headline.flush()
        word.insertText(text)
        self._headline.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.PaletteChange:
            self._highlighter.take_colours()
        elif event.type() is QEvent.Type.FocusOut:
            self._highlighter.finish_word()
        return False
