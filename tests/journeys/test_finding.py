"""Finding: the list narrowed by all that it can be narrowed by, words replaced, all blogs searched, a time gone to."""

from pathlib import Path
from typing import Any

from tests.journeys.screen import Screen
from tests.journeys.test_on_deadline import entries, headlines

FRENCH = """Réunion au sommet
09:10 GMT 07.01.2022
Une réunion extraordinaire
Les délégués arrivent.
"""
RUSSIAN = """Протесты в городе
09:20 GMT 07.01.2022
Полиция сообщила о нападении на штаб
Площадь пуста.
"""


def opened(screen: Screen, folder: Path, count: int = 12) -> None:
    """A window with a blog of some minutes, the newest first."""
    blocks = [f"00:{m:02} GMT 06.01.2022\nNumber {m:02}\nThe harbour at {m}." for m in reversed(range(count))]
    (folder / "storm.txt").write_text("Storm\n" + "\n".join(blocks) + "\n", "utf-8")
    screen.command("import", str(folder / "storm.txt"), "--as", "published")
    screen.open("--eyes")


def seen(screen: Screen) -> int:
    """How many entries the list shows, as far as it reaches."""
    return len(screen.places("Number"))


def find(screen: Screen, headline: str) -> dict[str, Any]:
    return next(entry for entry in entries(screen) if entry["headline"] == headline)


def test_the_list_is_narrowed_by_words_time_state_and_key_events(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path, 9)
    screen.wait(lambda: seen(screen) == 9)

    screen.keys("Home", "2", "k", "ctrl+f")
    screen.type("NUMBER 07")
    screen.wait(lambda: seen(screen) == 1)
    screen.keys("ctrl+a")
    screen.type("00:02-00:05")
    screen.wait(lambda: seen(screen) == 4)
    screen.picture("filtered")
    screen.keys("Escape")
    screen.wait(lambda: seen(screen) == 9)

    screen.choose("What to show", "Ready")
    screen.wait(lambda: seen(screen) == 1 and screen.places("Number 08"))
    screen.choose("What to show", "Ready")
    screen.choose("What to show", "Key events")
    screen.wait(lambda: seen(screen) == 1)
    screen.point("Clear the filter")
    screen.wait(lambda: seen(screen) == 9)

    screen.keys("ctrl+f")
    screen.type("no such words")
    screen.wait(lambda: screen.places("No entry matches"))
    screen.picture("nothing")
    screen.point("Show all entries")
    screen.wait(lambda: seen(screen) == 9)


def test_the_list_is_narrowed_by_label_byline_and_what_changed_since_the_hand_over(
    screen: Screen, tmp_path: Path
) -> None:
    opened(screen, tmp_path, 6)
    screen.keys("Home", "Down", "ctrl+alt+d")
    screen.type("Ada Byron")
    screen.keys("Tab")
    screen.type("weather")
    screen.keys("Tab", "ctrl+s", "shift+F6", "shift+F6")
    screen.wait(lambda: seen(screen) == 6)

    screen.keys("F6", "ctrl+f")
    screen.choose("What to show", "Byline", "Ada Byron")
    screen.wait(lambda: seen(screen) == 1 and screen.places("Number 04"))
    screen.point("Clear the filter")
    screen.keys("ctrl+f")
    screen.choose("What to show", "Label", "weather")
    screen.wait(lambda: seen(screen) == 1)
    screen.point("Clear the filter")

    screen.keys("ctrl+e")
    screen.type(str(tmp_path / "out.txt"))
    screen.keys("Return")
    screen.wait((tmp_path / "out.txt").exists)
    screen.point("Number 02")
    screen.keys("F2", "End")
    screen.type(" once more")
    screen.keys("Return")
    screen.wait(lambda: "Number 02 once more" in headlines(screen))
    screen.keys("ctrl+f")
    screen.choose("What to show", "Changed since the last hand-over")
    screen.wait(lambda: seen(screen) == 1 and screen.places("Number 02 once more"))
    screen.picture("changed")


def test_words_are_replaced_in_the_entry_and_in_the_whole_blog_as_one_undo(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path, 8)

    screen.keys("Home", "Tab", "Tab", "Tab", "ctrl+f")
    screen.type("harbour")
    screen.keys("Return", "Tab")
    screen.type("port")
    screen.picture("bar")
    screen.point("Replace all")
    screen.wait(lambda: find(screen, "Number 07")["body"] == ["The port at 7."])
    screen.keys("Escape")

    screen.keys("ctrl+h")
    screen.wait(lambda: screen.places("Replace in the blog"))
    screen.keys("ctrl+a")
    screen.type("HARBOUR")
    screen.keys("Tab")
    screen.type("quay")
    screen.wait(lambda: screen.places("7 times in 7 entries. Space or a click leaves a row out."))
    screen.picture("preview")
    screen.point("Replace")
    screen.wait(lambda: [e["body"] for e in entries(screen)[:2]] == [["The port at 7."], ["The quay at 6."]])
    screen.keys("ctrl+z")
    screen.wait(lambda: entries(screen)[-1]["body"] == ["The harbour at 0."])
    assert find(screen, "Number 07")["body"] == ["The port at 7."]


def test_all_blogs_are_searched_without_regard_to_case_accents_and_alphabet(screen: Screen, tmp_path: Path) -> None:
    for name, text in (("fr", FRENCH), ("ru", RUSSIAN)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        screen.command("import", str(tmp_path / f"{name}.txt"), "--as", "draft")
    opened(screen, tmp_path, 3)

    screen.keys("ctrl+shift+f")
    screen.type("REUNION extra")
    screen.wait(lambda: screen.places("1 found"))
    screen.picture("search")
    screen.keys("Return")
    screen.wait(lambda: not screen.places("1 found"))
    screen.keys("k")
    screen.wait(lambda: find(screen, "Une réunion extraordinaire")["key"])

    screen.keys("ctrl+shift+f")
    screen.put_on_clipboard("text/plain", "ШТАБ".encode())  # xdotool drops letters of other scripts
    screen.keys("ctrl+v")
    screen.wait(lambda: screen.places("1 found"))
    screen.keys("Return")
    screen.wait(lambda: not screen.places("1 found"))
    screen.keys("k")
    screen.wait(lambda: find(screen, "Полиция сообщила о нападении на штаб")["key"])

    screen.keys("ctrl+shift+f")
    screen.type("arbou")  # a part of a word
    screen.wait(lambda: screen.places("3 found"))


def test_what_is_found_in_the_archive_is_read_there_and_brought_back(screen: Screen, tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(FRENCH, "utf-8")
    screen.command("import", str(tmp_path / "fr.txt"), "--as", "draft")
    opened(screen, tmp_path, 3)
    screen.point("Réunion au sommet", button="3")
    screen.point("Archive")
    screen.wait(lambda: not screen.places("Réunion au sommet"))

    screen.keys("ctrl+shift+f")
    screen.type("extraordinaire")
    screen.wait(lambda: screen.places("1 found"))
    screen.keys("Return")
    screen.wait(lambda: screen.places("In the archive · 1 entry"))
    screen.picture("archived")
    screen.point("Restore and open")
    screen.wait(lambda: screen.places("Réunion au sommet"))
    screen.keys("k")
    screen.wait(lambda: find(screen, "Une réunion extraordinaire")["key"])


def test_a_time_is_gone_to(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path, 50)

    screen.keys("ctrl+g")
    screen.type("0017")
    screen.keys("Return")
    screen.wait(lambda: screen.places("Number 17"))
    screen.keys("p")
    screen.wait(lambda: find(screen, "Number 17")["pinned"])
