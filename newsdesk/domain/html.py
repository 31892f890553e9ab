"""The canonical HTML subset in which a body is kept: `read_html(to_html(body)) == normal(body)`.

One block a line (a run of list items is one line), `<br>` an explicit break, nesting a > strong > em,
text and attributes escaped as the HTML standard's serializer does. White space is literal. Reading
never raises: unknown tags are dropped and their words kept; scripts and styles are dropped whole.
"""

import re
from collections.abc import Callable, Iterable
from itertools import groupby

from newsdesk.domain.markup import Block, Body, Kind, Span, normal

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\xa0": "&nbsp;", "\n": "<br>"})
_QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\xa0": "&nbsp;", '"': "&quot;"})
TAG_OF = {Kind.PARAGRAPH: "p", Kind.SUBHEAD: "h3", Kind.QUOTE: "blockquote"}
_PLAIN = re.compile("<p>[^<>\n]+</p>(?:\n<p>[^<>\n]+</p>)*")  # most bodies: nothing in them needs the reader


def to_html(body: Body) -> str:
    """The canonical HTML of a body."""
    texts = list(map(_plain_text, body))
    if all(texts):  # most bodies: nothing in them needs the care below
        return "\n".join([f"<p>{_escaped(text)}</p>" for text in texts])
    runs = groupby(normal(body), lambda block: block.kind is Kind.ITEM)
    return "\n".join(nested_list(run, _item) if is_list else "\n".join(map(_block, run)) for is_list, run in runs)


def is_only_paragraphs(html: str) -> bool:
    """Whether a body is paragraphs of words, without breaks, formatting or anything else."""
    return _PLAIN.fullmatch(html) is not None


def read_html(html: str) -> Body:
    """The body that canonical HTML holds; of any other HTML, its words."""
    if not html:
        return ()
    if is_only_paragraphs(html):
        texts = html[3:-4].split("</p>\n<p>")
        if "&" in html:
            texts = list(map(_unescaped, texts))
        return tuple([Block(spans=(Span(text),)) for text in texts])
    from newsdesk.domain.html_reader import read  # few bodies need it, and what it is made of is large

    return normal(read(html))


def _unescaped(text: str) -> str:
    """What was written; quickly in the usual case."""
    if text.count("&") == text.count("&amp;"):
        return text.replace("&amp;", "&")
    from html import unescape

    return unescape(text)


def spans_to_html(spans: Iterable[Span]) -> str:
    """The phrasing content of one block."""
    return "".join(map(_span, spans))


def _plain_text(block: Block) -> str:
    """What a paragraph of one style says; nothing of any other block."""
    if block.kind is Kind.PARAGRAPH and len(block.spans) == 1:
        span = block.spans[0]
        return "" if span.strong or span.em or span.link else span.text
    return ""


def _escaped(text: str) -> str:
    """A text as it stands in a block. To look for each character is a tenth of the work of putting others there."""
    if "&" in text or "<" in text or ">" in text or "\xa0" in text or "\n" in text:
        return text.translate(_ESCAPES)
    return text


def escape_attribute(value: str) -> str:
    return value.translate(_QUOTED)


def _span(span: Span) -> str:
    html = _escaped(span.text)
    if span.em:
        html = f"<em>{html}</em>"
    if span.strong:
        html = f"<strong>{html}</strong>"
    return f'<a href="{escape_attribute(span.link)}">{html}</a>' if span.link else html


def _block(block: Block) -> str:
    inner = spans_to_html(block.spans)
    if tag := TAG_OF.get(block.kind):
        return f"<{tag}>{inner}</{tag}>"
    url = escape_attribute(block.url)
    if block.kind is Kind.IMAGE:
        start = f'<img src="{url}" alt="{escape_attribute(block.alt)}">'
    else:
        start = f'<a href="{url}"></a>'
    credit = f"<cite>{_escaped(block.credit)}</cite>" if block.credit else ""
    caption = f"<figcaption>{inner}</figcaption>" if inner else ""
    return f"<figure>{start}{credit}{caption}</figure>"


def _item(item: Block) -> str:
    return spans_to_html(item.spans)


def nested_list(items: Iterable[Block], inner: Callable[[Block], str]) -> str:
    """A run of list items as nested lists; `inner` gives what stands in an item."""
    parts: list[str] = []
    is_open: list[str] = []
    for item in items:
        tag = "ol" if item.ordered else "ul"
        while len(is_open) > item.level + 1:
            parts.append(f"</li></{is_open.pop()}>")
        if len(is_open) == item.level + 1:
            parts.append("</li>")
            if is_open[-1] != tag:
                parts.append(f"</{is_open.pop()}>")
        while len(is_open) <= item.level:
            parts.append(f"<{tag}>")
            is_open.append(tag)
        parts.append(f"<li>{inner(item)}")
    parts.extend(f"</li></{tag}>" for tag in reversed(is_open))
    return "".join(parts)
