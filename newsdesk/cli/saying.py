"""Data goes to stdout, and what is said to a person to stderr."""

import json
import sys
from typing import Any

from newsdesk.errors import ExportError


def say(sentence: str) -> None:
    """Say something to the person; programs read stdout."""
    print(sentence, file=sys.stderr)


def print_json(shape: Any) -> None:  # noqa: ANN401  any JSON
    """JSON: on several lines for a person, on one for a program."""
    is_person = sys.stdout is not None and sys.stdout.isatty()
    print(json.dumps(shape, ensure_ascii=False, indent=2 if is_person else None))


def write_bytes(data: bytes) -> None:
    """Bytes as they are. Raises ExportError if nobody takes them."""
    if sys.stdout is None:
        raise ExportError("Standard output is closed. Name a file with -o FILE.")
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
