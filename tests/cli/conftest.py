"""Runs the command line as a user would: words in; exit code, data and notices out."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest

ROOT = Path(__file__).parent.parent.parent


@dataclass
class Ran:
    code: int
    out: bytes
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  any JSON
        import json

        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Calls `newsdesk` in a process of its own on a store of this test."""

    def call(
        *words: str | Path, stdin: bytes = b"", stdout: int | IO[bytes] = subprocess.PIPE, **environment: str
    ) -> Ran:
        env = os.environ | {
            "HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "NEWSDESK_STORE": str(tmp_path / "test.newsdeskdb"),
        }
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *map(str, words)],
            input=stdin, stdout=stdout, stderr=subprocess.PIPE, env=env | environment,
            timeout=120, cwd=tmp_path, check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Ran(done.returncode, done.stdout or b"", done.stderr.decode())

    return call
