"""The composition root of the window: preferences, desk, window, and what happens when something breaks."""

import sys
from collections.abc import Callable

import platformdirs
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from newsdesk import preferences
from newsdesk.desk.live import LiveDesk
from newsdesk.desk.opening import First, glance_into, open_desk, read_first
from newsdesk.domain.bulk import collect_what_comes
from newsdesk.ui import icons, restoring
from newsdesk.ui.crashes import Crashes
from newsdesk.ui.dressing import Wardrobe
from newsdesk.ui.first_window import FirstWindow
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.more_windows import MoreWindows
from newsdesk.ui.settings import Settings
from newsdesk.ui.signals import DeskSignals
from newsdesk.ui.typed_time import TimeReader

_FIRST_BACKUP = 20_000  # milliseconds after the start, when nobody waits for anything else
_BACK_UP = 3_600_000  # milliseconds between looks whether it is time for a backup
_A_TURN = 1  # millisecond: what is to be done at once is done before anything is painted
_KEEP_WINDOW = 1_000  # milliseconds between a change and its being remembered


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
    first = FirstWindow(where)
    if not first.is_first() and first.hand_over():
        return 0
    settings = Settings(chosen)
    Wardrobe(app, settings)
    newsroom = Newsroom(app, where, settings, first)
    newsroom.show()
    code = app.exec()
    newsroom.close()
    return code


class Newsroom(QObject):
    """One store in one window: shows at once what a glance can see, then loads the store's library."""

    def __init__(self, app: QApplication, where: str, settings: Settings, first: FirstWindow) -> None:
        super().__init__()
        self._app = app
        self._settings, self._where, self._first = settings, where, first
        self._signals = DeskSignals(self)
        self._live = LiveDesk(
            lambda: open_desk(where, settings.value), self._signals.deliver, self._signals.announcements()
        )
        self._reader = TimeReader(settings.value.zones)
        self.window = MainWindow(self._live, self._signals, self._reader, settings, is_furnished=False)
        log = platformdirs.user_data_path("newsdesk", appauthor=False) / "crashes.log"
        self._crashes = Crashes(log, lambda file: self._signals.deliver(lambda: self.window.say_crash(file)))
        self._crashes.install()
        self._signals.crashed.connect(self._crashes.report)
        self._signals.refused.connect(lambda error: self.window.say_refused(error, self._live.start))
        self._backing_up = QTimer(self, interval=_BACK_UP)
        self._backing_up.timeout.connect(self._back_up)
        self._keep = QTimer(self, singleShot=True, interval=_KEEP_WINDOW)
        self._keep.timeout.connect(self._remember)

    def show(self) -> None:
        """Show the window with what is known already; everything else begins after the first picture."""
        remembered = self._settings.value.window
        restoring.restore_shape(self.window, remembered)
        blog, entry = str(remembered.get("blog", "")), str(remembered.get("entry", ""))
        top = restoring.whole(remembered, "top")
        seen = glance_into(self._where, blog, top)
        if seen is not None:
            counts = remembered.get("counts")
            self.window.show_glance(seen, counts if isinstance(counts, dict) else {}, entry, top)
            blog = seen.blog.id

        def show_first(first: First) -> None:
            self._show_first(first)
            restoring.restore_preview(self.window, remembered)

        self._live.ask(lambda desk: read_first(desk, blog, entry, top), then=show_first)
        self.window.first_painted.connect(lambda: self._go_on(_load_furnishing, self.window.furnish, self._begin))
        self.window.entries.view.setFocus()
        self.window.show()

    def close(self) -> None:
        if self.window.is_furnished:
            self._remember()
        self._live.close()

    def _go_on(self, *steps: Callable[[], object]) -> None:
        """Do one thing after another; keys that are typed meanwhile are answered, and painted, in between."""

        def take() -> None:
            steps[0]()
            self._go_on(*steps[1:])

        if steps:
            QTimer.singleShot(_A_TURN, self, take)

    def _begin(self) -> None:
        """After the first picture and the rest of the window: the store's library, and all that could wait."""
        from newsdesk.ui.hearing import RowsHeard

        self._first.listen(self._come_to_front)
        RowsHeard(self._app)
        MoreWindows(self._live, self._signals, self._settings, self).watch(self.window)
        if self.window.entries.model.blog is not None:
            restoring.restore_caret(self.window, self._settings.value.window)
        sys.setswitchinterval(0.001)  # threads share the interpreter with the keys that are typed, and with painting
        self._live.start()
        self.window.setWindowIcon(icons.window_icon())
        self._reader.look_round()
        self.window.pane.time.tell_again()
        for changed in (self.window.blogs.chosen, self.window.entries.chosen, self.window.splitter.splitterMoved):
            changed.connect(self._keep_soon)
        collect_what_comes()

    def _back_up(self) -> None:
        from newsdesk.desk import keeping

        self._live.ask(keeping.keep_backups)

    def _show_first(self, first: First) -> None:
        was_glanced = self.window.entries.model.blog is not None
        self.window.show_first(first)
        if not was_glanced:
            restoring.restore_caret(self.window, self._settings.value.window)
        self._backing_up.start()
        QTimer.singleShot(_FIRST_BACKUP, self._backing_up, self._back_up)

    def _keep_soon(self, *_: object) -> None:
        if not self._keep.isActive():  # steady typing must not put it off
            self._keep.start()

    def _remember(self) -> None:
        self._settings.change(window=restoring.remember(self.window))

    def _come_to_front(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()


def _load_furnishing() -> None:
    """Half of the time that furnishing takes is loading it."""
    import newsdesk.ui.furnishing  # noqa: F401
