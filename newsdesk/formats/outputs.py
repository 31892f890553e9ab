"""Every way out, in one list that the command line, the export dialog and the tests share.

A format's module is imported when it is first used, so that the list costs nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any

from newsdesk.errors import ExportError
from newsdesk.formats.edition import Edition

Made = bytes | tuple[bytes, tuple[str, ...]]  # what a maker gives: the file, and if it may, what it left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One format: what people call it, and who makes it."""

    name: str  # as in `export --to NAME`
    label: str
    extension: str
    media_type: str
    maker: str  # module:function
    has_picture_files: bool = False  # `pictures.picture_files` goes into a folder beside it, if one is named
    has_themes: bool = False
    is_backup: bool = False  # wants an edition of everything: Options(everything=True)

    def render(self, edition: Edition) -> bytes:
        """The whole file. Raises ExportError with a sentence."""
        return self.written(edition)[0]

    def written(self, edition: Edition) -> tuple[bytes, tuple[str, ...]]:
        """The whole file, and sentences on what this format could not say."""
        made: Made = _function(self.maker)(edition)
        return made if isinstance(made, tuple) else (made, ())


def _function(name: str) -> Any:  # noqa: ANN401  what the list says it is
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)


_HERE = "newsdesk.formats."
_ALL = (
    Output(name="text", label="Live-blog text", extension=".txt", media_type="text/plain",
           maker=_HERE + "plaintext.output:text"),
    Output(name="html", label="Web page", extension=".html", media_type="text/html", maker=_HERE + "page:page",
           has_picture_files=True, has_themes=True),
    Output(name="fragment", label="HTML fragment", extension=".fragment.html", media_type="text/html",
           maker=_HERE + "page:fragment", has_picture_files=True, has_themes=True),
    Output(name="email", label="Text for an e-mail", extension=".email.txt", media_type="text/plain",
           maker=_HERE + "mail:mail"),
    Output(name="markdown", label="Markdown", extension=".md", media_type="text/markdown",
           maker=_HERE + "markdown:markdown", has_picture_files=True),
    Output(name="jsonld", label="LiveBlogPosting (JSON-LD)", extension=".jsonld", media_type="application/ld+json",
           maker=_HERE + "jsonld:jsonld"),
    Output(name="atom", label="Atom feed", extension=".atom", media_type="application/atom+xml",
           maker=_HERE + "atom:atom"),
    Output(name="rss", label="RSS feed", extension=".rss", media_type="application/rss+xml", maker=_HERE + "rss:rss"),
    Output(name="archive", label="Newsdesk archive", extension=".newsdesk", media_type="application/zip",
           maker=_HERE + "archive:archive_to_hand_on", is_backup=True),
    Output(name="pdf", label="PDF", extension=".pdf", media_type="application/pdf", maker=_HERE + "paper:pdf"),
    Output(name="docx", label="Word document", extension=".docx", maker=_HERE + "word:word",
           media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    Output(name="ninjs", label="ninjs 3.0", extension=".ninjs.json", media_type="application/json",
           maker=_HERE + "ninjs:ninjs"),
)
OUTPUTS: Mapping[str, Output] = MappingProxyType({output.name: output for output in _ALL})


def output_named(name: str) -> Output:
    """Raises ExportError, with the names there are, for any other."""
    if name in OUTPUTS:
        return OUTPUTS[name]
    raise ExportError(f"There is no format called “{name}”. There are: {', '.join(OUTPUTS)}.")
