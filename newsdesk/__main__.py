"""`newsdesk`: with a command, that command; without one, the window."""

import builtins
import gc
import sys


def main() -> int:
    """Start what the command line asks for; returns the exit code."""
    gc.disable()  # while all is loaded: nothing of that is ever given back
    if len(sys.argv) == 1:  # the usual start does not wait for the words of all commands
        return _open_window(None)
    from newsdesk.cli.arguments import parser

    given = parser().parse_args()
    if given.command:
        from newsdesk.cli.run import run

        return run(given)
    return _open_window(given.store)


def _open_window(store: str | None) -> int:
    load_qt()
    from newsdesk.app import open_window

    return open_window(store)


def load_qt() -> None:
    """Load Qt, and take Python's own way of importing back.

    PySide's reads and keeps the source of every module that is loaded after it, only to see whether its way of
    naming is to be changed; that would cost a start a tenth of its time, and the window 16 MB.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain


if __name__ == "__main__":
    sys.exit(main())
