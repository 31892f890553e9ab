"""When the garbage collector walks: not while very many values are built, and not through what stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_VERY_MANY = 20_000


@contextmanager
def collecting_later() -> Iterator[None]:
    """Leave the garbage collector out of it.

    Records and values make no cycles, and for it to walk through a hundred thousand of them again and again
    costs as much as building them. Afterwards very many go straight among the old ones: one look at all of them
    would stop every thread, and so the window, for a fifth of a second.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if gc.get_count()[0] > _VERY_MANY:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def collect_what_comes() -> None:
    """From now on collect garbage, but never walk through what there is already: the program itself, which stays."""
    gc.freeze()
    gc.enable()
