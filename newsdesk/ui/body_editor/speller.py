"""Which words are spelled right: a hunspell dictionary, the blog's names, and the words somebody added."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from newsdesk.desk.dictionaries import Dictionary, dictionary_for

# Addresses, mentions and tags are taken whole and are no words; a word may have apostrophes inside.
_WORD = r"[^\W\d_][\w\u0300-\u036f]*"
_WORDS = re.compile(rf"(?:https?://|www\.|[@#])\S+|\S+@\S+|({_WORD}(?:['’]{_WORD})*)")
_POSSESSIVE = re.compile(r"['’]s?$")


class _Dictionary(Protocol):
    def spell(self, word: str) -> bool: ...

    def suggest(self, word: str) -> tuple[str, ...]: ...


class Speller(QObject):
    """Judges words once and remembers. The dictionary is read on a thread when the first word is asked for."""

    changed = Signal()  # words may be judged otherwise from now on
    learned = Signal(str)  # somebody added a word to the dictionary
    _read = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.own_folder: Path | None = None  # of the dictionaries that somebody has added
        self.found: Dictionary | None = None  # what serves the language
        self.language = ""
        self._dictionary: _Dictionary | None = None
        self._is_british = False  # told by an American dictionary
        self._is_reading = False
        self._known: frozenset[str] = frozenset()
        self._learned: set[str] = set()
        self._right, self._wrong = {""}, set[str]()  # the verdicts; "" is what is no word
        self._read.connect(self._take)

    @property
    def takes_british(self) -> bool:
        """Whether an American dictionary serves, and British spellings are right as well."""
        return self._is_british

    @property
    def is_ready(self) -> bool:
        """Whether the dictionary is read."""
        return self._dictionary is not None

    def use(self, language: str, known: Iterable[str] = ()) -> None:
        """Check this language from now on; `known` are the names of the blog and the words that were added."""
        found = dictionary_for(language, self.own_folder) if language else None
        words = frozenset(part for name in known for part in words_of(name))
        if (language, found, words) == (self.language, self.found, self._known):
            return
        if found != self.found:
            self.found, self._dictionary, self._is_reading = found, None, False
        self.language, self._known = language, words
        self._is_british = found is not None and found.language == "en-US" and language.lower() != "en-us"
        self._forget()
        self.changed.emit()

    def wrong(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the misspelled words of a text begin and end; nothing until the dictionary is read."""
        if self._dictionary is None:
            self._start_reading()
            return
        if self._right.issuperset(_WORDS.findall(text)):
            return
        for match in _WORDS.finditer(text):
            word = match[1]
            if word and not (word in self._right or self._judge(word)):
                yield match.span()

    def is_right(self, word: str) -> bool:
        return not any(True for _ in self.wrong(word))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What might be meant, best first."""
        if self._dictionary is None:
            return ()
        try:
            found = self._dictionary.suggest(word.replace("’", "'"))
        except UnicodeError:
            return ()
        if self._is_british and self.language.lower() != "en":
            from newsdesk.domain.british import in_british

            found = tuple(dict.fromkeys(in_british(word, self._dictionary.spell) for word in found))
        return found[:6]

    def learn(self, word: str) -> None:
        """Take a word as right, now and (through `learned`) in future."""
        self._learned.add(word)
        self._forget()
        self.learned.emit(word)
        self.changed.emit()

    def unlearn(self, word: str) -> None:
        """Judge a word as before it was learned."""
        self._learned.discard(word)
        self._known -= {word}
        self._forget()
        self.changed.emit()

    def _judge(self, word: str) -> bool:
        if word in self._wrong:
            return False
        is_right = self._is_known(word) or self._spell(word)
        (self._right if is_right else self._wrong).add(word)
        return is_right

    def _spell(self, word: str) -> bool:
        """A word in letters that the dictionary's encoding lacks is another language's, and no mistake."""
        if self._dictionary is None:
            return True
        plain, spell = word.replace("’", "'"), self._dictionary.spell
        try:
            return spell(plain) or (self._is_british and self._is_right_in_britain(plain, spell))
        except UnicodeError:
            return True

    def _is_right_in_britain(self, word: str, spell: Callable[[str], bool]) -> bool:
        from newsdesk.domain.british import is_british  # its rules are read with the first word that is asked for

        return is_british(word, lambda it: it in self._known or spell(it))

    def _forget(self) -> None:
        self._right, self._wrong = {""}, set()

    def _is_known(self, word: str) -> bool:
        if len(word) == 1 or word.removesuffix("s").isupper():  # an acronym, and several of them
            return True
        stem = _POSSESSIVE.sub("", word)
        forms = {word, stem, stem[:1].lower() + stem[1:]}
        return not forms.isdisjoint(self._known) or not forms.isdisjoint(self._learned)

    def _start_reading(self) -> None:
        if self.found is None or self._is_reading:
            return
        self._is_reading = True
        Thread(target=self._read_dictionary, args=(self.found,), daemon=True, name="dictionary").start()

    def _read_dictionary(self, found: Dictionary) -> None:
        import hunspell  # type: ignore[import-untyped]

        try:
            dictionary = hunspell.Hunspell(found.path.stem, hunspell_data_dir=str(found.path.parent))
        except OSError:  # it was there a moment ago; nothing is marked
            return
        self._read.emit(found, dictionary)

    def _take(self, found: Dictionary, dictionary: _Dictionary) -> None:
        if found == self.found:
            self._dictionary, self._is_reading = dictionary, False
            self.changed.emit()


def words_of(text: str) -> Iterator[str]:
    """The words of a text that spelling looks at."""
    return (match[1] for match in _WORDS.finditer(text) if match[1])
