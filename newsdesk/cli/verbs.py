"""The verbs that write, asked by the command line and by batch alike: a request in, an answer out.

A request holds the named texts of one command; a verb takes what it knows and refuses the rest.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from newsdesk.cli.setting import Setting
from newsdesk.desk import correcting, naming, writing
from newsdesk.domain import newsroom
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import NoticeKind, State
from newsdesk.domain.markup import Body, paragraphs
from newsdesk.domain.revision import Done
from newsdesk.domain.stamp import ShownTime
from newsdesk.domain.text import clean
from newsdesk.errors import NewsdeskError

Request = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was done: for a program, and in a sentence."""

    result: Mapping[str, Any]
    sentence: str


def new(setting: Setting, request: Request) -> Answer:
    zone = request.get("zone") or setting.preferences.zone
    blog = writing.new_blog(setting.desk, request.get("headline") or "", zone)
    return Answer({"blog": blog.id}, f"New blog {blog.id[:8]}.")


def add(setting: Setting, request: Request) -> Answer:
    blog = naming.find_blog(setting.desk, request.get("blog") or "")
    entry = writing.add_entry(
        setting.desk,
        blog,
        headline=request.get("headline") or "",
        body=_body(request.get("body") or ""),
        time=_time(setting, blog, request["time"]) if request.get("time") else None,
        state=_state(request.get("state") or "draft"),
    )
    return Answer({"entry": entry.id}, f"Added entry {entry.id[:8]} at {entry.time}.")


def edit(setting: Setting, request: Request) -> Answer:
    entry = naming.find_entry(setting.desk, request.get("entry") or "")
    fields: dict[str, Any] = {}
    if (headline := request.get("headline")) is not None:
        fields["headline"] = headline
    if (body := request.get("body")) is not None:
        fields["body"] = _body(body)
    if (time := request.get("time")) is not None:
        fields["time"] = _time(setting, setting.desk.store.blog(entry.blog), time, entry.time)
    if (state := request.get("state")) is not None:
        fields["state"] = _state(state)
    if not fields:
        raise NewsdeskError("Nothing to change was given. Name --headline, --time, --body or --state.")
    done = writing.change(setting.desk, entry, "Edit entry", **fields)
    return Answer({"entry": entry.id}, f"Changed entry {entry.id[:8]}." if done else "It is like that already.")


def move(setting: Setting, request: Request) -> Answer:
    entry = naming.find_entry(setting.desk, request.get("entry") or "")
    before, after = request.get("before"), request.get("after")
    if bool(before) == bool(after):
        raise NewsdeskError("Say where the entry goes: either before or after another one.")
    target = naming.find_entry(setting.desk, before or after or "")
    writing.move_entries(
        setting.desk, [entry.id], above=target.id if before else None, below=target.id if after else None
    )
    return Answer({"entry": entry.id}, f"Moved entry {entry.id[:8]}.")


def delete(setting: Setting, request: Request) -> Answer:
    entry = naming.find_entry(setting.desk, request.get("entry") or "")
    was_released = bool(writing.released_among(setting.desk, [entry]))
    writing.delete_entries(setting.desk, [entry.id], though_released=True)
    said = f"Deleted entry {entry.id[:8]}; “newsdesk undo” brings it back."
    if was_released:
        said += " It was released: readers may look for it. “newsdesk withdraw” would leave a stub with your reason."
    return Answer({"entry": entry.id, "released": was_released}, said)


def withdraw(setting: Setting, request: Request) -> Answer:
    entry = naming.find_entry(setting.desk, request.get("entry") or "")
    correcting.withdraw(setting.desk, [entry], request.get("reason") or "")
    return Answer({"entry": entry.id}, f"Withdrew entry {entry.id[:8]}; its text leaves every output.")


def correct(setting: Setting, request: Request) -> Answer:
    entry = naming.find_entry(setting.desk, request.get("entry") or "")
    kind = request.get("as") or ""
    if kind not in newsroom.CLASSES:
        raise NewsdeskError(f"“{kind}” is no class. Choose one of: {', '.join(newsroom.CLASSES)}.")
    done = correcting.correct(setting.desk, entry, NoticeKind(kind), request.get("text"))
    notice = setting.desk.entry(entry.id).notices[-1]
    told = f" Readers are told: {notice.text}" if notice.text else ""
    return Answer(
        {"entry": entry.id, "class": kind, "text": notice.text},
        f"Entry {entry.id[:8]} has a {kind} now.{told}" if done else "It is like that already.",
    )


def embargo(setting: Setting, request: Request) -> Answer:
    entry = naming.find_entry(setting.desk, request.get("entry") or "")
    until = request.get("until") or "none"
    blog = setting.desk.store.blog(entry.blog)
    time = None if until == "none" else _time(setting, blog, until, ShownTime(setting.desk.now(), blog.zone))
    writing.set_embargo(setting.desk, [entry.id], time.moment if time else None)
    said = f"stays out of every export until {time}" if time else "is under no embargo"
    return Answer({"entry": entry.id, "until": str(time) if time else None}, f"Entry {entry.id[:8]} {said}.")


def restore(setting: Setting, request: Request) -> Answer:
    entry = naming.find_in_trash(setting.desk, request.get("entry") or "")
    writing.restore_entries(setting.desk, [entry])
    return Answer({"entry": entry.id}, f"Entry {entry.id[:8]} is back at its place.")


def undo(setting: Setting, request: Request) -> Answer:
    return _again(setting, request, setting.desk.undo, "undo", "Undone")


def redo(setting: Setting, request: Request) -> Answer:
    return _again(setting, request, setting.desk.redo, "redo", "Done again")


def _again(setting: Setting, request: Request, act: Callable[[str], Done | None], verb: str, said: str) -> Answer:
    name = request.get("blog")
    blog = naming.find_blog(setting.desk, name).id if name else setting.desk.last_edited_blog()
    done = act(blog) if blog else None
    if done is None:
        raise NewsdeskError(f"There is nothing to {verb}.")
    return Answer({"title": done.edit.title, "blog": done.revision.blog}, f"{said}: {done.edit.title}.")


def _body(text: str) -> Body:
    return paragraphs(*clean(text).split("\n"))


def _state(name: str) -> State:
    if name not in set(State):
        raise NewsdeskError(f"“{name}” is no state. Choose one of: {', '.join(State)}.")
    return State(name)


def _time(setting: Setting, blog: Blog, text: str, own: ShownTime | None = None) -> ShownTime:
    from newsdesk.domain.times import read_typed  # dateutil is not needed by most commands

    zones = setting.preferences.zones
    return read_typed(text, now=setting.desk.now(), zone=blog.zone, own=own, zones=zones).time


VERBS: dict[str, tuple[Callable[[Setting, Request], Answer], frozenset[str]]] = {
    "new": (new, frozenset({"headline", "zone"})),
    "add": (add, frozenset({"blog", "headline", "time", "body", "state"})),
    "edit": (edit, frozenset({"entry", "headline", "time", "body", "state"})),
    "move": (move, frozenset({"entry", "before", "after"})),
    "delete": (delete, frozenset({"entry"})),
    "withdraw": (withdraw, frozenset({"entry", "reason"})),
    "correct": (correct, frozenset({"entry", "as", "text"})),
    "embargo": (embargo, frozenset({"entry", "until"})),
    "restore": (restore, frozenset({"entry"})),
    "undo": (undo, frozenset({"blog"})),
    "redo": (redo, frozenset({"blog"})),
}
