"""Sending out by hand: looked at, exported from the sheet, changed, and exported once more by one key."""

from pathlib import Path

from tests.journeys.screen import Screen

TEXT = """Storm Over the Harbour
05:41 GMT 06.01.2022
Bridge Closed to All Traffic
05:09 GMT 06.01.2022
Ferries Stay in Port
The port authority expects no sailing before noon.
"""


def test_a_blog_is_looked_at_exported_changed_and_exported_once_more(screen: Screen, tmp_path: Path) -> None:
    file, page = tmp_path / "storm.txt", tmp_path / "out.html"
    file.write_text(TEXT, "utf-8")
    screen.command("import", str(file))
    screen.open()

    screen.keys("F5")
    screen.picture("preview")
    screen.keys("ctrl+shift+e")
    screen.keys("ctrl+Return")
    screen.type(str(page))
    screen.keys("Return")
    screen.wait(page.exists)
    screen.picture("exported")
    assert "Ferries Stay in Port" in page.read_text("utf-8")

    screen.keys("Escape")
    screen.keys("F2")
    screen.keys("ctrl+a")
    screen.type("Bridge Open Again")
    screen.keys("Return")
    screen.keys("ctrl+shift+r")
    screen.wait(lambda: "Bridge Open Again" in page.read_text("utf-8"))

    (blog,) = screen.command("list")
    assert len(screen.command("releases", blog["id"])) == 2
