"""Rich text by keyboard: shapes, lists, links, images, embeds, what is pasted and what is copied out."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from newsdesk.domain.text import clean
from tests.journeys.screen import Screen
from tests.journeys.test_drafting import prefer
from tests.journeys.test_on_deadline import entries

NAUGHTY = Path(__file__).parents[3] / "shared/hostile/blns.json"
SAMPLES = Path(__file__).parents[1] / "data/clipboard"


def html(screen: Screen) -> str:
    found: str = entries(screen)[0]["html"]
    return found


def picture(file: Path) -> bytes:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(QColor("#556677"))
    image.save(str(file))
    return file.read_bytes()


def begin(screen: Screen, **chosen: object) -> None:
    """An entry, with the caret in its text."""
    prefer(screen, zone="GMT", **chosen)
    screen.open()
    screen.keys("ctrl+n")
    screen.type("Troops leave")
    screen.keys("Return")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_text_of_every_shape_is_written_with_the_keyboard(screen: Screen, theme: str) -> None:
    begin(screen, theme=theme)

    screen.type("The president said ")
    screen.keys("ctrl+b")
    screen.type("calm")
    screen.keys("ctrl+b")
    screen.type(" had ")
    screen.keys("ctrl+i")
    screen.type("returned")
    screen.keys("ctrl+i")
    screen.type(".")
    screen.keys("Return", "ctrl+alt+2")
    screen.type("What happened")
    screen.keys("Return", "ctrl+alt+8")
    screen.type("Square")
    screen.keys("Return", "Tab")
    screen.type("North")
    screen.keys("Return", "shift+Tab")
    screen.type("Airport")
    screen.keys("Return", "Return", "ctrl+alt+7")
    screen.type("First")
    screen.keys("Return", "Return", "ctrl+alt+9")
    screen.type("We stay.")
    screen.keys("Return", "Return")
    screen.type("Read the statement")
    screen.keys("ctrl+shift+Left")
    screen.wait_a_moment()
    screen.picture("bar")
    screen.keys("ctrl+k")
    screen.type("example.org/statement")
    screen.picture("link")
    screen.keys("Return", "End")
    screen.type(" now")

    wanted = (
        "<p>The president said <strong>calm</strong> had <em>returned</em>.</p>\n"
        "<h3>What happened</h3>\n"
        "<ul><li>Square<ul><li>North</li></ul></li><li>Airport</li></ul><ol><li>First</li></ol>\n"
        "<blockquote>We stay.</blockquote>\n"
        '<p>Read the <a href="https://example.org/statement">statement</a> now</p>'
    )
    screen.wait(lambda: html(screen) == wanted)
    screen.picture("written")


def test_images_come_by_paste_and_from_a_file_are_described_and_kept_once(screen: Screen, tmp_path: Path) -> None:
    smoke = tmp_path / "smoke.png"
    content = picture(smoke)
    begin(screen)

    screen.type("Before.")
    screen.put_on_clipboard("image/png", content)
    screen.keys("ctrl+v")
    screen.wait(lambda: "<figure>" in html(screen))
    screen.keys("Up", "ctrl+shift+p")
    screen.type("image details")
    screen.keys("Return")
    screen.type("Smoke over the square")
    screen.keys("Tab")
    screen.type("The square at dawn")
    screen.keys("Tab")
    screen.type("AP/Anna Aru")
    screen.picture("details")
    screen.keys("Return")
    screen.wait(lambda: "<cite>AP/Anna Aru</cite><figcaption>The square at dawn</figcaption>" in html(screen))
    screen.keys("ctrl+End")
    screen.type("After.")
    screen.keys("ctrl+alt+i")
    screen.wait_a_moment()
    screen.type(str(smoke))
    screen.keys("Return")
    screen.wait(lambda: html(screen).count("<figure>") == 2)
    screen.picture("images")

    first, second = (part.partition('"')[0] for part in html(screen).split('src="')[1:])
    assert first == second
    assert 'alt="Smoke over the square"' in html(screen)
    assert entries(screen)[0]["body"][0] == "Before."


def test_an_image_that_is_dropped_goes_under_the_paragraph_it_is_over(screen: Screen, tmp_path: Path) -> None:
    smoke = tmp_path / "smoke.png"
    picture(smoke)
    begin(screen)
    screen.type("One.")
    screen.keys("Return")
    screen.type("Two.")
    screen.source_of(smoke)

    screen.drag((-80, -30), (680, 190))
    screen.wait(lambda: "<figure>" in html(screen))

    assert html(screen).startswith("<p>One.</p>\n<figure>")
    assert html(screen).endswith("<p>Two.</p>")


def test_an_image_that_is_too_large_is_refused_with_a_sentence_and_the_text_stays(
    screen: Screen, tmp_path: Path
) -> None:
    huge = tmp_path / "huge.png"
    huge.write_bytes(picture(huge) + bytes(10_000_001))
    begin(screen)

    screen.type("Before")
    screen.keys("ctrl+alt+i")
    screen.wait_a_moment()
    screen.type(str(huge))
    screen.keys("Return")
    screen.wait_a_moment()
    screen.picture("refused")
    screen.type(" and after.")

    screen.wait(lambda: html(screen) == "<p>Before and after.</p>")


def test_an_embed_is_an_address_and_a_readable_text(screen: Screen) -> None:
    begin(screen)

    screen.type("Before.")
    screen.keys("ctrl+shift+p")
    screen.type("insert embed")
    screen.keys("Return")
    screen.type("https://example.org/v?a=1&b=2")
    screen.keys("Tab")
    screen.type("Video of the square")
    screen.keys("Return")
    screen.wait(lambda: "Video of the square" in html(screen))
    screen.type("After.")
    screen.picture("embed")

    screen.wait(lambda: html(screen).endswith("<p>After.</p>"))
    assert 'href="https://example.org/v?a=1&amp;b=2"' in html(screen)


@pytest.mark.parametrize("name", sorted(path.name.partition(".")[0] for path in SAMPLES.glob("*.body.html")))
def test_what_another_program_copied_comes_in_clean(screen: Screen, name: str) -> None:
    begin(screen)

    screen.put_on_clipboard("text/html", (SAMPLES / f"{name}.html").read_bytes())
    screen.keys("ctrl+v")

    wanted = (SAMPLES / f"{name}.body.html").read_text("utf-8").removesuffix("\n")
    screen.wait(lambda: html(screen) == wanted)
    screen.picture("pasted")


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of naughty strings is not here")
def test_public_naughty_strings_are_pasted_from_another_program_and_come_back(screen: Screen) -> None:
    texts = map(clean, json.loads(NAUGHTY.read_text("utf-8")))
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    begin(screen)

    screen.put_on_clipboard("text/plain;charset=utf-8", "\n".join(lines).encode())
    screen.keys("ctrl+v")

    screen.wait(lambda: entries(screen)[0]["body"])
    assert entries(screen)[0]["body"] == lines


def test_a_plain_paste_brings_words_alone_and_a_copy_serves_other_programs(screen: Screen) -> None:
    begin(screen)

    screen.put_on_clipboard("text/plain", b"One line\nand another")
    screen.keys("ctrl+shift+v")
    screen.wait(lambda: html(screen) == "<p>One line</p>\n<p>and another</p>")
    screen.keys("ctrl+a", "ctrl+b", "ctrl+c")
    screen.wait(lambda: screen.clipboard("text/plain") == "One line\n\nand another")

    assert "<strong>One line</strong>" in screen.clipboard("text/html")
    screen.keys("ctrl+End", "Return", "ctrl+shift+v")
    screen.wait(lambda: html(screen).endswith("<p>One line</p>\n<p>and another</p>"))
