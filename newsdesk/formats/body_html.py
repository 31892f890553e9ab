"""A body as readers get it in HTML: the canonical subset, links made safe, pictures and embeds shown.

Written for speed: most bodies are plain paragraphs, and a page may hold a hundred thousand.
"""

from collections.abc import Callable, Iterable
from itertools import groupby

from newsdesk.domain.html import nested_list
from newsdesk.domain.markup import Block, Body, Kind, Span, normal
from newsdesk.formats.escaping import html_attribute, html_text, safe_url
from newsdesk.formats.public import shortened

Picture = Callable[[Block], str]  # the <img> of an image block, or nothing where it can't be shown
_LONGEST_ADDRESS = 72


def no_picture(block: Block) -> str:
    return ""


def body_html(body: Body, picture: Picture = no_picture, subhead: str = "h3") -> str:
    """One block a line, as `domain.html` keeps it."""
    for block in body:
        if block.kind is not Kind.PARAGRAPH:
            break
    else:
        return "\n".join([f"<p>{_inner(block.spans)}</p>" for block in body if block.spans])
    return "\n".join(_runs(normal(body), picture, subhead))


def _runs(body: Body, picture: Picture, subhead: str) -> Iterable[str]:
    for is_list, run in groupby(body, lambda block: block.kind is Kind.ITEM):
        if is_list:
            yield nested_list(run, lambda item: _inner(item.spans))
        else:
            yield from (_block(block, picture, subhead) for block in run)


def _block(block: Block, picture: Picture, subhead: str) -> str:
    if block.kind is Kind.IMAGE:
        return _image(block, picture)
    if block.kind is Kind.EMBED:
        return _embed(block)
    inner = _inner(block.spans)
    if block.kind is Kind.QUOTE:
        return f"<blockquote>{inner}</blockquote>"
    tag = subhead if block.kind is Kind.SUBHEAD else "p"
    return f"<{tag}>{inner}</{tag}>"


def _inner(spans: tuple[Span, ...]) -> str:
    if len(spans) == 1:
        return _span(spans[0])
    return "".join([_span(span) for span in spans])


def _span(span: Span) -> str:
    html = html_text(span.text)
    if "\n" in html:
        html = html.replace("\n", "<br>")
    if span.em:
        html = f"<em>{html}</em>"
    if span.strong:
        html = f"<strong>{html}</strong>"
    if span.link and (url := safe_url(span.link)) and html.strip():
        return f'<a href="{html_attribute(url)}">{html}</a>'
    return html


def _image(block: Block, picture: Picture) -> str:
    shown = picture(block) or (f'<span class="missing">{html_text(block.alt)}</span>' if block.alt else "")
    return f'<figure class="image">{shown}{_credit(block)}{_caption(block)}</figure>'


def _embed(block: Block) -> str:
    """The URL and a readable text, so that what strips the embed leaves something."""
    address = html_text(shortened(block.url.removeprefix("https://").removeprefix("http://"), _LONGEST_ADDRESS))
    url = safe_url(block.url)
    link = f'<a class="address" href="{html_attribute(url)}">{address}</a>' if url else f"<span>{address}</span>"
    return f'<figure class="embed">{link}{_credit(block)}{_caption(block)}</figure>'


def _credit(block: Block) -> str:
    return f"<cite>{html_text(block.credit)}</cite>" if block.credit else ""


def _caption(block: Block) -> str:
    inner = _inner(block.spans)
    return f"<figcaption>{inner}</figcaption>" if inner else ""
