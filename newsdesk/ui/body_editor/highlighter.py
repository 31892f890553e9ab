"""The underline of misspelled words: painted over the text, and not in it."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui import look
from newsdesk.ui.body_editor.changed_text import ChangedText
from newsdesk.ui.body_editor.speller import Speller
from newsdesk.ui.richtext.spelled_out import units

_SLICE = 0.008  # seconds of work before the window is let live


class Highlighter(QObject):
    """Looks at changed blocks only; colours come from the palette and follow it.

    A document tells of a change before it is laid out, so what is set then is laid out with the change;
    a QSyntaxHighlighter would have the block laid out once more.
    """

    def __init__(self, edit: QTextEdit, speller: Speller) -> None:
        super().__init__(edit)
        self._edit = edit
        self._wrong = ChangedText(speller.wrong)
        self._wave = QTextCharFormat()
        self._unfinished = -1  # the block with the word that is being typed
        self._next = 0
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._look_on)
        edit.document().contentsChange.connect(self._note_change)
        speller.changed.connect(self.look_again)
        self.take_colours()

    def take_colours(self) -> None:
        """The palette changed."""
        self._wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self._wave.setUnderlineColor(look.colours(self._edit.palette()).on_error)
        self.look_again()

    def look_again(self) -> None:
        """Look at the whole text, a slice at a time."""
        self._wrong.forget()
        self._next = 0
        self._rest.start()

    def finish_word(self) -> None:
        """The caret has left the word that was being typed: judge it."""
        if self._unfinished >= 0:
            block = self._edit.document().findBlockByNumber(self._unfinished)
            self._unfinished = -1
            if block.isValid():  # an undo may have taken it
                self._look_at_again(block)

    def _note_change(self, position: int, removed: int, added: int) -> None:
        document = self._edit.document()
        block, end = document.findBlock(position), position + added
        while block.isValid() and block.position() <= end:
            self._look_at(block)
            block = block.next()

    def _look_on(self) -> None:
        end = perf_counter() + _SLICE
        block = self._edit.document().findBlockByNumber(self._next)
        while block.isValid() and perf_counter() < end:
            self._look_at_again(block)
            block = block.next()
        self._next = block.blockNumber()
        if block.isValid():
            self._rest.start()

    def _look_at_again(self, block: QTextBlock) -> None:
        if self._look_at(block):
            self._edit.document().markContentsDirty(block.position(), block.length())

    def _look_at(self, block: QTextBlock) -> bool:
        """Set what is painted over a block; whether it is another than before."""
        layout = block.layout()
        if layout.preeditAreaText():  # the input method paints over what is composed
            return False
        waves, before = self._waves(block), layout.formats()
        if waves == before:
            return False
        layout.setFormats(waves)
        return True

    def _waves(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        text, waves = block.text(), []
        for start, end in self._wrong.places(block.blockNumber(), text):
            first, length = units(text[:start]), units(text[start:end])
            if self._edit.textCursor().position() == block.position() + first + length and self._edit.hasFocus():
                self._unfinished = block.blockNumber()
            else:
                waves.append(self._wave_over(first, length))
        return waves

    def _wave_over(self, start: int, length: int) -> QTextLayout.FormatRange:
        wave = QTextLayout.FormatRange()
        wave.start, wave.length, wave.format = start, length, self._wave
        return wave
