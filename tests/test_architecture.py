"""The layer rule: who may import whom, and where each library may be used."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "newsdesk"
LAYERS = {
    "errors": set[str](),
    "domain": {"errors"},
    "preferences": {"errors", "domain"},
    "store": {"errors", "domain"},
    "formats": {"errors", "domain"},
    "desk": {"errors", "domain", "preferences", "store", "formats"},
    "ui": {"errors", "domain", "preferences", "desk"},
    "cli": {"errors", "domain", "preferences", "desk"},
}
ROOMS_OF = {
    "PySide6": ("ui", "app"),
    "sqlalchemy": ("store",),
    "sqlite3": ("store",),
    "dateutil": ("domain/times.py",),
}
SHARED_ROOMS = {"richtext", "body_editor"}  # what several rooms of the window stand on
FILES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse((PACKAGE / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_layer_imports_only_the_layers_below_it(path: Path) -> None:
    layer = path.parts[0].removesuffix(".py")
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("newsdesk.")} - {"__version__"}

    if layer not in ("app", "__init__", "__main__"):
        assert ours <= LAYERS[layer] | {layer}


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_library_stays_in_its_room(path: Path) -> None:
    for library, rooms in ROOMS_OF.items():
        if any(name.split(".")[0] == library for name in imports(path)):
            assert path.as_posix().startswith(rooms), f"{path} imports {library}"


@pytest.mark.parametrize("path", [p for p in FILES if p.parts[0] == "ui" and len(p.parts) > 2], ids=str)
def test_the_rooms_of_the_window_do_not_import_one_another(path: Path) -> None:
    rooms = {p.parts[1] for p in FILES if p.parts[0] == "ui" and len(p.parts) > 2} - SHARED_ROOMS
    seen = {name.split(".")[2] for name in imports(path) if name.startswith("newsdesk.ui.")}

    assert not (seen & rooms) - {path.parts[1]}


def test_the_rooms_stay_small() -> None:
    lines = {path: len((PACKAGE / path).read_text("utf-8").splitlines()) for path in FILES}

    assert [path for path, count in lines.items() if count > 400] == []
