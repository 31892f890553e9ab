"""A small tree of an HTML page: tags, classes, texts, and the HTML inside an element as it was written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_DEEPEST = 100  # deeper elements are taken for siblings: no page of ours comes near


@dataclass(slots=True)
class Element:
    """An element while the page is read, and after."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)  # of the element and all in it
    inner: str = ""
    start: int = 0  # where the inner HTML starts

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def walk(self) -> Iterator["Element"]:
        """All elements in it, in the page's order."""
        waiting = list(reversed(self.children))
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))


def outline(html: str) -> Element:
    """The tree under a root that stands for the page. Never raises on content."""
    reader = _Outline(html)
    reader.feed(html)
    reader.close()
    return reader.finished()


class _Outline(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._html = html
        self._starts = [0]
        for line in html.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._open = [Element("")]

    def finished(self) -> Element:
        while len(self._open) > 1:
            self._close(len(self._html))
        return self._open[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._here() + len(self.get_starttag_text() or "")
        element = Element(tag, {name: value or "" for name, value in attrs}, start=start)
        self._open[-1].children.append(element)
        if tag == "br":
            self.handle_data("\n")
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open[1:]):
            while self._open[-1].tag != tag:
                self._close(self._here())
            self._close(self._here())

    def handle_data(self, data: str) -> None:
        for element in self._open[1:]:
            element.texts.append(data)

    def _here(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _close(self, end: int) -> None:
        element = self._open.pop()
        element.inner = self._html[element.start : end]
