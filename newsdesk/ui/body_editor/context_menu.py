"""The menu of the right mouse button. Undo is not in it: the window's undo is of everything."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QTextEdit

from newsdesk.ui.richtext.reading import holds_card
from newsdesk.ui.words import tr

_Do = Callable[[], object]


def context_menu(edit: QTextEdit, cut: _Do, paste_plain: _Do, link: _Do, edit_card: _Do) -> QMenu:
    menu, has_selection = QMenu(edit), edit.textCursor().hasSelection()
    _add(menu, tr("Cu&t"), "Ctrl+X", cut, is_possible=has_selection)
    _add(menu, tr("&Copy"), "Ctrl+C", edit.copy, is_possible=has_selection)
    _add(menu, tr("&Paste"), "Ctrl+V", edit.paste, is_possible=edit.canPaste())
    _add(menu, tr("Paste without &formatting"), "Ctrl+Shift+V", paste_plain, is_possible=edit.canPaste())
    menu.addSeparator()
    if holds_card(edit.textCursor().block()):
        _add(menu, tr("&Details…"), "", edit_card)
    else:
        _add(menu, tr("&Link…"), "Ctrl+K", link)
    menu.addSeparator()
    _add(menu, tr("Select &all"), "Ctrl+A", edit.selectAll)
    return menu


def _add(menu: QMenu, text: str, keys: str, do: _Do, *, is_possible: bool = True) -> None:
    """The keys are shown only: an action that had them would take them from the window's."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    menu.addAction(f"{text}\t{shown}" if keys else text, do).setEnabled(is_possible)
