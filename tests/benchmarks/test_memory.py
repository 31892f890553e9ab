"""G13: what a window holds when it has come to rest, beside a bare one, and with many entries beside few."""

import sys
from pathlib import Path
from time import sleep

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from newsdesk.store.store import Store
from tests.benchmarks.processes import BARE, FEW, MANY, a_window


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells a process's memory so")
def test_the_memory_of_a_window_at_rest(benchmark: BenchmarkFixture, home: Path) -> None:
    stores = [home / f"{count}.newsdeskdb" for count in (FEW, MANY)]
    for store in stores:
        _index(store)
    few, many = ([sys.executable, "-m", "newsdesk", "--store", str(store)] for store in stores)
    _held(few, home)  # keeps Python's bytecode, as in any installation
    held = benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: [_held(command, home) for command in ([sys.executable, "-c", BARE], few, many)], rounds=1
    )

    benchmark.extra_info.update(ratio=round(held[2] / held[0], 2), over_few=round(held[2] / held[1], 3))
    assert held[2] / held[0] <= 2.5
    assert held[2] / held[1] <= 1.07


def _index(path: Path) -> None:
    """Make the index of words, as a window has done long before it comes to rest."""
    store = Store(path)
    store.search("city")
    store.close()


def _held(command: list[str], home: Path) -> int:
    """The resident memory in MiB of a window that is eight seconds old, and has not grown for two."""
    with a_window(command, home) as process:
        held: list[int] = []
        while len(held) < 16 or len(set(held[-4:])) > 1:
            sleep(0.5)
            held.append(_resident(process.pid) // 1024)
        return held[-1]


def _resident(process: int) -> int:
    told = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Rss:"))
