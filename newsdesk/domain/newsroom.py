"""What the newsroom does with an entry, as rules on values."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.stamp import ShownTime
from newsdesk.domain.text import clean_line
from newsdesk.errors import NewsdeskError, ReleasedError

# A class is owed for a change of these; state, order, labels, key event and pin correct nobody's facts.
SUBSTANCE = ("time", "headline", "body", "bylines")
_AT_ONCE = timedelta(seconds=2)  # between deciding to publish and having written it down
CLASSES = (NoticeKind.CORRECTION, NoticeKind.CLARIFICATION, NoticeKind.REFILE)


@dataclass(frozen=True, slots=True)
class Standing:
    """What readers and the ledger already have of an entry that has changed since."""

    released: Entry  # as the last release, or the import as published, had it
    settled: Entry  # as readers last had it with nothing owed: `domain.settling` says which revision that is
    classed: Entry | None = None  # as it was when its changes since then were last classed


def in_state(entry: Entry, state: State, now: datetime) -> Entry:
    """The entry in another state, with what goes with it.

    Its first publication is recorded once and never moves. Withdrawn, it tells readers so, as yet without a
    reason; standing again, it does not.
    """
    if state is State.WITHDRAWN:
        return entry if entry.state is state else _stub(entry, "", now)
    kept = tuple(notice for notice in entry.notices if notice.kind is not NoticeKind.WITHDRAWN)
    first = now if state is State.PUBLISHED and entry.first_published is None else entry.first_published
    return replace(entry, state=state, first_published=first, notices=kept)


def arrived_published(added: Entry, at: datetime) -> bool:
    """Whether an entry, as it was added at a moment, came in as published: readers had it before this store did.

    What is published here is first published at the very moment of its writing, or later.
    """
    if added.state is not State.PUBLISHED:
        return False
    return added.first_published is None or abs(at - added.first_published) > _AT_ONCE


def may_have_arrived_published(entry: Entry) -> bool:
    """A quick look at an entry as it is now: False where it surely did not come in as published."""
    return entry.was_released or entry.state is State.PUBLISHED or entry.source is not None


def is_same_in_substance(one: Entry, other: Entry) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in SUBSTANCE)


def owes_class(entry: Entry, standing: Standing | None) -> bool:
    """Whether somebody must still say what a change after release was: correction, clarification, refile.

    Only the net difference counts: typing back clears the debt, and one class covers the sum. A release pays no
    debt: what readers saw change without a word is owed until it is classed.
    """
    return standing is not None and entry.state not in (State.WITHDRAWN, State.DRAFT) and is_owed(entry, standing)


def is_owed(entry: Entry, standing: Standing) -> bool:
    """Whether an entry says something else than what is settled and what was classed."""
    had = (standing.settled, standing.classed)
    return not any(known is not None and is_same_in_substance(entry, known) for known in had)


def is_taken_back(entry: Entry, standing: Standing) -> bool:
    """Whether a notice that nobody has seen yet tells of a change that is no more."""
    return bool(unreleased_notices(entry, standing)) and is_same_in_substance(entry, standing.settled)


def unreleased_notices(entry: Entry, standing: Standing) -> tuple[Notice, ...]:
    """The notices nobody outside has seen; they can still be put differently."""
    return entry.notices[_common(entry, standing.released):]


def classed(entry: Entry, standing: Standing | None, kind: NoticeKind, text: str, now: datetime) -> Entry:
    """The entry with what changed since it was settled classed; an earlier class not yet released gives way.

    Raises NewsdeskError where there is nothing to class, or a notice for readers has no words.
    """
    if kind not in CLASSES:
        raise NewsdeskError("A withdrawal is no correction; nothing was changed. Use “Withdraw” and give a reason.")
    if entry.state is State.WITHDRAWN:
        raise NewsdeskError("This entry is withdrawn; nothing was changed. There is no text left to correct.")
    if standing is None:
        raise NewsdeskError(
            "Nothing that readers have seen of this entry has changed, so nothing was classed. "
            "Edit the entry first; a correction is classed afterwards."
        )
    if kind is not NoticeKind.REFILE and not text.strip():
        raise NewsdeskError(f"A {kind} needs words for the readers; nothing was changed. Say what was wrong.")
    kept = entry.notices[: _common(entry, standing.released)]
    return replace(entry, notices=(*kept, _notice(entry, kind, text, now)))


def withdrawn(entry: Entry, reason: str, now: datetime) -> Entry:
    """The entry as a stub: its time, that it was withdrawn, why and when. Its text stays in the history.

    Given again, the reason alone is put differently. Raises NewsdeskError without a reason, or for a draft.
    """
    if not reason.strip():
        raise NewsdeskError("A withdrawal needs a reason, which readers will see; nothing was changed.")
    if entry.state is State.DRAFT and not entry.was_released:
        raise NewsdeskError("Nobody outside has seen this draft; nothing was changed. Delete it instead.")
    return _stub(entry, reason, now)


def _stub(entry: Entry, reason: str, now: datetime) -> Entry:
    kept = tuple(notice for notice in entry.notices if notice.kind is not NoticeKind.WITHDRAWN)
    notice = _notice(entry, NoticeKind.WITHDRAWN, reason, now)
    return replace(entry, state=State.WITHDRAWN, notices=(*kept, notice))


def has_reason(entry: Entry) -> bool:
    """Whether a withdrawal tells its reason."""
    return any(notice.kind is NoticeKind.WITHDRAWN and notice.text for notice in entry.notices)


def is_seen(entry: Entry) -> bool:
    """Whether readers have seen an entry, as far as it can tell itself."""
    return entry.was_released or entry.state is State.PUBLISHED


def refuse_removal(entries: Iterable[Entry], released: frozenset[str] = frozenset()) -> None:
    """What readers have seen is withdrawn, never silently removed. Raises ReleasedError, which offers to withdraw."""
    seen = sum(entry.id in released or is_seen(entry) for entry in entries)
    if not seen:
        return
    who = "This entry was" if seen == 1 else f"{seen} of these entries were"
    raise ReleasedError(
        f"{who} released, and what readers have seen is never removed silently; nothing was deleted. "
        "Withdraw instead: a stub with your reason stays, and the text leaves every output."
    )


def is_embargoed(entry: Entry, now: datetime) -> bool:
    return entry.embargo is not None and entry.embargo > now


def _notice(entry: Entry, kind: NoticeKind, text: str, now: datetime) -> Notice:
    zone = entry.time.zone if entry.time.moment else "GMT"
    return Notice(kind, clean_line(text).strip(), ShownTime(now, zone))


def _common(entry: Entry, released: Entry) -> int:
    """How many of its notices the released revision had."""
    count = 0
    for mine, theirs in zip(entry.notices, released.notices, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
