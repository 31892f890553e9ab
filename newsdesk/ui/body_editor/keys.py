"""The keys that QTextEdit gets wrong, or has not."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsdesk.domain.markup import Block, Kind
from newsdesk.ui.richtext import formatting
from newsdesk.ui.richtext.looks import shape_of, style_of
from newsdesk.ui.richtext.reading import holds_card
from newsdesk.ui.richtext.spelled_out import ORIGINAL, has_kept
from newsdesk.ui.richtext.writing import insert_spans, plain_format, reshape

_Move = QTextCursor.MoveOperation
_KEEP = QTextCursor.MoveMode.KeepAnchor
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_undo(event: QKeyEvent) -> bool:
    """Undo and redo are the window's: it undoes everything, not this text alone."""
    if not event.modifiers() & _COMMAND:
        return False
    if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
        return True
    return event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def mend(edit: QTextEdit, event: QKeyEvent) -> bool:
    """Do what the key should do, if QTextEdit would not; whether it was done."""
    text = event.text()
    if text >= " " and text != "\x7f" and not event.modifiers() & _COMMAND:
        return _mend_typing(edit, text)
    action = _ACTIONS.get(event.key())
    return action is not None and action(edit, event)


def write(edit: QTextEdit, text: str) -> None:
    """Insert text as if it were typed, also characters that a document keeps for itself."""
    make_room(edit)
    cursor = edit.textCursor()
    style, kind = style_of(cursor.charFormat()), shape_of(cursor.block()).kind
    insert_spans(cursor, [replace(style, text=text)], kind)
    edit.setTextCursor(cursor)


def make_room(edit: QTextEdit) -> None:
    """See to it that what is typed next neither goes on in a link that has ended nor stands beside a card."""
    cursor = edit.textCursor()
    if not cursor.hasSelection() and holds_card(cursor.block()):
        _open_paragraph(edit, cursor)
        return
    format = edit.currentCharFormat()
    link = format.anchorHref()
    has_ended = link and not _is_inside_link(cursor, link)
    if has_ended or format.hasProperty(ORIGINAL):
        change = formatting.Restyling(link="" if has_ended else None)
        edit.setCurrentCharFormat(formatting.restyled_typing(format, shape_of(cursor.block()).kind, change))


def _mend_typing(edit: QTextEdit, text: str) -> bool:
    if has_kept(text) or not text.isprintable():  # QTextEdit takes only what Qt knows as printable
        write(edit, text)
        return True
    make_room(edit)
    return False


def _is_inside_link(cursor: QTextCursor, link: str) -> bool:
    if cursor.atBlockStart() or cursor.atBlockEnd():
        return False
    after = QTextCursor(cursor)
    after.setPosition(cursor.selectionEnd())
    after.movePosition(_Move.NextCharacter)
    return after.charFormat().anchorHref() == link


def _open_paragraph(edit: QTextEdit, cursor: QTextCursor) -> None:
    """A new paragraph beside the card that the caret stands at."""
    is_before = cursor.atBlockStart()
    shape, plain = Block(), plain_format(Kind.PARAGRAPH)
    cursor.beginEditBlock()
    cursor.insertBlock()
    if is_before:
        cursor.movePosition(_Move.PreviousBlock)
    reshape(cursor.block(), shape)
    cursor.setBlockCharFormat(plain)
    cursor.endEditBlock()
    edit.setTextCursor(cursor)
    edit.setCurrentCharFormat(plain)


def _enter(edit: QTextEdit, event: QKeyEvent) -> bool:
    cursor = edit.textCursor()
    if event.modifiers() & _COMMAND:
        return False
    if not cursor.hasSelection() and holds_card(cursor.block()):
        _open_paragraph(edit, cursor)
        return True
    shape = shape_of(cursor.block())
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return False
    if shape.kind in (Kind.ITEM, Kind.QUOTE) and cursor.block().length() == 1:
        _leave(cursor, shape)
        return True
    _break_block(edit, cursor, shape)
    return True


def _leave(cursor: QTextCursor, shape: Block) -> None:
    if shape.level:
        formatting.indent(cursor, -1)
    else:
        reshape(cursor.block(), Block())


def _break_block(edit: QTextEdit, cursor: QTextCursor, shape: Block) -> None:
    typing = edit.currentCharFormat()
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    ends_subhead = shape.kind is Kind.SUBHEAD and cursor.atBlockEnd()
    cursor.insertBlock()
    if ends_subhead:
        reshape(cursor.block(), Block())
    cursor.endEditBlock()
    edit.setTextCursor(cursor)
    if cursor.atBlockEnd():
        change = formatting.PLAIN if ends_subhead else formatting.UNLINKED
        edit.setCurrentCharFormat(formatting.restyled_typing(typing, shape_of(cursor.block()).kind, change))
    edit.ensureCursorVisible()


def _backspace(edit: QTextEdit, event: QKeyEvent) -> bool:
    cursor = edit.textCursor()
    if cursor.hasSelection():
        return False
    if holds_card(cursor.block()):
        return _delete_card(cursor) if not cursor.atBlockStart() else _step_out(edit, cursor, _Move.PreviousBlock)
    if not cursor.atBlockStart():
        return False
    if shape_of(cursor.block()).kind is not Kind.PARAGRAPH:
        reshape(cursor.block(), Block())
        return True
    if cursor.block().previous().isValid() and holds_card(cursor.block().previous()):
        return _step_out(edit, cursor, _Move.PreviousCharacter)
    return False


def _delete(edit: QTextEdit, event: QKeyEvent) -> bool:
    cursor = edit.textCursor()
    if cursor.hasSelection():
        return False
    if holds_card(cursor.block()):
        return _delete_card(cursor) if cursor.atBlockStart() else _step_out(edit, cursor, _Move.NextBlock)
    following = cursor.block().next()
    if cursor.atBlockEnd() and following.isValid() and holds_card(following):
        return _step_out(edit, cursor, _Move.NextBlock)
    return False


def _delete_card(cursor: QTextCursor) -> bool:
    cursor.movePosition(_Move.StartOfBlock)
    cursor.deleteChar()
    reshape(cursor.block(), Block())
    return True


def _step_out(edit: QTextEdit, cursor: QTextCursor, move: QTextCursor.MoveOperation) -> bool:
    """Go to the neighbour instead of joining a card with it; an empty paragraph goes."""
    left = cursor.block()
    if cursor.movePosition(move):
        if move is _Move.PreviousBlock:
            cursor.movePosition(_Move.EndOfBlock)
        edit.setTextCursor(cursor)
        if left.length() == 1:
            _remove_block(QTextCursor(left))
    return True


def _remove_block(cursor: QTextCursor) -> None:
    """Remove an empty block without joining its neighbours."""
    cursor.setPosition(cursor.position() - 1 if cursor.position() else 0)
    cursor.deleteChar()


def _tab(edit: QTextEdit, event: QKeyEvent) -> bool:
    """Indents in a list; elsewhere it goes on, and where there is nothing to go on to it does nothing."""
    if event.modifiers() & _COMMAND:
        return False
    formatting.indent(edit.textCursor(), 1 if event.key() == Qt.Key.Key_Tab else -1)
    return True


_ACTIONS: dict[int, Callable[[QTextEdit, QKeyEvent], bool]] = {
    Qt.Key.Key_Return: _enter,
    Qt.Key.Key_Enter: _enter,
    Qt.Key.Key_Backspace: _backspace,
    Qt.Key.Key_Delete: _delete,
    Qt.Key.Key_Tab: _tab,
    Qt.Key.Key_Backtab: _tab,
}
