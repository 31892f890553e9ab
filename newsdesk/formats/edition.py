"""An edition: what one export holds, chosen and put in order before any format sees it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from importlib.resources.abc import Traversable

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.revision import Revision
from newsdesk.domain.stamp import ShownTime
from newsdesk.domain.unread import UnreadEntry, publications, shown_moments
from newsdesk.errors import ExportError


class Order(StrEnum):
    ARRANGED = "arranged"  # as the editor put them
    NEWEST = "newest"
    OLDEST = "oldest"


class Why(StrEnum):
    """Why an entry is left out."""

    DRAFT = "draft"
    EMBARGOED = "under embargo"
    UNPUBLISHED = "ready but not published"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that an entry shows, as the store keeps it."""

    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user asked for; the defaults are what a reader should get."""

    order: Order = Order.ARRANGED
    include_drafts: bool = False
    published_only: bool = False  # for desks with a second pair of eyes
    only: frozenset[str] | None = None  # the ids of a selection
    everything: bool = False  # drafts, embargoed and withdrawn texts too: for archives and nothing public
    theme: str = "standard"
    theme_folders: tuple[Traversable, ...] = ()  # the user's own themes; they win over ours
    image_folder: str = ""  # name of the folder beside the page; empty: images stand inside it
    exported_at: datetime | None = None  # shown only if asked for
    zones: Mapping[str, str] = field(default_factory=dict)  # what the newsroom means by MSK, BST …
    wrap: int = 0  # columns of the e-mail text; 0: a paragraph is one line
    with_history: bool = False  # of an archive
    with_notes: bool = False  # internal notes, of an archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The entries of an export in their order, and what was left out and why."""

    blog: Blog
    entries: tuple[Entry, ...]
    attachments: Mapping[str, Attachment] = field(default_factory=dict)  # by the hash in "attachment:HASH"
    revisions: tuple[Revision, ...] = ()  # only archives hold them
    options: Options = Options()
    left_out: tuple[tuple[str, Why], ...] = ()  # ids
    first_published: datetime | None = None  # of the whole blog, so that a selection does not move it
    oldest: datetime | None = None  # the oldest time any public entry of the blog shows

    @property
    def explanation(self) -> str:
        """One sentence on what is missing, or nothing."""
        return f"Left out: {_counted(why for _, why in self.left_out)}." if self.left_out else ""


def edition(
    blog: Blog,
    entries: Iterable[Entry],
    *,
    now: datetime,
    attachments: Mapping[str, Attachment] | None = None,
    revisions: Iterable[Revision] = (),
    options: Options = Options(),
) -> Edition:
    """Choose and order what an export at this moment holds; the entries come as arranged.

    Raises ExportError if that is nothing.
    """
    whole = list(entries)
    chosen = [entry for entry in whole if options.only is None or entry.id in options.only]
    verdicts = [None if options.everything else _why_not(entry, options, now) for entry in chosen]
    kept = [entry for entry, why in zip(chosen, verdicts, strict=True) if why is None]
    left_out = tuple((entry.id, why) for entry, why in zip(chosen, verdicts, strict=True) if why is not None)
    if not kept and not options.everything:
        raise ExportError(_refusal(blog, whole, left_out))
    is_all = options.only is None and not options.everything
    public = kept if is_all else [entry for entry in whole if _why_not(entry, options, now) is None]
    return Edition(
        blog=blog,
        entries=tuple(ordered(kept, options.order)),
        attachments=attachments or {},
        revisions=tuple(revisions),
        options=options,
        left_out=left_out,
        first_published=min(publications(public), default=None),
        oldest=min(shown_moments(public), default=None),
    )


def ordered(entries: Iterable[Entry], order: Order) -> list[Entry]:
    """Stable: entries of one minute stay as the editor arranged them."""
    if order is Order.ARRANGED:
        return list(entries)
    return sorted(entries, key=lambda entry: entry.time.sortable, reverse=order is Order.NEWEST)


def _why_not(entry: Entry, options: Options, now: datetime) -> Why | None:
    if type(entry) is UnreadEntry or entry.state is State.WITHDRAWN:
        return None
    if entry.embargo and entry.embargo > now:
        return Why.EMBARGOED
    if entry.state is State.DRAFT and not options.include_drafts:
        return Why.DRAFT
    if entry.state is State.READY and options.published_only:
        return Why.UNPUBLISHED
    return None


def _refusal(blog: Blog, whole: list[Entry], left_out: tuple[tuple[str, Why], ...]) -> str:
    name = f"“{blog.headline}”" if blog.headline else "the blog"
    if not whole:
        return f"There is nothing to export: {name} has no entries yet. Add one, then export again."
    if not left_out:
        return "There is nothing to export: no entry is selected. Select some, or export the whole blog."
    return (
        f"There is nothing to export: {name} holds only {_counted(why for _, why in left_out)}."
        " Mark an entry ready, or include the drafts."
    )


def _counted(reasons: Iterable[Why]) -> str:
    counts = Counter(reasons)
    parts = [_phrase(why, counts[why]) for why in Why if counts[why]]
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def _phrase(why: Why, count: int) -> str:
    if why is Why.DRAFT:
        return f"{count} draft" + ("s" if count > 1 else "")
    return f"{count} " + ("entries " if count > 1 else "entry ") + why


def embargo_notice(entry: Entry, zone: str) -> str:
    """`not before 06:00 GMT 06.01.2022`."""
    return f"not before {ShownTime(entry.embargo, zone)}" if entry.embargo else ""
