"""The preview beside the entry."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter

from newsdesk.domain.entry import Entry
from newsdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:  # loaded when it is first wanted
    from newsdesk.ui.preview.following import Following
    from newsdesk.ui.preview.pane import PreviewPane

_WIDTH = 440


class PreviewCommands(QObject):
    """Opens and closes it; it works only while it is shown."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around, self._panes = around, around.panes
        self._actions: Mapping[str, QAction] = {}

    def know(self, by_id: Mapping[str, QAction]) -> None:
        self._actions = by_id
        by_id["preview_pane"].setCheckable(True)

    def preview_pane(self) -> None:
        """Show it, or hide it."""
        is_wanted = not self.is_shown
        self.pane.setVisible(is_wanted)
        self._actions["preview_pane"].setChecked(is_wanted)
        if is_wanted:
            self._following.read()
        elif not self._panes.entry.isAncestorOf(self._panes.entry.window().focusWidget() or self.pane):
            self._panes.entries.view.setFocus()

    @property
    def is_shown(self) -> bool:
        return "pane" in self.__dict__ and self.pane.isVisible()

    @cached_property
    def pane(self) -> "PreviewPane":
        from newsdesk.ui.preview.pane import PreviewPane

        pane = PreviewPane()
        pane.hide()
        pane.setMinimumWidth(280)
        pane.page.meant.connect(self._go_to)
        pane.close_button.clicked.connect(lambda _=False: self.preview_pane())
        pane.browser.clicked.connect(lambda _=False: self._actions["open_in_browser"].trigger())
        beside = self._panes.entry.parentWidget()
        if isinstance(beside, QSplitter):
            sizes = beside.sizes()
            place = beside.indexOf(self._panes.entry)
            beside.insertWidget(place + 1, pane)
            width = min(_WIDTH, max(280, sizes[place] // 2))
            beside.setSizes([*sizes[:place], sizes[place] - width, width, *sizes[place + 1 :]])
        return pane

    @cached_property
    def _following(self) -> "Following":
        from newsdesk.ui.preview.following import Following

        return Following(self._around.live, self._panes, self.pane.page, lambda: self.is_shown)

    def _go_to(self, entry: Entry) -> None:
        self._panes.entries.go_to(entry)
