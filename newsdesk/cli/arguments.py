"""The words of the command line. Only argparse is loaded here, so that --help answers at once."""

import argparse
from typing import TypeAlias

from newsdesk import __version__

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

STATES = ("draft", "ready", "published", "withdrawn")
CLASSES = ("correction", "clarification", "refile", "withdrawn", "unclassed")
ORDERS = ("arranged", "newest", "oldest")
_FORMATS = "text, html, fragment, email, markdown, jsonld, atom, rss, ninjs, pdf, docx or archive"
_BLOG = "an id, the beginning of one, or a slug"
_TIME = "a time as one types it: 0541, 5.41pm, now, -5m, 6 Jan 05:41, or a whole stamp"


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="newsdesk",
        description="A live-blog editor that works with no network. Without a command it opens its window.",
        epilog="Exit codes: 0 done, 1 refused or failed with a message, 2 wrong usage.",
    )
    top.add_argument("--version", action="version", version=f"newsdesk {__version__}")
    top.add_argument("--store", metavar="FILE-or-URL", help="the store to use (default: $NEWSDESK_STORE, or your own)")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for add in (_files, _blogs, _entries, _undo, _record, _care):
        add(commands)
    return top




def _command(commands: Commands, name: str, help: str, *, json: bool = False) -> argparse.ArgumentParser:
    description = help[0].upper() + help[1:] + "."
    command: argparse.ArgumentParser = commands.add_parser(name, help=help, description=description)
    if json:
        command.add_argument("--json", action="store_true", help="answer in JSON")
    return command


def _files(commands: Commands) -> None:
    load = _command(commands, "import", "bring files in, each as a blog", json=True)
    load.add_argument("files", nargs="+", metavar="FILE")
    load.add_argument("--format", metavar="F", help="the format, where the file does not show it")
    load.add_argument("--encoding", metavar="E", help="the encoding of a text that is not UTF-8, such as cp1252")
    load.add_argument("--as", dest="state", choices=STATES[:3], default="published", help="state of what is imported")
    load.add_argument("--copy", action="store_true", help="import as a further copy, even if it is there already")
    save = _command(commands, "export", "write a blog out, and remember it as a release", json=True)
    save.add_argument("blog", metavar="BLOG", nargs="?", help=_BLOG)
    save.add_argument("--to", metavar="FORMAT", help=f"{_FORMATS}; several with commas between")
    save.add_argument(
        "-o", "--output", metavar="FILE", default="-",
        help="the file to write (default: - for stdout); for several formats the folder",
    )
    save.add_argument("--theme", metavar="NAME", help="the theme of a page: standard, broadsheet, wire, or your own")
    save.add_argument("--theme-folder", metavar="DIR", help="a folder with themes of your own, besides the usual one")
    save.add_argument("--order", choices=ORDERS, default="arranged", help="the order of the entries")
    save.add_argument("--entries", metavar="ENTRY,…", help="these entries alone: ids, or beginnings of them")
    save.add_argument(
        "--images", choices=("inside", "beside"), default="inside", help="in the page, or in a folder beside its file"
    )
    save.add_argument(
        "--exported-at", metavar="MOMENT", nargs="?", const="now", help="say at the foot of a page when it was exported"
    )
    save.add_argument("--wrap", metavar="COLUMNS", type=int, default=0, help="of the e-mail text: cut lines there")
    save.add_argument(
        "--include", choices=("draft", "withdrawn"), action="append", default=[],
        help="export drafts as well; or, with --as-of, what was withdrawn since, marked",
    )
    save.add_argument("--with-history", action="store_true", help="of an archive: all that ever happened to the blog")
    save.add_argument("--with-notes", action="store_true", help="of an archive: internal notes too")
    save.add_argument("--published-only", action="store_true", help="leave out what is ready but not published")
    save.add_argument("--until", metavar="TIME", help="nothing that shows a later time than this")
    past = save.add_mutually_exclusive_group()
    past.add_argument("--as-of", metavar="MOMENT-or-RELEASE", help="the blog as it stood then")
    past.add_argument("--again", metavar="RELEASE", help="the same bytes as a release had; needs no BLOG and no --to")


    back = _command(commands, "take-over", "take over what somebody changed in an exported text", json=True)
    back.add_argument("blog", metavar="BLOG", help=_BLOG)
    back.add_argument("file", metavar="FILE", help="the text as it came back")
    back.add_argument("--likely", action="store_true", help="also where it is only likely the same entry")
    back.add_argument("--look", action="store_true", help="say what would change, and change nothing")


def _blogs(commands: Commands) -> None:
    _command(commands, "list", "list the blogs", json=True)
    show = _command(commands, "show", "show a blog with its entries", json=True)
    show.add_argument("blog", metavar="BLOG", help=_BLOG)
    new = _command(commands, "new", "make a new blog", json=True)
    new.add_argument("headline", metavar="HEADLINE")
    new.add_argument("--zone", metavar="ZONE", help="the zone of its times: GMT, GMT+3, Europe/London")
    search = _command(commands, "search", "find words in all blogs", json=True)
    search.add_argument("words", nargs="+", metavar="WORDS")


def _entries(commands: Commands) -> None:
    add = _command(commands, "add", "add an entry: with a time, at its place by that time; without, now", json=True)
    add.add_argument("blog", metavar="BLOG", help=_BLOG)
    edit = _command(commands, "edit", "change an entry", json=True)
    edit.add_argument("entry", metavar="ENTRY", help="an id or the beginning of one")
    for command in (add, edit):
        command.add_argument("--headline", metavar="TEXT")
        command.add_argument("--time", metavar="TIME", help=_TIME)
        command.add_argument("--body", metavar="TEXT", help="one line a paragraph")
        command.add_argument("--state", choices=STATES)
    move = _command(commands, "move", "move an entry directly before or after another", json=True)
    move.add_argument("entry", metavar="ENTRY")
    place = move.add_mutually_exclusive_group(required=True)
    place.add_argument("--before", metavar="ENTRY")
    place.add_argument("--after", metavar="ENTRY")
    delete = _command(commands, "delete", "put an entry into the trash", json=True)
    delete.add_argument("entry", metavar="ENTRY")


def _undo(commands: Commands) -> None:
    for name, help in (("undo", "take back your latest edit"), ("redo", "do again what was undone")):
        command = _command(commands, name, help, json=True)
        command.add_argument("blog", nargs="?", metavar="BLOG", help="the blog (default: the one you edited last)")


def _record(commands: Commands) -> None:
    preflight = _command(commands, "preflight", "say what to look at before an export (exit code 1: errors)", json=True)
    preflight.add_argument("--fix", action="store_true", help="do every safe fix, as one edit, and say what is left")
    history = _command(commands, "history", "tell all that happened to a blog or an entry", json=True)
    history.add_argument("value", metavar="ENTRY-or-BLOG")
    releases = _command(commands, "releases", "list the exports of a blog, the latest first", json=True)
    ledger = _command(commands, "ledger", "tell what was corrected, withdrawn, or waits to be classed", json=True)
    ledger.add_argument("--to", choices=("csv", "json", "text"), default="text", help="the form (default: text)")
    ledger.add_argument("-o", "--output", metavar="FILE", default="-", help="the file to write (default: - for stdout)")
    ledger.add_argument("--class", dest="kinds", action="append", default=[], choices=CLASSES, help="only this class")
    ledger.add_argument("--find", metavar="WORDS", default="", help="only lines with these words")
    trash = _command(commands, "trash", "list the deleted entries of a blog", json=True)
    for command in (preflight, releases, ledger, trash):
        command.add_argument("blog", metavar="BLOG", help=_BLOG)
    withdraw = _command(commands, "withdraw", "take an entry back; a stub with your reason stays", json=True)
    withdraw.add_argument("--reason", metavar="TEXT", required=True, help="what readers are told")
    correct = _command(commands, "correct", "say what a change after release was", json=True)
    correct.add_argument("--as", choices=CLASSES[:3], required=True)
    correct.add_argument("--text", metavar="TEXT", help="what readers are told (default: drafted from the difference)")
    embargo = _command(commands, "embargo", "keep an entry out of every export until a time", json=True)
    embargo.add_argument("--until", metavar="TIME", required=True, help="not before this time, or “none”")
    restore = _command(commands, "restore", "bring an entry back from the trash", json=True)
    for command in (withdraw, correct, embargo, restore):
        command.add_argument("entry", metavar="ENTRY", help="an id or the beginning of one")


def _care(commands: Commands) -> None:
    _command(commands, "check", "verify the store, its log and every reference", json=True)
    backup = _command(commands, "backup", "write a complete copy of the store")
    backup.add_argument("file", metavar="FILE")
    salvage = _command(commands, "salvage", "bring all that can be read of a damaged store into a new file", json=True)
    salvage.add_argument("file", metavar="NEWFILE")
    salvage.add_argument("--backup", metavar="FILE", action="append", default=[], help="a backup that may help")
    erase = _command(commands, "erase", "erase an entry or words for ever, from log and backups too")
    erase.add_argument("entry", nargs="?", metavar="ENTRY", help="an id or the beginning of one")
    erase.add_argument("--words", metavar="TEXT", help="these words, wherever they stand")
    erase.add_argument("--confirm", metavar="TEXT", required=True, help="the entry's whole id, or the words, once more")
    _command(commands, "batch", "read one JSON command a line, answer one JSON line each, after the durable commit")
