"""The live-blog text in the list of outputs."""

from dataclasses import replace
from datetime import UTC, datetime

from newsdesk.formats import plaintext
from newsdesk.formats.edition import edition
from newsdesk.formats.outputs import output_named

NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)


def test_it_says_when_a_character_makes_the_file_utf_8() -> None:
    reading = plaintext.read("Storm\n05:41 GMT 06.01.2022\nCafé", now=NOON, encoding="cp1252")
    entry = replace(reading.entries[0], headline="Кафе")

    data, untold = output_named("text").written(edition(reading.blog, [entry], now=NOON))

    assert "Кафе".encode() in data
    assert any("UTF-8" in sentence for sentence in untold)
