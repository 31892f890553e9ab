"""What is painted over the text and is not in it: the colour of links, the underline of misspelled words."""

from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui import look
from newsdesk.ui.body_editor.speller import Speller
from newsdesk.ui.richtext.reading import fragments
from newsdesk.ui.richtext.spelled_out import units

_SLICE = 0.008  # seconds of work before the window is let live


class Highlighter(QSyntaxHighlighter):
    """Looks at changed blocks only; colours come from the palette and follow it."""

    def __init__(self, edit: QTextEdit, speller: Speller) -> None:
        super().__init__(edit.document())
        self._edit = edit
        self._speller = speller
        self._link, self._wave = QTextCharFormat(), QTextCharFormat()
        self._unfinished = -1  # the block with the word that is being typed
        self._next = 0
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._look_on)
        speller.changed.connect(self.look_again)
        self.take_colours()

    def take_colours(self) -> None:
        colours = look.colours(self._edit.palette())
        self._link.setForeground(colours.accent)
        self._wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self._wave.setUnderlineColor(colours.on_error)
        self.look_again()

    def look_again(self) -> None:
        """Look at the whole text, a slice at a time."""
        self._next = 0
        self._rest.start()

    def finish_word(self) -> None:
        """The caret has left the word that was being typed: judge it."""
        if self._unfinished >= 0:
            block = self.document().findBlockByNumber(self._unfinished)
            self._unfinished = -1
            self.rehighlightBlock(block)

    def _look_on(self) -> None:
        end = perf_counter() + _SLICE
        block = self.document().findBlockByNumber(self._next)
        while block.isValid() and perf_counter() < end:
            self.rehighlightBlock(block)
            block = block.next()
        self._next = block.blockNumber()
        if block.isValid():
            self._rest.start()

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        for fragment in fragments(block):
            if fragment.charFormat().isAnchor():
                self.setFormat(fragment.position() - block.position(), fragment.length(), self._link)
        for start, end in self._speller.wrong(text):
            first = units(text[:start])
            length = units(text[start:end])
            if self._edit.textCursor().position() == block.position() + first + length and self._edit.hasFocus():
                self._unfinished = block.blockNumber()
            else:
                self._underline(first, length)

    def _underline(self, first: int, length: int) -> None:
        format = QTextCharFormat(self.format(first))
        format.merge(self._wave)
        self.setFormat(first, length, format)
