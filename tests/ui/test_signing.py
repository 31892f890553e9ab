"""The author's name is asked once, at the first edit, and nobody is interrupted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.preferences import Preferences
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.settings import Settings
from newsdesk.ui.typed_time import TimeReader
from tests.ui.conftest import Newsroom


def window_with(newsroom: Newsroom, preferences: Preferences) -> MainWindow:
    """A window of a person whose preferences these are."""
    window = newsroom.window()
    other = MainWindow(
        newsroom.live, newsroom.signals, TimeReader(), Settings(preferences, keep=lambda _: None)
    )
    newsroom._windows.append(other)
    other.entries.open(window.blogs.current)
    other.show()
    newsroom.settle()
    return other


def rename(window: MainWindow, newsroom: Newsroom) -> None:
    window.pane.headline.setFocus()
    QTest.keyClicks(window.pane.headline, " tonight")
    window.pane.flush()
    newsroom.settle()


def test_the_first_edit_asks_and_the_keys_stay_where_they_are(filled: Newsroom) -> None:
    window = window_with(filled, Preferences(desk="this-desk", author="ann"))
    before = window.desk_work.signing.bar

    rename(window, filled)

    bar = window.desk_work.signing.bar
    assert before is None
    assert bar is not None
    assert bar.isVisible()
    assert bar.line.text() == "ann"
    assert window.focusWidget() is window.pane.headline


def test_a_name_is_kept_and_signs_what_follows(filled: Newsroom) -> None:
    window = window_with(filled, Preferences(desk="this-desk", author="ann"))
    rename(window, filled)
    bar = window.desk_work.signing.bar
    assert bar is not None
    names: list[str] = []

    bar.line.setText(" Ann  Smith ")
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    filled.settle()
    filled.signals.edited.connect(lambda done: names.append(done.revision.author.name))
    rename(window, filled)

    value = window.desk_work.settings.value
    assert (value.author, value.knows_author) == ("Ann Smith", True)
    assert not bar.isVisible()
    assert names == ["Ann Smith"]


def test_who_has_answered_is_not_asked_again(filled: Newsroom) -> None:
    window = window_with(filled, Preferences(desk="this-desk", author="ann", knows_author=True))

    rename(window, filled)

    assert window.desk_work.signing.bar is None
