"""Pictures of an edition: inside the page, or as files in a folder beside it."""

import base64
import struct
from collections.abc import Mapping

from newsdesk.domain.markup import Block, Kind
from newsdesk.formats.body_html import Picture
from newsdesk.formats.edition import Attachment, Edition
from newsdesk.formats.escaping import html_attribute
from newsdesk.formats.public import public_body

_PREFIX = "attachment:"
_SUFFIXES = {  # SVG is not among them: opened by itself it is a page that can run scripts
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
}
Size = tuple[int, int]


def attachment_of(edition: Edition, block: Block) -> Attachment | None:
    """The picture that an image block shows, where it is there and of a kind that browsers show safely."""
    if not block.url.startswith(_PREFIX):
        return None
    attachment = edition.attachments.get(block.url.removeprefix(_PREFIX))
    return attachment if attachment and attachment.media_type in _SUFFIXES else None


def file_name(block: Block, attachment: Attachment) -> str:
    """From the hash, so that the same picture is one file."""
    digest = "".join(c for c in block.url.removeprefix(_PREFIX) if c.isascii() and c.isalnum())
    return f"{digest[:32]}{_SUFFIXES[attachment.media_type]}"


def picture_of(edition: Edition) -> Picture:
    """How image blocks of this edition become <img> elements."""

    def picture(block: Block) -> str:
        if (attachment := attachment_of(edition, block)) is None:
            return ""
        source = source_of(edition, block, attachment)
        size = size_of(attachment.content)
        room = f' width="{size[0]}" height="{size[1]}"' if size else ""
        return f'<img src="{html_attribute(source)}" alt="{html_attribute(block.alt)}"{room}>'

    return picture


def source_of(edition: Edition, block: Block, attachment: Attachment) -> str:
    """Where the picture is: in the folder beside the page, or in its own address."""
    if folder := edition.options.image_folder:
        return f"{folder}/{file_name(block, attachment)}"
    return f"data:{attachment.media_type};base64,{base64.b64encode(attachment.content).decode('ascii')}"


def picture_files(edition: Edition) -> Mapping[str, bytes]:
    """The files for the folder beside the page, by name."""
    shown = (block for entry in edition.entries for block in public_body(entry) if block.kind is Kind.IMAGE)
    introduced = (block for block in edition.blog.introduction if block.kind is Kind.IMAGE)
    return {
        file_name(block, attachment): attachment.content
        for block in [*introduced, *shown]
        if (attachment := attachment_of(edition, block))
    }


def size_of(content: bytes) -> Size | None:
    """Width and height by the first bytes of PNG, GIF and JPEG, so that a page keeps the room; else None."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
    elif content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
    elif content.startswith(b"\xff\xd8"):
        width, height = _jpeg_size(content)
    else:
        return None
    return (width, height) if width and height else None


def _jpeg_size(content: bytes) -> Size:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return 0, 0
