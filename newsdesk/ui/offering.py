"""What the right mouse button, or the menu key, offers in a list."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu


def offer(view: QAbstractItemView, by_id: Mapping[str, QAction], groups: Sequence[Sequence[str]], called: str) -> None:
    """From now on offer these actions in a list, in groups; `called` is the menu's name."""

    def open_menu(where: QPoint) -> None:
        menu = QMenu(view)
        menu.setAccessibleName(called)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for ids in groups:
            menu.addActions([by_id[id] for id in ids])
            menu.addSeparator()
        menu.popup(view.viewport().mapToGlobal(where))

    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(open_menu)
