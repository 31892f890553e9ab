"""A window for everyone: first start, palette, keys, help, preferences, zoom, two windows, print, right to left."""

import json
import time
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from tests.journeys.screen import Screen
from tests.journeys.test_on_deadline import entries, headlines

TEXT = """Storm Over the Harbour
05:41 GMT 06.01.2022
Bridge Closed to All Traffic
05:09 GMT 06.01.2022
Ferries Stay in Port
04:50 GMT 06.01.2022
Power Lost in Eastmarsh
"""


def opened(screen: Screen, folder: Path, *eyes: str) -> None:
    (folder / "storm.txt").write_text(TEXT, "utf-8")
    screen.command("import", str(folder / "storm.txt"), "--as", "published")
    screen.open("--eyes", *eyes)


def chosen(folder: Path) -> dict[str, Any]:
    """The preferences as they are kept."""
    kept: dict[str, Any] = json.loads((folder / "config/newsdesk/preferences.json").read_text("utf-8"))
    return kept


def lightness(screen: Screen, name: str) -> int:
    """Of the middle of the screen, in a picture that is taken of it."""
    screen.picture(name)
    image = QImage(str(screen.folder / f"{name}.png"))
    return image.pixelColor(900, 600).lightness()


def test_the_first_start_offers_a_blog_a_file_and_the_sample(screen: Screen) -> None:
    screen.open("--eyes")
    screen.wait(lambda: screen.places("Welcome to Newsdesk"))
    assert screen.places("New blog") and screen.places("Import a file…")
    screen.picture("first")

    screen.point("Open the sample")
    screen.wait(lambda: len(entries(screen)) > 3)
    screen.picture("sample")


def test_everything_is_done_by_the_palette_and_stands_in_the_table_of_keys(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path)
    screen.keys("Home")

    screen.keys("ctrl+shift+p")
    screen.type("key ev")
    screen.picture("palette")
    screen.keys("Return")
    screen.wait(lambda: [entry["key"] for entry in entries(screen)] == [True, False, False])

    screen.keys("ctrl+shift+p")
    screen.type("keyboard short")
    screen.keys("Return")
    screen.wait(lambda: screen.hands("search", "--onlyvisible", "--name", "User guide"))
    time.sleep(0.5)
    screen.picture("table")
    screen.keys("Escape")
    screen.wait(lambda: not screen.hands("search", "--onlyvisible", "--name", "User guide"))
    screen.keys("F1")
    screen.wait(lambda: screen.hands("search", "--onlyvisible", "--name", "User guide"))
    screen.keys("Escape")


def test_preferences_count_at_once_and_are_kept(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path)
    screen.choose("View", "Light look")
    screen.wait(lambda: lightness(screen, "light") > 200)

    screen.keys("ctrl+comma")
    screen.keys("ctrl+a")
    screen.type("Ann Bo")
    screen.point("Dark")
    screen.wait(lambda: lightness(screen, "dark") < 60)
    screen.point("Compact list")
    screen.keys("Escape")
    screen.wait(lambda: chosen(tmp_path)["theme"] == "dark" and chosen(tmp_path)["is_compact"])
    assert chosen(tmp_path)["author"] == "Ann Bo"

    screen.keys("ctrl+plus", "ctrl+plus")
    screen.wait(lambda: chosen(tmp_path)["zoom"] == 125)
    screen.picture("zoomed")
    screen.keys("ctrl+0")
    screen.wait(lambda: chosen(tmp_path)["zoom"] == 100)


def test_two_windows_on_one_desk_follow_each_other(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path)

    screen.keys("ctrl+alt+n")
    screen.wait(lambda: len(screen.hands("search", "--onlyvisible", "--name", "Newsdesk$").split()) == 2)
    screen.wait(lambda: len(screen.places("Ferries Stay in Port")) == 2)
    screen.keys("Home", "F2", "ctrl+a")
    screen.type("Bridge Open Again")
    screen.keys("Return")
    screen.wait(lambda: headlines(screen)[0] == "Bridge Open Again")
    screen.picture("two")
    screen.wait(lambda: len(screen.places("Bridge Open Again")) >= 2)


def test_the_pages_are_looked_at_before_they_are_printed(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path)

    screen.keys("ctrl+p")
    screen.wait(lambda: screen.places("Page 1 of 1"))
    time.sleep(0.5)
    screen.picture("pages")
    screen.keys("ctrl+plus")
    screen.point("Page width")
    screen.keys("Escape")
    screen.wait(lambda: not screen.places("Page 1 of 1"))


def test_a_mirrored_window_works_with_keys_and_mouse(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path, "--mirrored")
    screen.wait(lambda: screen.places("Storm Over the Harbour"))
    (x, _), *_ = screen.places("Storm Over the Harbour")
    assert x > screen.place("Ferries Stay in Port")[0]

    screen.drag_words("Power Lost in Eastmarsh", "Bridge Closed to All Traffic", picture="mirrored")
    screen.wait(lambda: headlines(screen)[1] == "Power Lost in Eastmarsh")
    screen.keys("ctrl+shift+d")
    screen.wait(lambda: screen.places("Blog details"))
    screen.picture("details")
    screen.keys("Escape", "ctrl+z")
    screen.wait(lambda: headlines(screen)[2] == "Power Lost in Eastmarsh")


def test_focus_mode_full_screen_and_panes_by_keys(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path)
    shown = screen.places("Ferries Stay in Port")

    screen.keys("F8")
    screen.wait(lambda: not screen.places("Ferries Stay in Port"))
    screen.picture("focus")
    screen.keys("F8")
    screen.wait(lambda: screen.places("Ferries Stay in Port") == shown)
    screen.keys("F11")
    screen.wait(lambda: screen.places("Ferries Stay in Port") not in ([], shown))
    screen.picture("full")
    screen.keys("F11")
    screen.wait(lambda: screen.places("Ferries Stay in Port") == shown)
