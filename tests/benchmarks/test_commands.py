"""G15: what a command costs before it does anything, beside Python itself and beside loading the store's library.

Processor time of the whole process, in turns, the median of the ratios; Python's bytecode is kept, as in any
installation.
"""

import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from newsdesk.store.store import Store
from tests.benchmarks.processes import ROOT, environment
from tests.store.stories import a_blog, added, entries_for

ROUNDS = 15


@pytest.mark.parametrize(
    ("words", "floor", "most"), [("--help", "pass", 4), ("list", "import sqlalchemy", 1.3)], ids=["--help", "list"]
)
def test_a_command_beside_its_floor(
    benchmark: BenchmarkFixture, tmp_path: Path, words: str, floor: str, most: float
) -> None:
    store, blog = Store(tmp_path / "desk.newsdeskdb"), a_blog()
    added(store, blog, *entries_for(blog, 100))
    store.close()
    ours = [sys.executable, "-m", "newsdesk", "--store", str(store.path), words]
    bare = [sys.executable, "-c", floor]
    _spent(ours, tmp_path), _spent(bare, tmp_path)

    found = median(_spent(ours, tmp_path) / _spent(bare, tmp_path) for _ in range(ROUNDS))
    benchmark.extra_info["ratio"] = round(found, 2)
    benchmark.pedantic(_spent, args=(ours, tmp_path), rounds=1)  # type: ignore[no-untyped-call]

    assert found <= most


def _spent(command: list[str], home: Path) -> float:
    before = _processor_time()
    subprocess.run(command, env=environment(home), cwd=ROOT, check=True, capture_output=True, timeout=60)
    return _processor_time() - before


def _processor_time() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
