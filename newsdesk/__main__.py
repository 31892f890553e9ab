"""`newsdesk`: with a command, that command; without one, the window."""

import sys


def main() -> int:
    """Start what the command line asks for; returns the exit code."""
    from newsdesk.cli.arguments import parser

    given = parser().parse_args()
    if given.command:
        from newsdesk.cli.run import run

        return run(given)
    from newsdesk.app import open_window

    return open_window(given.store)


if __name__ == "__main__":
    sys.exit(main())
