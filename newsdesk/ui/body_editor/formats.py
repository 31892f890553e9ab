"""What can be done to text, under the names that actions use."""

from enum import StrEnum

from PySide6.QtGui import QKeyEvent, QKeySequence

from newsdesk.domain.markup import Kind
from newsdesk.ui.richtext.formatting import FormatState
from newsdesk.ui.words import tr


class Format(StrEnum):
    STRONG = "strong"
    EM = "em"
    LINK = "link"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    QUOTE = "quote"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    INDENT = "indent"
    OUTDENT = "outdent"
    CLEAR = "clear"


KEYS = {
    Format.STRONG: "Ctrl+B",
    Format.EM: "Ctrl+I",
    Format.LINK: "Ctrl+K",
    Format.PARAGRAPH: "Ctrl+Alt+0",
    Format.SUBHEAD: "Ctrl+Alt+2",
    Format.QUOTE: "Ctrl+Alt+9",
    Format.NUMBERS: "Ctrl+Alt+7",
    Format.BULLETS: "Ctrl+Alt+8",
    Format.CLEAR: "Ctrl+\\",
}

_FORMAT_OF_KEYS = {keys: format for format, keys in KEYS.items()}

SHAPES = {
    Format.PARAGRAPH: (Kind.PARAGRAPH, False),
    Format.SUBHEAD: (Kind.SUBHEAD, False),
    Format.QUOTE: (Kind.QUOTE, False),
    Format.BULLETS: (Kind.ITEM, False),
    Format.NUMBERS: (Kind.ITEM, True),
}


def format_of_key(event: QKeyEvent) -> Format | None:
    """The format that a key stands for."""
    return _FORMAT_OF_KEYS.get(QKeySequence(event.keyCombination()).toString())


def title(format: Format) -> str:
    """What an action is called, and the step that it makes."""
    return {
        Format.STRONG: tr("Bold"),
        Format.EM: tr("Italic"),
        Format.LINK: tr("Link"),
        Format.PARAGRAPH: tr("Paragraph"),
        Format.SUBHEAD: tr("Subhead"),
        Format.QUOTE: tr("Quote"),
        Format.BULLETS: tr("Bulleted list"),
        Format.NUMBERS: tr("Numbered list"),
        Format.INDENT: tr("Indent"),
        Format.OUTDENT: tr("Outdent"),
        Format.CLEAR: tr("Clear formatting"),
    }[format]


def is_on(format: Format, state: FormatState) -> bool:
    """Whether a format is shown as chosen."""
    if format in SHAPES:
        kind, ordered = SHAPES[format]
        return state.kind is kind and state.ordered is ordered
    return bool({Format.STRONG: state.strong, Format.EM: state.em, Format.LINK: state.link}.get(format))
