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
_TRIGRAM = 3  # characters that the index of parts keeps together
_TERM = re.compile(r'"([^"]+)"?|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text, with the places of what was searched for: start and end of each."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, marked: str) -> "Snippet":
        """From a text with OPEN and CLOSE around its matches."""
        if OPEN not in marked:
            return cls(marked.replace(BETWEEN, ""))
        text, *others = marked.replace(BETWEEN, "").split(OPEN)
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


def to_parts_query(terms: tuple[Term, ...]) -> str:
    """What to ask the index of parts, in FTS5's language; empty if the terms are too short to look up."""
    pieces = (piece for term in terms for piece in fold(term.text).split("\0") if len(piece) >= _TRIGRAM)
    return " AND ".join('"{}"'.format(piece.replace('"', '""')) for piece in pieces)


def unasked(terms: tuple[Term, ...]) -> list[str]:
    """The terms, folded, of which the index of parts cannot tell whether a text holds them."""
    folded = (fold(term.text) for term in terms)
    return [part for part in folded if len(part) < _TRIGRAM or "\0" in part]


def holds(text: str, parts: Sequence[str]) -> bool:
    """Whether a text holds all parts, which are folded."""
    folded = fold(text) if parts else ""
    return all(part in folded for part in parts)


def spaced(text: str) -> str:
    """The text as the index keeps it: characters of scripts without spaces stand apart."""
    plain = text.translate(_KEPT_OUT)
    return plain if plain.isascii() else re.sub(_BETWEEN_TWO, BETWEEN, plain)


def fold(text: str) -> str:
    """Without case and without accents, in any script; and without what `spaced` put in."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.replace(BETWEEN, "").casefold())
    for accent in filter(unicodedata.combining, set(folded)):
        folded = folded.replace(accent, "")
    return folded


_folded_character = lru_cache(maxsize=2_048)(fold)


def to_patterns(terms: tuple[Term, ...]) -> list[re.Pattern[str]]:
    """What finds the terms in a folded text."""
    return [re.compile(re.escape(fold(term.text))) for term in terms]


def mark_parts(text: str, patterns: Sequence[re.Pattern[str]], width: int = 160) -> Snippet:
    """A piece of a text around the first match that is in it, with every match in it marked; else its beginning."""
    plain = text.replace(BETWEEN, "")
    folded = fold(plain)
    spans = sorted([match.span() for pattern in patterns for match in pattern.finditer(folded)])
    if not spans:
        return Snippet(plain if len(plain) <= width else plain[:width] + "…")
    places = _places(plain, max(end for _, end in spans))  # one that starts later may end before another
    start = max(0, places[spans[0][0]] - width // 3)
    before, after = "…" if start else "", "…" if start + width < len(plain) else ""
    shift, end = len(before) - start, start + width
    marks = [(places[a] + shift, places[b - 1] + 1 + shift) for a, b in spans if places[b - 1] < end]
    return Snippet(before + plain[start:end] + after, tuple(marks))


def _places(text: str, end: int) -> Sequence[int]:
    """Of the characters of a folded text, up to an end, the places in the text of what they were folded from."""
    told = text[:end]
    if told.isascii() or set(map(len, map(_folded_character, set(told)))) == {1}:
        return range(end)
    return [place for place, char in enumerate(text) for _ in _folded_character(char)]
