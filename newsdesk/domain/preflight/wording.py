"""How a headline, a body or an introduction is written: what every text is looked through for."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import zip_longest

from newsdesk.domain.edit import Value
from newsdesk.domain.markup import Block, Kind
from newsdesk.domain.preflight import texts
from newsdesk.domain.preflight.datelines import datelines
from newsdesk.domain.preflight.findings import Fix, Hit, Place, Slip
from newsdesk.domain.preflight.links import is_broken, mended
from newsdesk.domain.preflight.passages import Passage, body_field, body_of, passages, with_body, with_text
from newsdesk.domain.preflight.quotation import mixtures

LONGEST_HEADLINE = 110  # characters; search engines and feeds cut what is longer

TextRule = Callable[[str], Iterator[Slip]]

TEXT_RULES: dict[str, TextRule] = {
    "DOUBLE-STOP": texts.double_stops, "INVISIBLE": texts.invisible, "BIDI": texts.bidi,
}


def of_texts(value: Value) -> Iterator[Hit]:
    """What every text of a blog or an entry is looked through for."""
    told = list(passages(value))
    for passage, following in zip_longest(told, told[1:]):
        yield from _of_passage(value, passage, following)
    if len(value.headline) > LONGEST_HEADLINE:
        sentence = f"The headline has {len(value.headline)} characters; {LONGEST_HEADLINE} is the most that feeds show."
        yield Hit("LONG-HEADLINE", sentence, Place(value.id, "headline", None, LONGEST_HEADLINE, len(value.headline)))
    yield from mixtures(value, told)
    yield from _of_blocks(value)


def _of_passage(value: Value, passage: Passage, following: Passage | None) -> Iterator[Hit]:
    for code, rule in TEXT_RULES.items():
        yield from (_hit(code, value, passage, slip) for slip in rule(passage.text))
    opening = list(datelines(passage.text)) if passage.field == "body" and passage.block == 0 else []
    yield from (_hit("DATELINE", value, passage, slip) for slip in opening)
    is_told = opening[0].end if opening else 0  # its missing bracket needs no second finding
    slips = (slip for slip in texts.brackets(passage.text) if slip.start >= is_told)
    yield from (_hit("BRACKETS", value, passage, slip) for slip in slips)
    next_text = following.text if following and following.field == passage.field else ""
    yield from (_hit("QUOTES", value, passage, slip) for slip in texts.quotes(passage.text, next_text))


def _of_blocks(value: Value) -> Iterator[Hit]:
    for number, block in enumerate(body_of(value)):
        place = Place(value.id, body_field(value), number)
        if block.kind is Kind.IMAGE and not block.alt.strip():
            yield Hit("ALT-TEXT", "This picture has no alternative text for those who cannot see it.", place)
        if number == 0 and value.headline and block.text.strip() == value.headline.strip():
            yield Hit("REPEATED", "The text begins by repeating the headline.", place._replace(end=len(block.text)))
        if block.kind is Kind.EMBED and is_broken(block.url):
            yield _broken_link(place, block.url)
        yield from _of_links(block, place)


def _of_links(block: Block, place: Place) -> Iterator[Hit]:
    at = 0
    for span in block.spans:
        if span.link and is_broken(span.link):
            yield _broken_link(place._replace(start=at, end=at + len(span.text)), span.link)
        at += len(span.text)


def _broken_link(place: Place, url: str) -> Hit:
    meant = mended(url)
    fix = Fix(f"Make it {meant}", lambda value: _relinked(value, url, meant)) if meant else None
    return Hit("LINK", f"The link “{url}” leads nowhere as it is written.", place, fix)


def _hit(code: str, value: Value, passage: Passage, slip: Slip) -> Hit:
    place = passage.place(value, slip.start, slip.end)
    if slip.instead is None:
        return Hit(code, slip.sentence, place)
    instead = slip.instead
    title = "Remove it" if not instead else f"Write “{instead.strip() or 'a space'}”"
    return Hit(code, slip.sentence, place, Fix(title, lambda value: with_text(value, place, instead)))


def _relinked(value: Value, url: str, meant: str) -> Value:
    body = (
        replace(
            block,
            url=meant if block.url == url else block.url,
            spans=tuple(replace(s, link=meant) if s.link == url else s for s in block.spans),
        )
        for block in body_of(value)
    )
    return with_body(value, tuple(body))
