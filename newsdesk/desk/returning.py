"""A text that comes back: somebody has edited what was exported, and what they changed is taken over as one undo.

The text carries no ids, so its entries are matched with ours. What is only likely the same entry is taken over
when somebody has said so, and what is not in the text any more is told of and never deleted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from newsdesk.desk import files, inserting
from newsdesk.desk.copying import as_new
from newsdesk.desk.desk import Desk
from newsdesk.domain import newsroom
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit, Value
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.revision import Done
from newsdesk.errors import ReadingError
from newsdesk.formats import plaintext
from newsdesk.formats.plaintext import Pair, ReadNotice, match_returned, taken_over

TITLE = "Take over an edited text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A text laid beside a blog; nothing of it is in the store yet."""

    blog: Blog
    certain: Sequence[Pair]  # of the same entry, which has changed
    likely: Sequence[Pair]  # of what may be the same entry
    new: Sequence[Entry]
    absent: Sequence[Entry]  # of those that an export holds
    notices: Sequence[ReadNotice]

    @property
    def sentence(self) -> str:
        """What it says, in one sentence."""
        told = (
            (self.certain, "changed"), (self.likely, "likely changed"), (self.new, "new"), (self.absent, "not in it"),
        )  # fmt: skip
        return ", ".join(f"{len(some)} {how}" for some, how in told if some) or "nothing changed"


def compare(desk: Desk, blog: Blog, path: Path, zones: Mapping[str, str] = MappingProxyType({})) -> Returned:
    """Lay a text beside a blog. Raises ReadingError with a sentence."""
    try:
        decoded = plaintext.decode(files.read(path))
        read = plaintext.read(decoded.text, now=desk.now(), zone=blog.zone, zones=zones, state=State.READY)
    except ReadingError as error:
        raise ReadingError(f"{path.name}: {error.sentence}") from error
    now = desk.now()
    found = match_returned(desk.store.entries_of(blog.id), read.entries)
    changed = [pair for pair in found.pairs if taken_over(pair.ours, pair.theirs) is not pair.ours]
    return Returned(
        blog=blog,
        certain=[pair for pair in changed if pair.is_certain],
        likely=[pair for pair in changed if not pair.is_certain],
        new=found.new,
        absent=[entry for entry in found.absent if entry.is_public and not newsroom.is_embargoed(entry, now)],
        notices=read.notices,
    )


def take_likely(desk: Desk, returned: Returned) -> Done | None:
    """Take over what somebody has confirmed to be the same entries, once the rest is taken over."""
    ours = [pair.ours for pair in returned.likely]
    return desk.do(Edit.of(TITLE, ours, [taken_over(pair.ours, pair.theirs) for pair in returned.likely]))


def take_over(desk: Desk, returned: Returned, *, with_likely: bool = False) -> Done | None:
    """Change what was changed and add what is new, each at its place by time; None if there is nothing of it."""
    pairs = [*returned.certain, *(returned.likely if with_likely else ())]
    new = [replace(as_new(entry, returned.blog.id, desk), state=State.READY) for entry in returned.new]
    added = inserting.adding(desk, returned.blog.id, new, "")
    before: dict[str, Value] = dict(added.before)
    after: dict[str, Value] = dict(added.after)
    for pair in pairs:
        placed, taken = after.get(pair.ours.id), taken_over(pair.ours, pair.theirs)
        before[pair.ours.id] = pair.ours
        after[pair.ours.id] = replace(taken, order=placed.order) if isinstance(placed, Entry) else taken
    return desk.do(Edit.of(TITLE, before.values(), after.values()))
