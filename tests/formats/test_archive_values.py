"""A value that no way out could use is refused with the archive that brings it, not met when the blog goes out."""

import io
import json
import zipfile

import pytest

from newsdesk.errors import ReadingError
from newsdesk.formats.archive import archive
from newsdesk.formats.archive_reader import read_archive
from newsdesk.formats.edition import Options
from tests.formats.blogs import full_edition

NOTICE = '[["correction",%s,%s]]'


def with_value(file: str, name: str, value: object) -> bytes:
    """The archive of the rich blog with one value of its blog, or of its first entry, put in by hand."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive(full_edition(Options(everything=True))))) as whole,
        zipfile.ZipFile(made, "w") as other,
    ):
        for part in whole.namelist():
            text = whole.read(part)
            if part == file == "newsdesk.json":
                head = json.loads(text)
                head["blog"][name] = value
                text = json.dumps(head).encode()
            elif part == file:
                first, rest = text.split(b"\n", 1)
                text = json.dumps(json.loads(first) | {name: value}).encode() + b"\n" + rest
            other.writestr(part, text)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("time", "2024-03-02T12:00Z Mars/Base"),
        ("time", "2024-03-02T12:00Z ../../etc/passwd"),
        ("time", "2024-03-02T12:00Z GMT+99"),
        ("time", "0001-01-01T00:00Z GMT-14"),
        ("time", ""),
        ("labels", '["a", 1]'),
        ("bylines", '[["a"]]'),
        ("notices", NOTICE % ("null", "null")),
        ("notices", NOTICE % ('"x"', '"2024-03-02T12:00Z Mars/Base"')),
    ],
)
def test_of_an_entry(name: str, value: str) -> None:
    with pytest.raises(ReadingError, match="not what it should be"):
        read_archive(with_value("entries.jsonl", name, value))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("zone", "Mars/Base"),
        ("bylines", "[1]"),
        ("layout", '{"encoding": "klingon"}'),
        ("layout", '{"encoding": "hex"}'),
        ("layout", '{"line_end": "x"}'),
        ("layout", '{"tail": null}'),
        ("layout", '{"head_gap": 7}'),
        ("layout", '{"blank_lines": [1], "gaps": []}'),
        ("layout", '{"blank_lines": ["a", 0, 0], "gaps": []}'),
        ("layout", '{"blank_lines": [0, 0, 0], "gaps": [["a", "b"]]}'),
    ],
)
def test_of_a_blog(name: str, value: str) -> None:
    with pytest.raises(ReadingError, match="not what it should be"):
        read_archive(with_value("newsdesk.json", name, value))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("time", "2024-03-02T12:00Z Europe/London"),
        ("time", "2024-03-02T12:00? MSK"),
        ("notices", NOTICE % ('"x"', '"2024-03-02T12:00Z GMT+5:30 ~zone"')),
    ],
)
def test_what_can_be_used_is_taken(name: str, value: str) -> None:
    assert read_archive(with_value("entries.jsonl", name, value)).entries
