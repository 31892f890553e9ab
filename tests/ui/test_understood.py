"""What is shown of a file before it goes in."""

from datetime import UTC, datetime
from pathlib import Path

from newsdesk.desk.importing import ReadNotice, Understanding
from newsdesk.domain.blog import Blog
from newsdesk.formats.plaintext import Reading
from newsdesk.ui.understood.telling import Row, of_file

NOON = datetime(2022, 1, 6, 12, tzinfo=UTC)


def rows_of(*notices: tuple[int, str]) -> list[Row]:
    blog = Blog(created=NOON, last_changed=NOON)
    told = tuple(ReadNotice("X", line, message) for line, message in notices)
    return [*of_file(Understanding(Path("x.txt"), Reading(blog, (), told, ()))).rows]


def test_a_notice_that_comes_many_times_is_said_once_with_its_lines() -> None:
    rows = rows_of((3, "No zone."), (4, "No headline."), (9, "No zone."), (12, "No zone."))

    assert rows[1:] == [Row("3 lines", "No zone. (lines 3, 9, 12)"), Row("Line 4", "No headline.")]


def test_of_very_many_lines_only_the_first_are_named() -> None:
    (_, row) = rows_of(*((line, "No zone.") for line in range(1, 101)))

    assert row.side == "100 lines"
    assert row.words.endswith("11, 12 and 88 more)")
