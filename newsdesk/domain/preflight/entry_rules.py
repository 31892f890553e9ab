"""Rules about one entry that need nothing around it: quick enough for every key."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from newsdesk.domain import newsroom
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.preflight.findings import Facts, Fix, Hit, Place
from newsdesk.domain.stamp import Certainty, ShownTime

_FAR = timedelta(days=3)
_GRACE = timedelta(minutes=1)


EntryRule = Callable[[Entry, Blog, Facts], Iterator[Hit]]


def emptiness(entry: Entry, _blog: Blog, _facts: Facts) -> Iterator[Hit]:
    if entry.state is State.DRAFT:  # somebody has just begun it
        return
    if not entry.headline.strip() and not entry.body:
        yield Hit("EMPTY", "This entry has neither headline nor text.", Place(entry.id))
    elif not entry.headline.strip():
        yield Hit("NO-HEADLINE", "This entry has no headline.", Place(entry.id, "headline"))


def future(entry: Entry, _blog: Blog, facts: Facts) -> Iterator[Hit]:
    moment = entry.time.moment
    is_meant = moment and entry.embargo and entry.embargo >= moment
    if moment and moment > facts.now + _GRACE and not is_meant:
        yield Hit("FUTURE", f"{entry.time} is still to come.", Place(entry.id, "time"))


def coverage(entry: Entry, blog: Blog, _facts: Facts) -> Iterator[Hit]:
    moment = entry.time.moment
    if moment and blog.coverage_start and moment < blog.coverage_start:
        begins = ShownTime(blog.coverage_start, blog.zone)
        yield Hit("COVERAGE", f"{entry.time} is before the coverage begins, {begins}.", Place(entry.id, "time"))
    elif moment and blog.coverage_end and moment > blog.coverage_end:
        ends = ShownTime(blog.coverage_end, blog.zone)
        yield Hit("COVERAGE", f"{entry.time} is after the coverage ended, {ends}.", Place(entry.id, "time"))


def far_from_date(entry: Entry, blog: Blog, _facts: Facts) -> Iterator[Hit]:
    """A slip in day or month; a stated coverage says better what belongs to a blog."""
    if blog.date is None or blog.coverage_start or blog.coverage_end:
        return
    if abs(entry.time.local.date() - blog.date) > _FAR:
        yield Hit("FAR-DATE", f"{entry.time} is days away from the blog's date, {blog.date}.", Place(entry.id, "time"))


def zone(entry: Entry, _blog: Blog, _facts: Facts) -> Iterator[Hit]:
    place = Place(entry.id, "time")
    if entry.time.moment is None:
        yield Hit("ZONE-UNRESOLVED", f"Nobody has said what zone “{entry.time.zone}” is; feeds need to know.", place)
    elif entry.time.certainty is not Certainty.WRITTEN:
        what = "zone" if entry.time.certainty is Certainty.ZONE_ASSUMED else "date"
        fix = Fix(f"The {what} is right", _confirmed)
        yield Hit("ASSUMED", f"The {what} of {entry.time} was not written; it is supposed.", place, fix)


def unclassed(entry: Entry, _blog: Blog, facts: Facts) -> Iterator[Hit]:
    standing = facts.standings.get(entry.id)
    if standing is None:
        return
    if newsroom.owes_class(entry, standing):
        sentence = "This entry changed after its release, and nobody has said whether that is a correction."
        yield Hit("UNCLASSED", sentence, Place(entry.id))
    elif newsroom.is_taken_back(entry, standing):
        fix = Fix("Remove the notice", lambda value: _without_notices(value, entry, facts))
        yield Hit("UNCLASSED", "The notice tells of a change that was taken back.", Place(entry.id, "notices"), fix)


def gone_back(entry: Entry, _blog: Blog, facts: Facts) -> Iterator[Hit]:
    standing = facts.standings.get(entry.id)
    if entry.state is State.DRAFT and standing and standing.released.state is not State.DRAFT:
        sentence = "Readers have seen this entry; as a draft it would vanish silently. Withdraw it instead."
        yield Hit("VANISHED", sentence, Place(entry.id, "state"))


def embargo(entry: Entry, blog: Blog, facts: Facts) -> Iterator[Hit]:
    if newsroom.is_embargoed(entry, facts.now) and entry.embargo and entry.is_public:
        until = ShownTime(entry.embargo, blog.zone)
        yield Hit("EMBARGO", f"Under embargo: not before {until}. Until then it stays out.", Place(entry.id, "embargo"))


def withdrawal(entry: Entry, _blog: Blog, _facts: Facts) -> Iterator[Hit]:
    if not newsroom.has_reason(entry):
        yield Hit("NO-REASON", "Readers are told no reason for this withdrawal.", Place(entry.id, "notices"))


ENTRY_RULES: tuple[EntryRule, ...] = (
    emptiness, future, coverage, far_from_date, zone, unclassed, gone_back, embargo,
)
STUB_RULES: tuple[EntryRule, ...] = (withdrawal,)  # no other word of a withdrawn entry leaves the house


def _confirmed(value: Value) -> Value:
    if isinstance(value, Blog):
        return value
    return replace(value, time=replace(value.time, certainty=Certainty.WRITTEN))


def _without_notices(value: Value, entry: Entry, facts: Facts) -> Value:
    return value if isinstance(value, Blog) else replace(value, notices=facts.standings[entry.id].released.notices)
