"""Somebody who has never seen it: an introduction is written where it stands, a colleague's notes are dropped in."""

from pathlib import Path

from tests.journeys.screen import Screen

NOTES = "Notes from York\n05:20 GMT 06.01.2022\nSandbags Run Out\n04:10 GMT 06.01.2022\nFerry Stopped\n"


def test_an_introduction_is_written_and_a_colleague_s_notes_come_into_the_blog(screen: Screen, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text(NOTES, "utf-8")
    screen.open("--eyes")
    screen.keys("ctrl+shift+n")
    screen.type("Flood")
    screen.keys("Return")
    screen.point("Introduction")
    screen.wait(lambda: screen.places("Blog details"))
    screen.type("What is known so far.")
    screen.keys("Escape")
    screen.wait(lambda: screen.command("list"))
    (blog,) = screen.command("list")
    screen.wait(lambda: screen.command("show", blog["id"])["introduction"] == ["What is known so far."])

    screen.source_of(notes)
    screen.point_at(40, 30)
    screen.hands("mousedown", "1")
    for part in range(1, 11):
        screen.point_at(40 + 40 * part, 30 + 30 * part)
    screen.wait(lambda: screen.places("Drop to import"))
    screen.picture("drop")
    screen.hands("mouseup", "1")
    screen.point("Add to “Flood”")

    def headlines() -> list[str]:
        return [entry["headline"] for entry in screen.command("show", blog["id"])["entries"]]

    screen.wait(lambda: headlines() == ["Sandbags Run Out", "Ferry Stopped"])
    assert screen.places("Drop to import") == []
    assert len(screen.command("list")) == 1
