"""Straight and typographic quotation marks mixed in one text, and mending them after the majority."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from newsdesk.domain.edit import Value
from newsdesk.domain.preflight.findings import Fix, Hit
from newsdesk.domain.preflight.passages import Passage, body_of, with_body

_STRAIGHT = re.compile(r"(?<![0-9])\"")  # not the inches of 5'11"
_CURLY = re.compile("[“”„‟]")
_STRAIGHT_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_CURLY_APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")


class _Kind(NamedTuple):
    name: str
    straight: re.Pattern[str]
    curly: re.Pattern[str]
    curl: Callable[[str], str]


def mixtures(value: Value, texts: Sequence[Passage]) -> Iterator[Hit]:
    """Quotation marks, then apostrophes, of which both kinds stand in one value; told where the rarer stands first."""
    for kind in (_QUOTES, _APOSTROPHES):
        plain, typographic = (sum(len(sign.findall(p.text)) for p in texts) for sign in (kind.straight, kind.curly))
        if plain and typographic:
            yield _mixture(value, texts, kind, plain < typographic)


def _mixture(value: Value, texts: Sequence[Passage], kind: _Kind, is_typographic: bool) -> Hit:
    rarer = kind.straight if is_typographic else kind.curly
    passage, match = next((p, m) for p in texts if (m := rarer.search(p.text)))
    change = kind.curl if is_typographic else _straightened
    fix = None
    if change is not _curled or not any(sign in p.text for p in texts for sign in "„‟«»"):  # of one tradition only
        title = f"Make all {kind.name} {'typographic' if is_typographic else 'straight'}"
        fix = Fix(title, lambda value: _rewritten(value, change))
    place = passage.place(value, match.start(), match.end())
    return Hit("MIXED-QUOTES", f"Straight and typographic {kind.name} are mixed here.", place, fix)


def _curled(text: str) -> str:
    def mark(match: re.Match[str]) -> str:
        before = text[match.start() - 1] if match.start() else " "
        return "“" if before.isspace() or before in "([{—–-/" else "”"

    return _STRAIGHT.sub(mark, text)


def _raised(text: str) -> str:
    return _STRAIGHT_APOSTROPHE.sub("’", text)


def _straightened(text: str) -> str:
    return _CURLY_APOSTROPHE.sub("'", _CURLY.sub('"', text))


def _rewritten(value: Value, change: Callable[[str], str]) -> Value:
    """Every text of the value rewritten by a change that keeps its length."""
    body = []
    for block in body_of(value):
        text, at, spans = change(block.text), 0, []
        for span in block.spans:
            spans.append(replace(span, text=text[at : at + len(span.text)]))
            at += len(span.text)
        body.append(replace(block, spans=tuple(spans)))
    return replace(with_body(value, tuple(body)), headline=change(value.headline))


_QUOTES = _Kind("quotation marks", _STRAIGHT, _CURLY, _curled)
_APOSTROPHES = _Kind("apostrophes", _STRAIGHT_APOSTROPHE, _CURLY_APOSTROPHE, _raised)
