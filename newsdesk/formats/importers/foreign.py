"""What the importers share: bodies in foreign HTML, foreign ids, and values of uncertain type."""

import re
import uuid
from collections.abc import Iterator
from typing import Any

from newsdesk.domain.markup import Block, Body, Kind, Span, normal
from newsdesk.formats.escaping import safe_url
from newsdesk.formats.foreign_html import read_foreign
from newsdesk.formats.intake import text_of
from newsdesk.formats.outline import Element, outline

_FOREIGN = uuid.UUID("0c3f3a0e-0d57-4a0a-9a39-6a6f0f4a7b58")
_FIGURE = re.compile(r"(<figure\b[^>]*>(?:(?!<figure\b).)*?</figure>)", re.DOTALL | re.IGNORECASE)


def id_from(system: str, id: object) -> str:
    """The same id for the same post, whenever it is imported; nothing where it has none."""
    return str(uuid.uuid5(_FOREIGN, f"{system} {id}")) if id else ""


def body_from(html: str) -> Body:
    """A body in which figures stay, as embeds."""
    parts = _FIGURE.split(html)
    return normal(block for n, part in enumerate(parts) for block in (_figure(part) if n % 2 else read_foreign(part)))


def _figure(html: str) -> Iterator[Block]:
    figure = outline(html)
    elements = list(figure.walk())
    address = next((url for e in elements for name in ("src", "href") if (url := e.attributes.get(name))), "")
    alt = next((e.attributes["alt"] for e in elements if e.attributes.get("alt")), "")
    caption, credit = _words(elements, "caption"), _words(elements, "credit")
    whole = next((e.text.strip() for e in elements if e.tag == "figcaption"), "")
    yield embed(address, caption or (whole if not credit else "") or alt, credit)


def _words(elements: list[Element], name: str) -> str:
    return next((e.text.strip() for e in elements if any(c.endswith(name) for c in e.classes)), "")


def embed(address: str, words: str, credit: str = "") -> Block:
    """What stands elsewhere: its address, its words, whose it is. Without an address only the words."""
    if not (url := safe_url(f"https:{address}" if address.startswith("//") else address)):
        return Block(spans=(Span(" ".join(filter(None, [words, credit]))),))
    return Block(kind=Kind.EMBED, url=url, spans=(Span(words),) if words else (), credit=credit)


def inside(value: object, *path: str) -> Any:  # noqa: ANN401  whatever stands there
    """What stands at a path of names, or None where the file is built otherwise."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def objects(value: object) -> list[dict[str, Any]]:
    """The objects in a list; what is no object, or no list, is passed over."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def is_true(value: object) -> bool:
    """True, or the word for it: several systems write it so."""
    return value is True or text_of(value).lower() == "true"
