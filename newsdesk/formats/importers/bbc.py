"""A live page of the BBC's, as its page renderer is fed: a stream of posts built of nested blocks."""

from collections.abc import Iterator
from typing import Any

from newsdesk.domain.markup import Block, Kind, Span, normal, paragraphs
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import ReadingError
from newsdesk.formats.importers.foreign import id_from, inside, objects
from newsdesk.formats.intake import Found, Intake, intake, json_of, line_of, moment_of, text_of

_DEEPEST = 30
_STREAM = ("liveTextStream", "content", "data", "results")


def read_bbc(content: bytes) -> Intake:
    """The posts in the order of the stream. Raises ReadingError if there is none."""
    document = json_of(content)
    page = inside(document, "data") or document
    found = [entry for post in objects(inside(page, *_STREAM)) if (entry := _entry(post))]
    if not found:
        raise ReadingError("There are no posts in this file. Nothing was imported.")
    return intake(
        found,
        blog_id=id_from("bbc", inside(page, "liveTextStream", "id")),
        headline=line_of(inside(page, "title")),
        introduction=paragraphs(text_of(inside(page, "description"))),
        language=text_of(inside(page, "language")) or "en",
        coverage_start=moment_of(inside(page, "startDateTime")),
        coverage_end=moment_of(inside(page, "endDateTime")),
        is_open=inside(page, "isLive") is not False,
    )


def _entry(post: dict[str, Any]) -> Found | None:
    moment = moment_of(inside(post, "dates", "firstPublished")) or moment_of(inside(post, "dates", "curated"))
    if moment is None:
        return None
    head = {block.get("type"): _text(block) for block in objects(inside(post, "header", "model", "blocks"))}
    standfirst = paragraphs(head.get("subheadline", ""))
    return Found(
        id=id_from("bbc", post.get("urn")),
        time=ShownTime(moment),
        first_published=moment,
        headline=line_of(head.get("headline")),
        body=normal([*standfirst, *_body(inside(post, "content", "model", "blocks"), 0)]),
        is_key=inside(post, "options", "isBreakingNews") is True,
    )


def _body(blocks: object, depth: int, *, ordered: bool = False) -> Iterator[Block]:
    for block in objects(blocks) if depth < _DEEPEST else []:
        kind, inner = block.get("type"), inside(block, "model", "blocks")
        if kind == "paragraph":
            yield Block(spans=tuple(_spans(inner, depth)))
        elif kind in ("subheadline", "crosshead"):
            yield Block(kind=Kind.SUBHEAD, spans=(Span(_text(block)),))
        elif kind == "listItem":
            yield Block(kind=Kind.ITEM, spans=(Span(_text(block)),), ordered=ordered)
        else:
            yield from _body(inner, depth + 1, ordered=kind == "orderedList")


def _spans(blocks: object, depth: int, link: str = "") -> Iterator[Span]:
    for block in objects(blocks) if depth < _DEEPEST else []:
        if block.get("type") == "urlLink":
            yield from _spans(inside(block, "model", "blocks"), depth + 1, text_of(inside(block, "model", "locator")))
        else:
            styles = inside(block, "model", "attributes") or []
            text = text_of(inside(block, "model", "text"))
            yield Span(text, strong="bold" in styles, em="italic" in styles, link=link)


def _text(block: dict[str, Any]) -> str:
    """The words of a block: its own text, else those of the blocks in it."""
    found: list[str] = []
    waiting = [(block, 0)]
    while waiting:
        here, depth = waiting.pop()
        if own := text_of(inside(here, "model", "text")):
            found.append(own)
        elif depth < _DEEPEST:
            waiting.extend((inner, depth + 1) for inner in reversed(objects(inside(here, "model", "blocks"))))
    return " ".join(found)
