"""Typographic quotation marks and apostrophes, by language; only ever by request.

The marks are those of each language's press, as the Unicode CLDR (delimiters) lists them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdesk.domain.markup import Block, Body, normal

_NARROW = "\u202f"  # the no-break space that French puts inside its quotes
_MOST_TOGETHER = 4  # quotes that begin at one place
_OPENERS = frozenset("([{<«‹“‘„‚—–-/\u00a0\u202f\ufeff")


@dataclass(frozen=True, slots=True)
class Quotes:
    """Opening and closing marks of a quotation, and of one inside it."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


_ENGLISH = Quotes("“", "”", "‘", "’")
_GERMAN = Quotes("„", "“", "‚", "‘")
_POLISH = Quotes("„", "”", "«", "»")
_RUSSIAN = Quotes("«", "»", "„", "“")
_SPANISH = Quotes("«", "»", "“", "”")
_SWEDISH = Quotes("”", "”", "’", "’")
_BY_LANGUAGE = {
    "fr": Quotes(f"«{_NARROW}", f"{_NARROW}»", "“", "”"),
    "de-ch": Quotes("«", "»", "‹", "›"),
    "fr-ch": Quotes("«", "»", "‹", "›"),
    "it-ch": Quotes("«", "»", "‹", "›"),
    "no": Quotes("«", "»", "‘", "’"),
    "sr": Quotes("„", "”", "’", "’"),
    "ka": Quotes("„", "“", "«", "»"),
    "fa": Quotes("«", "»", "‹", "›"),
    **dict.fromkeys(("ar", "ur"), Quotes("”", "“", "’", "‘")),  # from right to left
    "hu": Quotes("„", "”", "»", "«"),
    **dict.fromkeys(("de", "cs", "sk", "sl", "lt", "lv", "et", "bg", "is", "hr", "mk"), _GERMAN),
    **dict.fromkeys(("pl", "ro"), _POLISH),
    **dict.fromkeys(("ru", "uk", "be", "ky", "hy"), _RUSSIAN),
    **dict.fromkeys(("es", "ca", "gl", "it", "el", "pt-pt", "kk", "eu"), _SPANISH),
    **dict.fromkeys(("sv", "fi", "he"), _SWEDISH),
    "nb": Quotes("«", "»", "‘", "’"),
    "nn": Quotes("«", "»", "‘", "’"),
}


def quotes_of(language: str) -> Quotes:
    """The marks of a BCP 47 language; those of English where none are known."""
    tag = language.lower()
    return _BY_LANGUAGE.get(tag) or _BY_LANGUAGE.get(tag.split("-")[0]) or _ENGLISH


def typographic(body: Body, language: str) -> Body:
    """The body with its straight quotes and apostrophes made typographic; all else stays."""
    if not any(_has_straight(span.text) for block in body for span in block.spans):
        return body
    quotes = quotes_of(language)
    return normal(_typographic_block(block, quotes) for block in body)


def typographic_line(text: str, language: str) -> str:
    """A headline with its straight quotes and apostrophes made typographic."""
    if not _has_straight(text):
        return text
    return "".join(_marks(text, quotes_of(language)))


def typographic_part(block: Block, language: str, first: int, last: int) -> Block:
    """The block with the straight quotes of these of its characters made typographic."""
    marks = _marks(block.text, quotes_of(language))
    return _marked(block, [*block.text[:first], *marks[first:last], *block.text[last:]])


def typed(before: str, character: str, language: str) -> str:
    """What a straight quote becomes when it is typed after a text."""
    return _marks(before + character, quotes_of(language))[-1]


def _has_straight(text: str) -> bool:
    return '"' in text or "'" in text


def _typographic_block(block: Block, quotes: Quotes) -> Block:
    return _marked(block, _marks(block.text, quotes))


def _marked(block: Block, marks: Sequence[str]) -> Block:
    place, spans = 0, []
    for span in block.spans:
        end = place + len(span.text)
        spans.append(replace(span, text="".join(marks[place:end])))
        place = end
    return replace(block, spans=tuple(spans))


def _marks(text: str, quotes: Quotes) -> Sequence[str]:
    """Each character of a text, a straight quote as what it stands for."""
    marks, is_open, is_inner_open, last_closing = list(text), False, False, _last_closing(text)
    for place, character in enumerate(text):
        may_open = _may_open(text, place)
        if character == '"' and (is_open or may_open):
            is_open = may_open and not is_open
            marks[place] = quotes.opening if is_open else quotes.closing
        elif character == '"' and not text[place - 1].isdigit():  # else inches
            marks[place] = quotes.closing
        elif character == "'":
            is_year = text[place + 1 : place + 2].isdigit()  # the ’90s
            opens = may_open and not is_inner_open and not is_year and place < last_closing
            closes = is_inner_open and not opens and not _is_inside_word(text, place)
            marks[place] = quotes.inner_opening if opens else quotes.inner_closing if closes else "’"
            is_inner_open = opens or (is_inner_open and not closes)
    return marks


def _may_open(text: str, place: int) -> bool:
    """Whether a quotation can begin here: before it nothing, a space, a bracket, a dash or another quote."""
    first = place
    while first > max(0, place - _MOST_TOGETHER) and text[first - 1] in "\"'":
        first -= 1
    before = text[first - 1] if first else " "
    has_more = place + 1 == len(text) or not text[place + 1].isspace()
    return has_more and (before.isspace() or before in _OPENERS)


def _last_closing(text: str) -> int:
    """The last apostrophe that can close a quotation; one that is typed last may yet be closed."""
    if text.endswith("'"):
        return len(text)
    places = (n for n in range(len(text) - 1, 0, -1) if text[n] == "'")
    return next((n for n in places if not _is_inside_word(text, n) and not text[n - 1].isspace()), 0)


def _is_inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) - 1 and text[place - 1].isalnum() and text[place + 1].isalnum()
