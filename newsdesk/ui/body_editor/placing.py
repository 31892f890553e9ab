"""Putting cards into the text, and changing them where they stand."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsdesk.domain.markup import Block
from newsdesk.ui.richtext.clip import insert_card
from newsdesk.ui.richtext.looks import card_format, card_of
from newsdesk.ui.richtext.reading import fragments, holds_card
from newsdesk.ui.richtext.spelled_out import CARD


def insert(edit: QTextEdit, card: Block) -> None:
    """Put a card under the caret's paragraph, and the caret under the card."""
    cursor = edit.textCursor()
    cursor.clearSelection()
    insert_card(cursor, card)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def card_at(edit: QTextEdit, point: QPointF) -> QTextCursor | None:
    """A cursor on the card that is painted at a point of the viewport."""
    inside = QPointF(point.x() + edit.horizontalScrollBar().value(), point.y() + edit.verticalScrollBar().value())
    block = edit.cursorForPosition(point.toPoint()).block()
    is_on = edit.document().documentLayout().blockBoundingRect(block).contains(inside)
    return QTextCursor(block) if is_on and holds_card(block) else None


def card_under(cursor: QTextCursor) -> Block:
    return card_of(next(fragments(cursor.block())).charFormat())


def change(cursor: QTextCursor, card: Block) -> None:
    """Make the card of the cursor's block another."""
    place = QTextCursor(cursor.block())
    place.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    place.insertText(CARD, card_format(card))
