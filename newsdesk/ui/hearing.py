"""What a screen reader is told of rows, beside what Qt tells it by itself."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from newsdesk.ui.entry_list.view import EntryView

AnyIndex = QModelIndex | QPersistentModelIndex


class RowsHeard(QObject):
    """When the keys come to a list, its current row is told: Qt tells of the list alone."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if QAccessible.isActive() and isinstance(now, QAbstractItemView):
            QTimer.singleShot(0, now, lambda: self._tell(now))  # Qt tells of the list itself after this

    def _tell(self, view: QAbstractItemView) -> None:
        index = view.currentIndex()
        if view.hasFocus() and index.isValid():
            _tell_name(view, index)
            QAccessible.updateAccessibility(_event(view, index, QAccessible.Event.Focus))


class NamesHeard(QObject):
    """The name of a row that is looked at, also when it changes: a screen reader keeps the names that it has heard."""

    def __init__(self, view: EntryView) -> None:
        super().__init__(view)
        self._view = view
        view.looks_at.connect(lambda index: _tell_name(view, index))
        view.entries.dataChanged.connect(self._tell_changed)

    def _tell_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        current = self._view.currentIndex()
        if first.row() <= current.row() <= last.row():
            _tell_name(self._view, current)


def _tell_name(view: QAbstractItemView, index: AnyIndex) -> None:
    if QAccessible.isActive() and index.isValid():
        QAccessible.updateAccessibility(_event(view, index, QAccessible.Event.NameChanged))


def _event(view: QAbstractItemView, index: AnyIndex, kind: QAccessible.Event) -> QAccessibleEvent:
    event = QAccessibleEvent(view, kind)
    event.setChild(_child(view, index))
    return event


def _child(view: QAbstractItemView, index: AnyIndex) -> int:
    """The number of a row's cell among the children that Qt gives a view; a table has its headers first."""
    if not isinstance(view, QTableView):
        return index.row()
    return (index.row() + 1) * (view.model().columnCount() + 1) + index.column() + 1
