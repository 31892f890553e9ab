"""Several windows on one desk: each follows what is written in the others."""

from PySide6.QtCore import QObject

from newsdesk.desk.live import LiveDesk
from newsdesk.desk.opening import read_first
from newsdesk.ui import restoring
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.settings import Settings
from newsdesk.ui.signals import DeskSignals
from newsdesk.ui.typed_time import TimeReader

_BESIDE = 32  # pixels from one window to the next


class MoreWindows(QObject):
    """Opens a window beside another, as often as one likes; a closed one is gone."""

    def __init__(self, live: LiveDesk, signals: DeskSignals, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._live, self._signals, self._settings = live, signals, settings
        self.windows: list[MainWindow] = []

    def watch(self, window: MainWindow) -> None:
        """Open another one when this one asks for it."""
        window.desk_work.guidance.window_wanted.connect(lambda: self._open_beside(window))

    def _open_beside(self, window: MainWindow) -> None:
        blog, entry = window.blogs.current, window.pane.entry
        ids = (blog.id if blog else "", entry.id if entry else "")
        other = MainWindow(self._live, self._signals, TimeReader(self._settings.value.zones), self._settings)
        other.gone.connect(lambda: self._let_go(other))
        other.setWindowIcon(window.windowIcon())
        other.setGeometry(window.geometry().translated(_BESIDE, _BESIDE))
        other.splitter.setSizes(restoring.of_three(window.splitter.sizes()))
        self.windows.append(other)
        other.destroyed.connect(lambda: self.windows.remove(other))
        self.watch(other)
        self._live.ask(lambda desk: read_first(desk, *ids), then=other.show_first)
        other.show()

    def _let_go(self, window: MainWindow) -> None:
        """Delete a closed window once all that it has asked is answered, and what it asked then."""

        def wait(turns: int) -> None:
            if turns:
                self._live.ask(lambda _: None, then=lambda _: wait(turns - 1))
            else:
                window.deleteLater()

        wait(turns=2)
