"""Runs one command: data on stdout, notices and errors on stderr, exit codes 0, 1 and 2."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from newsdesk.cli.saying import print_json, say
from newsdesk.domain.bulk import collect_what_comes
from newsdesk.errors import NewsdeskError

if TYPE_CHECKING:
    from argparse import Namespace

    from newsdesk.cli.setting import Setting
    from newsdesk.preferences import Preferences


def run(given: "Namespace") -> int:
    """Run a command that was understood; returns the exit code."""
    try:
        code = _run(given)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except NewsdeskError as error:
        say(f"newsdesk: {error.sentence}")
        return 1
    except BrokenPipeError:
        _close_stdout()  # the reader has gone; say nothing more
        return 1
    except OSError as error:
        if error.filename is not None:
            raise
        _close_stdout()
        say(f"newsdesk: The answer could not be written ({(error.strerror or str(error)).lower()}).")
        return 1
    except KeyboardInterrupt:
        return 130


def _close_stdout() -> None:
    """What is still waiting to be written is given up, so that it does not fail again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: "Namespace") -> int:
    from newsdesk import preferences
    from newsdesk.cli.setting import Setting
    from newsdesk.desk.opening import open_desk

    chosen = preferences.load()
    where = given.store or preferences.default_store()
    if given.command in ("check", "salvage"):
        return _care_for(where, chosen, given)
    desk = open_desk(where, chosen)
    collect_what_comes()
    try:
        return _COMMANDS.get(given.command, _verb)(Setting(desk, chosen), given)
    finally:
        desk.store.close()


def _care_for(where: str, chosen: "Preferences", given: "Namespace") -> int:
    """What must work where the store cannot be opened."""
    from newsdesk.cli import care

    collect_what_comes()
    return care.check(where, given) if given.command == "check" else care.salvage(where, chosen, given)


def _verb(setting: "Setting", given: "Namespace") -> int:
    from newsdesk.cli.verbs import VERBS

    verb, known = VERBS[given.command]
    answer = verb(setting, {name: value for name, value in vars(given).items() if name in known})
    if given.json:
        print_json(answer.result)
    elif given.command in ("new", "add"):
        print(next(iter(answer.result.values())))
        say(answer.sentence)
    else:
        say(answer.sentence)
    return 0


def _list(setting: "Setting", given: "Namespace") -> int:
    from newsdesk.cli.shapes import blog_line, blog_row
    from newsdesk.domain.blog import Shelf

    counts = setting.desk.store.counts()
    rows = [
        (blog, sum(counts.get(blog.id, {}).values()))
        for blog in setting.desk.store.blogs() if blog.shelf is not Shelf.TRASH
    ]
    if given.json:
        print_json([blog_row(*row) for row in rows])
    else:
        print(*(blog_line(*row) for row in rows), sep="\n", end="\n" if rows else "")
        if not rows:
            say("There are no blogs yet. “newsdesk new HEADLINE” makes one, “newsdesk import FILE” brings one in.")
    return 0


def _show(setting: "Setting", given: "Namespace") -> int:
    from newsdesk.cli.shapes import blog_lines, whole_blog
    from newsdesk.desk.naming import find_blog

    blog = find_blog(setting.desk, given.blog)
    entries = setting.desk.store.entries_of(blog.id)
    if given.json:
        print_json(whole_blog(blog, entries))
    else:
        print(*blog_lines(blog, entries), sep="\n")
    return 0


def _import(setting: "Setting", given: "Namespace") -> int:
    from pathlib import Path

    from newsdesk.cli.shapes import import_shape
    from newsdesk.desk.importing import import_file
    from newsdesk.domain.entry import State

    code = 0
    for file in given.files:
        try:
            done = import_file(
                setting.desk, Path(file), format=given.format, encoding=given.encoding,
                state=State(given.state), copy=given.copy, zones=setting.preferences.zones,
            )
        except NewsdeskError as error:
            say(f"newsdesk: {error.sentence}")
            code = 1
            continue
        for notice in done.notices:
            say(f"{file}:{notice.line}: {notice.message} [{notice.code}]")
        say(done.sentence)
        if given.json:
            print_json(import_shape(done))
        else:
            print(done.blog.id)
    return code


def _search(setting: "Setting", given: "Namespace") -> int:
    hits = setting.desk.store.search(" ".join(given.words))
    if given.json:
        print_json([hit.shape for hit in hits])
    else:
        print(*(hit.line for hit in hits), sep="\n", end="\n" if hits else "")
        if not hits:
            say("Nothing found.")
    return 0


def _batch(setting: "Setting", given: "Namespace") -> int:
    from newsdesk.cli.batch import answers

    for answer in answers(setting, sys.stdin.buffer):
        print(answer, flush=True)
    return 0


def _elsewhere(setting: "Setting", given: "Namespace") -> int:
    """A command of a room of its own, which is loaded when it is asked for, and no other."""
    room, _, name = _ROOMS[given.command].partition(":")
    command: Callable[[Setting, Namespace], int] = getattr(import_module(f"newsdesk.cli.{room}"), name)
    return command(setting, given)


_ROOMS = {
    "export": "export:export", "preflight": "record:preflight", "history": "record:history",
    "releases": "record:releases", "ledger": "record:ledger", "trash": "record:trash",
    "backup": "care:backup", "erase": "care:erase", "take-over": "returned:returned",
}
_COMMANDS: dict[str, Callable[["Setting", "Namespace"], int]] = {
    "list": _list, "show": _show, "import": _import, "search": _search,
    "batch": _batch, **dict.fromkeys(_ROOMS, _elsewhere),
}
