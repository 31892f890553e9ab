"""Newsdesk in a process of its own, in a home of its own, with Python's bytecode kept as in any installation."""

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FEW, MANY = 100, 100_000  # entries of the two stores in `home`


def environment(home: Path) -> dict[str, str]:
    places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(home / "bytecode"), **places}
