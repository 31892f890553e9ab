"""G11: a text of 100,000 entries from its file into the store; CPU time, the median of a few rounds.

The floor splits the text, parses its stamps and puts each entry with executemany into a table of the same columns and
indexes, as durably: headline, paragraphs, and the lines they were read from. What Newsdesk does besides is to
understand what is odd in the text, to seal every row, and to write the log, which holds each entry a second time.
"""

import sqlite3
from pathlib import Path
from statistics import median
from time import process_time
from uuid import uuid4

from pytest_benchmark.fixture import BenchmarkFixture

from newsdesk.desk.desk import Desk
from newsdesk.desk.importing import import_file
from newsdesk.domain.order import spread
from newsdesk.domain.record import What
from newsdesk.domain.revision import Author
from newsdesk.store.database import SETTINGS
from newsdesk.store.seals import NAMES
from newsdesk.store.store import Store
from tests.benchmarks.test_plaintext import bare_parse, text_of

ENTRIES, ROUNDS = 100_000, 3


def test_an_import_beside_a_bare_one(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    file = tmp_path / "blog.txt"
    file.write_text(text_of(ENTRIES), "utf-8")

    ratios = [_ours(file, tmp_path / f"{n}.newsdeskdb") / _bare(file, tmp_path / f"{n}.db") for n in range(ROUNDS)]
    benchmark.pedantic(_ours, args=(file, tmp_path / "last.newsdeskdb"), rounds=1)  # type: ignore[no-untyped-call]

    benchmark.extra_info["ratio"] = round(median(ratios), 2)
    assert median(ratios) <= 4.5


def _ours(file: Path, path: Path) -> float:
    desk = Desk(Store(path), Author("desk", "Ann"))
    start = process_time()
    done = import_file(desk, file)
    spent = process_time() - start
    desk.store.close()
    assert done.entries == ENTRIES
    return spent


def _bare(file: Path, path: Path) -> float:
    Store(path).close()  # the same table
    start = process_time()
    rows = bare_parse(file.read_text("utf-8"))
    orders = spread(len(rows))
    with sqlite3.connect(path) as connection:
        for setting, value in SETTINGS.items():
            connection.execute(f"PRAGMA {setting} = {value}")
        names = ", ".join(f'"{name}"' for name in (*NAMES[What.ENTRY], "checksum"))
        marks = ", ".join("?" * (len(NAMES[What.ENTRY]) + 1))
        connection.executemany(
            f"INSERT INTO entries ({names}) VALUES ({marks})",
            [
                (str(uuid4()), "blog", order, at, at, at, at, lines[1], "\n".join(lines[2:]), "published", None, "",
                 0, 0, "", "", "", "\n".join(lines), b"12345678")
                for order, (at, lines) in zip(orders, rows, strict=True)
            ],
        )  # fmt: skip
    connection.close()
    return process_time() - start
