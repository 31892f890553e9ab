"""The window's tests need no screen. They use a real store and a real desk on its own thread."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.desk.opening import open_desk, read_first
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import State
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.stamp import ShownTime
from newsdesk.preferences import Preferences
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.signals import DeskSignals
from newsdesk.ui.typed_time import TimeReader

NOON = datetime(2022, 1, 6, 12, tzinfo=UTC)
SAMPLE = (
    ("05:41", "Police report an assault"),
    ("05:09", "Troops leave the square"),
    ("04:50", "Banks suspend work"),
)


@pytest.fixture(scope="session", autouse=True)
def _no_clipboard_outlives_the_tests(qapp: QApplication) -> Iterator[None]:
    """Qt's offscreen platform would free it after the interpreter is gone, and crash."""
    yield
    qapp.clipboard().clear()


def at(clock: str) -> ShownTime:
    return ShownTime(datetime.combine(NOON.date(), time.fromisoformat(clock), UTC))


def fill(desk: Desk, state: State = State.READY) -> Blog:
    """A blog with three entries, newest on top."""
    blog = writing.new_blog(desk, "A day in the city")
    for clock, headline in reversed(SAMPLE):
        writing.add_entry(
            desk, blog, headline=headline, body=paragraphs(f"Text of {clock}."), time=at(clock), state=state
        )
    return blog


class Newsroom:
    """A store, its desk on a thread, and a second pair of hands at the same store."""

    def __init__(self, path: Path, qtbot: QtBot) -> None:
        self.path, self._qtbot = path, qtbot
        self.signals = DeskSignals()
        self.preferences = Preferences(desk="this-desk", author="Ann")
        self.live = LiveDesk(
            lambda: open_desk(str(path), self.preferences), self.signals.deliver, self.signals.announcements()
        )
        self.crashes: list[BaseException] = []
        self.signals.crashed.connect(self.crashes.append)
        self._windows: list[MainWindow] = []

    def settle(self) -> None:
        """Wait until everything asked so far is answered, and what follows from it too."""
        for _ in range(3):
            self._wait_for([self.live, *([self.live.reader] if self.live.reader else [])])

    def settle_beside(self) -> None:
        """The same, with what works beside the desk, in several steps."""
        for _ in range(8):
            self._wait_for([self.live, *self.live.others])

    def _wait_for(self, desks: Sequence[LiveDesk]) -> None:
        answered: list[bool] = []
        for live in desks:
            live.ask(lambda _: True, then=answered.append)
        self._qtbot.waitUntil(lambda: len(answered) == len(desks))
        QApplication.processEvents()

    def window(self) -> MainWindow:
        """A window that shows the store."""
        window = MainWindow(self.live, self.signals, TimeReader())
        self._windows.append(window)
        window.resize(780, 600)
        self.live.ask(read_first, then=window.show_first)
        window.show()
        self.live.start()
        self.settle()
        return window

    def stored(self) -> list[str]:
        """The headlines of all entries as another reader of the file finds them."""
        desk = open_desk(str(self.path), Preferences(desk="reader"))
        found = [entry.headline for blog in desk.store.blogs() for entry in desk.store.entries_of(blog.id)]
        desk.store.close()
        return found

    def close(self) -> None:
        self.live.close()
        for window in self._windows:
            window.deleteLater()
        QApplication.clipboard().clear()  # what Python put there must not outlive Python
        QApplication.processEvents()
        assert self.crashes == []


@pytest.fixture
def newsroom(tmp_path: Path, qtbot: QtBot) -> Iterator[Newsroom]:
    """An empty store."""
    room = Newsroom(tmp_path / "store.newsdeskdb", qtbot)
    yield room
    room.close()


@pytest.fixture
def filled(newsroom: Newsroom) -> Newsroom:
    """A store with one blog of three entries."""
    desk = open_desk(str(newsroom.path), newsroom.preferences)
    fill(desk)
    desk.store.close()
    return newsroom
