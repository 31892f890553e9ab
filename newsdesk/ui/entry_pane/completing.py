"""Names with commas between them, of which the last one is completed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from newsdesk.ui import look


def complete_names(line: QLineEdit, names: Sequence[str]) -> None:
    """Offer these names while the last one is typed."""
    completer = _LastName(line)
    completer.setModel(QStringListModel(list(names), completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    if (popup := completer.popup()) is not None:
        popup.setFont(look.small())
    line.setCompleter(completer)


def names_in(text: str) -> tuple[str, ...]:
    """Each name once, without the spaces around it."""
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := " ".join(part.split()))))


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
