"""The images of an edition, fetched from the store; and those that a file brings, put into it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from newsdesk.desk import files
from newsdesk.desk.desk import Desk
from newsdesk.domain.entry import State
from newsdesk.domain.markup import Body, Kind
from newsdesk.domain.unread import UnreadEntry
from newsdesk.formats.edition import Attachment, Edition
from newsdesk.formats.pictures import picture_files

_PREFIX = "attachment:"
_NAME = re.compile(_PREFIX + "[0-9a-f]{64}")


def with_pictures(desk: Desk, chosen: Edition) -> Edition:
    """The edition with the images that its texts show; what the store does not have stays a name."""
    found: dict[str, Attachment] = {}
    for url in dict.fromkeys([*_named(_bodies(chosen)), *_once_named(chosen)]):
        if kept := desk.store.attachment(url):
            found[url.removeprefix(_PREFIX)] = Attachment(kept.content, kept.media_type)
    return replace(chosen, attachments=found) if found else chosen


def write_beside(page: Path, chosen: Edition, *, never: Path | None = None) -> None:
    """Put the images into the folder beside the page that its options name. Raises ExportError."""
    pictures = picture_files(chosen)
    folder = page.parent / chosen.options.image_folder
    if pictures:
        files.make_folder(folder)
    for name, content in pictures.items():
        files.write(folder / name, content, never=never)


def keep_pictures(desk: Desk, pictures: Mapping[str, Attachment]) -> None:
    """Put images into the store; those that it has are kept once."""
    for picture in pictures.values():
        desk.store.add_attachment(picture.content, picture.media_type)


def count_missing(desk: Desk, bodies: Iterable[Body]) -> int:
    """How many images the bodies of a file show that are neither in it nor in the store."""
    urls = [block.url for body in bodies for block in body if block.kind is Kind.IMAGE]
    there = {url for url in set(urls) if url.startswith(_PREFIX) and desk.store.attachment(url)}
    return sum(url not in there for url in urls)


def _bodies(chosen: Edition) -> Iterator[Body]:
    """All that may be shown; of what is withdrawn only a backup holds more than the stub."""
    yield chosen.blog.introduction
    for entry in chosen.entries:
        if type(entry) is UnreadEntry and not entry.may_show_images:
            continue
        if entry.state is not State.WITHDRAWN or chosen.options.everything:
            yield entry.body


def _once_named(chosen: Edition) -> Iterator[str]:
    """The images of which the history tells, so that what is restored elsewhere is whole."""
    for revision in chosen.revisions:
        for change in revision.changes:
            for record in filter(None, (change.before, change.after)):
                yield from _NAME.findall(str(record.get("body", "")) + str(record.get("introduction", "")))


def _named(bodies: Iterable[Body]) -> Iterator[str]:
    for body in bodies:
        for block in body:
            if block.kind is Kind.IMAGE and block.url.startswith(_PREFIX):
                yield block.url
