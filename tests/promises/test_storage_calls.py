"""What was acknowledged survives a kill at any storage call, and a disk that fails or is full at any of them.

strace puts the fault before the call is made: https://strace.io, tampering.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from newsdesk.store.check import check_file
from newsdesk.store.store import Store
from tests.promises.session import steps, stood

CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate")
ERRORS = ("ENOSPC", "EIO")

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace puts the faults in")


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """What stands after each step, the first being none."""
    path = tmp_path_factory.mktemp("expected") / "desk.newsdesk"
    found: list[object] = [([], [])]
    for step in steps():
        store = Store(path)
        step(store)
        store.close()
        found.append(stood(path))
    return found


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    """How often a whole session makes each storage call."""
    folder = tmp_path_factory.mktemp("calls")
    traced(folder / "desk.newsdesk", "-o", str(folder / "trace"), "-e", f"trace={','.join(CALLS)}")
    return Counter(re.findall(r"^\d+ +(\w+)\(", (folder / "trace").read_text(), re.MULTILINE))


def traced(path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = ["strace", "-f", "--seccomp-bpf", *options, sys.executable, "-m", "tests.promises.session", str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def faulted(path: Path, call: str, fault: str, when: str) -> subprocess.CompletedProcess[str]:
    inject = f"inject={call}:{fault}:when={when}"
    return traced(path, "-o", "/dev/null", "-e", f"trace={call}", "-e", inject)


def sample(calls: Counter[str], count: int | None) -> Iterator[tuple[str, int]]:
    """Every call of a session by name and number, or so many of each name."""
    for call in CALLS:
        numbers = range(1, calls[call] + 1)
        chosen = numbers if count is None else Random(count).sample(numbers, min(count, len(numbers)))
        yield from ((call, number) for number in chosen)


def test_a_session_makes_the_storage_calls_that_carry_the_promises(calls: Counter[str]) -> None:
    assert calls["fdatasync"] >= 3 * len(list(steps()))
    assert calls["pwrite64"] > 100


@pytest.mark.parametrize("count", [2, pytest.param(None, marks=pytest.mark.slow)])
def test_a_kill_at_a_storage_call_loses_nothing_acknowledged(
    tmp_path: Path, expected: list[object], calls: Counter[str], count: int | None
) -> None:
    for call, number in sample(calls, count):
        path = tmp_path / f"{call} {number}.newsdesk"

        killed = faulted(path, call, "signal=KILL", str(number))

        done = killed.stdout.count("done")
        assert killed.returncode == -9 or done == len(expected) - 1, killed.stderr
        copy = path.with_name(f"copy of {path.name}")
        shutil.copy(path, copy)
        shutil.copy(f"{path}-journal", f"{copy}-journal")
        assert stood(path) in expected[done : done + 2], f"killed at {call} {number}"
        assert check_file(path).is_sound
        assert stood(copy) == stood(path), "the file and its journal are the whole work"


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("count", [1, pytest.param(None, marks=pytest.mark.slow)])
def test_a_disk_that_fails_once_is_said_and_loses_nothing(
    tmp_path: Path, expected: list[object], calls: Counter[str], error: str, count: int | None
) -> None:
    for call, number in sample(calls, count):
        path = tmp_path / f"{call} {number}.newsdesk"

        ended = faulted(path, call, f"error={error}", str(number))

        assert ended.returncode == 0, f"{error} at {call} {number}: {ended.stderr}"
        assert ended.stdout.count("done") == len(expected) - 1
        assert stood(path) == expected[-1]
        assert check_file(path).is_sound


@pytest.mark.parametrize("error", ERRORS)
def test_a_disk_that_fails_for_a_while_is_said_in_a_sentence_and_work_goes_on_after(
    tmp_path: Path, expected: list[object], error: str
) -> None:
    path = tmp_path / "desk.newsdesk"

    ended = faulted(path, "pwrite64", f"error={error}", "40..75")

    assert ended.returncode == 0, ended.stderr
    sentence = {"ENOSPC": "The disk is full; this change is not saved yet.", "EIO": "The disk reported an error"}[error]
    assert sentence in ended.stdout
    assert stood(path) == expected[-1]
    assert check_file(path).is_sound
