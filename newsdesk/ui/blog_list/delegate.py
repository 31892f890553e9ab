"""Paints a blog: its headline, and beneath it when it was and what is in it."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsdesk.ui import look
from newsdesk.ui.blog_list.model import BLOG, SUMMARY
from newsdesk.ui.type import Type
from newsdesk.ui.words import tr

AnyIndex = QModelIndex | QPersistentModelIndex
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine


class BlogDelegate(QStyledItemDelegate):
    renamed = Signal(object, str)  # a blog, and its new headline

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row = look.ROW
        self.choose_fonts()

    def choose_fonts(self) -> None:
        """Take the type from the look; again when it has changed."""
        self._headline, self._small = Type(look.small(semibold=True)), Type(look.small(tabular=True))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        c = look.colours(option.palette)
        self._paint_ground(painter, option, c)
        upper, lower = self._lines(option.rect)
        painter.setFont(self._headline.font)
        painter.setPen(c.ink)
        painter.drawText(upper, _LINE, self._headline.cut(index.data(), upper.width()))
        painter.setFont(self._small.font)
        painter.setPen(c.dim)
        painter.drawText(lower, _LINE, self._small.cut(index.data(SUMMARY), lower.width()))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, c: look.Colours) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_keys = is_chosen and option.widget.hasFocus() and bool(option.state & QStyle.StateFlag.State_Active)
        ground = option.rect.adjusted(look.GRID, 2, -look.GRID, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_chosen:
            painter.setBrush(c.chosen if has_keys else c.line)
            painter.drawRoundedRect(ground, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(c.resting)
            painter.drawRoundedRect(ground, 6, 6)
        painter.restore()

    def _lines(self, rect: QRect) -> tuple[QRect, QRect]:
        heights = (self._headline.metrics.height(), self._small.metrics.height())
        top = rect.top() + (rect.height() - sum(heights)) // 2
        left, width = rect.left() + 2 * look.GRID, rect.width() - 4 * look.GRID
        return QRect(left, top, width, heights[0]), QRect(left, top + heights[0], width, heights[1])

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(120, self.row)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setFont(self._headline.font)
        editor.setAccessibleName(tr("Headline of the blog"))
        editor.setPlaceholderText(tr("Headline of the blog"))
        return editor

    def setModelData(self, editor: QWidget, model: object, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit) and editor.isModified():
            self.renamed.emit(index.data(BLOG), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        editor.setGeometry(self._lines(option.rect)[0].adjusted(-4, -3, 4, 3))
