"""Moving about in the window, and formatting the text."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QWidget

from newsdesk.ui.overlay import is_in_sheet
from newsdesk.ui.panes import Panes


class ViewCommands(QObject):
    """One method an action."""

    def __init__(self, panes: Panes) -> None:
        super().__init__(panes.entry)
        self._blogs, self._entries, self._pane = panes

    def next_pane(self) -> None:
        self._walk(1)

    def previous_pane(self) -> None:
        self._walk(-1)

    def toggle_blogs(self) -> None:
        self._show_or_hide(self._blogs)

    def toggle_entries(self) -> None:
        self._show_or_hide(self._entries)

    def full_screen(self) -> None:
        window = self._pane.window()
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def close_window(self) -> None:
        self._pane.window().close()

    def quit(self) -> None:
        """Close every window; each stores what was typed in it first."""
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and isinstance(window, QMainWindow):
                window.close()

    def _show_or_hide(self, pane: QWidget) -> None:
        """The keys of a pane that goes are the text's, and nothing else's."""
        focus = QApplication.focusWidget()
        has_keys = focus is not None and pane.isAncestorOf(focus)
        pane.setVisible(not pane.isVisible())
        if has_keys:
            self._pane.place.setFocus()

    def strong(self) -> None:
        self._format("strong")

    def em(self) -> None:
        self._format("em")

    def link(self) -> None:
        self._format("link")

    def bullets(self) -> None:
        self._format("bullets")

    def numbers(self) -> None:
        self._format("numbers")

    def paragraph(self) -> None:
        self._format("paragraph")

    def subhead(self) -> None:
        self._format("subhead")

    def quote(self) -> None:
        self._format("quote")

    def clear(self) -> None:
        self._format("clear")

    def _format(self, name: str) -> None:
        if self._pane.body.hasFocus():
            self._pane.body.apply(name)

    def _walk(self, step: int) -> None:
        shown = [(pane, target) for pane, target in self._places() if pane.isVisible() and _takes_keys(target)]
        focus = self._pane.window().focusWidget()
        if is_in_sheet(focus):
            return
        here = next((n for n, (pane, _) in enumerate(shown) if focus and pane.isAncestorOf(focus)), 0)
        if shown:
            shown[(here + step) % len(shown)][1].setFocus()

    def _places(self) -> list[tuple[QWidget, QWidget]]:
        """The panes from side to side, also those that open beside the entry, and where the keys go in each."""
        known: list[tuple[QWidget, QWidget]] = [
            (self._blogs, self._blogs.view), (self._entries, self._entries.place), (self._pane, self._pane.place),
        ]
        beside = self._pane.parentWidget()
        panes = [beside.widget(n) for n in range(len(known), beside.count())] if isinstance(beside, QSplitter) else []
        return known + [(pane, target) for pane in panes if pane and (target := pane.focusProxy())]


def _takes_keys(target: QWidget) -> bool:
    return target.isVisible() and target.focusPolicy() is not Qt.FocusPolicy.NoFocus
