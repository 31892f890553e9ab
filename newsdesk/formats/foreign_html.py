"""HTML of other programs, such as a clipboard's, as a body: the words and what formatting a body can have.

nh3 makes the tree sound and drops what could run; the walk over what is left reads the habits of word
processors, mail programs and pages. White space collapses as CSS 2.1 (16.6.1) says. Images are dropped:
they stand elsewhere. Reading never raises.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import nh3

from newsdesk.domain.markup import Block, Body, Kind, Span, normal, paragraphs
from newsdesk.domain.text import clean
from newsdesk.formats.foreign_styles import Style, styled

_KEPT_STYLES = {"font-weight", "font-style", "display", "visibility", "white-space", "mso-list", "mso-hide"}
_DROPPED = {"button", "head", "iframe", "math", "nav", "noscript", "object", "script", "select", "style", "svg"}
_DROPPED |= {"template", "textarea", "title", "video", "audio", "canvas"}
_CLEANER = nh3.Cleaner(
    tags=nh3.ALLOWED_TAGS - _DROPPED | {"font", "center", "main", "body", "form", "label", "fieldset"},
    clean_content_tags=_DROPPED,
    attributes={"*": {"style", "class", "hidden", "aria-hidden"}, "a": {"href"}, "img": {"alt"}},
    filter_style_properties=_KEPT_STYLES,
    link_rel=None,
    url_schemes={"http", "https", "mailto", "tel"},
)
_VOID = {"area", "br", "col", "hr", "img", "wbr"}
_BLOCKS = {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt"}
_BLOCKS |= {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
_BLOCKS |= {"hgroup", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead"}
_BLOCKS |= {"tr", "ul"}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_COUNTED = re.compile(r"\(?[0-9A-Za-z]{1,4}[.)]")  # how Word counts an item; a bullet is a lone sign or "o"
_EMOJI = re.compile(r"[^\x00-\u203b]{1,8}")
_PARTING = re.compile(r"\n{2,}")


def read_foreign(html: str, plain: str = "") -> Body:
    """What HTML says; where it says nothing, the lines of the plain text that came with it."""
    walker = _Walker()
    walker.feed(_CLEANER.clean(clean(html)))
    walker.close()
    return normal(walker.finished()) or read_plain(plain)


def read_plain(text: str) -> Body:
    """Plain text: each line is a paragraph, blank lines only part them."""
    return paragraphs(*(line for line in clean(text).split("\n") if line.strip()))


@dataclass(slots=True)
class _Open:
    """A block that is being read."""

    spans: list[Span] = field(default_factory=list)
    marker: str = ""  # how Word marks the item
    ends_in_space: bool = True  # of the kind that collapses
    has_text: bool = False


class _Walker(HTMLParser):
    """Walks well-formed HTML; a block of a body ends wherever one of HTML begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._styles: list[tuple[str, Style]] = [("", Style())]
        self._blocks: list[Block] = []
        self._open = _Open()
        self._in_row = False

    def finished(self) -> list[Block]:
        self._end_block()
        return self._blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._add_break()
        elif tag == "img":
            self._add_emoji(given.get("alt", ""))
        elif tag in ("td", "th"):
            self._start_cell()
        elif tag in _BLOCKS:
            self._end_block()
        if tag not in _VOID:
            self._styles.append((tag, styled(self._style, tag, given)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        self._in_row = self._in_row and tag != "tr"
        if any(name == tag for name, _ in self._styles[1:]):
            while self._styles.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        style = self._style
        if style.is_hidden:
            return
        if style.is_marker:
            self._open.marker += data
            return
        text = data.replace("\xa0", " ") if style.is_converted_space else data
        if style.keeps_space:
            self._add(text, ends_in_space=False)
        else:
            self._add_collapsed(_SPACE.sub(" ", text))

    @property
    def _style(self) -> Style:
        return self._styles[-1][1]

    def _start_cell(self) -> None:
        """Cells of a row stand in one paragraph, parted by tabs."""
        if self._in_row and self._open.has_text:
            self._trim_end()
            self._add("\t", ends_in_space=True)
        self._in_row = True

    def _add_collapsed(self, text: str) -> None:
        if self._open.ends_in_space:
            text = text.removeprefix(" ")
        if text:
            self._add(text, ends_in_space=text.endswith(" "))

    def _add_break(self) -> None:
        if not self._style.is_hidden:
            self._trim_end()
            self._add("\n", ends_in_space=True)

    def _add_emoji(self, text: str) -> None:
        if _EMOJI.fullmatch(text) and not self._style.is_hidden:
            self._add(text, ends_in_space=False)

    def _add(self, text: str, *, ends_in_space: bool) -> None:
        style = self._style
        is_strong = style.strong and style.kind is not Kind.SUBHEAD  # a subhead is bold by itself
        self._open.spans.append(Span(text, strong=is_strong, em=style.em, link=style.link))
        self._open.ends_in_space = ends_in_space
        self._open.has_text = self._open.has_text or bool(text.strip())

    def _trim_end(self) -> None:
        """Take away the space that collapses with the end of a line."""
        spans = self._open.spans
        if self._open.ends_in_space and spans and spans[-1].text.endswith(" "):
            spans[-1] = replace(spans[-1], text=spans[-1].text[:-1])

    def _end_block(self) -> None:
        self._trim_end()
        block, self._open = self._open, _Open()
        if block.has_text:
            self._blocks.extend(_shaped(part, self._style, block.marker) for part in _parts(block.spans))


def _shaped(spans: list[Span], style: Style, marker: str) -> Block:
    if style.list_level is None:
        return Block(kind=style.kind, spans=tuple(spans))
    ordered = style.is_ordered or _COUNTED.fullmatch(marker.strip()) is not None
    return Block(kind=Kind.ITEM, spans=tuple(spans), level=style.list_level, ordered=ordered)


def _parts(spans: list[Span]) -> Iterator[list[Span]]:
    """A block cut where a blank line parts it, without line breaks at the ends of the parts."""
    text, start = "".join(span.text for span in spans), 0
    for end in (*(match.start() for match in _PARTING.finditer(text)), len(text)):
        part = text[start:end]
        first = start + len(part) - len(part.lstrip("\n"))
        last = start + len(part.rstrip("\n"))
        if text[first:last].strip():
            yield _cut(spans, first, last)
        start = end


def _cut(spans: list[Span], first: int, last: int) -> list[Span]:
    cut, place = [], 0
    for span in spans:
        start, end = max(first - place, 0), min(last - place, len(span.text))
        if start < end:
            cut.append(replace(span, text=span.text[start:end]))
        place += len(span.text)
    return cut
