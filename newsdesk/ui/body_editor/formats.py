"""What can be done to text, under the names that actions use."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent, QKeySequence

from newsdesk.domain.markup import Kind
from newsdesk.ui.richtext.formatting import FormatState


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
    translate = QCoreApplication.translate
    return {
        Format.STRONG: translate("BodyEditor", "Bold"),
        Format.EM: translate("BodyEditor", "Italic"),
        Format.LINK: translate("BodyEditor", "Link"),
        Format.PARAGRAPH: translate("BodyEditor", "Paragraph"),
        Format.SUBHEAD: translate("BodyEditor", "Subhead"),
        Format.QUOTE: translate("BodyEditor", "Quote"),
        Format.BULLETS: translate("BodyEditor", "Bulleted list"),
        Format.NUMBERS: translate("BodyEditor", "Numbered list"),
        Format.INDENT: translate("BodyEditor", "Indent"),
        Format.OUTDENT: translate("BodyEditor", "Outdent"),
        Format.CLEAR: translate("BodyEditor", "Clear formatting"),
    }[format]


def is_on(format: Format, state: FormatState) -> bool:
    """Whether a format is shown as chosen."""
    if format in SHAPES:
        kind, ordered = SHAPES[format]
        return state.kind is kind and state.ordered is ordered
    return bool({Format.STRONG: state.strong, Format.EM: state.em, Format.LINK: state.link}.get(format))
