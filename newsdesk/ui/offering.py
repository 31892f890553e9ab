"""Menus at hand: what the right mouse button, or the menu key, offers in a list; the values that a button offers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

T = TypeVar("T")


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


def offer_values(
    button: QWidget,
    called: str,
    values: Iterable[T],
    name: Callable[[T], str],
    *,
    now: T,
    choose: Callable[[T], object],
) -> None:
    """Offer these values under a button, the one that holds now checked."""
    menu = QMenu(button)
    menu.setAccessibleName(called)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for value in values:
        action = menu.addAction(name(value))
        action.setCheckable(True)
        action.setChecked(value is now)
        action.triggered.connect(lambda _=False, value=value: choose(value))
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
