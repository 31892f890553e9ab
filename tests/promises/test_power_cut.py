"""What was acknowledged survives a power cut at any moment, whatever the disk made of the calls not yet synced.

strace tells every storage call of a session with its bytes. A disk is then made of them as a cut may leave it:
what was synced is there; of what was not, each sector is there or is not.
"""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from newsdesk.errors import StoreError
from newsdesk.store.check import check_file
from tests.promises.session import expected_after_each_step, stood
from tests.promises.test_storage_calls import traced

SECTOR = 512
TOLD = re.compile(r'^\d+ +(?P<name>\w+)\(\d+<(?P<file>[^>]*)>(?:, "(?P<data>[^"]*)")?(?P<numbers>[^)]*)\)')

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace tells the storage calls")


@dataclass(frozen=True)
class Call:
    """A storage call; `at` is the place of a write, and the size that ftruncate was given."""

    name: str
    file: str
    data: bytes
    at: int


class Disk:
    """The files as the program sees them, and what a power cut may leave of them."""

    def __init__(self) -> None:
        self.synced: dict[str, bytearray] = {}
        self.waiting: dict[str, list[Call]] = {}

    def take(self, call: Call) -> None:
        if call.name in ("fdatasync", "fsync"):
            for waiting in self.waiting.pop(call.file, []):
                _make(self.synced.setdefault(call.file, bytearray()), waiting)
        else:
            self.waiting.setdefault(call.file, []).append(call)

    def cut(self, random: Random) -> dict[str, bytearray]:
        left = {file: bytearray(content) for file, content in self.synced.items()}
        for file, calls in self.waiting.items():
            for call in calls:
                for part in _sectors(call):
                    if random.random() < 0.5:
                        _make(left.setdefault(file, bytearray()), part)
        return left


def _make(content: bytearray, call: Call) -> None:
    if call.name == "ftruncate":
        del content[call.at :]
        return
    content.extend(bytes(max(0, call.at - len(content))))
    content[call.at : call.at + len(call.data)] = call.data


def _sectors(call: Call) -> Iterator[Call]:
    if not call.data:
        yield call
    place = 0
    while place < len(call.data):
        length = SECTOR - (call.at + place) % SECTOR
        yield Call(call.name, call.file, call.data[place : place + length], call.at + place)
        place += length


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> list[Call]:
    """Every storage call of a session; a step that was said to be done is a `write`."""
    folder = tmp_path_factory.mktemp("traced")
    names = "pwrite64,write,fdatasync,fsync,ftruncate"
    options = ("-y", "-xx", "-s", "1000000", "-e", f"trace={names}", "-o", str(folder / "trace"))
    assert traced(folder / "desk.newsdesk", *options).returncode == 0
    return [_call(line) for line in (folder / "trace").read_text().splitlines() if " = " in line]


def _call(line: str) -> Call:
    found = TOLD.match(line)
    assert found, f"strace said {line[:100]}"
    name = Path(_bytes(found["file"]).decode()).name
    numbers = [
        int(number) for number in re.findall(r"\d+", found["numbers"])
    ]  # pwrite64: length, place; ftruncate: size
    return Call(found["name"], name, _bytes(found["data"] or ""), numbers[-1] if numbers else 0)


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def disks(calls: list[Call], count: int) -> Iterator[tuple[int, dict[str, bytearray]]]:
    """So many disks after cuts at random moments, each with the number of steps said to be done before it."""
    random = Random(count)
    cuts = Counter(random.randrange(len(calls)) for _ in range(count))
    disk, done = Disk(), 0
    for number, call in enumerate(calls):
        if call.name == "write":
            done += call.data.count(b"\n")
        else:
            disk.take(call)
        yield from ((done, disk.cut(random)) for _ in range(cuts[number]))


def laid_out(files: dict[str, bytearray], folder: Path) -> Path:
    """The store among these files, in a folder that holds nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder / "desk.newsdesk"


@pytest.mark.parametrize("count", [60, pytest.param(2000, marks=pytest.mark.slow)])
def test_a_power_cut_loses_nothing_acknowledged(tmp_path: Path, calls: list[Call], count: int) -> None:
    expected = expected_after_each_step(tmp_path / "expected.newsdesk")
    for number, (done, files) in enumerate(disks(calls, count)):
        path = laid_out(files, tmp_path / "disk")

        assert stood(path) in expected[done : done + 2], f"disk {number} after step {done}"
        assert check_file(path).is_sound


def test_without_the_sync_the_same_cuts_lose_acknowledged_work(tmp_path: Path, calls: list[Call]) -> None:
    """The proof that these disks can tell: a program that never synced would be caught."""
    expected = expected_after_each_step(tmp_path / "expected.newsdesk")
    unsynced = [call for call in calls if call.name not in ("fdatasync", "fsync")]
    lost = 0
    for done, files in disks(unsynced, 20):
        try:
            lost += stood(laid_out(files, tmp_path / "disk")) not in expected[done : done + 2]
        except StoreError:  # it cannot even be opened
            lost += 1
    assert lost > 0
