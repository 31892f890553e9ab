"""After the table of times, the ratios to the floors, which are what the goals are about."""

from typing import Any

import pytest


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:  # noqa: ANN401  has no public type
    session = getattr(config, "_benchmarksession", None)
    measured = [bench for bench in getattr(session, "benchmarks", ()) if bench.extra_info]
    if measured:
        terminalreporter.section("ratios to the floors")
    for bench in measured:
        found = ", ".join(f"{name} {value}" for name, value in bench.extra_info.items())
        terminalreporter.write_line(f"{bench.name}: {found}")
