"""Sending out by hand: looked at, exported from the sheet, changed, and exported once more by one key."""

from pathlib import Path

import pytest

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
    screen.name_a_file(page)
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


def test_what_goes_out_is_chosen_looked_at_copied_and_remembered(screen: Screen, tmp_path: Path) -> None:
    file, folder = tmp_path / "storm.txt", tmp_path / "out"
    file.write_text(TEXT, "utf-8")
    folder.mkdir()
    blog = screen.command("import", str(file))["blog"]
    screen.command("add", blog, "--headline", "Rumours of a Second Bridge", "--time", "05:50 GMT 06.01.2022")
    screen.open("--eyes")

    screen.keys("ctrl+shift+e")
    screen.place("2 entries")
    screen.place("Left out: 1 draft.")
    screen.point("Entries: And drafts")
    screen.place("3 entries")
    screen.place("Rumours of a Second Bridge")
    screen.point("Web page")
    screen.point("Live-blog text")
    screen.point("Text for an e-mail")
    screen.point("Lines of 72 characters")
    screen.place("05:50 GMT 06.01.2022")
    screen.picture("chosen")
    for words, told, kind, held in (
        ("Copy as rich text", "Copied as rich text", "text/html", "<h2"),
        ("Copy HTML", "Copied as HTML", "UTF8_STRING", "<article"),
        ("Copy text", "Copied as text", "UTF8_STRING", "05:50 GMT 06.01.2022\nRumours of a Second Bridge"),
    ):
        screen.choose("Copy…", words)
        screen.place(told)
        assert held in screen.clipboard(kind)

    screen.keys("ctrl+Return")
    screen.name_a_file(folder)
    screen.wait(lambda: len(list(folder.iterdir())) == 2)
    screen.picture("several")
    assert all("Second Bridge" in path.read_text("utf-8") for path in folder.iterdir())

    screen.wait_a_moment()
    screen.keys("Escape")
    for path in folder.iterdir():
        path.unlink()
    screen.keys("ctrl+shift+r")
    screen.wait(lambda: len(list(folder.iterdir())) == 2)
    screen.keys("ctrl+shift+e")
    screen.place("3 entries")
    assert sorted(release["format"] for release in screen.command("releases", blog)) == ["email"] * 2 + ["text"] * 2


def test_the_preview_follows_what_is_typed_and_leads_to_what_is_clicked(screen: Screen, tmp_path: Path) -> None:
    file = tmp_path / "storm.txt"
    file.write_text(TEXT, "utf-8")
    blog = screen.command("import", str(file))["blog"]
    screen.open("--eyes")
    screen.keys("F5")
    screen.place("expects no sailing")

    screen.keys("F2", "Return")
    screen.keys("F6")
    screen.type("The mayor speaks at noon. ")
    screen.place("The mayor speaks at noon.")
    screen.picture("typed")
    screen.point("expects no sailing")
    screen.wait_a_moment()
    screen.keys("ctrl+shift+k")

    screen.wait(lambda: [entry["key"] for entry in screen.command("show", blog)["entries"]] == [False, True])


@pytest.mark.parametrize("kind", ["Word document", "PDF"])
def test_a_long_export_is_stopped_at_once_and_leaves_nothing(screen: Screen, tmp_path: Path, kind: str) -> None:
    file, document = tmp_path / "long.txt", tmp_path / "long.out"
    entries = (f"{n // 60 % 24:02}:{n % 60:02} GMT 06.01.2022\nEntry {n}\nSome words of it.\n" for n in range(40_000))
    file.write_text("A Long Day\n" + "".join(entries), "utf-8")
    screen.command("import", str(file))
    screen.open("--eyes")
    screen.keys("ctrl+shift+e")
    screen.place("Some words of it.")
    screen.point("Web page")
    screen.point(kind)

    screen.keys("ctrl+Return")
    screen.name_a_file(document)
    screen.point("Cancel")
    screen.wait(lambda: screen.places("The export was stopped; nothing was written."), seconds=2)

    screen.picture("stopped")
    assert not document.exists()
    assert list(tmp_path.glob(".long*")) == []
