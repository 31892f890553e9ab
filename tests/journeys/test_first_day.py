"""The first day: a file comes in by drop, is worked on, undone after a restart, and goes out as it came."""

import time
from pathlib import Path
from typing import Any

from tests.journeys.screen import Screen

TEXT = """Storm Over the Harbour
An introduction of one line.
05:41 GMT 06.01.2022
Bridge Closed to All Traffic
05:09 GMT 06.01.2022
Ferries Stay in Port
The port authority expects no sailing before noon.
04:50 GMT 06.01.2022
Power Lost in Eastmarsh
Some 400 homes are dark.
"""
ROW, TOP, LEFT = 56, 116, 400  # places as `Screen.move` counts: rows of the list, below header, introduction and day


def row(number: int) -> tuple[int, int]:
    return LEFT, TOP + number * ROW + ROW // 2


def shown(screen: Screen) -> list[str]:
    blogs: list[dict[str, Any]] = screen.command("list")
    return [entry["headline"] for blog in blogs for entry in screen.command("show", blog["id"])["entries"]]


def test_a_file_comes_in_is_worked_on_undone_after_a_restart_and_goes_out_as_it_came(
    screen: Screen, tmp_path: Path
) -> None:
    file = tmp_path / "storm.txt"
    file.write_text(TEXT, "utf-8")
    program = screen.open()
    screen.source_of(file)

    screen.drag((-80, -60), (LEFT, 400))
    time.sleep(0.6)
    screen.keys("Return")  # what was understood is right
    original = ["Bridge Closed to All Traffic", "Ferries Stay in Port", "Power Lost in Eastmarsh"]
    screen.wait(lambda: shown(screen) == original)

    screen.click(*row(1))
    screen.keys("F2")
    screen.type("Ferries Sail Again")
    screen.keys("Return")
    screen.wait(lambda: shown(screen)[1] == "Ferries Sail Again")

    screen.click(*row(0))
    screen.keys("Tab", "Tab", "End")
    screen.type(" From Noon")
    screen.wait(lambda: shown(screen)[0] == "Bridge Closed to All Traffic From Noon")

    screen.drag(row(2), (LEFT, TOP + 4))
    screen.wait(lambda: shown(screen)[0] == "Power Lost in Eastmarsh")

    screen.keys("ctrl+q")
    assert program.wait(10) == 0
    screen.open()
    for _ in range(12):
        if shown(screen) == original:
            break
        screen.keys("ctrl+z")
    assert shown(screen) == original

    screen.keys("ctrl+e")
    screen.type(str(tmp_path / "out.txt"))
    screen.keys("Return")
    screen.wait((tmp_path / "out.txt").exists)

    assert (tmp_path / "out.txt").read_bytes() == file.read_bytes()


def test_esc_cancels_a_drag(screen: Screen, tmp_path: Path) -> None:
    file = tmp_path / "storm.txt"
    file.write_text(TEXT, "utf-8")
    screen.command("import", str(file))
    screen.open()
    before = shown(screen)

    screen.move(*row(2))
    screen.hands("mousedown", "1")
    for y in range(row(2)[1], TOP, -12):
        screen.move(LEFT, y)
    screen.hands("key", "Escape")
    screen.hands("mouseup", "1")

    assert shown(screen) == before


def test_a_second_start_hands_over_to_the_first_window(screen: Screen) -> None:
    screen.open()

    second = screen.start_program()

    assert second.wait(40) == 0
    assert len(screen.hands("search", "--onlyvisible", "--name", "Newsdesk$").split()) == 1
