"""Newsdesk in a process of its own, in a home of its own, with Python's bytecode kept as in any installation."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FEW, MANY = 100, 100_000  # entries of the two stores in `home`
BARE = (
    "from PySide6.QtWidgets import QApplication, QMainWindow\n"
    "app, window = QApplication([]), QMainWindow()\nwindow.resize(1200, 800)\nwindow.show()\napp.exec()"
)


def environment(home: Path) -> dict[str, str]:
    places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(home / "bytecode"), **places}


@contextmanager
def a_window(command: list[str], home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A window in a process, which ends with it."""
    process = subprocess.Popen(command, env=environment(home), cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
