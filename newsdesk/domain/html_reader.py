"""Reads what HTML says into blocks: of the canonical form all, of any other its words."""

from html.parser import HTMLParser

from newsdesk.domain.html import TAG_OF
from newsdesk.domain.markup import Block, Kind, Span

_KIND_OF = {tag: kind for kind, tag in TAG_OF.items()} | dict.fromkeys(("h1", "h2", "h4", "h5", "h6"), Kind.SUBHEAD)
_BLOCKS = {"address", "article", "aside", "body", "dd", "div", "dl", "dt", "footer", "header", "hr", "main", "nav"}
_BLOCKS |= {"pre", "section", "table", "tbody", "td", "th", "thead", "tr", "figcaption", "cite"}
_STYLE_OF = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
_DROPPED = {"head", "iframe", "noscript", "object", "script", "style", "svg", "template", "title"}


def read(html: str) -> list[Block]:
    """The blocks, as they stand there. Never raises."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finished()


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
