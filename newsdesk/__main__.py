"""`newsdesk`: with a command, that command; without one, the window."""

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
    from newsdesk.ui.loading import load_qt

    load_qt()
    from newsdesk.app import open_window

    return open_window(store)


if __name__ == "__main__":
    sys.exit(main())
