"""Paints a row of the list, and edits its headline or its time in place."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from newsdesk.ui import look
from newsdesk.ui.entry_list import sentences
from newsdesk.ui.entry_list.model import EntryModel
from newsdesk.ui.entry_list.painting import RowPainter, Shown, icon_names, mark_at
from newsdesk.ui.entry_list.pictures import Pictures
from newsdesk.ui.entry_list.row import Measures
from newsdesk.ui.words import tr

AnyIndex = QModelIndex | QPersistentModelIndex
_SELECTED, _ACTIVE, _UNDER_MOUSE = (
    flag.value
    for flag in (
        QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_Active, QStyle.StateFlag.State_MouseOver
    )
)  # as numbers: Python's flags are slow to combine


class EntryDelegate(QStyledItemDelegate):
    """`field` says what the next editor is for."""

    edited = Signal(object, str, str)  # the entry, "headline" or "time", what was typed
    switched = Signal()  # Tab in an editor: on to the other field

    def __init__(self, model: EntryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field = "headline"
        self._model = model
        self.choose_fonts()

    def choose_fonts(self) -> None:
        """Take the type from the look; again when it has changed."""
        self._painter = RowPainter()
        self._pictures = Pictures(self._painter)

    @property
    def measures(self) -> Measures:
        return self._painter.measures

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row, rect = index.row(), option.rect
        device = painter.device()
        picture = self._pictures.picture(
            self._model.key(row).id or str(row),
            self._shown(row, option),
            rect.size(),
            device.devicePixelRatio() if device else 1.0,
            option.direction,
        )
        painter.drawPixmap(rect.topLeft(), picture)

    def _shown(self, row: int, option: QStyleOptionViewItem) -> Shown:
        state = option.state.value
        is_chosen = bool(state & _SELECTED)
        return Shown(
            entry=self._model.entry(row),
            starts_day=row > 0 and self._model.starts_day(row),
            is_out_of_order=self._model.is_out_of_order(row),
            shares_minute=self._model.shares_minute(row),
            is_held=sentences.is_held(self._model.entry(row)),
            is_chosen=is_chosen,
            has_keys=is_chosen and bool(state & _ACTIVE) and option.widget.hasFocus(),
            is_under_mouse=bool(state & _UNDER_MOUSE),
            is_dark=look.is_dark(option.palette),
        )

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """What the mark under the mouse means."""
        entry = self._model.entry(index.row()) if index.isValid() else None
        if event.type() is not QEvent.Type.ToolTip or entry is None:
            return super().helpEvent(event, view, option, index)
        names = icon_names(self._shown(index.row(), option))
        places = self.measures.row_in(option.rect, option.direction, len(names))
        told = mark_at(places, names, option.direction, event.pos())
        QToolTip.showText(event.globalPos(), sentences.of_mark(told, entry) if told else "", view)
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(option.rect.width(), option.rect.height())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setFont(self._painter.headline.font if self.field == "headline" else self._painter.small.font)
        editor.setAccessibleName(tr("Headline") if self.field == "headline" else tr("Time"))
        editor.setAutoFillBackground(True)
        editor.setProperty("field", self.field)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        entry = self._model.entry(index.row())
        if isinstance(editor, QLineEdit) and entry is not None and not editor.isModified():
            editor.setText(entry.headline if editor.property("field") == "headline" else str(entry.time))
            editor.selectAll()
            editor.setProperty("entry", entry)

    def setModelData(self, editor: QWidget, model: object, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit) and editor.isModified():
            self.edited.emit(editor.property("entry"), editor.property("field"), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        places = self.measures.row_in(option.rect, option.direction, 0)
        place = places.headline
        if editor.property("field") == "time":
            width = self._painter.small.metrics.horizontalAdvance("00:00 GMT+10:00 00.00.0000") + 12
            place = QStyle.visualRect(
                option.direction, option.rect, QRect(option.rect.left() + 12, places.time.top(), width, 0)
            )
            place.setHeight(places.time.height())
        editor.setGeometry(place.adjusted(-4, -3, 4, 3))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, QWidget) and _is_tab(event):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.switched.emit()
            return True
        return super().eventFilter(editor, event)


def _is_tab(event: QEvent) -> bool:
    is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
    return is_key and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # type: ignore[attr-defined]
