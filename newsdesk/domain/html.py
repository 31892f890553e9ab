"""The canonical HTML subset in which a body is kept: `read_html(to_html(body)) == normal(body)`.

One block a line (a run of list items is one line), `<br>` an explicit break, nesting a > strong > em,
text and attributes escaped as the HTML standard's serializer does. White space is literal. Reading
never raises: unknown tags are dropped and their words kept; scripts and styles are dropped whole.
"""

import re
from collections.abc import Callable, Iterable
from html import unescape
from html.parser import HTMLParser
from itertools import groupby

from newsdesk.domain.markup import Block, Body, Kind, Span, normal

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\xa0": "&nbsp;", "\n": "<br>"})
_QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\xa0": "&nbsp;", '"': "&quot;"})
_TAG_OF = {Kind.PARAGRAPH: "p", Kind.SUBHEAD: "h3", Kind.QUOTE: "blockquote"}
_KIND_OF = {tag: kind for kind, tag in _TAG_OF.items()} | dict.fromkeys(("h1", "h2", "h4", "h5", "h6"), Kind.SUBHEAD)
_BLOCKS = {"address", "article", "aside", "body", "dd", "div", "dl", "dt", "footer", "header", "hr", "main", "nav"}
_BLOCKS |= {"pre", "section", "table", "tbody", "td", "th", "thead", "tr", "figcaption", "cite"}
_PLAIN = re.compile("<p>[^<>\n]+</p>(?:\n<p>[^<>\n]+</p>)*")  # most bodies: nothing in them needs the reader below
_STYLE_OF = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
_DROPPED = {"head", "iframe", "noscript", "object", "script", "style", "svg", "template", "title"}


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
    if is_only_paragraphs(html):
        texts = html[3:-4].split("</p>\n<p>")
        if "&" in html:
            texts = list(map(_unescaped, texts))
        return tuple([Block(spans=(Span(text),)) for text in texts])
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return normal(reader.finished())


def _unescaped(text: str) -> str:
    """What was written; quickly in the usual case."""
    if text.count("&") == text.count("&amp;"):
        return text.replace("&amp;", "&")
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
    if tag := _TAG_OF.get(block.kind):
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


class _Reader(HTMLParser):
    """Walks the tags once and collects blocks; a block starts with its first text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Block] = []
        self._spans: list[Span] = []
        self._kind: Kind | None = None
        self._lists: list[str] = []
        self._styles: list[str] = []
        self._links: list[str] = []
        self._dropping = 0
        self._figure: dict[str, str] | None = None
        self._in_credit = False

    def finished(self) -> list[Block]:
        self._close_block()
        return self._blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._dropping += 1
        elif self._figure is not None:
            self._start_in_figure(tag, {name: value or "" for name, value in attrs})
        elif tag in _STYLE_OF:
            self._styles.append(_STYLE_OF[tag])
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
        elif tag == "br":
            self._add("\n")
        elif tag == "figure":
            self._close_block()
            self._figure = {}
        else:
            self._start_block(tag)

    def _start_block(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._close_block()
            self._lists.append(tag)
        elif tag == "li" or tag in _KIND_OF or tag in _BLOCKS:
            self._close_block()
            self._kind = Kind.ITEM if tag == "li" or self._lists else _KIND_OF.get(tag, Kind.PARAGRAPH)

    def _start_in_figure(self, tag: str, attrs: dict[str, str]) -> None:
        figure = self._figure if self._figure is not None else {}
        if tag == "img":
            figure |= {"kind": Kind.IMAGE, "url": attrs.get("src", ""), "alt": attrs.get("alt", "")}
        elif tag == "a" and "kind" not in figure:
            figure |= {"kind": Kind.EMBED, "url": attrs.get("href", "")}
        elif tag == "a":
            self._links.append(attrs.get("href", ""))
        elif tag == "cite":
            self._in_credit = True
        elif tag in _STYLE_OF:
            self._styles.append(_STYLE_OF[tag])
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED:
            self._dropping = max(0, self._dropping - 1)
        elif tag in _STYLE_OF and _STYLE_OF[tag] in self._styles:
            self._styles.reverse()
            self._styles.remove(_STYLE_OF[tag])
            self._styles.reverse()
        elif tag == "a" and self._links:
            self._links.pop()
        elif self._figure is not None:
            self._in_credit = self._in_credit and tag != "cite"
            if tag == "figure":
                self._close_figure(self._figure)
        elif tag in ("ul", "ol", "li") or tag in _KIND_OF or tag in _BLOCKS:
            self._close_block()
            if tag in self._lists:
                self._lists.pop()

    def handle_data(self, data: str) -> None:
        if self._dropping:
            return
        if self._figure is not None and self._in_credit:
            self._figure["credit"] = self._figure.get("credit", "") + data
        elif self._figure is not None or self._kind is not None or data.strip(" \t\n\f"):
            self._add(data)

    def _add(self, text: str) -> None:
        self._spans.append(Span(
            text,
            strong="strong" in self._styles,
            em="em" in self._styles,
            link=self._links[-1] if self._links else "",
        ))

    def _close_block(self) -> None:
        kind = self._kind or (Kind.ITEM if self._lists else Kind.PARAGRAPH)
        is_item = kind is Kind.ITEM
        level = max(0, len(self._lists) - 1) if is_item else 0
        ordered = is_item and self._lists[-1:] == ["ol"]
        self._blocks.append(Block(kind=kind, spans=tuple(self._spans), level=level, ordered=ordered))
        self._spans, self._kind = [], None

    def _close_figure(self, figure: dict[str, str]) -> None:
        spans, self._spans, self._figure = tuple(self._spans), [], None
        kind = Kind(figure.pop("kind", Kind.PARAGRAPH))
        fields = {name: value for name, value in figure.items() if name in ("url", "alt", "credit")}
        self._blocks.append(Block(kind=kind, spans=spans, **(fields if kind is not Kind.PARAGRAPH else {})))  # type: ignore[arg-type]
