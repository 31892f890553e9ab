"""The text format's part of G9 and G11: reading and writing 100,000 entries; CPU time, the median of a few rounds."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from statistics import median
from time import process_time

from pytest_benchmark.fixture import BenchmarkFixture

from newsdesk.formats.plaintext import Reading, read, write

ENTRIES = 100_000
ROUNDS = 3
NOW = datetime(2024, 1, 1, tzinfo=UTC)
_STAMP = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9]) GMT ([0-9]{2})\.([0-9]{2})\.([0-9]{4})")
_PARAGRAPH = "According to a correspondent, the crews have left the centre of the city; the streets are open again. "


def test_reading_costs_a_few_times_a_bare_parse(benchmark: BenchmarkFixture) -> None:
    text = text_of(ENTRIES)

    ratios = [_spent(lambda: _read(text)) / _spent(lambda: bare_parse(text)) for _ in range(ROUNDS)]
    benchmark.pedantic(_read, args=(text,), rounds=1)  # type: ignore[no-untyped-call]

    benchmark.extra_info["ratio"] = round(median(ratios), 2)
    assert median(ratios) <= 8


def test_writing_costs_a_fraction_of_reading(benchmark: BenchmarkFixture) -> None:
    found = _read(text_of(ENTRIES))

    ratios = [_spent(lambda: _write(found)) / _spent(lambda: _read(text_of(ENTRIES))) for _ in range(ROUNDS)]
    benchmark.pedantic(_write, args=(found,), rounds=1)  # type: ignore[no-untyped-call]

    benchmark.extra_info["ratio"] = round(median(ratios), 2)
    assert median(ratios) <= 0.6


def test_ten_times_the_entries_cost_about_ten_times_the_time(benchmark: BenchmarkFixture) -> None:
    small, large = text_of(ENTRIES // 10), text_of(ENTRIES)

    ratios = [_spent(lambda: _read(large)) / _spent(lambda: _read(small)) for _ in range(ROUNDS)]
    benchmark.pedantic(_read, args=(small,), rounds=1)  # type: ignore[no-untyped-call]

    assert median(ratios) <= 14


def text_of(count: int) -> str:
    lines = ["A Blog of Many Entries", "Introduction."]
    for number in range(count):
        at = NOW - timedelta(minutes=number)
        lines.append(f"{at.hour:02}:{at.minute:02} GMT {at.day:02}.{at.month:02}.{at.year}")
        lines.append(f"Headline Number {number} of the Day")
        lines.extend([_PARAGRAPH * 2] * (number % 3))
    return "\n".join(lines)


def bare_parse(text: str) -> list[tuple[str, list[str]]]:
    """The floor: split, stamps by a regular expression, and the lines of each entry, its stamp first."""
    found: list[tuple[str, list[str]]] = []
    for line in text.split("\n"):
        if len(line) < 40 and (match := _STAMP.fullmatch(line)):
            hour, minute, day, month, year = map(int, match.groups())
            found.append((datetime(year, month, day, hour, minute, tzinfo=UTC).isoformat(), [line]))
        elif found:
            found[-1][1].append(line)
    return found


def _read(text: str) -> Reading:
    return read(text, now=NOW)


def _write(found: Reading) -> bytes:
    return write(found.blog, found.entries).data


def _spent(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
