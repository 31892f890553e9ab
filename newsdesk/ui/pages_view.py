"""Pages of paper one below the other, drawn when they come on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPicture, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from newsdesk.ui import look
from newsdesk.ui.controls import ThinScrollBar

_AROUND = 2 * look.GRID
_SMALLEST, _LARGEST = 0.1, 8.0


class PagesView(QGraphicsView):
    """Pages come while one looks at those that are there already."""

    changed = Signal()  # another page, more of them, or another size

    def __init__(self, size: QSizeF, name: str) -> None:
        """The size is a page's, in pixels of 1/96 inch."""
        super().__init__()
        self._page, self._count, self._current = size, 0, 1
        self._fit: Callable[[], object] | None = self.fit_page
        self.setScene(QGraphicsScene(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.setHorizontalScrollBar(ThinScrollBar(Qt.Orientation.Horizontal, self))
        self.viewport().setPalette(QPalette(Qt.GlobalColor.white))  # what has no colour is black on paper
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())

    @property
    def count(self) -> int:
        return self._count

    @property
    def current(self) -> int:
        """The number of the page that is looked at, from 1."""
        return self._current

    @property
    def zoom(self) -> float:
        """1 is as large as on paper."""
        return self.transform().m11()

    def add(self, picture: QPicture, dots: float) -> None:
        """One more page; of its dots there are so many to a pixel."""
        page = _Page(picture, self._page, dots)
        page.setPos(0, self._count * self._step)
        self.scene().addItem(page)
        self._count += 1
        room = QRectF(0, 0, self._page.width(), self._count * self._step - _AROUND)
        self.setSceneRect(room.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))
        if self._count == 1:
            self._fit_again()
        self.changed.emit()

    def go_to(self, page: int) -> None:
        page = min(max(1, page), self._count)
        self.verticalScrollBar().setValue(round(((page - 1) * self._step - _AROUND) * self.zoom))
        self._current = page
        self.changed.emit()

    def enlarge(self, factor: float) -> None:
        self._fit = None
        self._zoom_to(self.zoom * factor)

    def fit_page(self) -> None:
        """The whole page is seen, in a window of any size."""
        self._fit = self.fit_page
        high = self.viewport().height() / (self._page.height() + 2 * _AROUND)
        self._zoom_to(min(high, self._zoom_across()))

    def fit_width(self) -> None:
        self._fit = self.fit_width
        self._zoom_to(self._zoom_across())

    @property
    def _step(self) -> float:
        return self._page.height() + _AROUND

    def _zoom_across(self) -> float:
        room = self.viewport().width() - 4  # Qt keeps these for itself
        return room / (self._page.width() + 2 * _AROUND)

    def _zoom_to(self, zoom: float) -> None:
        page = self._current
        self.resetTransform()
        zoom = min(max(_SMALLEST, zoom), _LARGEST)
        self.scale(zoom, zoom)
        self.go_to(page)

    def _fit_again(self) -> None:
        if self._fit is not None:
            self._fit()

    def _scrolled(self) -> None:
        """By the mouse: the page in the upper third is looked at."""
        height = self.mapToScene(0, self.viewport().height() // 3).y()
        self._current = min(max(1, int(height // self._step) + 1), max(1, self._count))
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()  # these turn whole pages
        else:
            super().keyPressEvent(event)


class _Page(QGraphicsItem):
    def __init__(self, picture: QPicture, size: QSizeF, dots: float) -> None:
        super().__init__()
        self._picture, self._rect, self._dots = picture, QRectF(0, 0, size.width(), size.height()), dots

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.fillRect(self._rect, Qt.GlobalColor.white)
        painter.setClipRect(self._rect)
        painter.scale(1 / self._dots, 1 / self._dots)
        painter.drawPicture(0, 0, self._picture)
