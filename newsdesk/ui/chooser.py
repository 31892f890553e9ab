"""A choice out of a list that drops down, in the window's own look."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.ui import icons, look
from newsdesk.ui.type import isolated

Index = QModelIndex | QPersistentModelIndex


class Chooser(QComboBox):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(look.small())
        self.setItemDelegate(_Rows(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # tells its layout of longer items

    def sizeHint(self) -> QSize:
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=80)
        return QSize(widest + 6 * look.GRID, self.fontMetrics().height() + look.GRID + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(12 * look.GRID, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = look.colours(self.palette())
        painter.setPen(c.accent if self.hasFocus() else c.line)
        painter.setBrush(c.hover if self.underMouse() else c.page)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inner = self.rect().adjusted(12, 0, -30, 0)
        arrow = QRect(self.width() - 28, 0, 24, self.height())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            inner, arrow = self.rect().adjusted(30, 0, -12, 0), QRect(4, 0, 24, self.height())
        painter.setPen(c.ink if self.isEnabled() else c.dim)
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, isolated(text))
        icons.draw(painter, "chevron", icons.centred(arrow, 16), c.dim)

    def showPopup(self) -> None:
        if isinstance(around := self.view().parentWidget(), QFrame):
            around.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)  # the style's own can't be seen on dark
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.WindowText, look.colours(palette).line)
            around.setPalette(palette)
        super().showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        is_under = self.rect().contains(self.mapFromGlobal(QCursor.pos()))  # the list kept the mouse to itself
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, is_under)
        self.update()


class _Rows(QStyledItemDelegate):
    """On the page's ground, with room around the words; what the keys or the mouse are at is tinted."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        c = look.colours(option.palette)
        is_here = option.state & QStyle.StateFlag.State_Selected
        painter.fillRect(option.rect, c.chosen if is_here else c.page)
        painter.setFont(look.small())
        painter.setPen(c.ink)
        inner = option.rect.adjusted(12, 0, -12, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, isolated(index.data()))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), QFontMetrics(look.small()).height() + look.GRID + 4)
