"""Reading an Atom feed (RFC 4287) back, ours or another's."""

from dataclasses import dataclass, field
from xml.parsers import expat

from newsdesk.domain.entry import NoticeKind
from newsdesk.domain.stamp import ShownTime
from newsdesk.domain.text import clean, clean_line
from newsdesk.errors import ReadingError
from newsdesk.formats.atom import unnamed_author
from newsdesk.formats.body_reader import BodyReader
from newsdesk.formats.intake import LARGEST, Found, Intake, intake, moment_of, shown_time_of, with_withdrawal
from newsdesk.formats.page_reader import read_content
from newsdesk.formats.public import WITHDRAWN_SENTENCE, id_of

_ATOM = "http://www.w3.org/2005/Atom "
_TEMPORAL = "http://purl.org/dc/terms/ temporal"
_URN = "urn:uuid:"
_DEEPEST = 100


@dataclass(slots=True)
class _Part:
    """The feed or one of its entries while it is read: each element's texts by its name."""

    values: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, value: str) -> None:
        self.values.setdefault(name, []).append(value)

    def first(self, name: str) -> str:
        return next(iter(self.values.get(name, [])), "")


def read_atom(content: bytes) -> Intake:
    """The feed's entries in their order. Raises ReadingError if it is no feed, or a trap."""
    feed, entries = _Walker().walk(content)
    bodies = BodyReader()
    found = [_entry(entry, number, bodies) for number, entry in enumerate(entries, 1)]
    return intake(
        found,
        blog_id=_uuid(feed.first("id")),
        headline=clean_line(feed.first("title")),
        introduction=bodies.read(feed.first("subtitle")),
        bylines=_bylines(feed),
        language=feed.first("lang") or "en",
        url=feed.first("link"),
        attachments=bodies.attachments,
    )


def _entry(entry: _Part, number: int, bodies: BodyReader) -> Found:
    first = moment_of(entry.first("published")) or moment_of(entry.first("updated"))
    shown = moment_of(entry.first("temporal")) or first
    if shown is None:
        raise ReadingError(f"Entry {number} of this feed has no time. Nothing was imported.")
    time, title = ShownTime(shown), clean_line(entry.first("title"))
    stamp = shown_time_of(title)
    html = entry.first("content") or entry.first("summary")
    inner, notices = read_content(html, bodies)
    found = Found(
        id=_uuid(entry.first("id")),
        time=stamp if stamp and stamp.moment == time.moment else time,
        first_published=first,
        headline="" if stamp and stamp.moment == time.moment else title,
        body=bodies.read(inner if 'class="e-content"' in html or notices else html),
        notices=notices,
        bylines=tuple(entry.values.get("name", [])),
        labels=tuple(entry.values.get("category", [])),
    )
    is_stub = title == WITHDRAWN_SENTENCE and (not html or any(n.kind is NoticeKind.WITHDRAWN for n in notices)
                                               or WITHDRAWN_SENTENCE in html)
    return with_withdrawal(found) if is_stub else found


def _bylines(feed: _Part) -> tuple[str, ...]:
    """Who wrote it; what a feed of ours must name where nobody signed is nobody's name."""
    names = tuple(feed.values.get("name", []))
    return () if names == (unnamed_author(feed.first("link"), feed.first("title")),) else names


def _uuid(text: str) -> str:
    return id_of(f"entry-{text.removeprefix(_URN)}") if text.startswith(_URN) else ""


class _Walker:
    """Walks the XML once. A document type is refused: no feed needs one, and entities are how XML is made a bomb."""

    def __init__(self) -> None:
        self._feed = _Part()
        self._entries: list[_Part] = []
        self._path: list[str] = []
        self._texts: list[str] = []

    def walk(self, content: bytes) -> tuple[_Part, list[_Part]]:
        if len(content) > LARGEST:
            raise ReadingError("This file is larger than 300 MB. Nothing was imported.")
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._texts.append
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, ValueError) as error:
            raise ReadingError(f"This is not well-formed XML: {error}. Nothing was imported.") from error
        return self._feed, self._entries

    def _refuse(self, *_: object) -> None:
        raise ReadingError("This feed declares a document type, which feeds don't need. Nothing was imported.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._path and name != f"{_ATOM}feed":
            raise ReadingError("This is not an Atom feed. Nothing was imported.")
        if len(self._path) >= _DEEPEST:
            raise ReadingError("This XML is nested too deep to be a feed. Nothing was imported.")
        self._path.append(name)
        self._texts.clear()
        if name == f"{_ATOM}entry":
            self._entries.append(_Part())
        self._keep_attributes(name, attributes)

    def _keep_attributes(self, name: str, attributes: dict[str, str]) -> None:
        part = self._part()
        if name == f"{_ATOM}category" and attributes.get("term"):
            part.add("category", clean(attributes["term"]))
        elif name == f"{_ATOM}link" and attributes.get("rel", "alternate") == "alternate":
            part.add("link", attributes.get("href", ""))
        elif name == f"{_ATOM}feed" and (language := attributes.get("http://www.w3.org/XML/1998/namespace lang")):
            part.add("lang", language)

    def _end(self, name: str) -> None:
        self._path.pop()
        is_known = name.startswith(_ATOM) and name not in (f"{_ATOM}category", f"{_ATOM}link")
        if is_known or name == _TEMPORAL:
            self._part().add(name.rpartition(" ")[2], "".join(self._texts))
        self._texts.clear()

    def _part(self) -> _Part:
        return self._entries[-1] if f"{_ATOM}entry" in self._path else self._feed


