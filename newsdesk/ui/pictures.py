"""Images of the texts: taken in within bounds, kept in the store, fetched from it to be shown; and embeds."""

from math import ceil
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from newsdesk.desk.desk import Desk
from newsdesk.domain.markup import Block, Kind
from newsdesk.errors import NewsdeskError
from newsdesk.ui.body_editor.incoming import read_picture
from newsdesk.ui.body_editor.popovers import card_popover
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

LARGEST = 10_000_000  # bytes of an image in the store
_WIDEST = QSize(1600, 1600)  # of what is kept for showing
_KEPT = 40


class Pictures(QObject):
    """One method an action; bytes go to the store as they came."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._live, self._bars, self._pane = around.live, around.messages.bars, around.panes.entry
        self._body = self._pane.body
        self._images: dict[str, QImage | None] = {}  # None while it is on its way, or where there is none
        self._body.image_offered.connect(self.take)
        self._body.refused.connect(self._say)
        self._body.set_images(self._image)

    def insert_image(self) -> None:
        """Choose image files, and put them under the caret's paragraph."""
        if self._pane.entry is None:
            return
        kinds = f"{tr('Images')} (*.png *.jpg *.jpeg *.gif *.webp)"
        names, _ = QFileDialog.getOpenFileNames(self._pane.window(), tr("Insert image"), "", kinds)
        for name in names:
            try:
                picture = read_picture(Path(name))
            except NewsdeskError as error:
                self._say(error.sentence)
            else:
                self.take(picture.content, picture.media_type, picture.name)

    def image_details(self) -> None:
        """Alternative text, caption and credit of the image at the caret."""
        self._body.edit_card()

    def insert_embed(self) -> None:
        """Ask for an address and a readable text, and put them under the caret's paragraph."""
        if self._pane.entry is None:
            return
        body = self._body
        popover = card_popover(body, Block(kind=Kind.EMBED), lambda card: body.insert_embed(card.url, card.text))
        popover.open_at(self._body.viewport().mapToGlobal(self._body.cursorRect().bottomLeft()))

    def take(self, content: bytes, media_type: str, name: str) -> None:
        """Keep an image and put it into the text that is on the screen now."""
        entry = self._pane.entry
        image = _decoded(content)
        if entry is None:
            return
        if len(content) > LARGEST:
            size = ceil(len(content) / 100_000) / 10  # never so little that it would be allowed
            told = tr("“{0}” has {1} MB, and an image may have {2}. Make it smaller first; nothing was inserted.")
            self._say(told.format(name, f"{size:.1f}", LARGEST // 1_000_000))
        elif image is None:
            self._say(tr("“{0}” is no image that can be shown; nothing was inserted.").format(name))
        else:
            id, kept = entry.id, image
            self._bars.clear("image")
            self._live.ask(
                lambda desk: desk.store.add_attachment(content, media_type),
                then=lambda url: self._insert(id, url, kept),
                failed=lambda error: self._say(error.sentence),
            )

    def _say(self, sentence: str) -> None:
        self._bars.say("image", sentence)

    def _insert(self, id: str, url: str, image: QImage) -> None:
        self._keep(url, image)
        if self._pane.entry is not None and self._pane.entry.id == id:
            self._body.insert_image(url)

    def _image(self, url: str) -> QImage | None:
        """What stands for a URL; asked for again once it has come from the store."""
        if url not in self._images:
            self._images[url] = None
            self._live.ask(
                lambda desk: _read(desk, url), then=lambda image: self._show(url, image), failed=lambda _: None
            )
        return self._images[url]

    def _show(self, url: str, image: QImage | None) -> None:
        if image is not None:
            self._keep(url, image)
            self._body.refresh_images()

    def _keep(self, url: str, image: QImage) -> None:
        while len(self._images) >= _KEPT:
            del self._images[next(iter(self._images))]
        self._images[url] = image


def _read(desk: Desk, url: str) -> QImage | None:
    found = desk.store.attachment(url)
    return _decoded(found.content) if found else None


def _decoded(content: bytes) -> QImage | None:
    """The image, no larger than a text can show it; None if it is none."""
    if len(content) > LARGEST:
        return QImage()
    image = QImage.fromData(QByteArray(content))
    if image.isNull():
        return None
    if image.width() <= _WIDEST.width() and image.height() <= _WIDEST.height():
        return image
    return image.scaled(_WIDEST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
