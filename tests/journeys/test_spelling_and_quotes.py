"""Spelling and quotes with real keys: what is underlined, what the menu key offers, what stays after a restart."""

import subprocess
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage

from newsdesk.desk import writing
from newsdesk.desk.opening import open_desk
from newsdesk.preferences import Preferences
from tests.journeys.screen import Screen
from tests.journeys.test_drafting import prefer
from tests.journeys.test_on_deadline import entries


def has_waves(screen: Screen) -> bool:
    """Whether a word on the screen is underlined as misspelled."""
    screen.wait_a_moment()
    screen.picture("now")
    image = QImage(str(screen.folder / "now.png"))
    seen = (QColor(image.pixel(x, y)) for y in range(200, 640) for x in range(660, 1190))
    return sum(colour.red() - max(colour.green(), colour.blue()) > 40 for colour in seen) > 6  # nothing else is red


def begin(
    screen: Screen, language: str = "en-GB", **chosen: Any  # noqa: ANN401  any preference
) -> subprocess.Popen[bytes]:
    """A blog that is there already, and a new entry whose text has the keys."""
    prefer(screen, theme="light", **chosen)
    desk = open_desk(str(screen.folder / "store.newsdeskdb"), Preferences(desk="before", author="Ann"))
    writing.new_blog(desk, "Talks with Tokayev", language=language)
    desk.store.close()
    program = screen.open()
    screen.keys("ctrl+n")
    screen.wait(lambda: len(entries(screen)) == 1)
    screen.type("Talks")
    screen.keys("Return")
    return program


def text(screen: Screen) -> list[str]:
    found: list[str] = entries(screen)[0]["body"]
    return found


def test_a_slip_is_underlined_mended_by_the_menu_key_and_learned_for_good(screen: Screen) -> None:
    program = begin(screen)

    screen.type("The centre organised labour; Tokayev spoke. ")
    assert not has_waves(screen)
    screen.keys("Return")
    screen.type("A colur of kurultai. ")
    assert has_waves(screen)

    screen.keys("Home", "ctrl+Right", "Right", "Menu")
    screen.wait_a_moment()
    screen.picture("menu")
    screen.keys("Down", "Return")
    screen.wait(lambda: text(screen)[1:] == ["A colour of kurultai. "])
    assert has_waves(screen)

    screen.keys("ctrl+Right", "ctrl+Right", "Right", "Menu")
    screen.wait_a_moment()
    screen.keys("d")
    screen.wait((screen.folder / "config/newsdesk/dictionary.txt").is_file)
    assert not has_waves(screen)

    screen.keys("ctrl+q")
    assert program.wait(10) == 0
    screen.open()
    screen.keys("F6", "F6", "Tab", "Tab")
    assert not has_waves(screen)


def test_nothing_is_underlined_where_there_is_no_dictionary_until_one_is_added(screen: Screen, tmp_path: Path) -> None:
    begin(screen, language="xh")
    (tmp_path / "xh_ZA.dic").write_text("1\nmolo\n", "utf-8")
    (tmp_path / "xh_ZA.aff").write_text("SET UTF-8\n", "utf-8")

    screen.type("molo mhlab ")
    assert not has_waves(screen)
    screen.keys("ctrl+shift+p")
    screen.type("add a dictionary")
    screen.keys("Return")
    screen.wait_a_moment()
    screen.type(str(tmp_path / "xh_ZA.dic"))
    screen.keys("Return")

    screen.wait((screen.folder / "data/newsdesk/dictionaries/xh_ZA.dic").is_file)
    assert has_waves(screen)


def test_quotes_become_typographic_by_one_key_and_by_the_palette(screen: Screen) -> None:
    begin(screen)

    screen.type("He said \"no\". It's over.")
    screen.keys("ctrl+apostrophe")
    screen.wait(lambda: text(screen) == ["He said “no”. It’s over."])
    screen.keys("ctrl+z")
    screen.wait(lambda: text(screen) == ["He said \"no\". It's over."])

    screen.keys("ctrl+shift+p")
    screen.type("quotes in the whole")
    screen.keys("Return")
    screen.wait(lambda: text(screen) == ["He said “no”. It’s over."])
    screen.picture("whole")
    screen.keys("ctrl+z")
    screen.wait(lambda: text(screen) == ["He said \"no\". It's over."])


def test_quotes_that_are_typed_become_typographic_where_that_is_wanted(screen: Screen) -> None:
    begin(screen, types_quotes=True)

    screen.type("It's \"")
    screen.wait(lambda: text(screen) == ["It’s “"])
    screen.keys("ctrl+z")
    screen.wait(lambda: text(screen) == ['It’s "'])
    screen.type("so")

    screen.wait(lambda: text(screen) == ['It’s "so'])
