"""The forms for a link, an image and an embed."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from newsdesk.desk.pasting import from_embed_code
from newsdesk.domain.links import read_link
from newsdesk.domain.markup import Block, Kind, Span
from newsdesk.errors import NewsdeskError
from newsdesk.ui.body_editor.popover import Field, Popover
from newsdesk.ui.words import tr


def link_popover(parent: QWidget, url: str, text: str, link: Callable[[str, str], None]) -> Popover:
    """Asks for an address and a text; `link` gets them, two empty texts to take the link away."""

    def accept(given: Mapping[str, str]) -> None:
        link(_address(given["url"]), given["text"] or given["url"].strip())

    def remove() -> None:
        popover.close()
        link("", "")

    address = Field("url", tr("Address"), url, "https://")
    popover = Popover(parent, [address, Field("text", tr("Text"), text)], tr("Link"), accept)
    if url:
        popover.add_button(tr("Remove link"), remove)
    return popover


def card_popover(parent: QWidget, card: Block, change: Callable[[Block], None]) -> Popover:
    """Asks for what an image or embed says; `change` gets the card as it is then."""

    def accept(given: Mapping[str, str]) -> None:
        url, text = _embed(given) if card.kind is Kind.EMBED else (card.url, given["text"])
        spans = card.spans if text == card.text else (Span(text),) if text else ()
        change(replace(card, spans=spans, url=url, alt=given.get("alt", ""), credit=given.get("credit", "")))

    return Popover(parent, _card_fields(card), tr("Done"), accept)


def _card_fields(card: Block) -> list[Field]:
    if card.kind is Kind.EMBED:
        return [Field("url", tr("Address or embed code"), card.url, "https://"), Field("text", tr("Text"), card.text)]
    return [
        Field("alt", tr("Alternative text"), card.alt, tr("What one sees, for those who cannot")),
        Field("text", tr("Caption"), card.text),
        Field("credit", tr("Credit"), card.credit),
    ]


def _embed(given: Mapping[str, str]) -> tuple[str, str]:
    """The address and the text; what a site offers as code for embedding says both."""
    if "<" not in given["url"]:
        return _address(given["url"]), given["text"]
    url, words = from_embed_code(given["url"])
    if not url:
        raise NewsdeskError(tr("There is no address in this code. Paste the address of the post instead."))
    return url, given["text"] or words


def _address(typed: str) -> str:
    if link := read_link(typed):
        return link
    raise NewsdeskError(tr("This is no address. Write one such as example.org or name@example.org."))

