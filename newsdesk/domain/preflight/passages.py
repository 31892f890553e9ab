"""The texts of a blog or an entry with their places, and replacing a stretch of one."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.markup import Block, Body, Span, normal
from newsdesk.domain.preflight.findings import Place


class Passage(NamedTuple):
    """A headline, or one block of a body or introduction."""

    field: str
    block: int | None
    text: str

    def place(self, value: Value, start: int, end: int) -> Place:
        return Place(value.id, self.field, self.block, start, end)


def body_field(value: Value) -> str:
    return "introduction" if isinstance(value, Blog) else "body"


def body_of(value: Value) -> Body:
    return value.introduction if isinstance(value, Blog) else value.body


def with_body(value: Value, body: Body) -> Value:
    if isinstance(value, Blog):
        return replace(value, introduction=normal(body))
    return replace(value, body=normal(body))


def passages(value: Value) -> Iterator[Passage]:
    """The headline, then block by block."""
    if value.headline:
        yield Passage("headline", None, value.headline)
    field = body_field(value)
    yield from (Passage(field, number, block.text) for number, block in enumerate(body_of(value)))


def with_text(value: Value, place: Place, text: str) -> Value:
    """The value with other text at a place; it takes the style of what it replaces."""
    if place.block is None:
        line = value.headline
        return replace(value, headline=line[: place.start] + text + line[place.end :])
    body = list(body_of(value))
    body[place.block] = _spliced(body[place.block], place.start, place.end, text)
    return with_body(value, tuple(body))


def _spliced(block: Block, start: int, end: int, text: str) -> Block:
    spans: list[Span] = []
    at = 0
    for span in block.spans:
        first, last = max(start - at, 0), min(max(end - at, 0), len(span.text))
        if first < len(span.text) and first < last:
            spans.append(replace(span, text=span.text[:first] + text + span.text[last:]))
            text = ""
        else:
            spans.append(span)
        at += len(span.text)
    return replace(block, spans=tuple(spans))
