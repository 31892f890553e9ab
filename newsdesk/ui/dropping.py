"""Files that are dropped on the window: anywhere, it need not be the right spot."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def paths_in(mime: QMimeData) -> list[Path]:
    """The files on this machine that are dragged; none if it is something else."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
