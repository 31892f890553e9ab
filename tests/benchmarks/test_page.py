"""G10: the web page of 100,000 entries, beside a script of sqlite3, join and escape that writes the same page.

CPU time, both sides in turn, median of ratios. The page is rendered from an edition in memory; how the store
reads it is measured elsewhere.
"""

import html
import json
import sqlite3
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from statistics import median
from time import process_time

from pytest_benchmark.fixture import BenchmarkFixture

from newsdesk.domain.markup import paragraphs
from newsdesk.domain.stamp import ShownTime
from newsdesk.formats.edition import Edition, edition
from newsdesk.formats.page import page
from tests.formats.blogs import NOW, blog, entries

MANY = 100_000
ROUNDS = 5
_SENTENCE = (
    "Officials said that the road along the harbour is closed & will stay so until the water has gone down; buses run. "
)


def test_a_page_costs_little_more_than_joining_and_escaping(benchmark: BenchmarkFixture) -> None:
    export = _edition(MANY)
    database = _database(export)
    page(export)

    def compared() -> list[float]:
        return [_seconds(lambda: page(export)) / _seconds(lambda: _script(database)) for _ in range(ROUNDS)]

    ratios = benchmark.pedantic(compared, rounds=1)  # type: ignore[no-untyped-call]

    benchmark.extra_info["ratio"] = round(median(ratios), 2)
    assert abs(len(page(export)) / len(_script(database)) - 1) < 0.05
    assert median(ratios) <= 1.6


def test_a_page_takes_no_more_than_three_times_its_size(benchmark: BenchmarkFixture) -> None:
    export = _edition(MANY // 10)
    size = len(page(export))

    def peak() -> int:
        tracemalloc.start()
        page(export)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    most = benchmark.pedantic(peak, rounds=1)  # type: ignore[no-untyped-call]

    benchmark.extra_info["times its size"] = round(most / size, 2)
    assert most <= 3 * size


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _edition(count: int) -> Edition:
    of, start = blog(), datetime(2024, 1, 1, tzinfo=UTC)
    rows = (
        {
            "id": f"5f0c2d1e-8a94-4b7e-9d3c-{number:012}",
            "time": ShownTime(start + timedelta(minutes=number)),
            "headline": f"Headline of entry {number}: a road is closed",
            "body": paragraphs(_SENTENCE * 2, _SENTENCE),
        }
        for number in range(count)
    )
    return edition(of, entries(of, *rows), now=NOW)


def _database(export: Edition) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute("create table entry (id, moment, stamp, headline, body, place)")
    database.executemany(
        "insert into entry values (?, ?, ?, ?, ?, ?)",
        (
            (e.id, e.time.clock.isoformat(), str(e.time), e.headline, "\n\n".join(b.text for b in e.body), e.order)
            for e in export.entries
        ),
    )
    return database


def _script(database: sqlite3.Connection) -> bytes:
    """What one would write in ten minutes: the same page, with no care for anything but its bytes."""
    articles, updates = [], []
    for id, moment, stamp, headline, body in database.execute(
        "select id, moment, stamp, headline, body from entry order by place"
    ):
        words = "\n".join(f"<p>{html.escape(text)}</p>" for text in body.split("\n\n"))
        link = f'<a class="u-url" href="#entry-{id}"><time class="dt-published" datetime="{moment}">{stamp}</time></a>'
        articles.append(
            f'<article class="entry h-entry" id="entry-{id}">\n<div class="when">{link}</div>\n<div class="what">\n'
            f'<h2 class="p-name">{html.escape(headline)}</h2>\n<div class="e-content">\n{words}\n</div>\n</div>\n'
            "</article>\n"
        )
        updates.append(
            {"@type": "BlogPosting", "@id": id, "headline": headline, "datePublished": moment, "articleBody": body}
        )
    data = json.dumps({"liveBlogUpdate": updates}, ensure_ascii=False).replace("<", "\\u003c")
    script = f'<script type="application/ld+json">{data}</script>'
    head = f'<!DOCTYPE html><html lang="en"><head><title>x</title>{script}</head>'
    return "".join([head, "<body>", *articles, "</body></html>"]).encode()
