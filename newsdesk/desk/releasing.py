"""Which blog an export is of: as it stands, as it stood, or the very one that was exported before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from newsdesk.desk.desk import Desk
from newsdesk.domain import newsroom
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, NoticeKind, State
from newsdesk.domain.past import Stand
from newsdesk.domain.record import moment_to_text, text_to_moment, text_to_time, time_to_text
from newsdesk.domain.release import Release
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import NewsdeskError, UnknownError
from newsdesk.formats.edition import Options, Order

WITHDRAWN_MARK = "[Withdrawn]"
_USUAL = Options()
_PLAIN = (
    "include_drafts", "published_only", "everything", "theme", "image_folder", "wrap", "with_history", "with_notes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Which part of a blog's time is wanted; by default all of it, as it stands."""

    content: int | None = None  # the place in the log as of which it is shown
    moment: datetime | None = None  # and the moment that its embargoes are measured against
    until: ShownTime | None = None  # nothing shown later than this
    with_withdrawn: bool = False  # what was withdrawn since, marked; else it is a stub then too

    @property
    def is_past(self) -> bool:
        return self.content is not None


WHOLE = Cut()


def cut_of(desk: Desk, as_of: datetime | str, blog: Blog) -> Cut:
    """A blog as it stood at a moment, or in the release with this id or unique beginning of one."""
    if isinstance(as_of, datetime):
        return Cut(content=desk.store.past.place_at(as_of, blog.id), moment=as_of)
    release = find_release(desk, as_of, blog)
    return Cut(content=release.content, moment=release.at)


def find_release(desk: Desk, name: str, blog: Blog | None = None) -> Release:
    """The release with this id or unique beginning of one. Raises UnknownError."""
    found = desk.store.past.releases_starting(name) if name else []
    found = [release for release in found if blog is None or release.blog == blog.id]
    if len(found) == 1:
        return found[0]
    many = "could be several releases. Give more of the id" if found else "is no release"
    raise UnknownError(f"“{name}” {many}; “newsdesk releases BLOG” shows them.")


def content_of(
    desk: Desk, blog: str, cut: Cut, *, now: datetime, present: int | None = None,
    go_on: Callable[[], object] = lambda: None,
) -> tuple[Stand, list[Entry]]:
    """The blog that an export is of, and its entries as they may be shown.

    What is withdrawn or under embargo now is so in the past too: nobody gets out what was taken back.
    `present` is the place in the log as of which that is asked, by default its end.
    """
    if cut.with_withdrawn and not cut.is_past:
        raise NewsdeskError("What is withdrawn can only be shown as of a moment in the past; nothing was written.")
    stand = desk.store.past.stand(blog, cut.content if cut.is_past else present, go_on)
    entries: Sequence[Entry] = stand.entries
    if cut.is_past:
        current = {entry.id: entry for entry in desk.store.past.stand(blog, present).entries}
        entries = [_as_allowed(entry, current.get(entry.id), cut, now) for entry in entries]
    return stand, [entry for entry in entries if cut.until is None or entry.time.sortable <= cut.until.sortable]


def remembered(
    desk: Desk, stand: Stand, cut: Cut, options: Options, *, at: datetime, **told: Any  # noqa: ANN401
) -> Release:
    """A release of this content, made at this moment, not yet in the memory."""
    end = desk.store.end_of_log() if cut.is_past else stand.sequence
    return Release(
        blog=stand.blog.id, author=desk.author, at=at, sequence=end, content=stand.sequence,
        options=_to_plain(options, cut), **told,
    )


def asked_of(release: Release) -> tuple[Options, Cut]:
    """What was asked for when a release was made."""
    plain = release.options
    options = Options(**{name: plain[name] for name in _PLAIN if name in plain})
    if "order" in plain:
        options = replace(options, order=Order(plain["order"]))
    if "only" in plain:
        options = replace(options, only=frozenset(plain["only"]))
    if "exported_at" in plain:
        options = replace(options, exported_at=text_to_moment(plain["exported_at"]))
    cut = Cut(
        content=release.content if "moment" in plain else None,
        moment=text_to_moment(plain["moment"]) if "moment" in plain else None,
        until=text_to_time(plain["until"]) if "until" in plain else None,
        with_withdrawn=plain.get("with_withdrawn", False),
    )
    return replace(options, zones=plain.get("zones", {})), cut


def _as_allowed(entry: Entry, current: Entry | None, cut: Cut, now: datetime) -> Entry:
    if current is None:
        return entry
    if current.state is State.WITHDRAWN and entry.state is not State.WITHDRAWN:
        if cut.with_withdrawn:
            return replace(entry, headline=f"{WITHDRAWN_MARK} {entry.headline}".strip())
        notices = tuple(notice for notice in current.notices if notice.kind is NoticeKind.WITHDRAWN)
        return replace(entry, state=State.WITHDRAWN, notices=notices)
    return replace(entry, embargo=current.embargo) if newsroom.is_embargoed(current, now) else entry


def _to_plain(options: Options, cut: Cut) -> Mapping[str, Any]:
    told = {name: getattr(options, name) for name in _PLAIN}
    plain: dict[str, Any] = {name: value for name, value in told.items() if value != getattr(_USUAL, name)}
    if options.order is not Order.ARRANGED:
        plain["order"] = options.order.value
    if options.only is not None:
        plain["only"] = sorted(options.only)
    if options.exported_at:
        plain["exported_at"] = moment_to_text(options.exported_at)
    if options.zones:
        plain["zones"] = dict(options.zones)
    if cut.is_past and cut.moment:
        plain["moment"] = moment_to_text(cut.moment)
    if cut.until:
        plain["until"] = time_to_text(cut.until)
    return plain | ({"with_withdrawn": True} if cut.with_withdrawn else {})
