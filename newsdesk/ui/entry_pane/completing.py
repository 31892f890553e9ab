"""Names with commas between them, of which the last one is completed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, QStringListModel, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.ui import look


def complete_names(line: QLineEdit, names: Sequence[str]) -> None:
    """Offer these names while the last one is typed."""
    completer = _LastName(line)
    completer.setModel(QStringListModel(list(names), completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    popup = _Names()
    completer.setPopup(popup)
    popup.setItemDelegate(_Roomy(popup))  # in the place of the completer's own
    line.setCompleter(completer)


def names_in(text: str) -> tuple[str, ...]:
    """Each name once, without the spaces around it."""
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := " ".join(part.split()))))


class _Names(QListView):
    """A hairline around the names, and room for each."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(look.small())
        self.setFrameStyle(QFrame.Shape.Box.value | QFrame.Shadow.Plain.value)
        palette, colours = self.palette(), look.colours(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, colours.line)
        palette.setColor(QPalette.ColorRole.Base, colours.list)
        self.setPalette(palette)


class _Roomy(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, look.GRID)


class _LastName(QCompleter):
    """What stands before the last comma is kept."""

    def __init__(self, line: QLineEdit, parent: QObject | None = None) -> None:
        super().__init__(parent or line)
        self._line = line

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        before, comma, _ = self._line.text().rpartition(",")
        name = str(index.data())
        return f"{before}, {name}" if comma else name
