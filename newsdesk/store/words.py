"""Words as a search takes them: folded, quoted for FTS5, marked in what was found."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

OPEN, CLOSE = "\x1e", "\x1f"  # around a match in a snippet; the index keeps neither from a text
BETWEEN = "\u200b"  # between characters of a script without spaces, so that each is a word
_NO_SPACES = (  # Thai and Lao, Myanmar, Khmer, kana, Chinese characters
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_BETWEEN_TWO = f"(?<=[{_NO_SPACES}])(?=[{_NO_SPACES}])"  # compiled at first use: that takes long
_SPACELESS = f"[{_NO_SPACES}]"
_KEPT_OUT = str.maketrans({OPEN: " ", CLOSE: " ", BETWEEN: ""})
_TERM = re.compile(r'"([^"]+)"?|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text, with the places of what was searched for: start and end of each."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, marked: str) -> "Snippet":
        """From a text with OPEN and CLOSE around its matches."""
        text, *others = marked.replace(BETWEEN, "").split(OPEN)
        if not others:
            return cls(text)
        marks = []
        for other in others:
            match, _, rest = other.partition(CLOSE)
            marks.append((len(text), len(text) + len(match)))
            text += match + rest
        return cls(text, tuple(marks))

    @property
    def in_line(self) -> str:
        """The text in one line, without characters that could steer a terminal."""
        return "".join(char if char.isprintable() else " " for char in self.text)


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or the beginning of one; or a phrase, which stood between quotation marks."""

    text: str
    is_phrase: bool = False


def terms_of(words: str) -> tuple[Term, ...]:
    """What a person searches for; nothing if that is less than two letters."""
    found = (Term(phrase or word, bool(phrase)) for phrase, word in _TERM.findall(words.translate(_KEPT_OUT)))
    terms = tuple(term for term in found if any(map(str.isalnum, term.text)))
    letters = sum(map(str.isalnum, words))
    return terms if letters > 1 or re.search(_SPACELESS, words) else ()


def to_query(terms: tuple[Term, ...]) -> str:
    """The terms in FTS5's language, where everything quoted is only text. A word is taken as the beginning of one."""
    return " AND ".join(map(_quoted, terms))


def _quoted(term: Term) -> str:
    text = spaced(term.text).replace("\0", " ").replace('"', '""')
    is_beginning = not term.is_phrase and len(term.text) > 1 and term.text[-1].isalnum()
    return f'"{text}"*' if is_beginning else f'"{text}"'


def to_trigrams(terms: tuple[Term, ...]) -> str:
    """What a text must hold that has the terms as parts of its words; empty if they are too short to look up."""
    folded = (fold(term.text) for term in terms)
    trigrams = {text[at : at + 3] for text in folded for at in range(len(text) - 2)}
    return " AND ".join('"{}"'.format(each.replace('"', '""')) for each in sorted(trigrams) if "\0" not in each)


def spaced(text: str) -> str:
    """The text as the index keeps it: characters of scripts without spaces stand apart."""
    plain = text.translate(_KEPT_OUT)
    return plain if plain.isascii() else re.sub(_BETWEEN_TWO, BETWEEN, plain)


def fold(text: str) -> str:
    """Without case and without accents, in any script; and without what `spaced` put in."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.replace(BETWEEN, "").casefold())
    return "".join(char for char in parted if not unicodedata.combining(char))


_folded_character = lru_cache(maxsize=2_048)(fold)


def mark_parts(text: str, terms: tuple[Term, ...], width: int = 160) -> Snippet:
    """A piece of a text around the first term that is in it, with every term in it marked; else its beginning."""
    plain = text.replace(BETWEEN, "")
    folded, places = _folded_with_places(plain)
    found = sorted(
        (places[match.start()], places[match.end() - 1] + 1)
        for term in terms
        for match in re.finditer(re.escape(fold(term.text)), folded)
    )
    start = max(0, found[0][0] - width // 3) if found else 0
    before, after = "…" if start else "", "…" if start + width < len(plain) else ""
    shift = len(before) - start
    marks = tuple((a + shift, b + shift) for a, b in found if b <= start + width)
    return Snippet(before + plain[start : start + width] + after, marks)


def _folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    if text.isascii():
        return text.lower(), range(len(text))
    folded = [(piece, place) for place, char in enumerate(text) for piece in _folded_character(char)]
    return "".join(piece for piece, _ in folded), [place for _, place in folded]
