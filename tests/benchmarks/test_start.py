"""G1, G2 and G3: a start to the list with its entries, and to the answer to a key, beside a bare window.

Processor time of the whole process, in turns, the median of the ratios; Python's bytecode is kept, as in any
installation.
"""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from newsdesk.domain.markup import paragraphs
from newsdesk.store.store import Store
from tests.store.stories import a_blog, added, entries_for

ROOT = Path(__file__).parent.parent.parent
ROUNDS, FEW, MANY = 9, 100, 100_000


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a store of few entries and one of many."""
    home = tmp_path_factory.mktemp("home")
    for count in (FEW, MANY):
        store, blog = Store(home / f"{count}.newsdeskdb"), a_blog()
        body = paragraphs("Soldiers have left the centre of the city.", "At least two people were hurt.")
        added(store, blog, *(replace(entry, body=body) for entry in entries_for(blog, count)))
        store.close()
    return home


def test_a_start_beside_a_bare_window(benchmark: BenchmarkFixture, home: Path) -> None:
    few, many = (str(home / f"{count}.newsdeskdb") for count in (FEW, MANY))
    [_started(home, which) for which in ("bare", few, many)]

    rounds = benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: [[_started(home, which) for which in ("bare", few, many)] for _ in range(ROUNDS)], rounds=1
    )

    for event in ("painted", "answered"):
        over_bare = median(ours[event] / bare[event] for bare, ours, _ in rounds)
        over_few = median(large[event] / ours[event] for _, ours, large in rounds)
        benchmark.extra_info[event] = [round(over_bare, 2), round(over_few, 2)]
        assert over_bare <= 2.1
        assert over_few <= 1.15


def _started(home: Path, which: str) -> dict[str, float]:
    places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(home / "bytecode"), **places}
    command = [sys.executable, "-m", "tests.benchmarks.starting", which]
    done = subprocess.run(command, env=kept, cwd=ROOT, check=True, capture_output=True, text=True, timeout=60)
    return {event: float(time) for event, time in map(str.split, done.stdout.splitlines())}
