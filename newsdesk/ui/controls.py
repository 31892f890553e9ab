"""The few small controls that the panes share, painted in the window's own look."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QScrollBar,
    QSizePolicy,
    QStyle,
    QStyleOptionSlider,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui import icons, look
from newsdesk.ui.type import isolated


class Button(QAbstractButton):
    """Painted anew under the mouse. Enter presses it, as Space does: Qt's own wait for Space alone."""

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class IconButton(Button):
    """A flat button with an icon; its name is its tool tip and what a screen reader says."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None, *, checked_icon: str = "") -> None:
        super().__init__(parent)
        self._icon = icon
        self._checked_icon = checked_icon
        self.setCheckable(bool(checked_icon))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        side = look.scaled(32)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = look.colours(self.palette())
        paint_ground(painter, self)
        is_on = self.isChecked()
        ink = c.accent if is_on else c.ink if self.isEnabled() else c.line
        place = icons.centred(self.rect(), look.scaled(20))
        icons.draw(painter, self._checked_icon if is_on else self._icon, place, ink)


class TextButton(Button):
    """A quiet button made of words."""

    def __init__(self, text: str, parent: QWidget | None = None, *, is_main: bool = False) -> None:
        super().__init__(parent)
        self.setText(text)
        self._is_main = is_main
        self.setFont(look.small(semibold=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        height = max(4 * look.GRID, self.fontMetrics().height() + look.GRID)
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 4 * look.GRID, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = look.colours(self.palette())
        if self._is_main:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            ground = c.accent.lighter(112) if self.underMouse() else c.accent
            painter.setBrush(ground if self.isEnabled() else c.resting)
            painter.drawRoundedRect(self.rect(), 6, 6)
            if self.hasFocus():
                painter.setPen(c.on_accent)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 4, 4)
        else:
            paint_ground(painter, self)
        ink = c.on_accent if self._is_main else self.ink()
        painter.setPen(ink if self.isEnabled() else c.dim)
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, self.text())

    def ink(self) -> QColor:
        return look.colours(self.palette()).accent


def paint_ground(painter: QPainter, button: QAbstractButton) -> None:
    """The ground of a flat button: nothing, or a tint under the mouse, with a ring where the keys go."""
    c = look.colours(button.palette())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if button.isEnabled() and (button.underMouse() or button.isDown()):
        painter.setBrush(c.resting)
        painter.drawRoundedRect(button.rect(), 6, 6)
    if button.hasFocus():
        painter.setPen(c.accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class Ground(QWidget):
    """A plain area in one of the palette's colours, with a hairline at its "top" or "foot" if wanted.

    Without a colour it lets through what it stands on: the ground of a sheet, whose corners are round.
    """

    def __init__(self, role: str, parent: QWidget | None = None, *, line: str = "") -> None:
        super().__init__(parent)
        self._role = role
        self._line = line

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = look.colours(self.palette())
        if self._role:
            painter.fillRect(self.rect(), getattr(c, self._role))
        if self._line:
            painter.fillRect(QRect(0, 0 if self._line == "top" else self.height() - 1, self.width(), 1), c.line)


class Strip(Ground):
    """What stands above a pane; all panes' strips are of one height."""

    def __init__(self, role: str) -> None:
        super().__init__(role, line="foot")
        self.setFixedHeight(look.header())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setFixedHeight(look.header())


class PaneHeader(Strip):
    """Two lines of words, and buttons at the far end."""

    def __init__(self, role: str, *buttons: QAbstractButton) -> None:
        super().__init__(role)
        self.title = Line(semibold=True)
        self.subtitle = Line(is_dim=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch()
        across = QHBoxLayout(self)
        across.setContentsMargins(2 * look.GRID, 0, look.GRID, 0)
        across.addLayout(words, 1)
        for button in buttons:
            across.addWidget(button)


class Line(QWidget):
    """One line of plain text that is cut with an ellipsis where it does not fit; hidden while empty."""

    def __init__(self, text: str = "", *, semibold: bool = False, is_dim: bool = False) -> None:
        super().__init__()
        self._text = ""
        self._is_dim = is_dim
        self.setFont(look.small(semibold=semibold, tabular=True))
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        if not text:
            self.hide()
        elif self.parentWidget() is not None:  # it would be a window of its own
            self.show()
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 2, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, self.fontMetrics().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = look.colours(self.palette())
        painter.setPen(c.dim if self._is_dim else c.ink)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if shown == self._text else self._text)  # under the mouse what was cut is told whole
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, isolated(shown))


def own_viewport() -> QWidget:
    """A view's inner area, made here: to tell what Qt has made, PySide first loads every kind of widget there is."""
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    return viewport


class ThinScrollBar(QScrollBar):
    """A scroll bar without a trough."""

    def sizeHint(self) -> QSize:
        is_upright = self.orientation() is Qt.Orientation.Vertical
        return QSize(12, 48) if is_upright else QSize(48, 12)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() == self.minimum():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        c = look.colours(self.palette())
        colour = QColor(c.dim)
        colour.setAlpha(190 if self.isSliderDown() else 140 if self.underMouse() else 90)
        painter.setBrush(colour)
        painter.drawRoundedRect(self._handle(), 3, 3)

    def _handle(self) -> QRect:
        """Where the style takes hold of it."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider = QStyle.SubControl.SC_ScrollBarSlider
        rect = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, slider, self)
        return rect.adjusted(3, 0, -3, 0)
