"""Reading Markdown back: ours to the letter, anybody's by its headings and stamps."""

import re
from collections.abc import Iterator
from dataclasses import replace

from newsdesk.domain.entry import NoticeKind
from newsdesk.domain.markup import Block, Kind, normal
from newsdesk.domain.text import clean
from newsdesk.formats.body_reader import BodyReader
from newsdesk.formats.intake import Found, Intake, decoded, intake, notices_of, shown_time_of, with_withdrawal
from newsdesk.formats.markdown_inline import read_inline, read_plain
from newsdesk.formats.public import WITHDRAWN_SENTENCE, id_of

_ENTRY = re.compile(r'<a id="(entry-[A-Za-z0-9_-]+)"></a>\*\*(.+)\*\*')
_BARE = re.compile(r"(?:\*\*)?([0-9]{2}:[0-9]{2} .+?)(?:\*\*)?")
_JUMP = re.compile(r"\]\(#(entry-[A-Za-z0-9_-]+)\)$", re.MULTILINE)
_OURS = re.compile(r"_(.*)_", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_ITEM = re.compile(r"( *)(?:[-*+]|([0-9]{1,9})[.)])( +|$)(.*)")
_IMAGE = re.compile(
    r"!\[((?:\\.|[^\[\]\\])*)\]\((?:<([^<>\n]*)>|([^()\s]*))\)(?:<cite>([^<]*)</cite>)?(?:\\?\n(.*))?", re.DOTALL
)
_EMBED = re.compile(r"(?:(.*)\\\n)?<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*)>", re.DOTALL)


def read_markdown(content: bytes) -> Intake:
    """The blog of a Markdown file. Raises ReadingError if it holds none."""
    chunks = [chunk.strip("\n") for chunk in re.split(r"\n(?:[ \t]*\n)+", clean(decoded(content)))]
    reader = _Reader(has_anchors=any(_ENTRY.fullmatch(chunk) for chunk in chunks))
    for chunk in filter(None, chunks):
        reader.take(chunk)
    return reader.finished()


class _Reader:
    """Takes the file chunk by chunk; what stands above the first entry is the blog's."""

    def __init__(self, has_anchors: bool) -> None:
        self._has_anchors = has_anchors
        self._found: list[Found] = []
        self._blocks: list[Block] = []  # of the introduction or the entry at hand
        self._introduction: list[Block] = []
        self._headline = ""
        self._url = ""
        self._bylines: tuple[str, ...] = ()
        self._is_key_list = False
        self._key_ids: frozenset[str] = frozenset()
        self._bodies = BodyReader()

    def finished(self) -> Intake:
        self._close()
        return intake(
            self._found,
            headline=self._headline,
            introduction=normal(self._introduction),
            bylines=self._bylines,
            url=self._url,
            attachments=self._bodies.attachments,
        )

    def take(self, chunk: str) -> None:
        is_key_list, self._is_key_list = self._is_key_list and chunk.startswith("* ["), False
        if (start := self._start(chunk)) is not None:
            self._close()
            self._found.append(start)
        elif ours := _OURS.fullmatch(chunk):
            self._take_ours(ours[1])
        elif heading := _HEADING.fullmatch(chunk):
            self._take_heading(len(heading[1]), heading[2])
        elif is_key_list:
            self._key_ids = frozenset(id_of(anchor) for anchor in _JUMP.findall(chunk))
        else:
            self._blocks.extend(_blocks(chunk, self._bodies))

    def _start(self, chunk: str) -> Found | None:
        match = _ENTRY.fullmatch(chunk)
        if match and (time := shown_time_of(read_plain(match[2]))):
            id = id_of(match[1])
            return Found(id=id, time=time, is_key=id in self._key_ids)
        bare = None if self._has_anchors else _BARE.fullmatch(chunk)
        time = shown_time_of(read_plain(bare[1])) if bare else None
        return Found(time=time) if time else None

    def _take_ours(self, inner: str) -> None:
        """A byline, a notice, labels; what is none of them is somebody's emphasis."""
        text = read_plain(inner)
        if inner.startswith("By ") and not self._found:
            self._bylines = _names(inner.removeprefix("By "))
        elif inner.startswith("Read at <") and not self._found:
            self._url = inner.removeprefix("Read at <").removesuffix(">")
        elif text == "Key events" and not self._found:
            self._is_key_list = True
        elif not self._found or not self._change_entry(text, inner):
            self._blocks.append(Block(spans=read_inline(f"_{inner}_")))

    def _change_entry(self, text: str, inner: str) -> bool:
        entry = self._found[-1]
        if text == WITHDRAWN_SENTENCE:
            self._found[-1] = with_withdrawal(entry)
        elif inner.startswith("By "):
            self._found[-1] = replace(entry, bylines=_names(inner.removeprefix("By ")))
        elif inner.startswith("Labels: "):
            self._found[-1] = replace(entry, labels=_names(inner.removeprefix("Labels: ")))
        elif (notices := notices_of(text)) and notices[0].kind is not NoticeKind.REFILE:
            self._found[-1] = replace(entry, notices=entry.notices + notices)
        else:
            return False
        return True

    def _take_heading(self, level: int, text: str) -> None:
        if level == 1 and not self._found and not self._headline:
            self._headline = read_plain(text)
        elif level <= 2 and self._found and not self._blocks and not self._found[-1].headline:
            self._found[-1] = replace(self._found[-1], headline=read_plain(text))
        else:
            self._blocks.append(Block(kind=Kind.SUBHEAD, spans=read_inline(text)))

    def _close(self) -> None:
        if self._found:
            self._found[-1] = replace(self._found[-1], body=normal(self._blocks))
        else:
            self._introduction = self._blocks
        self._blocks = []


def _names(inner: str) -> tuple[str, ...]:
    return tuple(_plain_name(name) for name in inner.split(", "))


def _plain_name(name: str) -> str:
    """Without the blanks that somebody left around it, but with those that it has by their numbers."""
    return "".join(span.text for span in read_inline(name))


def _blocks(chunk: str, bodies: BodyReader) -> Iterator[Block]:
    if _ITEM.match(chunk):
        yield from _items(chunk)
    elif chunk.startswith(">"):
        lines = [re.sub(r"^> ?", "", line) for line in chunk.split("\n")]
        yield Block(kind=Kind.QUOTE, spans=read_inline("\n".join(lines)))
    elif image := _IMAGE.fullmatch(chunk):
        alt, pointed, bare, credit, caption = image.groups(default="")
        url = bodies.attachment_url(pointed or bare)
        spans = read_inline(caption)
        yield Block(kind=Kind.IMAGE, url=url, alt=read_plain(alt), credit=_unescaped(credit), spans=spans)
    elif embed := _EMBED.fullmatch(chunk):
        yield Block(kind=Kind.EMBED, url=embed[2], spans=read_inline(embed[1] or ""))
    else:
        yield Block(spans=read_inline(chunk))


def _items(chunk: str) -> Iterator[Block]:
    """One block an item; a line that starts none belongs to the item above it."""
    texts: list[tuple[int, bool, list[str]]] = []
    indents: list[int] = []
    for line in chunk.split("\n"):
        if match := _ITEM.fullmatch(line):
            start = len(match[1])
            while indents and start < indents[-1]:
                indents.pop()
            texts.append((len(indents), match[2] is not None, [match[4]]))
            indents.append(match.start(4))
        else:
            texts[-1][2].append(line)
    for level, ordered, lines in texts:
        yield Block(kind=Kind.ITEM, level=level, ordered=ordered, spans=read_inline("\n".join(lines)))


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
