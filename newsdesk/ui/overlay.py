"""A sheet that lies over the window for one purpose, and goes with Esc: the palette, search, and their like."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from newsdesk.ui import look
from newsdesk.ui.messages import announce

_SHADOW = 3 * look.GRID
_ROUND = 10.0
_LINE = 18  # height of a line of usual text


class Overlay(QWidget):
    """Keeps the keys while it is open; afterwards they go back to where they were.

    A passing one closes as soon as one clicks elsewhere.
    """

    closed = Signal()

    def __init__(self, over: QWidget, name: str, width: int, height: int, *, is_passing: bool = True) -> None:
        super().__init__(over)
        self._over, self._room, self._is_passing = over, (width, height), is_passing
        self._before: QWidget | None = None
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_SHADOW + 1, _SHADOW - 7, _SHADOW + 1, _SHADOW + 9)  # and a hairline around it
        self.column.setSpacing(0)
        self.hide()
        over.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def open(self, first: QWidget) -> None:
        """Show it with the keys going to one of its widgets."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        if first.accessibleName() != self.accessibleName():
            announce(self, self.accessibleName())

    def close_sheet(self) -> None:
        """Hide it, and give the keys back."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def leave(self) -> None:
        """Hide it; the keys are where they should be already."""
        self._before = None
        self.hide()
        self.closed.emit()

    def wanted_height(self) -> int:
        """How high it would like to be; less if the window is low."""
        return self._scaled(self._room[1])

    def place(self) -> None:
        """In the upper middle of the window."""
        room = self._over.size()
        width = min(self._scaled(self._room[0]), room.width() - 2 * look.GRID) + 2 * _SHADOW
        height = min(self.wanted_height(), room.height() - 4 * look.GRID) + 2 * _SHADOW
        top = min(6 * look.GRID, (room.height() - height) // 2 + _SHADOW // 2)
        self.setGeometry(QRect(QPoint((room.width() - width) // 2, max(0, top) - _SHADOW + 8), QPoint()))
        self.resize(width, height)

    def _scaled(self, length: int) -> int:
        """Larger where the text is large."""
        return round(length * max(1.0, self.fontMetrics().height() / _LINE))

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        is_elsewhere = now is not None and now.window() is self.window() and not self.isAncestorOf(now)
        if self.isVisible() and self._is_passing and is_elsewhere:
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            event.accept()  # what is typed here never reaches the panes below

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays inside."""
        places = [w for w in self.findChildren(QWidget) if _takes_tab(w)]
        focus = QApplication.focusWidget()
        if not places:
            return False
        here = places.index(focus) if focus in places else -1
        places[(here + (1 if next else -1)) % len(places)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, is_dark = look.colours(self.palette()), look.is_dark(self.palette())
        sheet = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW - 8, -_SHADOW, -_SHADOW - 8)
        painter.setPen(Qt.PenStyle.NoPen)
        for distance in range(_SHADOW - 8, 0, -2):
            painter.setBrush(QColor(0, 0, 0, 12 if is_dark else 4))
            around, round_by = sheet.adjusted(-distance, 8 - distance, distance, 8 + distance * 0.6), _ROUND + distance
            painter.drawRoundedRect(around, round_by, round_by)
        painter.setPen(QPen(look.edge(self.palette()), 1))
        painter.setBrush(c.page)
        painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)


def _takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def is_in_sheet(widget: QWidget | None) -> bool:
    """Whether a widget is part of a sheet."""
    while widget is not None and not isinstance(widget, Overlay):
        widget = widget.parentWidget()
    return widget is not None


def sheet_parent(pane: QWidget) -> QWidget:
    """What a sheet lies over: all of the window that holds a pane, but for its menus."""
    window = pane.window()
    centre = window.centralWidget() if isinstance(window, QMainWindow) else None
    return centre or window
