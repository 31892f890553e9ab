"""What a person writes: blogs and entries, added, changed, moved and deleted. One call, one edit, one undo."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from newsdesk.desk import placing
from newsdesk.desk.desk import Desk
from newsdesk.domain import newsroom
from newsdesk.domain.blog import Blog, Shelf
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import Body
from newsdesk.domain.revision import Done
from newsdesk.domain.slug import slug as to_slug
from newsdesk.domain.stamp import ShownTime
from newsdesk.domain.text import clean_line
from newsdesk.errors import NewsdeskError


def new_blog(desk: Desk, headline: str = "", zone: str = "", **details: Any) -> Blog:  # noqa: ANN401
    """A new, open blog, in the newsroom's zone unless another is given."""
    now = desk.now()
    line = clean_line(headline)
    blog = Blog(created=now, last_changed=now, headline=line, slug=to_slug(line), zone=zone or desk.zone, **details)
    desk.do(Edit.of("New blog", after=[blog]))
    return blog


def add_entry(
    desk: Desk,
    blog: Blog,
    *,
    headline: str = "",
    body: Body = (),
    time: ShownTime | None = None,
    state: State = State.DRAFT,
    **details: Any,  # noqa: ANN401  further fields of Entry
) -> Entry:
    """A new entry: with a time, at its place by that time; without, now and at the newest end."""
    now = desk.now()
    if time is None:
        time = ShownTime(now, blog.zone)
        gap = placing.newest_end(desk, blog.id)
    else:
        gap = desk.store.place_at_time(blog.id, time)
    plain = Entry(
        blog=blog.id, order="", time=time, created=now, last_changed=now,
        headline=clean_line(headline), body=body, **details,
    )
    return placing.add_between(desk, [newsroom.in_state(plain, state, now)], gap, "New entry")[0]


def change(desk: Desk, value: Blog | Entry, title: str, visit: str = "", **fields: Any) -> Done | None:  # noqa: ANN401
    """Change some fields of a blog or an entry as it was last seen.

    Raises ConflictError if somebody else has changed one of these fields since.
    """
    if "headline" in fields:
        fields["headline"] = clean_line(fields["headline"])
    state = fields.pop("state", None)
    after = replace(value, **fields)
    if isinstance(after, Entry) and state is not None:
        after = newsroom.in_state(after, state, desk.now())
    return desk.do(Edit.of(title, [value], [after]), visit)


def set_state(desk: Desk, ids: Sequence[str], state: State) -> Done | None:
    """Put entries into a state."""
    before = in_sequence(desk, ids)
    now = desk.now()
    return _do_where_new(desk, f"Mark as {state}", before, [newsroom.in_state(entry, state, now) for entry in before])


def set_embargo(desk: Desk, ids: Sequence[str], embargo: datetime | None) -> Done | None:
    """Keep entries out of every export until a moment, or lift that."""
    before = in_sequence(desk, ids)
    title = "Set embargo" if embargo else "Lift embargo"
    return _do_where_new(desk, title, before, [replace(entry, embargo=embargo) for entry in before])


def set_key(desk: Desk, ids: Sequence[str], is_key: bool) -> Done | None:
    """Mark entries as key events, or not."""
    before = in_sequence(desk, ids)
    title = "Mark as key event" if is_key else "Unmark key event"
    return _do_where_new(desk, title, before, [replace(entry, is_key=is_key) for entry in before])


def set_pinned(desk: Desk, ids: Sequence[str], is_pinned: bool) -> Done | None:
    """Pin entries, or unpin them."""
    before = in_sequence(desk, ids)
    title = "Pin" if is_pinned else "Unpin"
    return _do_where_new(desk, title, before, [replace(entry, is_pinned=is_pinned) for entry in before])


def _do_where_new(desk: Desk, title: str, before: Sequence[Entry], after: Sequence[Entry]) -> Done | None:
    """Of several entries, those that are so already are left alone."""
    new = [(was, is_now) for was, is_now in zip(before, after, strict=True) if was != is_now]
    return desk.do(Edit.of(title, [was for was, _ in new], [is_now for _, is_now in new]))


def delete_entries(
    desk: Desk, ids: Sequence[str], *, though_released: bool = False, verb: str = "Delete"
) -> Done | None:
    """Put entries into the trash; `verb` says in History whether they were deleted or cut.

    Raises ReleasedError, with the offer to withdraw, where readers have seen one, unless that was weighed.
    """
    gone = in_sequence(desk, ids)
    if not though_released:
        newsroom.refuse_removal(gone, released_among(desk, gone))
    return desk.do(Edit.of(f"{verb} entry" if len(gone) == 1 else f"{verb} {len(gone)} entries", gone))


def released_among(desk: Desk, entries: Sequence[Entry]) -> frozenset[str]:
    """The ids of those entries that readers have seen."""
    recorded = {id for blog in {entry.blog for entry in entries} for id in desk.store.past.held(blog)}
    return frozenset(entry.id for entry in entries if entry.id in recorded or newsroom.is_seen(entry))


def restore_entries(desk: Desk, entries: Sequence[Entry]) -> Done | None:
    """Bring entries back from the trash, each to the place where it was."""
    return desk.do(Edit.of("Restore from trash", after=entries))


def withdraw_deleted(desk: Desk, entries: Sequence[Entry]) -> Done | None:
    """Bring entries back from the trash as stubs, which tell readers that they were withdrawn."""
    now = desk.now()
    return desk.do(Edit.of("Withdraw instead", after=[newsroom.in_state(it, State.WITHDRAWN, now) for it in entries]))


def move_entries(desk: Desk, ids: Sequence[str], *, above: str | None = None, below: str | None = None) -> None:
    """Put entries, in this sequence, directly above or directly below another one of their blog."""
    target = desk.entry(above or below or "")
    moving = set(ids) - {target.id}
    entries = [entry for entry in in_sequence(desk, ids) if entry.id in moving]
    if any(entry.blog != target.blog for entry in entries):
        raise NewsdeskError("These entries belong to another blog; nothing was moved. Copy and paste them instead.")
    gap = placing.above(desk, target, moving) if above else placing.below(desk, target, moving)
    desk.do(placing.moved_between(desk, entries, gap))


def put_blog_on(desk: Desk, blog: Blog, shelf: Shelf) -> Done | None:
    """Archive a blog, put it into the trash, or bring it back to the desk."""
    titles = {Shelf.DESK: "Restore blog", Shelf.ARCHIVE: "Archive blog", Shelf.TRASH: "Delete blog"}
    return change(desk, blog, titles[shelf], shelf=shelf)


def in_sequence(desk: Desk, ids: Sequence[str]) -> list[Entry]:
    """The entries with these ids, in this sequence; one that is gone refuses the whole."""
    found = desk.store.entries(ids)
    if len(found) < len(set(ids)):
        raise NewsdeskError("Some of these entries are not there any more; nothing was changed.")
    return [found[id] for id in dict.fromkeys(ids)]
