import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from newsdesk.domain.bulk import collect_what_comes


class Knot:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_the_collector_walks_only_through_what_comes_later() -> None:
    gc.disable()
    before = Knot()

    collect_what_comes()
    later = ref(Knot())

    assert gc.isenabled()
    assert all(known is not before for known in gc.get_objects())
    gc.collect()
    assert later() is None
