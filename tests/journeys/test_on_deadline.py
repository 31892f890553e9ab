"""On deadline: twenty entries with the keyboard alone, and 200 in disorder brought into shape with it."""

import random
from pathlib import Path
from typing import Any

from tests.journeys.screen import Screen
from tests.journeys.test_first_day import ROW, row


def entries(screen: Screen) -> list[dict[str, Any]]:
    blogs: list[dict[str, Any]] = screen.command("list")
    return [entry for blog in blogs for entry in screen.command("show", blog["id"])["entries"]]


def headlines(screen: Screen) -> list[str]:
    return [entry["headline"] for entry in entries(screen)]


def test_twenty_entries_with_the_keyboard_alone(screen: Screen) -> None:
    screen.open()

    screen.keys("ctrl+n")
    screen.wait(lambda: len(entries(screen)) == 1)
    for number in range(1, 21):
        screen.type(f"Report {number}")
        screen.keys("Return")
        screen.type(f"Text of report {number}.")
        screen.keys("ctrl+Return" if number < 20 else "ctrl+2")
    screen.wait(lambda: len(entries(screen)) == 20 and entries(screen)[0]["state"] == "ready", seconds=15)

    written = entries(screen)
    assert [entry["headline"] for entry in written] == [f"Report {number}" for number in range(20, 0, -1)]
    assert [entry["body"] for entry in written] == [[f"Text of report {number}."] for number in range(20, 0, -1)]
    assert {entry["state"] for entry in written} == {"ready"}


def disorder(file: Path, count: int) -> list[str]:
    """A blog whose times are shuffled; returns its headlines in order, the newest first."""
    minutes = list(range(count))
    random.Random(7).shuffle(minutes)
    blocks = [f"{m // 60:02}:{m % 60:02} GMT 06.01.2022\nNumber {m:03}\nText of {m:03}." for m in minutes]
    file.write_text("Storm Over the Harbour\n" + "\n".join(blocks) + "\n", "utf-8")
    return [f"Number {m:03}" for m in reversed(range(count))]


def test_two_hundred_entries_are_brought_into_shape_with_the_keyboard_alone(screen: Screen, tmp_path: Path) -> None:
    wanted = disorder(tmp_path / "storm.txt", 200)
    screen.command("import", str(tmp_path / "storm.txt"), "--as", "draft")
    screen.open()
    is_up = headlines(screen) != wanted

    screen.keys("ctrl+alt+s")
    screen.wait(lambda: sorted(headlines(screen)) in (headlines(screen), headlines(screen)[::-1]))
    if headlines(screen)[0] == "Number 000":
        wanted.reverse()
    assert is_up and headlines(screen) == wanted

    screen.keys("Home", "shift+Down", "shift+Down", "2")
    screen.wait(lambda: [entry["state"] for entry in entries(screen)[:4]] == ["ready"] * 3 + ["draft"])

    screen.keys("ctrl+f")
    screen.type("number 150")
    screen.keys("Return", "k", "F2")
    screen.type("Number 150, found")
    screen.keys("Return", "ctrl+f", "Escape", "Escape")
    screen.wait(lambda: [e["headline"] for e in entries(screen) if e["key"]] == ["Number 150, found"])

    screen.keys("End", "shift+Up", "ctrl+j")
    screen.wait(lambda: len(entries(screen)) == 199)
    screen.keys("Home", "alt+Down")
    screen.wait(lambda: headlines(screen)[0] == wanted[1])
    screen.keys("ctrl+shift+t")
    screen.wait(lambda: headlines(screen)[0] == wanted[0])

    joined = entries(screen)[-1]
    assert joined["headline"] == wanted[-2]
    assert joined["body"][-2:] == [wanted[-1], f"Text of {wanted[-1][-3:]}."]


def test_entries_are_copied_from_one_blog_and_pasted_into_another(screen: Screen, tmp_path: Path) -> None:
    disorder(tmp_path / "storm.txt", 3)
    screen.command("import", str(tmp_path / "storm.txt"), "--as", "draft")
    screen.open()

    screen.keys("ctrl+a", "ctrl+c", "ctrl+shift+n")
    screen.type("Second blog")
    screen.keys("Return")
    screen.wait(lambda: len(screen.command("list")) == 2)
    screen.keys("F6", "ctrl+v")  # into a list that is empty yet

    screen.wait(lambda: sorted(headlines(screen)) == sorted([f"Number 00{n}" for n in (0, 1, 2)] * 2))


def test_several_entries_are_dragged_together_as_one_undo(screen: Screen, tmp_path: Path) -> None:
    disorder(tmp_path / "storm.txt", 8)
    screen.command("import", str(tmp_path / "storm.txt"), "--as", "draft")
    screen.open()
    before = headlines(screen)

    screen.click(*row(0))
    screen.hands("keydown", "shift")
    screen.click(*row(1))
    screen.hands("keyup", "shift")
    screen.drag(row(0), (row(4)[0], row(4)[1] + ROW // 2 - 4))
    moved = [*before[2:5], *before[:2], *before[5:]]
    screen.wait(lambda: headlines(screen) == moved)

    screen.keys("ctrl+z")
    screen.wait(lambda: headlines(screen) == before)
