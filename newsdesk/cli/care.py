"""The commands that take care of a store: check, backup, salvage, erase."""

from argparse import Namespace
from pathlib import Path

from newsdesk.cli.saying import print_json, say
from newsdesk.cli.setting import Setting
from newsdesk.desk import erasing, keeping, naming
from newsdesk.domain.revision import Author
from newsdesk.errors import NewsdeskError, UnknownError
from newsdesk.preferences import Preferences


def check(where: str, given: Namespace) -> int:
    report = keeping.check(where)
    if given.json:
        print_json(report.shape)
    else:
        print(report.sentence)
        print(*(finding.sentence for finding in report.findings), sep="\n", end="\n" if report.findings else "")
    return 0 if report.is_sound else 1


def salvage(where: str, chosen: Preferences, given: Namespace) -> int:
    backups = [Path(name) for name in given.backup]
    done = keeping.salvage(where, Path(given.file), Author(chosen.desk, chosen.author), backups)
    if given.json:
        doubts = [{"what": doubt.what, "id": doubt.id, "why": doubt.why} for doubt in done.doubts]
        print_json({"blogs": done.blogs, "entries": done.entries, "images": done.attachments, "doubts": doubts})
    else:
        say(done.sentence)
    return 0


def backup(setting: Setting, given: Namespace) -> int:
    setting.desk.store.backup(Path(given.file))
    say(f"Everything is in “{given.file}” too.")
    return 0


def erase(setting: Setting, given: Namespace) -> int:
    if bool(given.entry) == bool(given.words):
        raise NewsdeskError("Say what to erase: either an entry or --words; nothing was erased.")
    what = given.words or _whole_id(setting, given.entry)
    if given.confirm != what:
        asked = "the words" if given.words else "the entry's whole id"
        raise NewsdeskError(f"Erasing cannot be undone. To confirm it, type {asked} once more; nothing was erased.")
    if given.words:
        erasing.erase_words(setting.desk, what)
    else:
        erasing.erase_entry(setting.desk, what)
    say("Erased for ever, here and in the automatic backups; the log keeps when and by whom.")
    return 0


def _whole_id(setting: Setting, name: str) -> str:
    """The id of an entry that is there; one that lies in the trash is named by its whole id."""
    try:
        return naming.find_entry(setting.desk, name).id
    except UnknownError:
        return name
