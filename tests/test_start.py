"""The command line starts small: no window library, and no template library before an export."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def modules_after(code: str, tmp_path: Path) -> set[str]:
    program = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True,
        env={"HOME": str(tmp_path), "NEWSDESK_STORE": str(tmp_path / "a.db"), "PATH": "/usr/bin:/bin"},
    )
    return {name.split(".")[0] for name in done.stdout.splitlines()}


def run(*words: str) -> str:
    start = "from newsdesk.cli.arguments import parser\nfrom newsdesk.cli.run import run\n"
    return f"{start}run(parser().parse_args({words!r}))"


@pytest.mark.parametrize("words", [("list", "--json"), ("new", "Storm"), ("search", "words")], ids=" ".join)
def test_a_command_loads_no_window_and_no_templates(words: tuple[str, ...], tmp_path: Path) -> None:
    loaded = modules_after(run(*words), tmp_path)

    assert "sqlalchemy" in loaded
    assert not loaded & {"PySide6", "shiboken6", "jinja2", "docx", "nh3", "chunspell"}


def test_help_loads_no_store(tmp_path: Path) -> None:
    loaded = modules_after("from newsdesk.cli.arguments import parser\nparser().format_help()", tmp_path)

    assert not loaded & {"PySide6", "sqlalchemy", "dateutil"}


def test_the_window_module_loads_no_store_before_it_is_shown(tmp_path: Path) -> None:
    loaded = modules_after("import newsdesk.app", tmp_path)

    assert "sqlalchemy" not in loaded
