"""Writing a blog out: chosen, rendered, put into its file whole or not at all, and remembered as a release."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsdesk.desk import files, picturing, releasing, standings
from newsdesk.desk.desk import Desk
from newsdesk.desk.releasing import WHOLE, Cut
from newsdesk.domain.blog import Blog
from newsdesk.domain.bulk import collecting_later
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.past import Stand
from newsdesk.domain.release import Release
from newsdesk.errors import ExportError, StoreError
from newsdesk.formats.edition import Edition, Options, Order, Why, edition, embargo_notice
from newsdesk.formats.outputs import Output, output_named

__all__ = ["AS_USUAL", "WHOLE", "Cut", "Exported", "Options", "Order", "export", "export_again", "output_named"]

AS_USUAL = Options()
_A_WHILE = 200  # entries
_NAMED = 3  # how many embargoes are told one by one


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and where; `path` is None where the caller takes the bytes."""

    data: bytes
    path: Path | None
    notices: Sequence[str]
    release: Release | None = None  # None where it is not remembered: a preview, a copy, a store that is read-only


def export(
    desk: Desk,
    blog: Blog,
    to: str,
    target: Path | None = None,
    options: Options = AS_USUAL,
    *,
    cut: Cut = WHOLE,
    is_release: bool = True,
    go_on: Callable[[], object] = lambda: None,
) -> Exported:
    """Export a blog in one format. Raises ExportError; then the target is as it was.

    A preview or a copy to the clipboard is no release. `go_on` is called many times a second up to the writing;
    what it raises ends the export.
    """
    with collecting_later():
        return _exported(desk, blog, to, target, options, cut=cut, is_release=is_release, go_on=go_on)


def _exported(
    desk: Desk, blog: Blog, to: str, target: Path | None, options: Options,
    *, cut: Cut, is_release: bool, go_on: Callable[[], object],
) -> Exported:
    output, at = output_named(to), desk.now()
    asked = replace(options, everything=True) if output.is_backup else replace(options, with_history=False)
    stand, entries = releasing.content_of(desk, blog.id, cut, now=at, go_on=go_on)
    go_on()
    chosen = _chosen(desk, stand, entries, cut.moment or at, asked)
    data, untold = output.written(replace(chosen, entries=_Watched(chosen.entries, go_on)))
    go_on()
    path = _written(desk, target, data, chosen, output) if target else None
    notices = [*_told(chosen, stand, entries, cut), *untold]
    if not is_release:
        return Exported(data, path, notices)
    if not cut.is_past and not output.is_backup:
        notices += _unclassed(desk, blog)
    held = {} if output.is_backup else {entry.id: entry.state for entry in chosen.entries}
    release = releasing.remembered(
        desk, stand, cut, asked, at=at, format=to, file=path.name if path else "",
        hash=sha256(data).hexdigest(), size=len(data), held=held,
    )
    try:
        desk.store.past.remember(release)
    except StoreError as error:
        return Exported(data, path, [*notices, f"This export is not remembered. {error.sentence}"])
    return Exported(data, path, notices, release)


def export_again(
    desk: Desk, release: Release, target: Path | None = None, *, theme_folders: Sequence[Path] = ()
) -> Exported:
    """The same bytes as a release had. Raises ExportError if they cannot be made again."""
    output = output_named(release.format)
    options, cut = releasing.asked_of(release)
    options = replace(options, theme_folders=tuple(theme_folders))
    stand, entries = releasing.content_of(desk, release.blog, cut, now=release.at, present=release.sequence)
    clock = cut.moment or release.at
    chosen = _chosen(desk, stand, entries, clock, options)
    data = output.render(chosen)
    if sha256(data).hexdigest() != release.hash:
        raise ExportError(_refusal(release.at, stand))
    path = _written(desk, target, data, chosen, output) if target else None
    return Exported(data, path, _withdrawn_since(desk, release), release)


class _Watched(tuple[Entry, ...]):
    """Entries that, as a format goes through them, ask from time to time whether to go on."""

    _go_on: Callable[[], object]

    def __new__(cls, entries: Sequence[Entry], go_on: Callable[[], object]) -> "_Watched":
        watched = super().__new__(cls, entries)
        watched._go_on = go_on
        return watched

    def __iter__(self) -> Iterator[Entry]:
        for first in range(0, len(self), _A_WHILE):
            yield from self[first : first + _A_WHILE]

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401  as of any tuple
        self._go_on()
        return super().__getitem__(index)


def _chosen(desk: Desk, stand: Stand, entries: Sequence[Entry], now: datetime, options: Options) -> Edition:
    """What goes out, with its images, and the history up to there if it was asked for."""
    history = desk.store.past.told_of(stand.blog.id, stand.sequence) if options.with_history else ()
    return picturing.with_pictures(desk, edition(stand.blog, entries, now=now, options=options, revisions=history))


def _written(desk: Desk, target: Path, data: bytes, chosen: Edition, output: Output) -> Path:
    """The images first, so that no page ever stands without them."""
    if output.has_picture_files and chosen.options.image_folder:
        picturing.write_beside(Path(os.path.realpath(target)), chosen, never=desk.store.path)
    return files.write(target, data, never=desk.store.path)


def _told(chosen: Edition, stand: Stand, entries: Sequence[Entry], cut: Cut) -> list[str]:
    notices = [chosen.explanation] if chosen.explanation else []
    left_out = {id for id, why in chosen.left_out if why is Why.EMBARGOED}
    waiting = [entry for entry in entries if entry.id in left_out]
    notices += [f"{_name(entry)}: {embargo_notice(entry, stand.blog.zone)}." for entry in waiting[:_NAMED]]
    if cut.until and (later := len(stand.entries) - len(entries)):
        notices.append(f"Left out: {later} {'entry' if later == 1 else 'entries'} shown after {cut.until}.")
    if cut.is_past and not stand.is_whole:
        notices.append("Words that stood here were erased for ever since; this is not all that there was.")
    return notices


def _unclassed(desk: Desk, blog: Blog) -> list[str]:
    count = len(standings.unclassed(desk, blog.id))
    many = "1 entry has changed" if count == 1 else f"{count} entries have changed"
    return [f"{many} after release without a class; “newsdesk preflight” tells which."] if count else []


def _withdrawn_since(desk: Desk, release: Release) -> list[str]:
    now = desk.store.entries(release.held)
    count = sum(
        now[id].state is State.WITHDRAWN for id, was in release.held.items() if id in now and was is not State.WITHDRAWN
    )
    many = "1 entry of it was" if count == 1 else f"{count} entries of it were"
    return [f"{many} withdrawn since; take care where you publish this."] if count else []


def _refusal(at: datetime, stand: Stand) -> str:
    when = f"{at:%H:%M} GMT {at:%d.%m}.{at.year:04}"
    if not stand.is_whole:
        return f"Words of the release of {when} were erased for ever; it cannot be made again. Nothing was written."
    return (
        f"The release of {when} does not come out the same any more, for the theme or Newsdesk itself has changed "
        "since. Nothing was written. “newsdesk export --as-of” writes the same content in today's form."
    )


def _name(entry: Entry) -> str:
    return f"“{entry.headline}”" if entry.headline else f"The entry of {entry.time}"
