"""Undo takes back words and phrases, whatever steps they were stored in; redo brings the same ones back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.markup import paragraphs, texts
from newsdesk.domain.revision import Author
from newsdesk.store.store import Store

START = datetime(2022, 1, 6, 12, 0, tzinfo=UTC)


class Writer:
    """Types at a desk whose clock one turns."""

    def __init__(self, path: Path) -> None:
        self.now = START
        self.desk = Desk(Store(path), Author("desk-one", "Ada"), lambda: self.now)
        self.blog = writing.new_blog(self.desk, "Storm")
        self.id = writing.add_entry(self.desk, self.blog).id

    def write(self, *lines: str, title: str = "Typing", seconds: float = 0.8) -> None:
        self.now += timedelta(seconds=seconds)
        writing.change(self.desk, self.desk.entry(self.id), title, "visit", body=paragraphs(*lines))

    def name(self, headline: str) -> None:
        self.now += timedelta(seconds=0.8)
        writing.change(self.desk, self.desk.entry(self.id), "Edit headline", "visit", headline=headline)

    @property
    def text(self) -> str:
        return "\n".join(texts(self.desk.entry(self.id).body))

    def undo(self) -> str:
        self.desk.undo(self.blog.id)
        return self.text

    def redo(self) -> str:
        self.desk.redo(self.blog.id)
        return self.text


@pytest.fixture
def writer(store_file: Path) -> Iterator[Writer]:
    found = Writer(store_file)
    yield found
    found.desk.store.close()


def test_slowly_typed_letters_are_one_word(writer: Writer) -> None:
    for end in range(1, 5):
        writer.write("calm"[:end], seconds=5)

    assert writer.undo() == ""
    assert writer.redo() == "calm"


def test_a_sentence_that_has_ended_stays_when_the_next_is_taken_back(writer: Writer) -> None:
    for end in (8, 15, 18, 23, 25):
        writer.write("Calm returned. Banks open"[:end])

    assert writer.undo() == "Calm returned. "
    assert writer.undo() == ""
    assert [writer.redo(), writer.redo()] == ["Calm returned. ", "Calm returned. Banks open"]


def test_a_breath_between_two_words_begins_another_thing(writer: Writer) -> None:
    writer.write("Calm")
    writer.write("Calm returned", seconds=3)

    assert [writer.undo(), writer.undo()] == ["Calm", ""]


def test_a_new_paragraph_and_another_place_are_things_of_their_own(writer: Writer) -> None:
    writer.write("Calm")
    writer.write("Calm", "Ban")
    writer.write("Calm", "Banks")
    writer.write("All Calm", "Banks")

    assert [writer.undo(), writer.undo(), writer.undo()] == ["Calm\nBanks", "Calm", ""]


def test_what_is_deleted_on_and_on_comes_back_at_once_and_typing_is_not_part_of_it(writer: Writer) -> None:
    writer.write("Calm returned")
    for text in ("Calm retur", "Calm r", "Calm"):
        writer.write(text)
    writer.write("Calmness")

    assert [writer.undo(), writer.undo(), writer.undo()] == ["Calm", "Calm returned", ""]


def test_a_paste_and_a_format_are_never_joined(writer: Writer) -> None:
    writer.write("one", title="Paste")
    writer.write("one two", title="Paste")
    writer.write("one two three")

    assert [writer.undo(), writer.undo(), writer.undo()] == ["one two", "one", ""]


def test_a_headline_is_joined_alike_and_never_with_the_text(writer: Writer) -> None:
    for headline in ("Tro", "Troops", "Troops <left>"):
        writer.name(headline)
    writer.write("Troops")

    writer.undo()
    assert (writer.desk.entry(writer.id).headline, writer.text) == ("Troops <left>", "")
    writer.undo()
    assert writer.desk.entry(writer.id).headline == ""


@given(st.lists(st.text("ab .", max_size=6), max_size=8), st.lists(st.floats(0.1, 4), min_size=8, max_size=8))
def test_as_many_redos_as_undos_bring_everything_back(
    tmp_path_factory: pytest.TempPathFactory, texts_of: list[str], gaps: list[float]
) -> None:
    writer = Writer(tmp_path_factory.mktemp("phrases") / "store")
    for text, gap in zip(texts_of, gaps, strict=False):
        writer.write(text, seconds=gap)
    stops = [writer.text]

    while writer.desk.store.titles(writer.blog.id, "desk-one")[0] != "New entry":
        stops.append(writer.undo())
    came_back = [stops[-1], *(writer.redo() for _ in stops[1:])]

    writer.desk.store.close()
    assert came_back == stops[::-1]
