"""Every way back in, in one list. The plain-text live blog has a reader of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from newsdesk.formats.intake import Intake


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One format that can be read: what people call it, and who reads it."""

    name: str
    label: str
    extensions: tuple[str, ...]
    starts: tuple[bytes, ...]  # how such a file begins, blanks aside
    marks: tuple[bytes, ...]  # and one of these stands near its start
    reader: str  # module:function

    def read(self, content: bytes) -> Intake:
        """Raises ReadingError with a sentence, whatever the file holds."""
        module, _, function = self.reader.partition(":")
        read: Callable[[bytes], Intake] = getattr(import_module(module), function)
        return read(content)


_HERE = "newsdesk.formats."
_ALL = (
    Input(name="archive", label="Newsdesk archive", extensions=(".newsdesk",),
          starts=(b"PK\x03\x04",), marks=(b"",),
          reader=_HERE + "archive_reader:read_archive"),
    Input(name="html", label="Web page", extensions=(".html", ".htm"),
          starts=(b"<",), marks=(b"<html", b"live-blog h-feed", b"application/ld+json"),
          reader=_HERE + "page_reader:read_page"),
    Input(name="guardian", label="Guardian Content API", extensions=(),
          starts=(b"{",), marks=(b'"bodyTextSummary"', b'"bodyHtml"'),
          reader=_HERE + "importers.guardian:read_guardian"),
    Input(name="liveblog", label="Sourcefabric Live Blog", extensions=(),
          starts=(b"{",), marks=(b'"post_status"', b'"particular_type"'),
          reader=_HERE + "importers.liveblog:read_liveblog"),
    Input(name="wordpress", label="WordPress Liveblog", extensions=(),
          starts=(b"{", b"["), marks=(b'"entry_time"',),
          reader=_HERE + "importers.wordpress:read_wordpress"),
    Input(name="bbc", label="BBC live page", extensions=(),
          starts=(b"{",), marks=(b'"liveTextStream"',),
          reader=_HERE + "importers.bbc:read_bbc"),
    Input(name="jsonld", label="LiveBlogPosting (JSON-LD)", extensions=(".jsonld",),
          starts=(b"{", b"["), marks=(b"LiveBlogPosting",),
          reader=_HERE + "jsonld_reader:read_jsonld"),
    Input(name="ninjs", label="ninjs", extensions=(".ninjs.json",),
          starts=(b"{",), marks=(b'"ninjs"', b'"associations"'),
          reader=_HERE + "ninjs_reader:read_ninjs"),
    Input(name="atom", label="Atom feed", extensions=(".atom",),
          starts=(b"<?xml", b"<feed"), marks=(b"http://www.w3.org/2005/Atom",),
          reader=_HERE + "atom_reader:read_atom"),
    Input(name="markdown", label="Markdown", extensions=(".md", ".markdown"),
          starts=(), marks=(),
          reader=_HERE + "markdown_reader:read_markdown"),
)
INPUTS: Mapping[str, Input] = MappingProxyType({input.name: input for input in _ALL})
ENDINGS = (".txt", *(ending for input in _ALL for ending in input.extensions), ".json", ".xml")
_NEAR_THE_START = 65_536


def input_for(file_name: str, content: bytes) -> Input | None:
    """The format of a file, by its name or by what it holds; None: plain text, or unknown."""
    name, start = file_name.lower(), content[:_NEAR_THE_START].removeprefix(b"\xef\xbb\xbf").lstrip()
    for input in INPUTS.values():
        if start.startswith(input.starts) and any(mark in start for mark in input.marks):
            return input
    return next((input for input in INPUTS.values() if name.endswith(input.extensions)), None)
