"""Order: 200 entries in disorder, by the mouse alone; several dragged, a drag given up; views; cut, split, join."""

import random
from pathlib import Path

from tests.journeys.screen import Screen
from tests.journeys.test_on_deadline import entries, headlines


def disorder(file: Path, count: int) -> list[str]:
    """A blog that was written newest first, and got into disorder; returns its headlines in order."""
    chance = random.Random(5)
    minutes = sorted(range(count), key=lambda minute: chance.uniform(0, min(12, count / 3)) - minute)
    blocks = [f"{m // 60:02}:{m % 60:02} GMT 06.01.2022\nNumber {m:03}\nText of {m:03}." for m in minutes]
    file.write_text("Storm Over the Harbour\n" + "\n".join(blocks) + "\n", "utf-8")
    return [f"Number {m:03}" for m in reversed(range(count))]


def opened(screen: Screen, folder: Path, count: int) -> list[str]:
    """The window with such a blog."""
    wanted = disorder(folder / "storm.txt", count)
    screen.command("import", str(folder / "storm.txt"), "--as", "draft")
    screen.open("--eyes")
    return wanted


def test_two_hundred_entries_are_brought_into_shape_with_the_mouse_alone(screen: Screen, tmp_path: Path) -> None:
    wanted = opened(screen, tmp_path, 200)
    assert headlines(screen) != wanted

    screen.choose("Entry", "Sort all by time")
    screen.wait(lambda: headlines(screen) == wanted)

    screen.point("Number 199")
    screen.hands("keydown", "shift")
    screen.point("Number 197")
    screen.hands("keyup", "shift")
    screen.drag_words("Number 198", "Number 195", cancel=True, picture="drag")
    assert headlines(screen) == wanted
    screen.drag_words("Number 198", "Number 195")
    screen.wait(lambda: headlines(screen)[:5] == ["Number 196", "Number 195", *wanted[:3]])

    screen.point("Number 198", button="3")
    screen.picture("menu")
    screen.point("Put in time order")
    screen.wait(lambda: headlines(screen) == wanted)
    screen.point("Number 198", button="3")
    screen.point("Ready")
    screen.wait(lambda: [entry["state"] for entry in entries(screen)[:4]] == ["ready"] * 3 + ["draft"])


def test_one_entry_is_marked_deleted_and_brought_back_with_the_mouse_alone(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path, 4)
    before = headlines(screen)

    screen.point(before[1])
    screen.point("Key event")
    screen.wait(lambda: [e["headline"] for e in entries(screen) if e["key"]] == [before[1]])
    screen.point(before[2], button="3")
    screen.point("Delete")
    screen.wait(lambda: headlines(screen) == [*before[:2], before[3]])
    screen.point("Undo")
    screen.wait(lambda: headlines(screen) == before)


def test_in_a_sorted_view_a_drag_moves_nothing_and_offers_to_arrange_like_this(screen: Screen, tmp_path: Path) -> None:
    wanted = opened(screen, tmp_path, 8)
    before = headlines(screen)

    screen.choose("View", "Newest first")
    screen.wait(lambda: screen.places(wanted[0])[0][1] < screen.places(wanted[1])[0][1])
    screen.drag_words(wanted[0], wanted[2])
    screen.picture("sorted")
    assert headlines(screen) == before
    screen.point("Arrange like this, then drag")
    screen.wait(lambda: headlines(screen) == wanted)

    screen.drag_words(wanted[0], wanted[2])
    screen.wait(lambda: headlines(screen)[:3] == [wanted[1], wanted[2], wanted[0]])


def test_entries_are_duplicated_cut_into_another_blog_split_and_joined(screen: Screen, tmp_path: Path) -> None:
    wanted = opened(screen, tmp_path, 3)
    screen.keys("ctrl+alt+s")
    screen.wait(lambda: headlines(screen) == wanted)

    screen.keys("Home", "ctrl+d")
    screen.wait(lambda: headlines(screen) == [wanted[0], *wanted])
    screen.keys("ctrl+x")
    screen.wait(lambda: headlines(screen) == wanted)
    screen.keys("ctrl+shift+n")
    screen.type("Second blog")
    screen.keys("Return", "F6", "ctrl+v")
    screen.wait(lambda: sorted(headlines(screen)) == sorted([wanted[0], *wanted]))

    screen.keys("Tab", "Tab", "Tab", "ctrl+Home", "Right", "Right", "Right", "Right")
    screen.keys("ctrl+shift+Return")
    screen.wait(lambda: len(entries(screen)) == 5)
    assert ["Text"] in [entry["body"] for entry in entries(screen)]

    screen.keys("shift+F6", "ctrl+a", "ctrl+j")
    screen.wait(lambda: len(entries(screen)) == 4)
    screen.keys("ctrl+z", "ctrl+z")
    screen.wait(lambda: sorted(headlines(screen)) == sorted([wanted[0], *wanted]))


def test_an_entry_goes_up_and_down_and_is_put_in_time_order_by_keys(screen: Screen, tmp_path: Path) -> None:
    wanted = opened(screen, tmp_path, 6)
    screen.keys("ctrl+alt+s")
    screen.wait(lambda: headlines(screen) == wanted)

    screen.keys("Home", "alt+Down", "alt+Down", "alt+Up")
    screen.wait(lambda: headlines(screen)[:3] == [wanted[1], wanted[0], wanted[2]])
    screen.keys("3", "k", "p", "ctrl+shift+t")
    screen.wait(lambda: headlines(screen) == wanted)

    first = entries(screen)[0]
    screen.picture("marks")
    assert (first["state"], first["key"], first["pinned"]) == ("published", True, True)
