"""The commands that read the record: preflight, history, releases, ledger, trash."""

from argparse import Namespace
from pathlib import Path

from newsdesk.cli import record_shapes as shapes
from newsdesk.cli.saying import print_json, say, write_bytes
from newsdesk.cli.setting import Setting
from newsdesk.desk import files, preflighting
from newsdesk.desk import history as histories
from newsdesk.desk import ledger as ledgers
from newsdesk.desk.naming import find_blog, find_ever
from newsdesk.domain.ledger import chosen
from newsdesk.domain.preflight import Severity
from newsdesk.errors import UnknownError


def preflight(setting: Setting, given: Namespace) -> int:
    """Exit code 1 where an error was found."""
    blog = find_blog(setting.desk, given.blog)
    severities = preflighting.severities(setting.preferences)
    found = preflighting.preflight(setting.desk, blog, severities)
    if given.fix and (done := preflighting.fix(setting.desk, found)):
        say(f"{done.edit.title}. “newsdesk undo” takes it back.")
        found = preflighting.preflight(setting.desk, setting.desk.store.blog(blog.id), severities)
    if given.json:
        print_json([shapes.finding_row(finding) for finding in found])
    else:
        print(*map(shapes.finding_line, found), sep="\n", end="\n" if found else "")
        say(shapes.verdict(found))
    return 1 if any(finding.severity is Severity.ERROR for finding in found) else 0


def history(setting: Setting, given: Namespace) -> int:
    """Of an entry what it said at each visit, also of a deleted one; of a blog everything that was done in it."""
    try:
        entry = find_ever(setting.desk, given.value)
    except UnknownError:
        sessions = histories.sessions(setting.desk, find_blog(setting.desk, given.value).id)
        rows, lines = map(shapes.session_row, sessions), map(shapes.session_line, sessions)
    else:
        visits = histories.history(setting.desk, entry.id)
        rows, lines = map(shapes.visit_row, visits), map(shapes.visit_lines, visits)
    if given.json:
        print_json(list(rows))
    else:
        print(*lines, sep="\n")
    return 0


def releases(setting: Setting, given: Namespace) -> int:
    told = setting.desk.store.past.releases(find_blog(setting.desk, given.blog).id)
    if given.json:
        print_json([shapes.release_row(release) for release in told])
    else:
        print(*map(shapes.release_line, told), sep="\n", end="\n" if told else "")
        if not told:
            say("This blog was never exported.")
    return 0


def ledger(setting: Setting, given: Namespace) -> int:
    lines = chosen(ledgers.ledger(setting.desk, find_blog(setting.desk, given.blog).id), given.kinds, given.find)
    data = ledgers.FORMS["json" if given.json else given.to](lines)
    if given.output != "-":
        files.write(Path(given.output), data, never=setting.desk.store.path)
    else:
        write_bytes(data)
    if not lines:
        say("Nothing of this blog was corrected or withdrawn, and nothing waits to be classed.")
    return 0


def trash(setting: Setting, given: Namespace) -> int:
    trashed = setting.desk.store.trash(find_blog(setting.desk, given.blog).id)
    if given.json:
        print_json([shapes.trash_row(revision, entry) for revision, entry in trashed])
    else:
        print(*(shapes.trash_line(*each) for each in trashed), sep="\n", end="\n" if trashed else "")
        if not trashed:
            say("The trash of this blog is empty.")
    return 0
