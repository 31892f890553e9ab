"""The desk as one hears it: what a screen reader is told over the accessibility bus, from the first start on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.hearing import HeardScreen, can_hear


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[HeardScreen]:
    if not can_hear():
        pytest.skip("Xvfb, openbox, xdotool, at-spi2-core and python3-pyatspi are needed to hear the window")
    shown = HeardScreen(tmp_path)
    yield shown
    shown.close()


def tab_to(screen: HeardScreen, place: str) -> None:
    """Walk on with Tab until one hears where one is."""
    for _ in range(12):
        screen.keys("Tab")
        if place in screen.since("FOCUS"):
            return
    pytest.fail(f"Tab never came to {place}")


def test_the_first_entries_are_written_by_ear(screen: HeardScreen) -> None:
    screen.open()
    screen.since("ANNOUNCED Welcome to Newsdesk.", "FOCUS", "“New blog” push button")

    screen.keys("ctrl+n")
    screen.since("No headline yet, draft, 1 of 1” table cell", "“Headline” text")
    screen.type("Bridge closed")
    screen.keys("Return")
    screen.since("“Text” text")
    screen.type("No traffic.")
    screen.keys("ctrl+Return")
    screen.since("ANNOUNCED Ready", "ANNOUNCED New entry, ")
    screen.type("Bridge open")
    screen.keys("ctrl+s")
    screen.since("ANNOUNCED Everything is saved")

    screen.keys("shift+F6")
    screen.since("Bridge open, draft, ", "1 of 2” table cell")
    screen.keys("Down")
    screen.since("Bridge closed, ready, ", "2 of 2” table cell")
    screen.keys("3")
    screen.since("ANNOUNCED Published")
    screen.keys("alt+Up")
    screen.since("ANNOUNCED Moved, 1 of 2")
    screen.keys("ctrl+z")
    screen.since("ANNOUNCED Undone: Move entry")


def test_the_sample_is_looked_round_in_by_ear(screen: HeardScreen) -> None:
    screen.open()
    screen.since("ANNOUNCED Welcome to Newsdesk.")
    tab_to(screen, "“Open the sample” push button")
    screen.keys("Return")
    screen.since("ANNOUNCED Imported “Storm Aurelia", "1 of 9” table cell")

    screen.keys("ctrl+f")
    screen.since("“Filter the entries” text")
    screen.type("ferr")
    screen.since("ANNOUNCED 1 entry")
    screen.keys("Escape", "Escape")
    screen.since("ANNOUNCED 9 entries", "of 9” table cell")

    screen.keys("ctrl+shift+f")
    screen.since("“Search all blogs” text")
    screen.keys("Escape")
    screen.since("of 9” table cell")
    screen.keys("ctrl+comma")
    screen.since("ANNOUNCED Preferences", "“Your name” text")
    screen.keys("Escape")
    assert "Ferries to the Outer Islands" in screen.since("of 9” table cell")
