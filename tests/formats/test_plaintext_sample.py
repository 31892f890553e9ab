"""The reference file and a look-alike: in and out again, and edited."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from difflib import ndiff
from pathlib import Path

import pytest

from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import paragraphs, texts
from newsdesk.domain.stamp import ShownTime
from newsdesk.formats.plaintext import Reading, decode, read, write

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2024, 1, 1, 12, tzinfo=UTC)
FILES = [ROOT / "tests/data/plaintext/reference-look-alike.txt", ROOT.parent / "shared/samples/almaty-2022-01-06.txt"]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def file(request: pytest.FixtureRequest) -> bytes:
    path: Path = request.param
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    return path.read_bytes()


@pytest.fixture(params=["kept", "dropped"])
def reading(request: pytest.FixtureRequest, file: bytes) -> Reading:
    """The file as read, with and without the bytes it was read from."""
    found = read_bytes(file)
    return found if request.param == "kept" else without_sources(found)


def read_bytes(data: bytes) -> Reading:
    decoded = decode(data)
    return read(decoded.text, now=NOW, encoding=decoded.encoding, has_bom=decoded.has_bom)


def without_sources(reading: Reading) -> Reading:
    return replace(
        reading,
        blog=replace(reading.blog, source=None),
        entries=tuple(replace(entry, source=None) for entry in reading.entries),
    )


def changes(before: bytes, after: bytes) -> list[str]:
    lines = ndiff(before.decode().split("\n"), after.decode().split("\n"))
    return [line[:2] + line[2:40] for line in lines if line[0] in "+-"]


def written(reading: Reading, entries: Sequence[Entry]) -> bytes:
    return write(reading.blog, entries).data


def test_the_look_alike_reads_as_a_person_reads_it() -> None:
    reading = read_bytes(FILES[0].read_bytes())

    assert reading.blog.headline == "Ferry Aground off Harwick as Crews Work Through the Night"
    assert reading.blog.slug == "ferry-aground-off-harwick-as-crews-work-through-the-night"
    assert str(reading.blog.date) == "2023-05-17"
    assert len(reading.blog.introduction) == 3
    assert [str(entry.time) for entry in reading.entries] == [
        "07:20 GMT 17.05.2023", "06:48 GMT 17.05.2023", "05:55 GMT 17.05.2023",
    ]  # fmt: skip
    assert [len(entry.body) for entry in reading.entries] == [0, 1, 2]
    assert texts(reading.entries[2].body)[0].startswith("HARWICK (Coast News) - All")
    assert [(n.code, n.line) for n in reading.notices] == [("CRAWL-PREFIX", 1), ("DOUBLE-STOP", 13)]
    assert all(entry.state is State.PUBLISHED for entry in reading.entries)
    assert all(entry.first_published == entry.last_changed == entry.time.moment for entry in reading.entries)


def test_unedited_it_comes_out_to_the_byte(reading: Reading, file: bytes) -> None:
    assert written(reading, reading.entries) == file


def test_reading_it_twice_gives_the_same_ids(file: bytes) -> None:
    first, second = read_bytes(file), read_bytes(file)

    assert first.blog.id == second.blog.id
    assert [entry.id for entry in first.entries] == [entry.id for entry in second.entries]


def test_editing_a_headline_changes_one_line(reading: Reading, file: bytes) -> None:
    for place, entry in enumerate(reading.entries):
        entries = list(reading.entries)
        entries[place] = replace(entry, headline="Another Headline")

        found = changes(file, written(reading, entries))

        assert [line[0] for line in found if not line.startswith("?")] == ["-", "+"]


def test_moving_the_last_entry_up_glues_nothing(reading: Reading, file: bytes) -> None:
    first, *middle, last = reading.entries

    moved = read_bytes(written(reading, [last, first, *middle]))

    assert [(e.time, e.headline, e.body) for e in moved.entries] == [
        (e.time, e.headline, e.body) for e in [last, first, *middle]
    ]


def test_editing_the_last_entry_and_moving_it_up_glues_nothing(reading: Reading) -> None:
    first, *middle, last = reading.entries
    last = replace(last, body=paragraphs("One.", "Two."))

    moved = read_bytes(written(reading, [last, first, *middle]))

    assert texts(moved.entries[0].body) == ("One.", "Two.")
    assert moved.entries[1].headline == first.headline


def test_an_added_entry_only_adds_lines(reading: Reading, file: bytes) -> None:
    first, *others = reading.entries
    new = replace(
        first, id="new", time=ShownTime(first.time.clock), headline="New", body=paragraphs("Words."), source=None
    )

    found = changes(file, written(reading, [first, new, *others]))

    assert [line[0] for line in found] == ["+", "+", "+"]


def test_sorting_the_other_way_and_back_gives_the_same_bytes(reading: Reading, file: bytes) -> None:
    oldest = write(reading.blog, reading.entries, order="oldest").data

    assert oldest != file
    assert write(reading.blog, read_bytes(oldest).entries[::-1], order="newest").data == file
