"""The record by real keys: the workflow and its review, history, ledger, releases, erasing and preflight."""

from pathlib import Path
from typing import Any

from tests.journeys.screen import Screen

TEXT = """Storm Over the Harbour
An introduction of one line.
06:10 GMT 06.01.2022
Port Authority Speaks
The port authority said that (nobody was hurt.
05:41 GMT 06.01.2022
Bridge Closed to All Traffic
The bridge has been closed since five..
05:09 GMT 06.01.2022
Ferries Stay in Port
The port authority expects no sailing before noon.
"""


def begin(screen: Screen, tmp_path: Path, *words: str) -> str:
    """A blog in the store and a window with the keys in its list; returns the blog's id."""
    file = tmp_path / "storm.txt"
    file.write_text(TEXT, "utf-8")
    blog: str = screen.command("import", str(file), *words)["blog"]
    screen.open()
    return blog


def shown(screen: Screen, blog: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = screen.command("show", blog)["entries"]
    return entries


def states(screen: Screen, blog: str) -> list[str]:
    return [entry["state"] for entry in shown(screen, blog)]


def save_as(screen: Screen, path: Path) -> None:
    """In the dialog that asks for a file."""
    screen.wait_a_moment()
    screen.wait_a_moment()
    screen.keys("ctrl+a")
    screen.type(str(path))
    screen.keys("Return")


def by_palette(screen: Screen, words: str) -> None:
    screen.keys("ctrl+shift+p")
    screen.wait_a_moment()
    screen.type(words)
    screen.wait_a_moment()
    screen.keys("Return")
    screen.wait_a_moment()


def test_states_by_one_key_and_in_bulk_an_embargo_and_the_walk_of_a_review(screen: Screen, tmp_path: Path) -> None:
    blog = begin(screen, tmp_path, "--as", "draft")

    screen.keys("ctrl+a", "2")
    screen.wait(lambda: states(screen, blog) == ["ready"] * 3)
    screen.keys("ctrl+z")
    screen.wait(lambda: states(screen, blog) == ["draft"] * 3)
    screen.keys("ctrl+shift+z", "Home", "3")
    screen.wait(lambda: states(screen, blog) == ["published", "ready", "ready"])

    screen.keys("F4", "ctrl+3")
    screen.wait(lambda: states(screen, blog) == ["published", "published", "ready"])
    screen.keys("F4", "ctrl+3")
    screen.wait(lambda: states(screen, blog) == ["published"] * 3)

    screen.keys("ctrl+alt+d", "Tab", "Tab")
    screen.type("06:00 1.1.2040")
    screen.keys("Return")
    screen.wait(lambda: any("2040" in found["message"] for found in preflight(screen, blog)))
    screen.picture("embargo")


def preflight(screen: Screen, blog: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = screen.command("preflight", blog)
    return found


def test_an_earlier_version_is_restored_from_history_and_undone(screen: Screen, tmp_path: Path) -> None:
    blog = begin(screen, tmp_path)
    screen.keys("F2", "ctrl+a")
    screen.type("Another headline")
    screen.keys("Return")
    screen.wait(lambda: shown(screen, blog)[0]["headline"] == "Another headline")

    screen.keys("ctrl+shift+h")
    screen.wait_a_moment()
    screen.keys("Down")
    screen.wait_a_moment()
    screen.picture("history")
    screen.keys("Return")

    screen.wait(lambda: shown(screen, blog)[0]["headline"] == "Port Authority Speaks")
    screen.keys("ctrl+z")
    screen.wait(lambda: shown(screen, blog)[0]["headline"] == "Another headline")


def test_the_ledger_is_narrowed_and_written_out(screen: Screen, tmp_path: Path) -> None:
    blog = begin(screen, tmp_path)
    first, second, _ = shown(screen, blog)
    screen.command("edit", first["id"], "--headline", "Port Authority Silent")
    screen.command("correct", first["id"], "--as", "correction")
    screen.command("withdraw", second["id"], "--reason", "The bridge was open.")

    screen.keys("ctrl+alt+l")
    screen.wait_a_moment()
    screen.keys("shift+Tab")
    screen.type("silent")
    screen.wait_a_moment()
    screen.picture("ledger")
    screen.keys("Tab", "Tab", "space")
    screen.wait_a_moment()
    screen.keys("Down", "Return")
    target = tmp_path / "ledger.csv"
    save_as(screen, target)

    screen.wait(target.exists)
    told = target.read_text("utf-8-sig")
    assert "Port Authority Silent" in told
    assert "The bridge was open." not in told


def test_a_release_is_made_again_from_the_sheet(screen: Screen, tmp_path: Path) -> None:
    blog = begin(screen, tmp_path)
    screen.command("export", blog, "--to", "html", "-o", str(tmp_path / "first.html"))
    (entry, *_) = shown(screen, blog)
    screen.command("edit", entry["id"], "--headline", "Port Authority Silent")

    screen.keys("ctrl+alt+r")
    screen.wait_a_moment()
    screen.picture("releases")
    screen.keys("Return")
    again = tmp_path / "again.html"
    save_as(screen, again)

    screen.wait(again.exists)
    assert again.read_bytes() == (tmp_path / "first.html").read_bytes()


def test_an_entry_is_erased_for_ever_by_a_typed_word(screen: Screen, tmp_path: Path) -> None:
    blog = begin(screen, tmp_path)
    screen.keys("Down")

    by_palette(screen, "erase for ever")
    screen.type("erase")
    screen.keys("Return")
    screen.wait_a_moment()
    assert len(shown(screen, blog)) == 3
    screen.keys("ctrl+a")
    screen.type("ERASE")
    screen.picture("erase")
    screen.keys("Return")

    screen.wait(lambda: len(shown(screen, blog)) == 2)
    screen.wait(lambda: not holding(tmp_path, b"closed since five"))


def holding(folder: Path, words: bytes) -> list[Path]:
    """The store's files in which these words stand."""
    files = [*folder.glob("store.newsdeskdb*"), *folder.glob("backups/*")]
    return [file for file in files if words in file.read_bytes()]


def test_a_finding_leads_to_its_place_and_another_is_fixed(screen: Screen, tmp_path: Path) -> None:
    blog = begin(screen, tmp_path)

    screen.keys("ctrl+shift+l")
    screen.wait_a_moment()
    screen.wait_a_moment()
    screen.picture("preflight")
    screen.keys("Return")
    screen.wait_a_moment()
    screen.keys("Delete")
    screen.wait(lambda: "BRACKETS" not in [found["code"] for found in preflight(screen, blog)])
    assert shown(screen, blog)[0]["body"] == ["The port authority said that nobody was hurt."]

    screen.keys("ctrl+shift+l")
    screen.wait_a_moment()
    screen.keys("ctrl+period")
    screen.wait(lambda: shown(screen, blog)[1]["body"] == ["The bridge has been closed since five."])
    screen.keys("ctrl+z")
    screen.wait(lambda: shown(screen, blog)[1]["body"] == ["The bridge has been closed since five.."])
