"""Says, while files are dragged over the window, that they can be dropped, and what becomes of them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from newsdesk.ui import look
from newsdesk.ui.body_editor.incoming import are_pictures
from newsdesk.ui.dropping import paths_in
from newsdesk.ui.type import isolated
from newsdesk.ui.words import tr

_TINT, _TINT_OVER_TEXT = 26, 10  # of 255
_THICK, _ROUND = 2, 8


class DropWelcome(QWidget):
    """Lies over all panes; for images over the text that they go into, as far as one is open."""

    def __init__(self, over: QWidget, text: QWidget, is_writing: Callable[[], bool]) -> None:
        super().__init__(over)
        self._over, self._text, self._is_writing = over, text, is_writing
        self.words = ""
        self._is_for_text = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        for place in (over.window(), text):
            place.installEventFilter(self)

    def _welcome(self, paths: Sequence[Path]) -> None:
        self._is_for_text = are_pictures(paths) and self._is_writing()
        one, many = (
            (tr("Drop to add the image"), tr("Drop to add {0} images"))
            if self._is_for_text
            else (tr("Drop to import"), tr("Drop to import {0} files"))
        )
        self.words = one if len(paths) == 1 else many.format(len(paths))
        self.setAccessibleName(self.words)
        place = self._text if self._is_for_text else self._over
        around = look.GRID if self._is_for_text else 0  # its edge keeps clear of the words
        where = QRect(place.mapTo(self._over, QPoint()), place.size())
        self.setGeometry(where.adjusted(-around, -around, around, around))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if paths := paths_in(event.mimeData()):
                self._welcome(paths)
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = look.colours(self.palette())
        tint = QColor(c.accent)
        tint.setAlpha(_TINT_OVER_TEXT if self._is_for_text else _TINT)
        painter.setPen(QPen(c.accent, _THICK))
        painter.setBrush(tint)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), _ROUND, _ROUND)
        painter.setFont(look.text(semibold=True))
        words = isolated(self.words)
        label = painter.fontMetrics().boundingRect(words).adjusted(-3 * look.GRID, -look.GRID, 3 * look.GRID, look.GRID)
        label.moveCenter(self.rect().center())
        if self._is_for_text:
            label.moveBottom(self.height() - 3 * look.GRID)  # the mark in the text stays to be seen
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.accent)
        painter.drawRoundedRect(label, _ROUND, _ROUND)
        painter.setPen(c.on_accent)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
