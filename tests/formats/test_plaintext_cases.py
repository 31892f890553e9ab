"""Every file of tests/data/plaintext reads as the person who wrote the .json beside it reads it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import texts
from newsdesk.formats.plaintext import Reading, decode, plain, read, write

DATA = Path(__file__).parent.parent / "data/plaintext"
SHARED = Path(__file__).parent.parent.parent.parent / "shared/corpus"
NOW = datetime(2024, 1, 1, 12, tzinfo=UTC)
CASES = sorted(DATA.glob("*.json"))


def reading(data: bytes, settings: dict[str, Any]) -> Reading:
    decoded = decode(data, settings.get("encoding"))
    how = {name: value for name, value in settings.items() if name != "encoding"}
    return read(decoded.text, now=NOW, encoding=decoded.encoding, has_bom=decoded.has_bom, **how)


def shown(entry: Entry, notices: tuple[str, ...]) -> list[object]:
    return [str(entry.time), entry.headline, list(texts(entry.body)), *notices]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_text_reads_as_a_person_reads_it(case: Path) -> None:
    expected = json.loads(case.read_text("utf-8"))
    data = case.with_suffix(".txt").read_bytes()
    settings = expected.get("settings", {})

    found = reading(data, settings)

    projected = plain(found.blog, found.entries).entries
    assert found.blog.headline == expected["headline"]
    assert (found.blog.date and found.blog.date.isoformat()) == expected["date"]
    assert list(texts(found.blog.introduction)) == expected["introduction"]
    assert [shown(e, p.notices) for e, p in zip(found.entries, projected, strict=True)] == expected["entries"]
    assert sorted([n.code, n.line] for n in found.notices) == sorted(expected["notices"])
    assert [list(pair) for pair in found.furniture] == expected["furniture"]
    assert write(found.blog, found.entries, zones=settings.get("zones", {})).data == data
