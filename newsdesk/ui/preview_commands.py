"""The preview beside the entry."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter

from newsdesk.domain.entry import Entry
from newsdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:  # loaded when it is first wanted
    from newsdesk.ui.preview.following import Following
    from newsdesk.ui.preview.pane import PreviewPane

_WIDTH, _LEAST = 440, 280


class PreviewCommands(QObject):
    """Opens and closes it; it works only while it is shown."""

    opened = Signal()
    closed = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around, self._panes = around, around.panes
        self._actions: Mapping[str, QAction] = {}
        self._width = 0  # as wide as it was last time

    def know(self, by_id: Mapping[str, QAction]) -> None:
        self._actions = by_id
        by_id["preview_pane"].setCheckable(True)

    def preview_pane(self) -> None:
        """Show it, or hide it."""
        is_wanted = not self.is_shown
        focus = self._panes.entry.window().focusWidget()
        is_in_text = focus is not None and self._panes.entry.isAncestorOf(focus)
        self.pane.setVisible(is_wanted)
        self._actions["preview_pane"].setChecked(is_wanted)
        if is_wanted:
            self.opened.emit()
            self._following.read()
            return
        self.closed.emit()
        if not is_in_text:
            self._panes.entries.view.setFocus()

    def give_way(self) -> None:
        """Close it, if it is open."""
        if self.is_shown:
            self.preview_pane()

    def reopen(self, width: int) -> None:
        """Show it as it was at the end of the last time; the keys stay where they are."""
        self._width = width
        if not self.is_shown:
            self.preview_pane()

    @property
    def width(self) -> int:
        """Of the pane, in pixels; 0 while it is closed."""
        return self.pane.width() if self.is_shown else 0

    @property
    def is_shown(self) -> bool:
        return "pane" in self.__dict__ and self.pane.isVisible()

    @cached_property
    def pane(self) -> "PreviewPane":
        from newsdesk.ui.preview.pane import PreviewPane

        pane = PreviewPane()
        pane.hide()
        pane.setMinimumWidth(_LEAST)
        pane.page.meant.connect(self._go_to)
        pane.close_button.clicked.connect(lambda _=False: self.preview_pane())
        pane.browser.clicked.connect(lambda _=False: self._actions["open_in_browser"].trigger())
        beside = self._panes.entry.parentWidget()
        if isinstance(beside, QSplitter):
            sizes = beside.sizes()
            place = beside.indexOf(self._panes.entry)
            beside.insertWidget(place + 1, pane)
            width = self._width or min(_WIDTH, sizes[place] // 2)
            width = max(_LEAST, min(width, sizes[place] - _LEAST))
            beside.setSizes([*sizes[:place], sizes[place] - width, width, *sizes[place + 1 :]])
        return pane

    @cached_property
    def _following(self) -> "Following":
        from newsdesk.ui.preview.following import Following

        return Following(self._around, self.pane.page, lambda: self.is_shown)

    def _go_to(self, entry: Entry) -> None:
        self._panes.entries.go_to(entry)
