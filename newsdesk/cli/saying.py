"""Data goes to stdout, and what is said to a person to stderr."""

import json
import sys
from typing import Any


def say(sentence: str) -> None:
    """Say something to the person; programs read stdout."""
    print(sentence, file=sys.stderr)


def print_json(shape: Any) -> None:  # noqa: ANN401  any JSON
    """JSON: on several lines for a person, on one for a program."""
    print(json.dumps(shape, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None))


def write_bytes(data: bytes) -> None:
    """Bytes as they are."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
