"""A day on the record, by keyboard alone: an export, a slip that preflight finds, a correction, a withdrawal."""

import time
from pathlib import Path
from typing import Any

from tests.journeys.screen import Screen

TEXT = """Storm Over the Harbour
An introduction of one line.
05:41 GMT 06.01.2022
Bridge Closed to All Traffic
The bridge has been closed since five..
05:09 GMT 06.01.2022
Ferries Stay in Port
The port authority expects no sailing before noon.
"""


def shown(screen: Screen) -> list[dict[str, Any]]:
    (blog,) = screen.command("list")
    entries: list[dict[str, Any]] = screen.command("show", blog["id"])["entries"]
    return entries


def ledger(screen: Screen) -> list[tuple[str, str]]:
    (blog,) = screen.command("list")
    return [(line["class"], line["notice"]) for line in screen.command("ledger", blog["id"])]


def test_a_slip_is_fixed_a_mistake_corrected_an_entry_withdrawn(screen: Screen, tmp_path: Path) -> None:
    file = tmp_path / "storm.txt"
    file.write_text(TEXT, "utf-8")
    screen.command("import", str(file))
    screen.open()

    screen.keys("ctrl+shift+l")
    time.sleep(1)
    screen.picture("preflight")
    screen.keys("ctrl+shift+period")
    screen.wait(lambda: shown(screen)[0]["body"] == ["The bridge has been closed since five."])
    screen.keys("Escape")

    screen.keys("F4", "ctrl+7")
    screen.wait(lambda: ledger(screen) == [("refile", "")])

    screen.keys("Tab", "Tab", "End")
    screen.type(" Again")
    screen.keys("ctrl+5")
    time.sleep(0.5)
    screen.type(" Sorry.")
    screen.picture("correction")
    screen.keys("Return")
    screen.wait(lambda: [kind for kind, _ in ledger(screen)] == ["correction"])
    ((_, words),) = ledger(screen)
    assert "It should have said “to All Traffic Again”." in words
    assert words.endswith(" Sorry.")

    screen.keys("shift+F6", "Down", "ctrl+8")
    time.sleep(0.5)
    screen.type("The port had said nothing.")
    screen.picture("withdrawal")
    screen.keys("Return")
    screen.wait(lambda: shown(screen)[1]["state"] == "withdrawn")
    assert ("withdrawn", "The port had said nothing.") in ledger(screen)

    screen.keys("ctrl+z")
    screen.wait(lambda: shown(screen)[1]["state"] == "published")
    assert shown(screen)[1]["body"] == ["The port authority expects no sailing before noon."]
