"""The command `export`: a blog as it is, as it was, up to a time, or a release once more."""

from argparse import Namespace
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from newsdesk.cli.saying import print_json, say, write_bytes
from newsdesk.cli.setting import Setting
from newsdesk.desk import files, releasing
from newsdesk.desk.exporting import AS_USUAL, WHOLE, Cut, Exported, Options, Order, export_again, output_named
from newsdesk.desk.exporting import export as export_blog
from newsdesk.desk.naming import file_stem, find_blog, find_entry, image_folder
from newsdesk.domain.blog import Blog
from newsdesk.domain.stamp import ShownTime, read_stamp
from newsdesk.errors import ExportError
from newsdesk.preferences import theme_folders


def export(setting: Setting, given: Namespace) -> int:
    formats = [name.strip() for name in (given.to or "").split(",") if name.strip()]
    if not given.again and not (given.blog and formats):
        say("newsdesk: Name the blog and its format, as in “newsdesk export BLOG --to html”. Nothing was written.")
        return 2
    if len(formats) > 1 and not given.again:
        return _several(setting, given, formats)
    target = None if given.output == "-" else Path(given.output)
    done = _again(setting, given, target) if given.again else _new(setting, given, formats[0], target)
    if done.path is None:
        write_bytes(done.data)
    for notice in done.notices:
        say(notice)
    _print_shape(done, given)
    return 0


def _several(setting: Setting, given: Namespace, formats: list[str]) -> int:
    """Every format that can be written is written; what cannot is told, and the exit code says so."""
    files_of: dict[str, list[str]] = {}
    refusals: dict[str, None] = {}
    for to, file in _targets(setting, given, formats):
        try:
            done = _new(setting, given, to, file)
        except ExportError as error:
            refusals[error.sentence] = None
            continue
        for notice in done.notices:
            files_of.setdefault(notice, []).append(file.name)
        _print_shape(done, given)
    for notice, names in files_of.items():
        say(notice if len(names) > 1 else f"{names[0]}: {notice}")
    for sentence in refusals:
        say(f"newsdesk: {sentence}")
    return 1 if refusals else 0


def _targets(setting: Setting, given: Namespace, formats: list[str]) -> list[tuple[str, Path]]:
    """A file in the folder for each format, named after the blog."""
    if given.output == "-":
        raise ExportError("Several formats go into a folder: name it with -o FOLDER. Nothing was written.")
    outputs = [output_named(to) for to in dict.fromkeys(formats)]
    name = file_stem(find_blog(setting.desk, given.blog))
    folder = Path(given.output)
    files.make_folder(folder)
    return [(output.name, folder / f"{name}{output.extension}") for output in outputs]


def _print_shape(done: Exported, given: Namespace) -> None:
    if done.path is not None and given.json:
        release = done.release.id if done.release else None
        print_json({"file": str(done.path), "bytes": len(done.data), "release": release, "notices": list(done.notices)})


def _again(setting: Setting, given: Namespace, target: Path | None) -> Exported:
    blog = find_blog(setting.desk, given.blog) if given.blog else None
    release = releasing.find_release(setting.desk, given.again, blog)
    return export_again(setting.desk, release, target, theme_folders=_theme_folders(setting, given))


def _theme_folders(setting: Setting, given: Namespace) -> tuple[Path, ...]:
    named = (Path(given.theme_folder),) if given.theme_folder else ()
    if named and not named[0].is_dir():
        raise ExportError(f"There is no folder “{given.theme_folder}”. Nothing was written.")
    return (*named, *theme_folders(setting.preferences))


def _new(setting: Setting, given: Namespace, to: str, target: Path | None) -> Exported:
    blog = find_blog(setting.desk, given.blog)
    return export_blog(setting.desk, blog, to, target, _options(setting, blog, given), cut=_cut(setting, blog, given))


def _options(setting: Setting, blog: Blog, given: Namespace) -> Options:
    if given.images == "beside" and given.output == "-":
        raise ExportError("Images go into a folder beside a file: name it with -o FILE. Nothing was written.")
    return Options(
        order=Order(given.order),
        include_drafts="draft" in given.include,
        published_only=given.published_only or setting.preferences.published_only,
        theme=given.theme or AS_USUAL.theme,
        theme_folders=_theme_folders(setting, given),
        only=_only(setting, blog, given.entries) if given.entries is not None else None,
        image_folder=image_folder(blog) if given.images == "beside" else "",
        exported_at=_exported_at(setting, given.exported_at) if given.exported_at else None,
        wrap=max(0, given.wrap),
        zones=setting.preferences.zones,
        with_history=given.with_history,
        with_notes=given.with_notes,
    )


def _only(setting: Setting, blog: Blog, names: str) -> frozenset[str]:
    """The entries that are named; all of this blog."""
    found = [find_entry(setting.desk, name.strip()) for name in names.split(",") if name.strip()]
    strange = next((entry for entry in found if entry.blog != blog.id), None)
    if strange:
        raise ExportError(f"The entry {strange.id[:8]} belongs to another blog. Nothing was written.")
    return frozenset(entry.id for entry in found)


def _exported_at(setting: Setting, text: str) -> datetime:
    moment = setting.desk.now() if text == "now" else _moment(text)
    if moment is None:
        raise ExportError(f"“{text}” is no moment: write a whole stamp, ISO 8601, or nothing for now.")
    return moment


def _cut(setting: Setting, blog: Blog, given: Namespace) -> Cut:
    cut = WHOLE
    if given.as_of:
        cut = releasing.cut_of(setting.desk, _moment(given.as_of) or given.as_of, blog)
    until = _until(setting, blog, given.until) if given.until else None
    return replace(cut, until=until, with_withdrawn="withdrawn" in given.include)


def _moment(text: str) -> datetime | None:
    """A full time: a stamp, or ISO 8601 with its zone (none is UTC)."""
    if (stamp := read_stamp(text)) is not None:
        return stamp.moment
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _until(setting: Setting, blog: Blog, text: str) -> ShownTime:
    """A clock without a date is on the day of the blog's newest entry."""
    from newsdesk.domain.times import read_typed

    entries = setting.desk.store.entries_of(blog.id)
    newest = max((entry.time for entry in entries), key=lambda time: time.sortable, default=None)
    zones = setting.preferences.zones
    return read_typed(text, now=setting.desk.now(), zone=blog.zone, own=newest, zones=zones).time
