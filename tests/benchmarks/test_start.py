"""G1, G2 and G3: a start to the list with its entries, and to the answer to a key, beside a bare window.

Processor time of the whole process, in turns, the median of the ratios; Python's bytecode is kept, as in any
installation.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median

from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.processes import FEW, MANY, ROOT, environment

ROUNDS = 9


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
        assert over_bare <= 1.9
        assert over_few <= 1.15


def _started(home: Path, which: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.starting", which]
    done = subprocess.run(
        command, env=environment(home), cwd=ROOT, check=True, capture_output=True, text=True, timeout=60
    )
    return {event: float(time) for event, time in map(str.split, done.stdout.splitlines())}
