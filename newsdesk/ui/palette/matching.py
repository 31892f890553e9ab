"""Which names a few letters may mean, and how well."""

from collections.abc import Callable
from typing import NamedTuple

from newsdesk.domain.finding import fold

Choice = Callable[[list[int], int, list[str]], int]
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
    ways = (_walk(start, wanted, letters, choose) for start in starts for choose in (_telling, _first))
    found = [Match(_score(places, letters), tuple(places)) for places in ways if places]
    return max(found, key=lambda it: it.score, default=None)


def _walk(start: int, wanted: list[str], letters: list[str], choose: Choice) -> list[int]:
    """Where the letters stand from a start on; empty if one of them does not."""
    places = [start]
    for letter in wanted[1:]:
        rest = [place for place in range(places[-1] + 1, len(letters)) if letters[place].startswith(letter)]
        if not rest:
            return []
        places.append(choose(rest, places[-1], letters))
    return places


def _telling(rest: list[int], after: int, letters: list[str]) -> int:
    """The next letter in a row, else the next beginning of a word, else the next at all."""
    if rest[0] == after + 1:
        return rest[0]
    return next((place for place in rest if _starts_word(place, letters)), rest[0])


def _first(rest: list[int], after: int, letters: list[str]) -> int:
    return rest[0]


def _score(places: list[int], letters: list[str]) -> int:
    score = _AT_START * (places[0] == 0) - len(letters) // 8 - (places[-1] - places[0]) // 2
    for number, place in enumerate(places):
        score += _WORD_START * _starts_word(place, letters)
        score += _IN_A_ROW * (number > 0 and place == places[number - 1] + 1)
    return score


def _starts_word(place: int, letters: list[str]) -> bool:
    return place == 0 or not letters[place - 1].isalnum()
