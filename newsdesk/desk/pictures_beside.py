"""Images in the folder beside a page of ours, which come in with the page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from newsdesk.desk import files
from newsdesk.domain.markup import Block, Body, Kind
from newsdesk.errors import ReadingError
from newsdesk.formats.edition import Attachment
from newsdesk.formats.plaintext import Reading

_NAME = re.compile(r"[a-z0-9-]{1,100}/([0-9a-f]{32})\.(png|jpg|gif|webp|avif)")
_KINDS = {"jpg": "image/jpeg"}


def with_pictures_beside(page: Path, reading: Reading) -> Reading:
    """The reading with those images that are there still; each is named by its hash, so nothing else is taken."""
    bodies = [reading.blog.introduction, *(entry.body for entry in reading.entries)]
    found = dict(_found(page.parent, bodies))
    if not found:
        return reading
    blog = replace(reading.blog, introduction=_shown(reading.blog.introduction, found))
    entries = tuple(replace(entry, body=_shown(entry.body, found)) for entry in reading.entries)
    pictures = {sha256(picture.content).hexdigest(): picture for picture in found.values()}
    return replace(reading, blog=blog, entries=entries, attachments={**reading.attachments, **pictures})


def _found(folder: Path, bodies: list[Body]) -> Iterator[tuple[str, Attachment]]:
    urls = {block.url for body in bodies for block in body if block.kind is Kind.IMAGE}
    for match in filter(None, map(_NAME.fullmatch, sorted(urls))):
        try:
            content = files.read(folder / match[0])
        except ReadingError:
            continue
        if sha256(content).hexdigest().startswith(match[1]):
            yield match[0], Attachment(content, _KINDS.get(match[2], f"image/{match[2]}"))


def _shown(body: Body, found: Mapping[str, Attachment]) -> Body:
    return tuple(_taken_in(block, found[block.url]) if block.url in found else block for block in body)


def _taken_in(block: Block, picture: Attachment) -> Block:
    return replace(block, url=f"attachment:{sha256(picture.content).hexdigest()}")
