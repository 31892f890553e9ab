"""What a screen reader is told of rows, beside what Qt tells it by itself."""

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

if TYPE_CHECKING:  # PySide makes a class when it is first named: this one after the first picture
    from PySide6.QtGui import QAccessible, QAccessibleEvent

AnyIndex = QModelIndex | QPersistentModelIndex


class RowsHeard(QObject):
    """When the keys come to a list, its current row is told: Qt tells of the list alone."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if QtGui.QAccessible.isActive() and isinstance(now, QAbstractItemView):
            QTimer.singleShot(0, now, lambda: self._tell(now))  # Qt tells of the list itself after this

    def _tell(self, view: QAbstractItemView) -> None:
        index = view.currentIndex()
        if view.hasFocus() and index.isValid():
            tell_name(view, index)
            QtGui.QAccessible.updateAccessibility(_event(view, index, QtGui.QAccessible.Event.Focus))


def tell_name(view: QAbstractItemView, index: AnyIndex) -> None:
    """A row is called something else now: a screen reader keeps the names that it has heard."""
    if QtGui.QAccessible.isActive() and index.isValid():
        QtGui.QAccessible.updateAccessibility(_event(view, index, QtGui.QAccessible.Event.NameChanged))


def _event(view: QAbstractItemView, index: AnyIndex, kind: "QAccessible.Event") -> "QAccessibleEvent":
    event = QtGui.QAccessibleEvent(view, kind)
    event.setChild(_child(view, index))
    return event


def _child(view: QAbstractItemView, index: AnyIndex) -> int:
    """The number of a row's cell among the children that Qt gives a view; a table has its headers first."""
    if not isinstance(view, QTableView):
        return index.row()
    return (index.row() + 1) * (view.model().columnCount() + 1) + index.column() + 1
