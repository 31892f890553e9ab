"""The command for a text that comes back."""

from argparse import Namespace
from pathlib import Path

from newsdesk.cli.saying import print_json, say
from newsdesk.cli.setting import Setting
from newsdesk.desk.naming import find_blog
from newsdesk.desk.returning import Returned, compare, take_over


def returned(setting: Setting, given: Namespace) -> int:
    """Each entry that is spoken of in a line, then what was done."""
    desk = setting.desk
    found = compare(desk, find_blog(desk, given.blog), Path(given.file), setting.preferences.zones)
    for notice in found.notices:
        say(f"{given.file}:{notice.line}: {notice.message} [{notice.code}]")
    done = None if given.look else take_over(desk, found, with_likely=given.likely)
    if given.json:
        print_json(_shape(found) | {"done": done is not None})
    else:
        print(*_lines(found), sep="\n", end="\n" if _lines(found) else "")
        say(_said(found, is_done=done is not None, with_likely=given.likely))
    return 0


def _said(found: Returned, *, is_done: bool, with_likely: bool) -> str:
    if not is_done:
        return f"Nothing was changed. The text: {found.sentence}."
    left = "" if with_likely or not found.likely else " What is only likely the same waits; give --likely."
    return f"Taken over; “newsdesk undo” takes it back. The text: {found.sentence}.{left}"


def _lines(found: Returned) -> list[str]:
    pairs = [
        *(("changed", pair) for pair in found.certain), *(("likely changed", pair) for pair in found.likely),
    ]  # fmt: skip
    return [
        *(f"{pair.ours.id[:8]}  {how} ({pair.kind}): {pair.ours.time} {pair.theirs.headline}" for how, pair in pairs),
        *(f"new: {entry.time} {entry.headline}" for entry in found.new),
        *(f"{entry.id[:8]}  not in it, and kept: {entry.time} {entry.headline}" for entry in found.absent),
    ]


def _shape(found: Returned) -> dict[str, object]:
    return {
        "changed": [pair.ours.id for pair in found.certain],
        "likely": [{"entry": pair.ours.id, "match": pair.kind.value} for pair in found.likely],
        "new": [{"stamp": str(entry.time), "headline": entry.headline} for entry in found.new],
        "absent": [entry.id for entry in found.absent],
    }
