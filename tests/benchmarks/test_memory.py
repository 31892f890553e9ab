"""G13: what a window holds when it has come to rest, beside a bare one, and with many entries beside few."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.processes import FEW, MANY, ROOT, environment

_BARE = (
    "from PySide6.QtWidgets import QApplication, QMainWindow\n"
    "app, window = QApplication([]), QMainWindow()\nwindow.resize(1200, 800)\nwindow.show()\napp.exec()"
)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells a process's memory so")
def test_the_memory_of_a_window_at_rest(benchmark: BenchmarkFixture, home: Path) -> None:
    few, many = ([sys.executable, "-m", "newsdesk", "--store", str(home / f"{n}.newsdeskdb")] for n in (FEW, MANY))
    held = benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: [_held(command, home) for command in ([sys.executable, "-c", _BARE], few, many)], rounds=1
    )

    benchmark.extra_info.update(ratio=round(held[2] / held[0], 2), over_few=round(held[2] / held[1], 3))
    assert held[2] / held[0] <= 2.8
    assert held[2] / held[1] <= 1.12


def _held(command: list[str], home: Path) -> int:
    """The resident memory in MiB of a window that is eight seconds old, and has not grown for two."""
    with _window(command, home) as process:
        held: list[int] = []
        while len(held) < 16 or len(set(held[-4:])) > 1:
            sleep(0.5)
            held.append(_resident(process.pid) // 1024)
        return held[-1]


@contextmanager
def _window(command: list[str], home: Path) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, env=environment(home), cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _resident(process: int) -> int:
    told = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Rss:"))
