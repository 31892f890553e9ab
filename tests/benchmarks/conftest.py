"""What the benchmarks of whole windows start with."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.domain.markup import paragraphs
from newsdesk.store.store import Store
from tests.benchmarks.processes import FEW, MANY
from tests.store.stories import a_blog, added, entries_for


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
