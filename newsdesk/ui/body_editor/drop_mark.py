"""Where a dragged image would go: a line under the paragraph that it is over."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QDragMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from newsdesk.ui import look
from newsdesk.ui.body_editor import incoming

_THICK = 3
_RING = 5


class DropMark(QWidget):
    """Watches an editor's viewport; the caret goes to that paragraph with the drop, and the image under it."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit.viewport())
        self._edit = edit
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        edit.viewport().installEventFilter(self)

    def _follow(self, event: QDragMoveEvent) -> None:
        files = incoming.files_of(event.mimeData())
        is_picture = bool(files) and incoming.are_pictures(files)
        if is_picture:
            self.setGeometry(self._under(event.position().toPoint()))
            self.raise_()
        self.setVisible(is_picture)

    def _under(self, place: QPoint) -> QRect:
        block = self._edit.cursorForPosition(place).block()
        rect = self._edit.document().documentLayout().blockBoundingRect(block)
        bottom = round(rect.bottom()) + look.GRID // 2 - self._edit.verticalScrollBar().value()
        viewport, height = self._edit.viewport(), 2 * _RING + 1
        top = max(0, min(bottom - _RING, viewport.height() - height))
        return QRect(0, top, viewport.width(), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragMoveEvent):  # also on entering
            self._follow(event)
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colours(self.palette()).accent)
        middle = self.height() // 2
        painter.drawRoundedRect(QRect(_RING, middle - 1, self.width() - _RING, _THICK), 1.5, 1.5)
        painter.drawEllipse(QPoint(_RING, middle), _RING, _RING)
