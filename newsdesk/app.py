"""The composition root of the window: preferences, desk, window, and what happens when something breaks."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from newsdesk import preferences
from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.desk.opening import open_desk
from newsdesk.ui import icons, look
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.signals import DeskSignals


def main() -> int:
    return open_window(None)


def open_window(store: str | None) -> int:
    """Open a store, or the default one, in a window; returns when it was closed."""
    chosen = preferences.load()
    where = store or preferences.default_store()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("newsdesk")
    app.setApplicationDisplayName("Newsdesk")
    app.setDesktopFileName("newsdesk")
    look.dress(app, chosen.theme)
    signals = DeskSignals()
    live = LiveDesk(lambda: open_desk(where, chosen), signals.deliver, signals.announcements())
    window = MainWindow(live, signals)
    window.resize(1280, 800)
    live.ask(_first, then=lambda found: _show(window, *found))
    window.show()
    live.start()
    code = app.exec()
    live.close()
    return code


def _first(desk: Desk):
    return desk.store.blogs(), desk.store.counts()


def _show(window: MainWindow, blogs, counts) -> None:
    window.blogs.model.show(blogs, counts)
    window.open_blog("")
