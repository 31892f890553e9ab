"""G14: how often a window wakes up that nobody touches, beside a bare one."""

import sys
from pathlib import Path
from time import sleep

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.processes import BARE, FEW, a_window

REST, WATCHED = 70, 20  # seconds: the first backup comes after twenty, and Qt tidies its pictures for a minute


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells of wake-ups so")
def test_a_window_at_rest_does_not_wake_up(benchmark: BenchmarkFixture, home: Path) -> None:
    ours = [sys.executable, "-m", "newsdesk", "--store", str(home / f"{FEW}.newsdeskdb")]

    woken = benchmark.pedantic(_woken, args=(ours, [sys.executable, "-c", BARE], home), rounds=1)  # type: ignore[no-untyped-call]

    benchmark.extra_info["wake_ups"] = woken
    assert woken[0] <= woken[1]


def _woken(ours: list[str], bare: list[str], home: Path) -> list[int]:
    with a_window(ours, home) as first, a_window(bare, home) as second:
        sleep(REST)
        before = [_wake_ups(process.pid) for process in (first, second)]
        sleep(WATCHED)
        return [_wake_ups(process.pid) - was for process, was in zip((first, second), before, strict=True)]


def _wake_ups(process: int) -> int:
    """How often its threads have waited and gone on."""
    told = [(task / "status").read_text("utf-8") for task in Path(f"/proc/{process}/task").iterdir()]
    lines = [line for status in told for line in status.splitlines() if line.startswith("voluntary_ctxt")]
    return sum(int(line.split()[1]) for line in lines)
