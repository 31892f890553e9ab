"""The list of findings: shape, sentence, place; what can be fixed safely says so at the end of its row."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView

from newsdesk.domain.preflight import Finding
from newsdesk.ui.controls import ThinScrollBar
from newsdesk.ui.preflight.painting import ROW, FindingDelegate
from newsdesk.ui.preflight.row import Row
from newsdesk.ui.rows_model import RowsModel
from newsdesk.ui.words import tr


class FindingList(QListView):
    """Enter or a click means a finding; a click on its “Fix” wants it fixed."""

    meant = Signal(object)  # Finding
    fix_wanted = Signal(object)  # Finding
    changed = Signal()  # another row is chosen
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model_of_rows = RowsModel(_told, self)
        self._painter = FindingDelegate(self)
        self.setModel(self.model_of_rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(tr("Findings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))
        self.selectionModel().currentChanged.connect(lambda *_: self.changed.emit())

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the chosen one stays chosen, or the one that took its place is."""
        if rows == self.model_of_rows.items:
            return
        chosen, place = self.chosen, self.currentIndex().row()
        top = self.verticalScrollBar().value()
        self.model_of_rows.show(rows)
        same = (number for number, row in enumerate(rows) if chosen is not None and _is_same(row.finding, chosen))
        if rows:
            number = next(same, min(max(0, place), len(rows) - 1))
            self.setCurrentIndex(self.model_of_rows.index(number))
        self.verticalScrollBar().setValue(top)
        self.changed.emit()

    @property
    def chosen(self) -> Finding | None:
        row = self.currentIndex().row()
        return self.model_of_rows.items[row].finding if 0 <= row < len(self.model_of_rows.items) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.meant.emit(self.chosen)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        finding = self.model_of_rows.items[index.row()].finding
        is_on_fix = self._painter.fix_place(self.visualRect(index), index).contains(event.position().toPoint())
        (self.fix_wanted if is_on_fix else self.meant).emit(finding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


def _is_same(one: Finding, other: Finding) -> bool:
    return (one.code, one.place.id, one.place.field) == (other.code, other.place.id, other.place.field)


def _told(row: Row) -> dict[int, object]:
    return {
        ROW: row, Qt.ItemDataRole.DisplayRole: row.finding.sentence, Qt.ItemDataRole.AccessibleTextRole: row.sentence,
    }
