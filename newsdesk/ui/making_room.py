"""Who gives way where a window has no room for all panes: what was opened last stays, and the window never grows."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from newsdesk.ui import look
from newsdesk.ui.panes import Panes


class MakingRoom(QObject):
    """Lists give way to what opens beside the entry, and come back with the room; opened by hand they come first."""

    def __init__(self, panes: Panes) -> None:
        super().__init__(panes.entry)
        self._lists, self._entry = (panes.blogs, panes.entries), panes.entry
        self._beside: list[Callable[[], object]] = []  # what closes a pane that opens beside the entry
        self.gave_way: set[QWidget] = set()
        self._is_giving_back = False
        for pane in self._lists:
            pane.installEventFilter(self)

    def know(self, give_way: Callable[[], object]) -> None:
        """One more pane opens beside the entry; this closes it."""
        self._beside.append(give_way)

    def for_one(self, mine: Callable[[], object]) -> None:
        """A pane was opened; this closes it."""
        for give_way in self._beside:
            if give_way != mine and self._is_tight:
                give_way()
        self._let_lists_give_way()
        beside = self._entry.parentWidget()
        if self.gave_way and isinstance(beside, QSplitter) and not any(pane.isVisible() for pane in self._lists):
            beside.setSizes([beside.width()] * beside.count())  # in halves

    def give_back(self) -> None:
        """A pane beside the entry was closed; the lists that gave way are shown again, as far as there is room."""
        self._is_giving_back = True
        back, self.gave_way = self.gave_way, set()
        for pane in back:
            pane.show()
        self._is_giving_back = False
        if any(pane not in (*self._lists, self._entry) for pane in self._shown()):
            self._let_lists_give_way()

    def _let_lists_give_way(self) -> None:
        for pane in self._lists:
            if pane.isVisible() and self._is_tight:
                self._hide(pane)

    def _shown(self) -> list[QWidget]:
        """The panes side by side."""
        beside = self._entry.parentWidget()
        if not isinstance(beside, QSplitter):
            return []
        panes = (beside.widget(n) for n in range(beside.count()))
        return [pane for pane in panes if pane is not None and pane.isVisibleTo(beside)]

    @property
    def _is_tight(self) -> bool:
        """Whether some pane would be narrower than words of this size can be read in."""
        least = (max(look.scaled(pane.minimumWidth()), pane.minimumSizeHint().width()) for pane in self._shown())
        beside = self._entry.parentWidget()
        return beside is not None and sum(least) > beside.width()

    def _hide(self, pane: QWidget) -> None:
        focus = QApplication.focusWidget()
        self.gave_way.add(pane)
        pane.hide()
        if focus is not None and pane.isAncestorOf(focus):  # what is typed on must not come into the text
            (self._shown()[-1].focusProxy() or self._entry.place).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and not event.spontaneous() and not self._is_giving_back:
            self.gave_way -= {watched}
            for give_way in self._beside:
                if self._is_tight:
                    give_way()
        return False
