"""How a blog is sent out: what is chosen once, kept with the preferences, and asked for again by one key."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from newsdesk.desk import releasing
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import WHOLE, Cut, Options, Order
from newsdesk.desk.naming import file_stem, image_folder
from newsdesk.domain.blog import Blog
from newsdesk.domain.times import read_typed
from newsdesk.errors import ExportError
from newsdesk.formats.outputs import OUTPUTS
from newsdesk.formats.themes import theme_names
from newsdesk.preferences import Preferences, theme_folders

__all__ = [
    "OUTPUTS", "Asked", "Holding", "Profile", "cut_asked", "image_folder", "options_as_usual", "options_of",
    "profile_of", "theme_folders", "theme_names", "to_plain",
]  # fmt: skip


_COLUMNS = 72  # of a text for an e-mail: RFC 3676, section 4.2

Choice = TypeVar("Choice", bound=StrEnum)


class Holding(StrEnum):
    """Which entries an export holds."""

    READY = "ready"  # and published
    PUBLISHED = "published"
    DRAFTS = "drafts"  # and all others


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is remembered of a blog's exports; the folder is where they went last."""

    formats: tuple[str, ...] = ("html",)
    order: Order = Order.ARRANGED
    holding: Holding = Holding.READY
    theme: str = "standard"
    has_image_folder: bool = False
    says_when: bool = False  # at the foot of a page: when it was exported
    is_wrapped: bool = False  # the text for an e-mail
    with_history: bool = False  # of an archive
    with_notes: bool = False  # of an archive
    folder: str = ""
    name: str = ""  # of the files, without their endings


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One export: a profile, and what holds for this once."""

    blog: str
    profile: Profile
    only: frozenset[str] | None = None  # the ids of a selection
    as_of: str = ""  # a time as one types it, or a release's id; empty: as it stands
    until: str = ""  # a shown time as one types it


def profile_of(blog: Blog, preferences: Preferences) -> Profile:
    """What was chosen last for a blog; whatever cannot be understood is as usual."""
    kept = preferences.exports.get(blog.id)
    plain = kept if isinstance(kept, dict) else {}
    usual = Profile(name=file_stem(blog))
    known = {
        f.name: plain[f.name] for f in fields(Profile) if isinstance(plain.get(f.name), type(_plain(usual)[f.name]))
    }
    formats = tuple(name for name in known.pop("formats", ()) if name in OUTPUTS) or usual.formats
    order = _one_of(Order, known.pop("order", ""), usual.order)
    holding = _one_of(Holding, known.pop("holding", ""), usual.holding)
    if preferences.published_only:
        holding = Holding.PUBLISHED
    return replace(usual, formats=formats, order=order, holding=holding, **known)


def to_plain(profile: Profile) -> dict[str, Any]:
    return _plain(profile)


def options_as_usual(preferences: Preferences) -> Options:
    """Of an export that nobody chose anything for."""
    return Options(
        published_only=preferences.published_only, zones=preferences.zones, theme_folders=theme_folders(preferences)
    )


def options_of(asked: Asked, blog: Blog, preferences: Preferences, now: datetime) -> Options:
    profile = asked.profile
    return Options(
        order=profile.order,
        include_drafts=profile.holding is Holding.DRAFTS and not preferences.published_only,
        published_only=profile.holding is Holding.PUBLISHED or preferences.published_only,
        only=asked.only,
        theme=profile.theme,
        theme_folders=theme_folders(preferences),
        image_folder=image_folder(blog) if profile.has_image_folder else "",
        exported_at=now if profile.says_when else None,
        wrap=_COLUMNS if profile.is_wrapped else 0,
        zones=preferences.zones,
        with_history=profile.with_history,
        with_notes=profile.with_notes,
    )


def cut_asked(desk: Desk, blog: Blog, asked: Asked, zones: Mapping[str, str]) -> Cut:
    """Raises NewsdeskError where a time is not understood."""
    cut = WHOLE
    if asked.as_of and any(release.id == asked.as_of for release in desk.store.past.releases(blog.id)):
        cut = releasing.cut_of(desk, asked.as_of, blog)
    elif asked.as_of:
        moment = read_typed(asked.as_of, now=desk.now(), zone=blog.zone, zones=zones).time.moment
        if moment is None:
            raise ExportError(f"“{asked.as_of}” is in a zone that nobody has named. Write it in GMT.")
        cut = releasing.cut_of(desk, moment, blog)
    if not asked.until:
        return cut
    entries = desk.store.entries_of(blog.id)
    newest = max((entry.time for entry in entries), key=lambda time: time.sortable, default=None)
    return replace(cut, until=read_typed(asked.until, now=desk.now(), zone=blog.zone, own=newest, zones=zones).time)


def _plain(profile: Profile) -> dict[str, Any]:
    told = asdict(profile) | {"formats": list(profile.formats)}
    return told | {"order": profile.order.value, "holding": profile.holding.value}


def _one_of(kind: type[Choice], value: str, usual: Choice) -> Choice:
    return kind(value) if value in set(kind) else usual
