"""What all tests share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from newsdesk.desk.desk import Desk
from newsdesk.domain.revision import Author
from newsdesk.store.store import Store

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no test needs a screen; journeys bring their own

settings.register_profile("quick", max_examples=60, deadline=None)
settings.register_profile("slow", max_examples=3_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long profile to `make test-slow`, which asks for its marker."""
    if not config.option.markexpr:
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


@pytest.fixture
def store_file(tmp_path: Path) -> Path:
    return tmp_path / "test.newsdeskdb"


@pytest.fixture
def desk(store_file: Path) -> Iterator[Desk]:
    """A desk at a new, real store."""
    store = Store(store_file)
    yield Desk(store, Author("desk-one", "Ada"))
    store.close()
