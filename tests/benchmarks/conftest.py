"""What the benchmarks of whole windows start with, and the table of ratios at the end of `make bench`."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from newsdesk.domain.markup import paragraphs
from newsdesk.store.store import Store
from tests.benchmarks.processes import FEW, MANY
from tests.store.stories import a_blog, added, entries_for

GOALS = {
    "test_start": "painted ≤ 1.40, answered ≤ 1.60; many entries beside few ≤ 1.08",
    "test_list": "a change ≤ 2.5, a frame ≤ 0.8",
    "test_long_blog": "a view ≤ 5, the window held ≤ 40 repaints",
    "test_typing": "≤ 1.8",
    "test_store": "a save, a move ≤ 1.15; hits ≤ 2",
    "test_export": "text ≥ 60%; a page ≤ 1.5, whole process ≤ 3, memory ≤ 3 pages",
    "test_import": "≤ 1.8",
    "test_memory": "≤ 2.0, many entries beside few ≤ 1.05",
    "test_idle": "none beyond a bare window's",
    "test_commands": "--help ≤ 4, list ≤ 1.3",
}
_FOUND = pytest.StashKey[list[tuple[str, str, dict[str, object]]]]()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a store of few entries and one of many."""
    home = tmp_path_factory.mktemp("home")
    for count in (FEW, MANY):
        store, blog = Store(home / f"{count}.newsdeskdb"), a_blog()
        body = paragraphs("Soldiers have left the centre of the city.", "At least two people were hurt.")
        added(store, blog, *(replace(entry, body=body) for entry in entries_for(blog, count)))
        store.close()
    return home


@pytest.fixture(autouse=True)
def _kept(request: pytest.FixtureRequest, benchmark: BenchmarkFixture) -> Iterator[None]:
    """Keep what a benchmark has found for the table."""
    yield
    room = request.node.path.stem
    request.config.stash.setdefault(_FOUND, []).append((room, request.node.name, benchmark.extra_info))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Each ratio to its floor, beside the goal."""
    room = ""
    for of, name, told in config.stash.get(_FOUND, []):
        if of != room:
            room = of
            terminalreporter.section(f"{of.removeprefix('test_')}: {GOALS.get(of, 'no goal of its own')}", "-")
        found = ", ".join(f"{what} {value}" for what, value in told.items())
        terminalreporter.write_line(f"{name.removeprefix('test_').replace('_', ' '):90} {found}")
