"""What is chosen in the export sheet is what stands in the file: order, until, theme, images beside, as of then."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.entry import State
from newsdesk.domain.markup import Block, Kind
from newsdesk.domain.revision import Author
from newsdesk.domain.stamp import ShownTime
from newsdesk.store.store import Store
from tests.formats.blogs import png
from tests.journeys.screen import Screen

YESTERDAY = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) - timedelta(days=1)


def write_a_day(file: Path) -> None:
    """Entries of five to seven in the morning, one with an image; one was changed at noon."""
    moment = [YESTERDAY]
    desk = Desk(Store(file), Author("elsewhere", "Bo"), lambda: moment[0])
    blog = writing.new_blog(desk, "Storm Over the Harbour")
    image = Block(kind=Kind.IMAGE, url=desk.store.add_attachment(png(), "image/png"), alt="A quay under water")
    for hour, headline, body in ((5, "Harbour Closes", ()), (6, "Wind Rises", (image,)), (7, "Ferries Stop", ())):
        time = ShownTime(datetime(2022, 1, 6, hour, tzinfo=UTC))
        entry = writing.add_entry(desk, blog, headline=headline, body=body, time=time, state=State.READY)
    moment[0] += timedelta(hours=3)
    writing.change(desk, entry, "Edit headline", headline="Ferries Sail Again")
    desk.store.close()


def stand(text: str, *headlines: str) -> bool:
    """One below the other."""
    places = [text.rfind(headline) for headline in headlines]
    return -1 not in places and places == sorted(places)


def export_to(screen: Screen, file: Path) -> str:
    screen.keys("ctrl+Return")
    screen.name_a_file(file)
    screen.wait(file.exists)
    return file.read_text("utf-8")


def test_a_page_has_the_order_the_end_the_theme_and_the_images_that_were_chosen(screen: Screen, tmp_path: Path) -> None:
    write_a_day(tmp_path / "store.newsdeskdb")
    screen.open("--eyes")
    screen.keys("ctrl+shift+e")
    screen.place("3 entries")

    screen.choose_from("Order", "Oldest first")
    screen.choose_from("Theme", "Broadsheet")
    screen.point("Images: In a folder beside")
    screen.point_beside("Until")
    screen.type("06:30")
    screen.place("2 entries")
    screen.picture("chosen")
    page = export_to(screen, tmp_path / "storm.html")

    assert stand(page, "Harbour Closes", "Wind Rises") and "Ferries" not in page
    assert "border-block-start: 5px double var(--rule)" in page
    (image,) = (tmp_path / "storm-over-the-harbour-images").iterdir()
    assert image.read_bytes() == png()
    assert f'src="storm-over-the-harbour-images/{image.name}"' in page and "data:image" not in page

    screen.keys("Escape", "ctrl+shift+e")
    screen.place("3 entries")
    screen.choose_from("Order", "Newest first")
    again = export_to(screen, tmp_path / "again.html")

    assert stand(again, "Ferries Sail Again", "Wind Rises", "Harbour Closes")


def test_a_blog_goes_out_as_it_stood_at_a_moment_and_as_it_was_released(screen: Screen, tmp_path: Path) -> None:
    write_a_day(tmp_path / "store.newsdeskdb")
    screen.open("--eyes")
    screen.keys("ctrl+shift+e")
    screen.point("Web page")
    screen.point("Live-blog text")
    screen.place("Ferries Sail Again")

    screen.choose_from("As of", "As it stood at…")
    screen.type(f"{YESTERDAY + timedelta(hours=1):%H:%M %d.%m.%Y}")
    screen.place("Ferries Stop")
    then = export_to(screen, tmp_path / "then.txt")
    assert "Ferries Stop" in then and "Ferries Sail Again" not in then

    screen.keys("Escape", "F2", "ctrl+a")
    screen.type("Ferries Sail at Ten")
    screen.keys("Return", "ctrl+shift+e")
    screen.place("Ferries Sail at Ten")
    screen.choose_from("As of", "Release of")
    screen.place("Ferries Stop")
    again = export_to(screen, tmp_path / "again.txt")

    assert again == then
