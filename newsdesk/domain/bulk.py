"""Building very many values at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_later() -> Iterator[None]:
    """Leave the garbage collector out of it.

    Records and values make no cycles, and for it to walk through a hundred thousand of them again and again
    costs as much as building them.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
