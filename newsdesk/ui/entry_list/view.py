"""The list itself: rows, keys, the mouse, dragging. What they mean is said by signals."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from newsdesk.ui import look
from newsdesk.ui.controls import ThinScrollBar, own_viewport
from newsdesk.ui.entry_list import dragging, sentences
from newsdesk.ui.entry_list.delegate import EntryDelegate
from newsdesk.ui.entry_list.model import EntryModel
from newsdesk.ui.words import tr

AnyIndex = QModelIndex | QPersistentModelIndex
_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_SCROLL_ZONE = 32  # pixels at the edges in which a drag scrolls the list


class EntryView(QTableView):
    """One column, fixed rows: it paints a hundred thousand entries like a hundred."""

    looks_at = Signal(object)  # an index, before Qt tells a screen reader of it
    current_changed = Signal()
    dropped = Signal(object, int)  # ids, the gap they were dropped into
    filter_wanted = Signal()  # Ctrl+F
    painted = Signal()  # the first time that there was something to see

    def __init__(self, model: EntryModel) -> None:
        super().__init__()
        self.setViewport(own_viewport())
        self.entries = model
        self.delegate = EntryDelegate(model, self)
        self._gap: int | None = None
        self._was_painted = False
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(tr("Entries"))
        self._set_up_rows()
        self._set_up_behaviour()
        self.delegate.switched.connect(self._edit_other_field)

    def _set_up_rows(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(0)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.ROW)
        self.verticalHeader().setMinimumSectionSize(look.ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(look.ROW // 2)

    def _set_up_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setDragEnabled(True)
        self.setAutoScroll(False)  # a drag scrolls by its own zone; a click never
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)

    def selected_rows(self) -> list[int]:
        """Rows of the selection from top to bottom; the current one where nothing is selected."""
        chosen = self.selectionModel().selection()  # not its rows: those of all entries take a second
        parts = [range(part.top(), part.bottom() + 1) for part in map(chosen.at, range(chosen.count()))]
        rows = list(parts[0]) if len(parts) == 1 else sorted(set(chain.from_iterable(parts)))
        current = self.currentIndex().row()
        return rows or ([current] if current >= 0 else [])

    def selected_ids(self) -> list[str]:
        return self.entries.ids(self.selected_rows())

    def choose(self, row: int) -> None:
        """Select one row, and show it."""
        index = self.entries.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _ONLY)  # whatever keys are held down, such as those of an undo
        self.scrollTo(index)

    def select_ids(self, ids: Sequence[str]) -> None:
        """Select those of these entries that are shown, if they are several; the current one stays what it is."""
        if len(ids) < 2:
            return
        rows, current = self.entries.rows_of(frozenset(ids)), self.currentIndex()
        chosen = QItemSelection()
        for first, last in _runs(rows):
            chosen.append(QItemSelectionRange(self.entries.index(first, 0), self.entries.index(last, 0)))
        if len(rows) > 1:
            self.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def edit_field(self, field: str) -> None:
        """Edit the headline or the time of the current entry in place."""
        index = self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:
            return
        if index.isValid() and self.entries.entry(index.row()) is not None:
            self.delegate.field = field
            self.scrollTo(index)
            self.edit(index)

    def _edit_other_field(self) -> None:
        self.edit_field("time" if self.delegate.field == "headline" else "headline")

    def _drag_selection(self) -> None:
        rows = self.selected_rows()
        if not rows:
            return
        entry = self.entries.entry(rows[0])
        dragging.drag(self, self.selected_ids(), sentences.name(entry) if entry else "")
        self._mark(None)

    def _mark(self, gap: int | None) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def _scroll_in_zone(self, y: int) -> None:
        bar = self.verticalScrollBar()
        if y < _SCROLL_ZONE:
            bar.setValue(bar.value() - look.ROW // 4)
        elif y > self.viewport().height() - _SCROLL_ZONE:
            bar.setValue(bar.value() + look.ROW // 4)

    def keep_selected(self) -> None:
        """What is looked at is selected, also after what was selected has gone."""
        current = self.currentIndex()
        if current.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(current, _ONLY)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        self.looks_at.emit(current)
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def rowsAboutToBeRemoved(self, parent: AnyIndex, start: int, end: int) -> None:
        """After a deletion one looks at what came next, not at what stood before."""
        if start <= self.currentIndex().row() <= end and end + 1 < self.entries.rowCount():
            self.selectionModel().setCurrentIndex(self.entries.index(end + 1, 0), _ONLY)
        super().rowsAboutToBeRemoved(parent, start, end)

    def startDrag(self, supported: Qt.DropAction) -> None:
        self._drag_selection()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasFormat(dragging.KIND))  # anything else is the window's
        event.setDropAction(Qt.DropAction.MoveAction)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        y = int(event.position().y())
        self._scroll_in_zone(y)
        self._mark(dragging.gap_at(self, y))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(None)
        if ids := dragging.from_mime(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(ids, dragging.gap_at(self, int(event.position().y())))

    def keyboardSearch(self, search: str) -> None:
        """Letters alone do nothing: Ctrl+F finds, and no page is read in vain."""

    def event(self, event: QEvent) -> bool:
        """Ctrl+F filters here, whatever it does elsewhere in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_find(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_find(event):
            self.filter_wanted.emit()
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.entries.rowCount():
            self.choose(0 if event.key() == Qt.Key.Key_Home else self.entries.rowCount() - 1)
            return
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.state() is not QAbstractItemView.State.EditingState:
            self.edit_field("headline")
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            places = self.delegate.measures.row_in(self.visualRect(index), self.layoutDirection(), 0)
            x = int(event.position().x())
            self.edit_field("time" if places.time.left() <= x <= places.time.right() else "headline")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is not None:
            painter = QPainter(self.viewport())
            mark = dragging.mark_of_gap(self, self._gap)
            dragging.paint_mark(painter, mark, look.colours(self.palette()).accent)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rising rows as the first and the last of those that stand together."""
    starts = [row for n, row in enumerate(rows) if not n or rows[n - 1] != row - 1]
    ends = [row for n, row in enumerate(rows) if n + 1 == len(rows) or rows[n + 1] != row + 1]
    return list(zip(starts, ends, strict=True))


def _is_find(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Find)
