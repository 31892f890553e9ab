"""Another Newsdesk on the same store: a process that does as it is told over a pipe."""

from collections.abc import Callable, Iterable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry
from newsdesk.errors import ConflictError
from newsdesk.store.store import Store
from tests.store.stories import BOB, NOON


class SecondProcess:
    """Bob's Newsdesk. Each call waits for its answer; a conflict is raised here as it was there."""

    def __init__(self) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()

    def open(self, path: Path) -> None:
        self._ask("open", path)

    def apply(self, before: Iterable[Blog | Entry], after: Iterable[Blog | Entry]) -> None:
        self._ask("apply", (tuple(before), tuple(after)))

    def undo(self, blog: str) -> bool:
        return bool(self._ask("undo", blog))

    def redo(self, blog: str) -> bool:
        return bool(self._ask("redo", blog))

    def stop(self) -> None:
        self._ask("close", None)
        self._pipe.send(None)
        self._process.join()

    def _ask(self, command: str, argument: object) -> object:
        self._pipe.send((command, argument))
        answer = self._pipe.recv()
        if isinstance(answer, Exception):
            raise answer
        return answer


def _serve(pipe: Connection) -> None:
    store: Store | None = None
    while asked := pipe.recv():
        command, argument = asked
        try:
            if command in ("open", "close") and store:
                store.close()
            if command == "open":
                store = Store(argument)
            pipe.send(_COMMANDS[command](store, argument) if command in _COMMANDS else None)
        except ConflictError as conflict:
            pipe.send(conflict)


_COMMANDS: dict[str, Callable[[Any, Any], object]] = {
    "apply": lambda store, sides: store.apply(Edit.of("Edit", *sides), BOB, at=NOON) is not None,
    "undo": lambda store, blog: store.undo(blog, BOB, at=NOON) is not None,
    "redo": lambda store, blog: store.redo(blog, BOB, at=NOON) is not None,
}
