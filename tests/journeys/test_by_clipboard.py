"""Live-blog text by hand: copied to any other program, pasted into the list from any other program."""

from datetime import UTC, datetime
from pathlib import Path

from tests.journeys.screen import Screen
from tests.journeys.test_on_deadline import headlines

STORM = """Storm Over the Harbour
07:00 GMT 06.01.2022
Ferries stop
06:00 GMT 06.01.2022
Wind rises
Gusts of 90 km/h at the <pier>.
05:00 GMT 06.01.2022
Harbour closes
"""
PLAIN = """06:30 GMT 06.01.2022
Bridge shut
Police turn lorries back.
05:30 GMT 06.01.2022
Sirens
"""
ODD = """Here is what I have so far
06:45 MSK 06.01.2022
Trams halt
05:15
Lights out
31.02.2022 is no day
04:45 GMT 06.01.2022
Calm before it
"""


def begin(screen: Screen, folder: Path) -> None:
    """A blog of three entries, its list with the keys."""
    (folder / "storm.txt").write_text(STORM, "utf-8")
    screen.command("import", str(folder / "storm.txt"), "--as", "draft")
    screen.open()


def test_copied_entries_are_live_blog_text_and_html_for_any_program(screen: Screen, tmp_path: Path) -> None:
    begin(screen, tmp_path)

    screen.keys("Home", "shift+Down", "ctrl+c")
    screen.wait(lambda: "Wind rises" in screen.clipboard("text/plain"))

    told = "07:00 GMT 06.01.2022\nFerries stop\n06:00 GMT 06.01.2022\nWind rises\nGusts of 90 km/h at the <pier>."
    assert screen.clipboard("text/plain").rstrip("\n") == told
    html = screen.clipboard("text/html")
    assert "Ferries stop" in html and "Gusts of 90 km/h at the &lt;pier&gt;." in html
    assert "Harbour closes" not in html


def test_pasted_text_makes_entries_at_their_times_as_one_undo(screen: Screen, tmp_path: Path) -> None:
    begin(screen, tmp_path)
    before = headlines(screen)

    screen.put_on_clipboard("text/plain", PLAIN.encode())
    screen.keys("ctrl+v")
    screen.wait(lambda: headlines(screen) == ["Ferries stop", "Bridge shut", "Wind rises", "Sirens", "Harbour closes"])
    screen.picture("pasted")
    screen.keys("ctrl+z")
    screen.wait(lambda: headlines(screen) == before)
    screen.keys("ctrl+shift+z")
    screen.wait(lambda: len(headlines(screen)) == 5)


def test_what_is_odd_is_shown_before_it_goes_in(screen: Screen, tmp_path: Path) -> None:
    begin(screen, tmp_path)
    before = headlines(screen)

    screen.put_on_clipboard("text/plain", ODD.encode())
    screen.keys("ctrl+v")
    screen.wait_a_moment()
    screen.picture("odd")
    assert headlines(screen) == before
    screen.keys("Escape")
    screen.wait_a_moment()
    assert headlines(screen) == before

    screen.keys("ctrl+v")
    screen.wait_a_moment()
    screen.keys("Return")
    screen.wait(lambda: {"Trams halt", "Calm before it"} <= set(headlines(screen)))
    assert headlines(screen)[-1] == "Calm before it"
    screen.keys("ctrl+z")
    screen.wait(lambda: headlines(screen) == before)


def test_text_without_any_time_becomes_one_entry_if_that_is_meant(screen: Screen, tmp_path: Path) -> None:
    begin(screen, tmp_path)

    screen.put_on_clipboard("text/plain", b"Ein Satz ohne Zeit\nund noch einer")
    screen.keys("ctrl+v")
    screen.wait_a_moment()
    screen.picture("no-time")
    screen.keys("Return")

    screen.wait(lambda: headlines(screen)[0] == "Ein Satz ohne Zeit")
    made = datetime.fromisoformat(
        screen.command("show", screen.command("list")[0]["id"])["entries"][0]["time"]
    )
    assert abs((datetime.now(UTC) - made).total_seconds()) < 120
