"""Paints a row of the list, and edits its headline or its time in place."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsdesk.domain.entry import Entry, State
from newsdesk.ui import icons, look, marks, words
from newsdesk.ui.entry_list import sentences
from newsdesk.ui.entry_list.model import EntryModel
from newsdesk.ui.entry_list.row import ICON, Row, row_in
from newsdesk.ui.type import Type
from newsdesk.ui.words import tr

AnyIndex = QModelIndex | QPersistentModelIndex
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine


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
        self._small, self._day = Type(look.small(tabular=True)), Type(look.small(semibold=True, tabular=True))
        self._headline, self._plain = Type(look.text(semibold=True)), Type(look.text())
        self._withdrawn = Type(look.struck(look.text(semibold=True)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.row()
        c = look.colours(option.palette)
        rect: QRect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_keys = bool(option.state & QStyle.StateFlag.State_Active) and option.widget.hasFocus()
        if is_chosen:
            painter.fillRect(rect, c.chosen if has_keys else c.resting)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, c.hover)
        self._paint_lines(painter, option, row, c)
        if is_chosen:
            self._paint_bar(painter, option, c, has_keys)
        entry = self._model.entry(row)
        if entry is None:
            self._paint_placeholder(painter, option, row, c)
        else:
            self._paint_entry(painter, option, row, entry, c)

    def _paint_entry(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, entry: Entry, c: look.Colours
    ) -> None:
        shown = self._icons(entry, row)
        places = row_in(option.rect, option.direction, len(shown))
        painter.setFont(self._small.font)
        painter.setPen(c.ink if option.state & QStyle.StateFlag.State_Selected else c.dim)
        local = entry.time.local
        painter.drawText(places.time, _LINE, f"{local.hour:02}:{local.minute:02}")
        if row and self._model.starts_day(row):
            painter.setFont(self._day.font)
            painter.drawText(places.under_time, _LINE, words.short_day(local.date()))
        self._paint_words(painter, places, entry, c)
        self._paint_icons(painter, places, option.direction, shown, c)
        ink = c.dim if entry.state in (State.PUBLISHED, State.WITHDRAWN) else c.accent
        marks.draw_state(painter, entry.state, QRectF(places.dot), ink)

    def _paint_words(self, painter: QPainter, places: Row, entry: Entry, c: look.Colours) -> None:
        first = sentences.first_words(entry)
        upper, lower = (entry.headline, first) if entry.headline else (first or tr("No headline yet"), "")
        kind = self._headline if entry.headline else self._plain
        if entry.state is State.WITHDRAWN:
            kind = self._withdrawn
        painter.setFont(kind.font)
        painter.setPen(c.ink if entry.headline else c.dim)
        painter.drawText(places.headline, _LINE, kind.cut(upper, places.headline.width()))
        if lower:
            painter.setFont(self._small.font)
            painter.setPen(c.dim)
            painter.drawText(places.words, _LINE, self._small.cut(lower, places.words.width()))

    def _icons(self, entry: Entry, row: int) -> list[str]:
        told = (
            (self._model.is_out_of_order(row), "out-of-order"), (self._model.shares_minute(row), "same-minute"),
            (sentences.is_corrected(entry), "corrected"),
            (entry.is_pinned, "pin-full"), (entry.is_key, "key-event-full"),
        )
        return [name for is_told, name in told if is_told]

    def _paint_icons(
        self, painter: QPainter, places: Row, direction: Qt.LayoutDirection, names: list[str], c: look.Colours
    ) -> None:
        for number, name in enumerate(names):
            place = QRect(places.marks.left() + number * (ICON + 2), places.marks.top(), ICON, ICON)
            colour = c.accent if name == "key-event-full" else c.dim
            icons.draw(painter, name, QStyle.visualRect(direction, places.marks, place), colour)

    def _paint_placeholder(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, c: look.Colours
    ) -> None:
        places = row_in(option.rect, option.direction, 0)
        for place, share in ((places.time, 0.8), (places.headline, 0.6), (places.words, 0.8)):
            bar = QRect(place.left(), place.center().y() - 4, int(place.width() * share), 8)
            painter.fillRect(QStyle.visualRect(option.direction, place, bar), c.line)

    def _paint_lines(self, painter: QPainter, option: QStyleOptionViewItem, row: int, c: look.Colours) -> None:
        rect: QRect = option.rect
        if row and self._model.starts_day(row):
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), c.dim)
        below = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        start = row_in(rect, Qt.LayoutDirection.LeftToRight, 0).headline.left()
        below.setLeft(start)
        painter.fillRect(QStyle.visualRect(option.direction, rect, below), c.line)

    def _paint_bar(
        self, painter: QPainter, option: QStyleOptionViewItem, c: look.Colours, has_keys: bool
    ) -> None:
        rect: QRect = option.rect
        bar = QRect(rect.left(), rect.top(), 3, rect.height())
        painter.fillRect(QStyle.visualRect(option.direction, rect, bar), c.accent if has_keys else c.dim)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(option.rect.width(), option.rect.height())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setFont(self._headline.font if self.field == "headline" else self._small.font)
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
        places = row_in(option.rect, option.direction, 0)
        place = places.headline
        if editor.property("field") == "time":
            width = self._small.metrics.horizontalAdvance("00:00 GMT+10:00 00.00.0000") + 12
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
