"""Bringing files in: read, understood, and added as one edit, so that one undo takes it all away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsdesk.desk import files, picturing
from newsdesk.desk.copying import as_new
from newsdesk.desk.desk import Desk
from newsdesk.desk.inserting import insert_entries
from newsdesk.desk.pictures_beside import with_pictures_beside
from newsdesk.domain.blog import Blog, Shelf
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry, State
from newsdesk.errors import HistoryError, ReadingError
from newsdesk.formats import plaintext
from newsdesk.formats.inputs import ENDINGS, INPUTS, Input, input_for
from newsdesk.formats.intake import json_of
from newsdesk.formats.plaintext import Reading, ReadNotice
from newsdesk.formats.public import plain

__all__ = [
    "ENDINGS", "FORMATS", "Imported", "ReadNotice", "Understanding", "add_to", "import_file", "take_in",
    "understand_file",
]  # fmt: skip
FORMATS = ("text", *INPUTS)
_UNKNOWN_JSON = (
    "This is JSON, but in no form of a live blog that is known. Nothing was imported; “--format text” takes it as text."
)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in; `is_new` is False where the blog was there already."""

    blog: Blog
    entries: int
    notices: Sequence[ReadNotice]
    is_new: bool
    differing: int = 0  # of the entries that are here already: how many say something else here

    @property
    def sentence(self) -> str:
        name = f"“{self.blog.headline}”" if self.blog.headline else "a blog without a headline"
        if self.differing:
            many = "one entry says" if self.differing == 1 else f"{self.differing} entries say"
            return (
                f"{name} is here already, and {many} something else here than in this file; nothing was changed. "
                "Use --copy to import the file as a further blog."
            )
        if not self.is_new:
            return f"This file is here already, as {name}; nothing was added. Use --copy for a further copy."
        return f"Imported {name} with {self.entries} {'entry' if self.entries == 1 else 'entries'}."


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a file says; nothing of it is in the store yet."""

    path: Path
    reading: Reading


def import_file(
    desk: Desk,
    path: Path,
    *,
    format: str | None = None,
    encoding: str | None = None,
    state: State = State.PUBLISHED,
    copy: bool = False,
    zones: Mapping[str, str] | None = None,
) -> Imported:
    """Import a file as a blog. Raises ReadingError with a sentence, and then nothing is imported."""
    understood = understand_file(desk, path, format=format, encoding=encoding, state=state, zones=zones)
    return take_in(desk, understood, copy=copy)


def understand_file(
    desk: Desk,
    path: Path,
    *,
    format: str | None = None,
    encoding: str | None = None,
    state: State = State.PUBLISHED,
    zones: Mapping[str, str] | None = None,
) -> Understanding:
    """Read a file and look at what it says. Raises ReadingError with a sentence."""
    content = files.read(path)
    try:
        is_open = format is None and encoding is None  # the file says what it is
        input = input_for(path.name, content) if is_open else _named(format or "text")
        if is_open and input is None and _is_json(content):
            raise ReadingError(_UNKNOWN_JSON)
        reading = _taken_in(input, content) if input else _read_text(desk, content, encoding, state, zones or {})
    except ReadingError as error:
        raise ReadingError(f"{path.name}: {error.sentence}") from error
    return Understanding(path, with_pictures_beside(path, reading))


def _is_json(content: bytes) -> bool:
    """Whether all of it is one JSON object or list; a text may begin like one."""
    if not content.lstrip().startswith((b"{", b"[")):
        return False
    try:
        json_of(content)
    except ReadingError:
        return False
    return True


def take_in(desk: Desk, understood: Understanding, *, copy: bool = False) -> Imported:
    """Import what was understood, as one edit. Raises ReadingError; then nothing is imported."""
    reading = plaintext.as_copy(understood.reading) if copy else understood.reading
    blog, entries = reading.blog, reading.entries
    if there := _already(desk, blog, entries):
        return Imported(there, len(entries), reading.notices, is_new=False, differing=_differing(desk, entries))
    picturing.keep_pictures(desk, reading.attachments)
    untold = _added(desk, reading)
    missing = _without_pictures(desk, reading)
    return Imported(blog, len(entries), (*reading.notices, *untold, *missing), is_new=True)


def add_to(desk: Desk, blog: str, understood: Understanding) -> list[Entry]:
    """Add the entries of a file to a blog, each at its place by time; what was published elsewhere is a draft here."""
    reading = understood.reading
    picturing.keep_pictures(desk, reading.attachments)
    return insert_entries(desk, blog, [as_new(entry, blog, desk) for entry in reading.entries], "Add")


def _differing(desk: Desk, entries: Sequence[Entry]) -> int:
    """How many entries of a file say something else here: in time, headline or words; formatting is not compared."""
    here = desk.store.entries([entry.id for entry in entries])
    return sum(_said(entry) != _said(here[entry.id]) for entry in entries if entry.id in here)


def _said(entry: Entry) -> tuple[object, ...]:
    """Of a withdrawn entry nothing but that: not every format tells the rest."""
    if entry.state is State.WITHDRAWN:
        return (State.WITHDRAWN,)
    return entry.time.moment, entry.headline, "".join("".join(plain(entry.body)).split())


def _added(desk: Desk, reading: Reading) -> tuple[ReadNotice, ...]:
    """Add a blog, with its history where it brings one that holds together; else that is noticed."""
    edit = Edit.of("Import", after=[reading.blog, *reading.entries])
    if reading.revisions:
        try:
            desk.adopt(edit, reading.revisions)
        except HistoryError as error:
            desk.do(edit)
            return (ReadNotice("HISTORY", 1, f"{error.sentence} The history was left out; every entry is here."),)
    else:
        desk.do(edit)
    return ()


def _without_pictures(desk: Desk, reading: Reading) -> tuple[ReadNotice, ...]:
    count = picturing.count_missing(desk, [reading.blog.introduction, *(entry.body for entry in reading.entries)])
    many = "1 picture is" if count == 1 else f"{count} pictures are"
    told = f"{many} not in the file: the words and credits are kept, and you can put the images in again."
    return (ReadNotice("PICTURES", 1, told),) if count else ()


def _named(format: str) -> Input | None:
    if format not in FORMATS:
        raise ReadingError(f"“{format}” is no format that can be read. Choose one of: {', '.join(FORMATS)}.")
    return INPUTS.get(format)


def _read_text(
    desk: Desk, content: bytes, encoding: str | None, state: State, zones: Mapping[str, str]
) -> Reading:
    decoded = plaintext.decode(content, encoding)
    return plaintext.read(
        decoded.text, now=desk.now(), encoding=decoded.encoding, has_bom=decoded.has_bom, zones=zones, state=state
    )


def _taken_in(input: Input, content: bytes) -> Reading:
    intake = input.read(content)
    notices = tuple(ReadNotice("NOTE", 1, sentence) for sentence in intake.notices)
    return Reading(intake.blog, intake.entries, notices, (), intake.attachments, intake.revisions)


def _already(desk: Desk, blog: Blog, entries: Sequence[Entry]) -> Blog | None:
    """The blog of the same file, brought back from the trash if it lies there; None if it is not here.

    Ids come from the content; a format that cannot tell which blog it is of tells it by its entries.
    Raises ReadingError where the blog is here and the file has entries it never had.
    """
    blogs = {known.id: known for known in desk.store.blogs()}
    there = blogs.get(blog.id) or blogs.get(desk.store.home_of([entry.id for entry in entries]))
    if there is None:
        return None
    unknown = len(desk.store.never_seen([entry.id for entry in entries]))
    if unknown:
        raise ReadingError(
            f"“{there.headline}” is here already, and this file has {unknown} entries that it never had. "
            "Nothing was imported; use --copy to import the file as a further blog."
        )
    if there.shelf is Shelf.TRASH:
        desk.do(Edit.of("Restore blog", [there], [replace(there, shelf=Shelf.DESK)]))
    return there
