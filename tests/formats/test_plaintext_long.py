"""Long files of every awkward kind are read and written in time that grows with their length and no faster."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from time import process_time

import pytest

from newsdesk.formats.plaintext import match_returned, read, write_text

NOW = datetime(2024, 1, 1, tzinfo=UTC)
STAMP = "05:41 GMT 06.01.2022\n"
COUNT = 400
KINDS = {
    "blank lines": "\n",
    "stamps": STAMP,
    "one minute": f"{STAMP}Headline\n",
    "bullets": "• 02:15\nHeadline\n",
    "indented": "    • 02:15\n      Headline\n",
    "no dates": "02:15\n",
    "mixed line ends": f"{STAMP}Headline\r\n\n{STAMP}Another\r",
    "two stops": "word..\n",
    "furniture": "Table of contents\n",
    "almost furniture": "follow feed feed feed feed feed feed feed feed feed feed feed feed feed feed\n",
    "almost credits": "- - - - - - - - - - - - - - - - - - Sputnik International, 19\n",
    "notices": "CORRECTION: words\n",
    "escapes": f" {STAMP}",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_file_takes_no_more_than_its_share(kind: str) -> None:
    short, long = (f"Headline\n{STAMP}" + KINDS[kind] * count for count in (COUNT, COUNT * 8))

    ratio = min(_spent(lambda: _round_trip(long)) / max(_spent(lambda: _round_trip(short)), 1e-3) for _ in range(2))

    assert ratio < 24


def _round_trip(text: str) -> None:
    found = read(text, now=NOW)
    assert write_text(found.blog, found.entries) == text
    entries = [replace(entry, headline="Edited") for entry in found.entries[:1]] + list(found.entries[1:])
    write_text(found.blog, entries)
    match_returned(found.entries, entries)


def _spent(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
