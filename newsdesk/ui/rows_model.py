"""The rows of a short list that is known as a whole, and shown anew as a whole."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """`told` says what a row is in each role of Qt's."""

    def __init__(self, told: Callable[[Any], Mapping[int, object]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = told
        self.items: Sequence[Any] = ()

    def show(self, items: Sequence[Any]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        return self._told(self.items[index.row()]).get(role) if index.isValid() else None
