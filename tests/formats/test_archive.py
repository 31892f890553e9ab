"""The archive: everything comes back; a trap is refused in a sentence."""

import io
import json
import stat
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.record import What, to_record
from newsdesk.domain.revision import Act, Author, Change, Revision
from newsdesk.errors import ReadingError
from newsdesk.formats.archive import archive
from newsdesk.formats.archive_reader import read_archive
from newsdesk.formats.edition import Edition, Options
from newsdesk.formats.outputs import OUTPUTS
from tests.formats.blogs import NOW, full_blog, full_edition, full_entries, plain_edition
from tests.formats.strategies import bodies, editions

EVERYTHING = Options(everything=True, with_history=True, with_notes=True)


def history() -> tuple[Revision, ...]:
    old, new = to_record(full_entries()[0]), to_record(replace(full_entries()[0], headline="x", note="SECRET NOTE"))
    author, id = Author("desk-1", "Ann"), full_entries()[0].id
    add = Change(What.ENTRY, id, None, old)
    change = Change(What.ENTRY, id, {"headline": "a", "note": "SECRET NOTE"}, {"headline": "b", "note": ""})
    noted = Change(What.ENTRY, id, {"note": ""}, {"note": "SECRET NOTE"})
    gone = Change(What.ENTRY, id, new, None)
    return tuple(
        Revision(id=f"r{n}", sequence=n, blog="b", author=author, at=NOW, title="t", act=Act.UNDO, changes=(made,))
        for n, made in enumerate((add, change, noted, gone), 1)
    )


def with_everything(options: Options = EVERYTHING) -> Edition:
    return replace(full_edition(options), revisions=history())


def packed(**files: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return content.getvalue()


def unpacked() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive(with_everything()))) as made:
        return {name: made.read(name) for name in made.namelist()}


def test_everything_comes_back() -> None:
    export = with_everything()

    read = read_archive(archive(export))

    assert (read.blog, read.entries) == (full_blog(), full_entries())
    assert read.attachments == export.attachments
    assert read.revisions == history()


def test_history_and_internal_notes_stay_here_unless_asked_for() -> None:
    content = archive(with_everything(Options(everything=True)))

    assert read_archive(content).revisions == ()
    assert b"INTERNAL" not in content
    assert b"SECRET NOTE" not in content


def test_history_without_notes_has_no_word_of_them() -> None:
    content = archive(with_everything(Options(everything=True, with_history=True)))

    assert b"SECRET NOTE" not in content
    assert [revision.id for revision in read_archive(content).revisions] == ["r1", "r2", "r4"]


def test_an_archive_says_what_it_holds_that_no_reader_is_told() -> None:
    content, told = OUTPUTS["archive"].written(full_edition(Options(everything=True)))

    assert content == archive(full_edition(Options(everything=True)))
    assert told == ("The archive holds all: also 1 draft and the text of 1 withdrawn entry. Hand it on with care.",)
    assert OUTPUTS["archive"].written(plain_edition(Options(everything=True)))[1] == ()


@given(editions(bodies()))
def test_any_blog_comes_back(export: Edition) -> None:
    read = read_archive(archive(export))

    assert (read.blog, read.entries) == (export.blog, export.entries)


@pytest.mark.parametrize(
    "name", ["../newsdesk.json", "/etc/passwd", "C:\\x", "attachments/../x", "a" * 60_000, "attachments/", "x/"]
)
def test_a_file_that_has_no_place_in_it_is_refused(name: str) -> None:
    with pytest.raises(ReadingError, match="no place"):
        read_archive(packed(**{**unpacked(), name: b""}))


def test_a_link_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        info = zipfile.ZipInfo("newsdesk.json")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(info, "/etc/passwd")

    with pytest.raises(ReadingError, match="no place"):
        read_archive(content.getvalue())


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("newsdesk.json", "{}")
        made.writestr("newsdesk.json", "{}")

    with pytest.raises(ReadingError, match="one name"):
        read_archive(content.getvalue())


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made, made.open("entries.jsonl", "w") as file:
        for _ in range(1_100):
            file.write(bytes(1_000_000))

    with pytest.raises(ReadingError, match="larger than a live blog"):
        read_archive(content.getvalue())


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"newsdesk.json": b"[" * 200_000},
        {"newsdesk.json": b'{"format": "newsdesk archive", "version": 2}'},
        {"entries.jsonl": b"5\n"},
        {"entries.jsonl": b'{"id": 5}\n'},
        {"entries.jsonl": b'{"surprise": "x"}\n'},
        {"attachments.json": b'{"../x": "image/png"}'},
        {"revisions.jsonl": b'{"id": "r"}\n'},
        {"revisions.jsonl": b'{"changes": 7}\n'},
    ],
)
def test_what_is_wrong_inside_is_a_sentence(files: dict[str, bytes]) -> None:
    with pytest.raises(ReadingError):
        read_archive(packed(**{**(unpacked() if files else {}), **files}))


def test_an_entry_of_another_blog_is_refused() -> None:
    row = json.loads(unpacked()["entries.jsonl"].split(b"\n")[0]) | {"blog": "other"}

    with pytest.raises(ReadingError, match="another blog"):
        read_archive(packed(**{**unpacked(), "entries.jsonl": json.dumps(row).encode()}))


@given(st.data())
def test_a_damaged_archive_is_a_sentence_or_still_whole(data: st.DataObject) -> None:
    whole = archive(with_everything())
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + data.draw(st.integers(0, 40)) :]

    try:
        read = read_archive(damaged)
    except ReadingError as error:
        assert error.sentence.endswith((".", "!"))
    else:
        assert [entry.body for entry in read.entries] == [entry.body for entry in full_entries()]
