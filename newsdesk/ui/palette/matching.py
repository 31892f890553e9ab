"""Which names a few letters may mean, and how well."""

from typing import NamedTuple

from newsdesk.domain.finding import fold

_WORD_START, _IN_A_ROW, _AT_START = 9, 6, 4


class Match(NamedTuple):
    """A better match has a higher score; `places` are the letters that were meant."""

    score: int
    places: tuple[int, ...]


def match(typed: str, name: str) -> Match | None:
    """How well a name matches: all typed letters stand in it, in order, best at the beginnings of words."""
    wanted = [letter for letter in fold(typed) if not letter.isspace()]
    letters = [fold(letter) or letter for letter in name]
    if not wanted:
        return Match(0, ())
    starts = [place for place, letter in enumerate(letters) if letter.startswith(wanted[0])]
    found = [m for start in starts if (m := _from(start, wanted, letters)) is not None]
    return max(found, key=lambda it: it.score, default=None)


def _from(start: int, wanted: list[str], letters: list[str]) -> Match | None:
    places = [start]
    for letter in wanted[1:]:
        place = _next(places[-1], letter, letters)
        if place is None:
            return None
        places.append(place)
    return Match(_score(places, letters), tuple(places))


def _next(after: int, wanted: str, letters: list[str]) -> int | None:
    """The next letter in a row, else the next beginning of a word with it, else the next at all."""
    rest = [place for place in range(after + 1, len(letters)) if letters[place].startswith(wanted)]
    if rest and rest[0] == after + 1:
        return rest[0]
    return next((place for place in rest if _starts_word(place, letters)), rest[0] if rest else None)


def _score(places: list[int], letters: list[str]) -> int:
    score = _AT_START * (places[0] == 0) - len(letters) // 8 - (places[-1] - places[0]) // 2
    for number, place in enumerate(places):
        score += _WORD_START * _starts_word(place, letters)
        score += _IN_A_ROW * (number > 0 and place == places[number - 1] + 1)
    return score


def _starts_word(place: int, letters: list[str]) -> bool:
    return place == 0 or not letters[place - 1].isalnum()
