"""Live-blog text pasted into a list, and what an export says about itself."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from newsdesk.domain.blog import Blog, Layout
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import Block, Kind, Span, paragraphs, texts
from newsdesk.domain.stamp import ShownTime
from newsdesk.formats.plaintext import lines_of, read_entries, write

NOW = datetime(2023, 5, 17, 12, tzinfo=UTC)
PASTED = "On the wire:\n09:20 GMT 17.05.2023\r\nTrains Run Again\r\nAt nine.\r\n08:48 MSK 17.05.2023\nPower Is Back\n"


def entry(**fields: object) -> Entry:
    time = ShownTime(NOW)
    return replace(Entry(blog="b", order="U", time=time, created=NOW, last_changed=NOW), **fields)  # type: ignore[arg-type]


def blog(**layout: object) -> Blog:
    return Blog(created=NOW, last_changed=NOW, headline="H", layout=replace(Layout(), **layout))  # type: ignore[arg-type]


def test_pasted_text_makes_new_entries_between_two_others() -> None:
    found = read_entries(PASTED, blog="b", now=NOW, zones={"MSK": "Europe/Moscow"}, between=("A", "B"))

    assert [(str(e.time), e.headline, texts(e.body)) for e in found.entries] == [
        ("09:20 GMT 17.05.2023", "Trains Run Again", ("At nine.",)),
        ("08:48 GMT+3 17.05.2023", "Power Is Back", ()),
    ]
    assert found.above == ("On the wire:",)
    assert found.notices == ()
    first, second = found.entries
    assert "A" < first.order < second.order < "B"
    assert {e.state for e in found.entries} == {State.DRAFT}
    assert {e.source for e in found.entries} == {None}


def test_pasting_the_same_twice_makes_other_entries() -> None:
    first, second = (read_entries(PASTED, blog="b", now=NOW).entries for _ in range(2))

    assert not {e.id for e in first} & {e.id for e in second}


def test_stamps_without_a_date_take_the_day_that_is_given() -> None:
    found = read_entries("• 00:10\nOne\n• 23:50\nTwo", blog="b", now=NOW, day=date(2023, 5, 16))

    assert [str(e.time) for e in found.entries] == ["00:10 GMT 16.05.2023", "23:50 GMT 15.05.2023"]


def test_other_text_makes_no_entry() -> None:
    assert read_entries("Words.\nMore words.", blog="b", now=NOW).entries == ()


def test_a_published_fragment_was_published_at_its_stamp() -> None:
    first = read_entries(PASTED, blog="b", now=NOW, state=State.PUBLISHED).entries[0]

    assert first.first_published == first.created == first.time.moment


def test_an_export_says_what_plain_text_can_not() -> None:
    rich = entry(
        headline="H", body=(Block(spans=(Span("x", em=True),)), Block(spans=(Span(" "),))), bylines=("A",), is_key=True
    )

    notices = write(blog(), [rich, entry(state=State.PUBLISHED, headline="P")]).notices

    assert [notice.code for notice in notices] == ["STATE", "BYLINE", "FORMATTING", "KEY", "EMPTY-PARAGRAPH"]
    assert notices[0].message == "Left out: the state of one entry."


def test_a_character_that_the_encoding_lacks_makes_the_file_utf_8() -> None:
    written = write(blog(encoding="cp1252"), [entry(state=State.PUBLISHED, headline="Москва")])

    assert written.encoding == "utf-8"
    assert "Москва" in written.data.decode("utf-8")
    assert [notice.code for notice in written.notices] == ["ENCODING"]


def test_a_new_file_ends_in_one_line_feed() -> None:
    assert write(blog(), [entry(headline="P")]).data == b"H\n12:00 GMT 17.05.2023\nP\n"


def test_a_named_zone_is_written_as_its_offset_then() -> None:
    summer = entry(headline="P", time=ShownTime(NOW, "Europe/London"))

    assert b"13:00 GMT+1 17.05.2023" in write(blog(), [summer]).data


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Block(kind=Kind.SUBHEAD, spans=(Span("What we know"),)), ("What we know",)),
        (Block(kind=Kind.QUOTE, spans=(Span("Said"), Span(" so", em=True))), ("Said so",)),
        (Block(spans=(Span("one\ntwo\n\n three"),)), ("one", "two", " three")),
        (Block(kind=Kind.ITEM, spans=(Span("item"),)), ("- item",)),
        (Block(kind=Kind.IMAGE, url="a", alt="A bridge", credit="A. Nother"), ("[Image: A bridge (A. Nother)]",)),
        (Block(kind=Kind.IMAGE, url="a", alt="alt", spans=(Span("The bridge"),)), ("[Image: The bridge]",)),
        (Block(kind=Kind.IMAGE, url="a"), ()),
        (Block(kind=Kind.EMBED, url="https://a.example/", spans=(Span("A post"),)), ("A post https://a.example/",)),
        (Block(kind=Kind.EMBED, url="https://a.example/"), ("https://a.example/",)),
    ],
)
def test_each_kind_of_block_has_its_lines(block: Block, lines: tuple[str, ...]) -> None:
    assert lines_of((block,)) == lines


def test_lists_are_counted_level_by_level() -> None:
    def item(text: str, level: int = 0, *, ordered: bool = True) -> Block:
        return Block(kind=Kind.ITEM, spans=(Span(text),), level=level, ordered=ordered)

    body = (item("a"), item("b", 1), item("c", 1), item("d", 1, ordered=False), item("e"), item("f", 1))

    assert lines_of((*body, *paragraphs("-"), item("g"))) == (
        "1. a", "  1. b", "  2. c", "  - d", "2. e", "  1. f", "-", "1. g",
    )  # fmt: skip
