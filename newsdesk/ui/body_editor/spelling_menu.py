"""What the context menu offers for a misspelled word."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from newsdesk.ui import look
from newsdesk.ui.body_editor.speller import Speller
from newsdesk.ui.richtext.spelled_out import units
from newsdesk.ui.words import tr

Replace = Callable[[QTextCursor, str], None]  # a word by another


def add_suggestions(
    menu: QMenu, cursor: QTextCursor, speller: Speller, replace: Replace, further: Sequence[QAction] = ()
) -> None:
    """Put suggestions for the wrong word at the cursor, if it is one, above all else in the menu."""
    word = _wrong_word(cursor, speller)
    if word is None:
        return
    text = word.selectedText()
    actions = [QAction(suggestion, menu) for suggestion in speller.suggestions(text)]
    for action in actions:
        action.setFont(look.small(semibold=True))
        action.triggered.connect(partial(replace, word, action.text()))
    if not actions:
        actions.append(QAction(tr("No suggestions"), menu, enabled=False))
    learn = QAction(tr("Add “{0}” to &dictionary").format(text), menu)
    learn.triggered.connect(partial(speller.learn, text))
    rest = menu.actions()[0] if menu.actions() else None
    for action in (*actions, _separator(menu), learn, *further, _separator(menu)):
        menu.insertAction(rest, action) if rest else menu.addAction(action)


def _wrong_word(cursor: QTextCursor, speller: Speller) -> QTextCursor | None:
    block, place = cursor.block(), cursor.positionInBlock()
    for start, end in speller.wrong(block.text()):
        first, last = units(block.text()[:start]), units(block.text()[:end])
        if first <= place <= last:
            word = QTextCursor(block)
            word.setPosition(block.position() + first)
            word.setPosition(block.position() + last, QTextCursor.MoveMode.KeepAnchor)
            return word
    return None


def _separator(menu: QMenu) -> QAction:
    action = QAction(menu)
    action.setSeparator(True)
    return action
