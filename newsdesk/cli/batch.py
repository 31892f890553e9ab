"""Batch: one JSON command a line in, one JSON answer a line out; `ok` only after the durable commit."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from newsdesk.cli.setting import Setting
from newsdesk.cli.verbs import VERBS
from newsdesk.errors import NewsdeskError


def answers(setting: Setting, lines: Iterable[bytes]) -> Iterator[str]:
    """The answer to each line; a line that is refused stops nothing."""
    for line in lines:
        if not line.strip():
            continue
        try:
            answer = {"ok": True, **_done(setting, line)}
        except NewsdeskError as error:
            answer = {"ok": False, "error": error.sentence}
        yield json.dumps(answer, ensure_ascii=False)


def _done(setting: Setting, line: bytes) -> dict[str, Any]:
    try:
        command = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise NewsdeskError("This line is not JSON; nothing was done.") from error
    if not isinstance(command, dict):
        raise NewsdeskError("A command is a JSON object with a “do”; nothing was done.")
    name = command.pop("do", None)
    if not isinstance(name, str) or name not in VERBS:
        raise NewsdeskError(f"“{name}” is no command. Choose one of: {', '.join(VERBS)}.")
    verb, known = VERBS[name]
    for field, value in command.items():
        if field not in known:
            raise NewsdeskError(f"“{name}” takes no “{field}”; nothing was done.")
        if value is not None and not isinstance(value, str):
            raise NewsdeskError(f"“{field}” must be a text; nothing was done.")
    return dict(verb(setting, command).result)
