"""Saying what a change after release was: correction, clarification, refile; or taking an entry back whole."""

from collections.abc import Sequence

from newsdesk.desk.desk import Desk
from newsdesk.desk.standings import standing_of
from newsdesk.domain import corrections, newsroom
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry, NoticeKind
from newsdesk.domain.newsroom import Standing
from newsdesk.domain.revision import Done


def proposal(desk: Desk, entry: Entry) -> str:
    """The words of a correction, drafted from what changed since the release; empty if nothing did."""
    standing = standing_of(desk, entry)
    return corrections.proposed(standing.settled, entry) if standing else ""


def first_words(desk: Desk, entry: Entry, kind: NoticeKind) -> str:
    """What the words of a class or of a withdrawal begin as: those that were given, or a draft from the difference.

    Raises NewsdeskError where there is nothing to class, or nothing that readers could miss.
    """
    if kind is NoticeKind.WITHDRAWN:
        newsroom.withdrawn(entry, "?", desk.now())  # refuses what needs no withdrawal
        return next((notice.text for notice in entry.notices if notice.kind is kind), "")
    standing = _to_class(desk, entry)
    newsroom.classed(entry, standing, kind, "?", desk.now())
    given = newsroom.unreleased_notices(entry, standing) if standing else ()
    owes = newsroom.owes_class(entry, standing)
    return given[-1].text if given and given[-1].text and not owes else proposal(desk, entry)


def correct(desk: Desk, entry: Entry, kind: NoticeKind, text: str | None = None) -> Done | None:
    """Class what changed in an entry after its release; without words they are drafted from the difference.

    Raises NewsdeskError where nothing that readers have has changed.
    """
    standing = _to_class(desk, entry)
    if text is None:
        text = corrections.proposed(standing.settled, entry) if standing and kind is not NoticeKind.REFILE else ""
    after = newsroom.classed(entry, standing, kind, text, desk.now())
    return desk.do(Edit.of(_TITLES[kind], [entry], [after]))


def _to_class(desk: Desk, entry: Entry) -> Standing | None:
    """What readers have of it; None where nothing is to class, for it says what is settled."""
    standing = standing_of(desk, entry)
    return None if standing and newsroom.is_same_in_substance(entry, standing.settled) else standing


def withdraw(desk: Desk, entries: Sequence[Entry], reason: str) -> Done | None:
    """Take entries back: stubs with a reason stay. Raises NewsdeskError."""
    after = [newsroom.withdrawn(entry, reason, desk.now()) for entry in entries]
    return desk.do(Edit.of("Withdraw" if len(entries) == 1 else f"Withdraw {len(entries)} entries", entries, after))


_TITLES = {
    NoticeKind.CORRECTION: "Correction",
    NoticeKind.CLARIFICATION: "Clarification",
    NoticeKind.REFILE: "Refile",
}
