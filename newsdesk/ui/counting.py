"""How long a text is, in words and characters: only the blocks that change are counted again."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.words import tr

_PAUSE = 120  # milliseconds; a number that flickers with every key is no help


class Counting(QObject):
    """Says the length of the text in an editor."""

    def __init__(self, edit: QTextEdit, say: Callable[[str], object]) -> None:
        super().__init__(edit)
        self._document, self._say = edit.document(), say
        self._counts: list[tuple[int, int]] = []
        self.words = self.characters = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._document.contentsChange.connect(self._recount)
        self._recount(0, 0, self._document.characterCount())

    def _recount(self, position: int, removed: int, added: int) -> None:
        first = self._document.findBlock(position).blockNumber()
        end = self._document.findBlock(min(position + added, self._document.characterCount() - 1))
        last = end.blockNumber()
        gone = last - (self._document.blockCount() - len(self._counts)) + 1
        if first < 0 or not first <= gone <= len(self._counts):
            first, last, gone = 0, self._document.blockCount() - 1, len(self._counts)
        fresh = [_count(block) for block in _blocks(self._document, first, last)]
        for sign, counts in ((-1, self._counts[first:gone]), (1, fresh)):
            self.words += sign * sum(words for words, _ in counts)
            self.characters += sign * sum(characters for _, characters in counts)
        self._counts[first:gone] = fresh
        self._pause.start()

    def _tell(self) -> None:
        if not self.characters:
            self._say("")
            return
        show = QLocale().toString
        words = tr("1 word") if self.words == 1 else tr("{0} words").format(show(self.words))
        characters = tr("1 character") if self.characters == 1 else tr("{0} characters").format(show(self.characters))
        self._say(f"{words} · {characters}")


def _blocks(document: QTextDocument, first: int, last: int) -> list[QTextBlock]:
    found, block = [], document.findBlockByNumber(first)
    while block.isValid() and block.blockNumber() <= last:
        found.append(block)
        block = block.next()
    return found


def _count(block: QTextBlock) -> tuple[int, int]:
    text = block.text().replace("\ufffc", "").replace("\u2028", " ")
    return len(text.split()), len(text)
