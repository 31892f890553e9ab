"""Abbreviations that a person has made: typed before a space or Tab, they become what they stand for."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsdesk.errors import NewsdeskError
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

_LONGEST = 40  # characters of an abbreviation


class Snippets(QObject):
    """Watches the headline and the text."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._settings, self._pane = around.settings, around.panes.entry
        for edit in (self._pane.body, self._pane.headline):
            edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.modifiers():
            return False
        if event.key() not in (Qt.Key.Key_Space, Qt.Key.Key_Tab) or not isinstance(watched, QTextEdit):
            return False
        word = _word_before(watched.textCursor())
        text = self._settings.value.snippets.get(word) if word else None
        if text is None:
            return False
        is_space_wanted = event.key() == Qt.Key.Key_Space and not text.endswith(" ")
        self._expand(watched, word, f"{text} " if is_space_wanted else text)
        return True

    def _expand(self, edit: QTextEdit, word: str, text: str) -> None:
        body = self._pane.body
        if edit is body:
            body.flush()
        cursor = edit.textCursor()
        cursor.setPosition(cursor.position() - len(word.encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        edit.setTextCursor(cursor)
        if edit is body:
            body.end_step(tr("Snippet"))


def _word_before(cursor: QTextCursor) -> str:
    """What stands between the last space and the caret; nothing where something is selected."""
    if cursor.hasSelection():
        return ""
    whole = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()].decode("utf-16-le", "replace")
    word = whole.rpartition(" ")[2]
    return word if len(word) <= _LONGEST else ""


def to_lines(snippets: Mapping[str, str]) -> str:
    """One a line, as they are edited."""
    return "\n".join(f"{word} = {text}" for word, text in snippets.items())


def from_lines(lines: str) -> dict[str, str]:
    """What was written; spaces at the end of a text are part of it. Raises NewsdeskError naming the line."""
    found: dict[str, str] = {}
    for line in filter(str.strip, lines.split("\n")):
        word, sign, text = line.partition("=")
        word, text = word.strip(), text.removeprefix(" ")
        if not sign or not text.strip() or not word or " " in word or len(word) > _LONGEST:
            raise NewsdeskError(
                tr("“{0}” is no snippet; nothing was changed. Write an abbreviation, = and the text.").format(line)
            )
        found[word] = text
    return found
