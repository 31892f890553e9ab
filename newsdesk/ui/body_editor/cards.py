"""How images and embeds stand in the text: as cards, painted in the palette's colours."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPixmap,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit

from newsdesk.domain.markup import Block, Kind
from newsdesk.ui import look
from newsdesk.ui.richtext.looks import card_of
from newsdesk.ui.words import tr

Images = Callable[[str], QImage | None]  # the image that an attachment's URL stands for

_TALLEST = 320
_PADDING = 12
_KEPT_PICTURES = 8


class Cards(QPyTextObject):
    """Paints the cards of one editor. Without a picture its alternative text stands in its place."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.images: Images = lambda url: None
        self._pictures: dict[tuple[str, int], QPixmap] = {}

    def forget(self) -> None:
        self._pictures.clear()

    def intrinsicSize(self, document: QTextDocument, place: int, format: QTextFormat) -> QSizeF:
        card = card_of(format)
        width = self._width(document)
        if card.kind is Kind.EMBED:
            text = QFontMetricsF(document.defaultFont()).height() + QFontMetricsF(look.small()).height()
            return QSizeF(width, 2 * _PADDING + text + 4)
        lines = _text_height(_caption(card), look.small(), width)
        return QSizeF(width, self._picture_size(card, width).height() + (lines + 8 if lines else 0))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, place: int, format: QTextFormat
    ) -> None:
        rect = QRectF(rect)
        card = card_of(format)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if card.kind is Kind.EMBED:
            self._paint_embed(painter, rect, card, document.defaultFont())
        else:
            self._paint_image(painter, rect, card)
        painter.restore()

    def _paint_image(self, painter: QPainter, rect: QRectF, card: Block) -> None:
        size = self._picture_size(card, rect.width())
        frame = QRectF(rect.topLeft(), size)
        if (picture := self._picture(card.url, size)) is not None:
            painter.drawPixmap(frame, picture, QRectF(picture.rect()))
        else:
            self._paint_frame(painter, frame)
            self._paint_text(painter, frame, card.alt or _not_here(), look.small(), Qt.AlignmentFlag.AlignCenter)
        below = QRectF(rect.left(), frame.bottom() + 8, rect.width(), rect.bottom() - frame.bottom() - 8)
        self._paint_text(painter, below, _caption(card), look.small())

    def _paint_embed(self, painter: QPainter, rect: QRectF, card: Block, font: QFont) -> None:
        self._paint_frame(painter, rect)
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        title, metrics = card.text.replace("\n", " ") or card.url, QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(look.colours(self._edit.palette()).ink)
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop.value, metrics.elidedText(title, elide, inner.width()))
        small = QFontMetricsF(look.small())
        painter.setFont(look.small())
        painter.setPen(look.colours(self._edit.palette()).dim)
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom.value, small.elidedText(card.url, elide, inner.width()))

    def _paint_frame(self, painter: QPainter, rect: QRectF) -> None:
        colours = look.colours(self._edit.palette())
        painter.setPen(colours.line)
        painter.setBrush(colours.list)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_text(
        self, painter: QPainter, rect: QRectF, text: str, font: QFont, side: Qt.AlignmentFlag | None = None
    ) -> None:
        option = QTextOption(side or Qt.AlignmentFlag.AlignLeading)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        painter.setFont(font)
        painter.setPen(look.colours(self._edit.palette()).dim)
        painter.drawText(rect, text, option)

    def _picture(self, url: str, size: QSizeF) -> QPixmap | None:
        ratio = self._edit.devicePixelRatioF()
        key = url, round(size.width() * ratio)
        if key not in self._pictures:
            image = self.images(url)
            if image is None or image.isNull():
                return None
            while len(self._pictures) >= _KEPT_PICTURES:
                del self._pictures[next(iter(self._pictures))]
            wide = image.scaledToWidth(key[1], Qt.TransformationMode.SmoothTransformation)
            self._pictures[key] = QPixmap.fromImage(wide)
        return self._pictures[key]

    def _picture_size(self, card: Block, width: float) -> QSizeF:
        image = self.images(card.url)
        if image is None or image.isNull():
            return QSizeF(width, 96)
        shrink = min(1.0, width / image.width(), _TALLEST / image.height())
        return QSizeF(image.width() * shrink, image.height() * shrink)

    def _width(self, document: QTextDocument) -> float:
        return max(80.0, document.textWidth())


def _not_here() -> str:
    return tr("The image is not here")


def _caption(card: Block) -> str:
    return " · ".join(part for part in (card.text, card.credit) if part)


def _text_height(text: str, font: QFont, width: float) -> float:
    if not text:
        return 0
    room = QRectF(0, 0, width, 10_000)
    return QFontMetricsF(font).boundingRect(room, Qt.TextFlag.TextWordWrap.value, text).height()
