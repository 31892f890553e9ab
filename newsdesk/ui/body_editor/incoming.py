"""What is pasted or dropped: files, a picture, or text."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from newsdesk.errors import NewsdeskError
from newsdesk.ui.words import tr

LARGEST_IMAGE = 64 * 1024 * 1024  # bytes that are read at all; the store's own bound is smaller
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp"}


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of an image as they came, and what they are called."""

    content: bytes
    media_type: str
    name: str


def files_of(mime: QMimeData) -> tuple[Path, ...]:
    """The files that are dropped, if nothing but files is."""
    urls = mime.urls()
    return tuple(Path(url.toLocalFile()) for url in urls) if urls and all(url.isLocalFile() for url in urls) else ()


def are_pictures(files: Iterable[Path]) -> bool:
    return all(path.suffix.lower() in _TYPES for path in files)


def read_picture(path: Path) -> Picture:
    """An image file. Raises NewsdeskError where it can't be read."""
    try:
        if path.stat().st_size > LARGEST_IMAGE:
            raise NewsdeskError(tr("“{0}” is too large for an image. Make it smaller first.").format(path.name))
        return Picture(path.read_bytes(), _TYPES[path.suffix.lower()], path.name)
    except OSError:
        raise NewsdeskError(tr("“{0}” could not be read. Nothing was inserted.").format(path.name)) from None


def pasted_picture(mime: QMimeData) -> Picture | None:
    """A picture on the clipboard that is no mere picture of text (as spreadsheets add)."""
    if not mime.hasImage() or (mime.hasText() and mime.text().strip()):
        return None
    for media_type in ("image/png", "image/jpeg"):
        if content := bytes(mime.data(media_type).data()):
            return Picture(content, media_type, tr("Pasted image"))
    image = mime.imageData()
    return Picture(_png(image), "image/png", tr("Pasted image")) if isinstance(image, QImage) else None


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())

