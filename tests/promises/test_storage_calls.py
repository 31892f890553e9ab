"""What was acknowledged survives a kill at any storage call, and a disk that fails or is full at any of them.

strace puts the fault before the call is made: https://strace.io, tampering. (Not with --seccomp-bpf: strace 6.1
then sends no signal.)
"""

import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from newsdesk.store.check import check_file
from tests.promises.session import Stood, expected_after_each_step, steps, stood

CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate")
ERRORS = ("ENOSPC", "EIO")

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace puts the faults in")


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[Stood]:
    return expected_after_each_step(tmp_path_factory.mktemp("expected") / "desk.newsdesk")


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    return counted(tmp_path_factory.mktemp("calls") / "desk.newsdesk")


def counted(path: Path, program: str = "session") -> Counter[str]:
    """How often a whole session makes each storage call."""
    trace = path.with_name("trace")
    traced(path, "-o", str(trace), "-e", f"trace={','.join(CALLS)}", program=program)
    return Counter(re.findall(r"^\d+ +(\w+)\(", trace.read_text(), re.MULTILINE))


def traced(path: Path, *options: str, program: str = "session") -> subprocess.CompletedProcess[str]:
    command = ["strace", "-f", *options, sys.executable, "-m", f"tests.promises.{program}", str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def faulted(path: Path, call: str, fault: str, when: str, program: str = "session") -> subprocess.CompletedProcess[str]:
    inject = f"inject={call}:{fault}:when={when}"
    return traced(path, "-o", "/dev/null", "-e", f"trace={call}", "-e", inject, program=program)


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
    tmp_path: Path, expected: list[Stood], calls: Counter[str], count: int | None
) -> None:
    for call, number in sample(calls, count):
        path = tmp_path / f"{call} {number}.newsdesk"

        killed = faulted(path, call, "signal=KILL", str(number))

        done = killed.stdout.count("done")
        assert killed.returncode == -9, killed.stderr
        copy = path.with_name(f"copy of {path.name}")
        shutil.copy(path, copy)
        shutil.copy(f"{path}-journal", f"{copy}-journal")
        assert stood(path) in expected[done : done + 2], f"killed at {call} {number}"
        assert check_file(path).is_sound
        assert stood(copy) == stood(path), "the file and its journal are the whole work"


@pytest.mark.parametrize("count", [2, pytest.param(None, marks=pytest.mark.slow)])
def test_a_kill_in_an_upgrade_leaves_the_old_store_or_the_new(tmp_path: Path, count: int | None) -> None:
    old = tmp_path / "old.newsdesk"
    expected = expected_after_each_step(old)[-1]
    whole = tmp_path / "whole.newsdesk"
    shutil.copy(old, whole)
    for call, number in sample(counted(whole, "upgrading"), count):
        path = tmp_path / f"{call} {number}" / "desk.newsdesk"
        path.parent.mkdir()
        shutil.copy(old, path)

        killed = faulted(path, call, "signal=KILL", str(number), "upgrading")

        assert killed.returncode == -9
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone()[0] in (1, 3)
            connection.execute("DROP TABLE IF EXISTS extra")
            connection.execute("PRAGMA user_version = 1")
        assert stood(path) == expected, f"killed at {call} {number}"
        assert check_file(path).is_sound


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("count", [1, pytest.param(None, marks=pytest.mark.slow)])
def test_a_disk_that_fails_once_is_said_and_loses_nothing(
    tmp_path: Path, expected: list[Stood], calls: Counter[str], error: str, count: int | None
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
    tmp_path: Path, expected: list[Stood], error: str
) -> None:
    path = tmp_path / "desk.newsdesk"

    ended = faulted(path, "pwrite64", f"error={error}", "40..75")

    assert ended.returncode == 0, ended.stderr
    sentence = {"ENOSPC": "The disk is full; this change is not saved yet.", "EIO": "The disk reported an error"}[error]
    assert sentence in ended.stdout
    assert stood(path) == expected[-1]
    assert check_file(path).is_sound


def test_a_file_that_may_not_grow_is_said_and_keeps_what_was_saved(tmp_path: Path, expected: list[Stood]) -> None:
    path = tmp_path / "desk.newsdesk"
    command = [sys.executable, "-m", "tests.promises.session", str(path)]

    ended = subprocess.run(
        ["prlimit", "--fsize=120000", *command], capture_output=True, text=True, timeout=120, check=False
    )

    done = ended.stdout.count("done")
    assert 0 < done < len(expected) - 1
    assert "refused" in ended.stdout
    assert "Traceback" not in ended.stderr
    assert stood(path) == expected[done]
    assert check_file(path).is_sound
