"""Loading Qt, once, before anything else of the window."""

import builtins


def load_qt() -> None:
    """Load Qt, and take Python's own way of importing back.

    PySide's reads and keeps the source of every module that is loaded after it, only to see whether its way of
    naming is to be changed; that would cost a start a tenth of its time, and the window 16 MB.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
