"""The menu of the right mouse button. Undo is not in it: the window's undo is of everything."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from newsdesk.ui.richtext.reading import holds_card
from newsdesk.ui.words import tr

_Do = Callable[[], object]


def plain_menu(edit: QTextEdit) -> QMenu:
    """For a line without formatting."""
    menu = QMenu(edit)
    _add_clipboard(menu, edit, edit.cut)
    menu.addSeparator()
    _add(menu, tr("Select &all"), "Ctrl+A", edit.selectAll)
    return menu


def context_menu(edit: QTextEdit, cut: _Do, paste_plain: _Do, link: _Do, edit_card: _Do) -> QMenu:
    """For text with formatting."""
    menu = QMenu(edit)
    _add_clipboard(menu, edit, cut)
    _add(menu, tr("Paste without &formatting"), "Ctrl+Shift+V", paste_plain, is_possible=edit.canPaste())
    menu.addSeparator()
    if holds_card(edit.textCursor().block()):
        _add(menu, tr("&Details…"), "", edit_card)
    else:
        _add(menu, tr("&Link…"), "Ctrl+K", link)
    menu.addSeparator()
    _add(menu, tr("Select &all"), "Ctrl+A", edit.selectAll)
    return menu


def _add_clipboard(menu: QMenu, edit: QTextEdit, cut: _Do) -> None:
    has_selection = edit.textCursor().hasSelection()
    _add(menu, tr("Cu&t"), "Ctrl+X", cut, is_possible=has_selection)
    _add(menu, tr("&Copy"), "Ctrl+C", edit.copy, is_possible=has_selection)
    _add(menu, tr("&Paste"), "Ctrl+V", edit.paste, is_possible=edit.canPaste())


def asked_at(edit: QTextEdit, event: QContextMenuEvent) -> tuple[QTextCursor, QPoint]:
    """What a menu is asked for, and where on the screen it opens: at the mouse, or by a key at the caret."""
    if event.reason() is QContextMenuEvent.Reason.Keyboard:
        return edit.textCursor(), edit.viewport().mapToGlobal(edit.cursorRect().bottomLeft())
    return edit.cursorForPosition(event.pos()), event.globalPos()


def _add(menu: QMenu, text: str, keys: str, do: _Do, *, is_possible: bool = True) -> None:
    """The keys are shown only: an action that had them would take them from the window's."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    menu.addAction(f"{text}\t{shown}" if keys else text, do).setEnabled(is_possible)
