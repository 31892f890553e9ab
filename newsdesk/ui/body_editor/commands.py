"""What the actions of formatting do to the text of an editor."""

from PySide6.QtWidgets import QTextEdit

from newsdesk.domain.markup import Kind
from newsdesk.ui.body_editor.formats import SHAPES, Format, is_on
from newsdesk.ui.richtext import formatting
from newsdesk.ui.richtext.formatting import FormatState, Restyling
from newsdesk.ui.richtext.looks import shape_of


def state_of(edit: QTextEdit) -> FormatState:
    return formatting.state_at(edit.textCursor(), edit.currentCharFormat())


def apply(edit: QTextEdit, wanted: Format) -> None:
    """Do it, or take it back where all of the selection has it."""
    cursor, state = edit.textCursor(), state_of(edit)
    if wanted in SHAPES:
        kind, ordered = SHAPES[wanted if not is_on(wanted, state) else Format.PARAGRAPH]
        formatting.shape(cursor, kind, ordered=ordered)
    elif wanted in (Format.INDENT, Format.OUTDENT):
        formatting.indent(cursor, 1 if wanted is Format.INDENT else -1)
    elif wanted is Format.CLEAR:
        formatting.shape(cursor, Kind.PARAGRAPH)
        _restyle(edit, formatting.PLAIN)
    elif wanted is Format.STRONG:
        _restyle(edit, Restyling(strong=not state.strong))
    elif wanted is Format.EM:
        _restyle(edit, Restyling(em=not state.em))


def _restyle(edit: QTextEdit, change: Restyling) -> None:
    """Of the selection, or of what is typed next."""
    cursor = edit.textCursor()
    if cursor.hasSelection():
        formatting.restyle(cursor, change)
    else:
        kind = shape_of(cursor.block()).kind
        edit.setCurrentCharFormat(formatting.restyled_typing(edit.currentCharFormat(), kind, change))
