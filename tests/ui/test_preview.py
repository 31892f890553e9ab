"""The preview beside the entry: it follows the selection and what is typed, and leads to the entries."""

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from newsdesk.desk import writing
from newsdesk.desk.opening import open_desk
from newsdesk.domain.markup import paragraphs
from newsdesk.ui import look
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.preview.page import PreviewPage
from tests.ui.conftest import NOON, Newsroom


def previewed(newsroom: Newsroom, qtbot: QtBot) -> tuple[MainWindow, PreviewPage]:
    window = newsroom.window()
    window.resize(1280, 700)
    window.actions_by_id["preview_pane"].trigger()
    page = window.desk_work.preview.pane.page
    blog = window.blogs.current
    assert blog is not None
    qtbot.waitUntil(lambda: bool(page.entries) and blog.headline in page.toPlainText())
    return window, page


def test_it_shows_the_entries_around_the_chosen_one(filled: Newsroom, qtbot: QtBot) -> None:
    _, page = previewed(filled, qtbot)

    text = page.toPlainText()

    assert "Troops leave the square" in text and "Text of 04:50." in text
    assert "05:09 GMT" in text


def test_it_takes_its_room_from_the_entry_and_the_window_stays_as_it_is(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.resize(1800, 700)
    window.pane.headline.set_text("The power company asks people to leave the old town for the first time since 1987")
    filled.settle()

    for _ in range(3):
        window.actions_by_id["preview_pane"].trigger()
        filled.settle()
        qtbot.wait(50)

        assert window.height() == 700


def test_in_a_narrow_window_preview_and_preflight_give_way_to_one_another(filled: Newsroom, qtbot: QtBot) -> None:
    window, _ = previewed(filled, qtbot)
    window.resize(1100, 700)
    preview, preflight = window.desk_work.preview, window.desk_work.preflight

    window.actions_by_id["preflight"].trigger()
    qtbot.wait(50)
    assert (preview.is_shown, preflight.panel.isVisible(), window.width()) == (False, True, 1100)

    window.actions_by_id["preview_pane"].trigger()
    qtbot.wait(50)
    assert (preview.is_shown, preflight.panel.isVisible(), window.width()) == (True, False, 1100)

    window.resize(1500, 700)
    window.actions_by_id["preflight"].trigger()
    assert (preview.is_shown, preflight.panel.isVisible()) == (True, True)


def test_where_it_is_narrow_the_times_stand_above_the_headlines(filled: Newsroom, qtbot: QtBot) -> None:
    _, page = previewed(filled, qtbot)

    def words_begin() -> int:
        return page.cursorRect(page.document().find("Text of 05:09.")).left()

    page.window().findChild(QSplitter).setSizes([160, 260, 320, 540])  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: words_begin() > 150)
    page.window().findChild(QSplitter).setSizes([160, 260, 580, 280])  # type: ignore[union-attr]

    qtbot.waitUntil(lambda: words_begin() < 150)
    assert "05:09 GMT 06.01.2022" in page.toPlainText()


def test_the_same_key_closes_it_and_nothing_is_read_then(filled: Newsroom, qtbot: QtBot) -> None:
    window, page = previewed(filled, qtbot)
    set_before = page.set_count

    window.actions_by_id["preview_pane"].trigger()
    window.pane.headline.setPlainText("Another headline")
    qtbot.wait(200)
    filled.settle()

    assert not window.desk_work.preview.pane.isVisible()
    assert page.set_count == set_before


def test_what_is_typed_is_shown_and_only_that_entry_is_set_again(filled: Newsroom, qtbot: QtBot) -> None:
    window, page = previewed(filled, qtbot)
    window.entries.view.choose(1)
    filled.settle()
    set_before = page.set_count

    window.pane.body.setFocus()
    QTest.keyClicks(window.pane.body, "Quietly. ")
    qtbot.waitUntil(lambda: "Quietly. Text of 05:09." in page.toPlainText())
    window.pane.flush()
    filled.settle()
    qtbot.wait(150)

    assert page.set_count - set_before <= 2


def test_a_change_from_elsewhere_is_shown(filled: Newsroom, qtbot: QtBot) -> None:
    window, page = previewed(filled, qtbot)
    entry = page.entries[2]

    window.live.ask(lambda desk: writing.change(desk, desk.entry(entry.id), "Edit headline", headline="Banks open"))

    qtbot.waitUntil(lambda: "Banks open" in page.toPlainText())


def test_a_click_on_an_entry_leads_to_it(filled: Newsroom, qtbot: QtBot) -> None:
    window, page = previewed(filled, qtbot)
    cursor = page.document().find("Banks suspend work")
    place = page.cursorRect(cursor).center()

    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x() - 4, place.y()))
    filled.settle()

    assert window.pane.entry is not None and window.pane.entry.headline == "Banks suspend work"


def test_a_large_blog_is_shown_in_part_and_followed_from_end_to_end(newsroom: Newsroom, qtbot: QtBot) -> None:
    desk = open_desk(str(newsroom.path), newsroom.preferences)
    blog = writing.new_blog(desk, "A long day")
    for number in range(60):
        writing.add_entry(desk, blog, headline=f"Number {number}", body=paragraphs("Words."))
    desk.store.close()
    window, page = previewed(newsroom, qtbot)
    assert len(page.entries) < 30

    window.entries.view.choose(59)
    newsroom.settle()

    qtbot.waitUntil(lambda: page.row_of(window.entries.current.id) is not None)  # type: ignore[union-attr]
    assert len(page.entries) < 30


def test_nothing_that_a_text_names_is_loaded_or_opened(filled: Newsroom, qtbot: QtBot) -> None:
    _, page = previewed(filled, qtbot)

    found = page.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname"))

    assert isinstance(found, QImage) and found.isNull()
    assert not page.openLinks() and not page.openExternalLinks()


def test_it_follows_the_look(filled: Newsroom, qtbot: QtBot) -> None:
    window, page = previewed(filled, qtbot)
    text = page.toPlainText()

    page.setPalette(look.to_palette(look.dark()))
    qtbot.wait(50)

    found = page.document().find("05:09")
    assert found.charFormat().foreground().color() == look.dark().dim
    assert page.toPlainText() == text
    assert window.isVisible()


def test_the_head_of_the_blog_stands_above_its_entries(filled: Newsroom, qtbot: QtBot) -> None:
    desk = open_desk(str(filled.path), filled.preferences)
    (blog,) = desk.store.blogs()
    story = paragraphs("What is known so far.")
    writing.change(desk, blog, "Edit blog", bylines=("Ann Lee",), introduction=story, date=NOON.date())
    banks, *_ = (entry for entry in desk.store.entries_of(blog.id) if entry.headline == "Banks suspend work")
    writing.change(desk, banks, "Mark as key event", is_key=True)
    desk.store.close()

    _, page = previewed(filled, qtbot)
    qtbot.waitUntil(lambda: "What is known" in page.toPlainText())

    assert page.toPlainText().splitlines()[:5] == [
        "A day in the city", "Ann Lee · 06.01.2022", "What is known so far.", "Key events",
        "04:50 GMT Banks suspend work",
    ]


def test_a_key_event_leads_to_its_entry(filled: Newsroom, qtbot: QtBot) -> None:
    window, page = previewed(filled, qtbot)
    entry = page.entries[2]
    window.live.ask(lambda desk: writing.change(desk, entry, "Mark as key event", is_key=True))
    qtbot.waitUntil(lambda: "Key events" in page.toPlainText())

    place = page.cursorRect(page.document().find("Banks suspend work")).center()
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x() - 8, place.y()))
    filled.settle()

    assert window.pane.entry is not None and window.pane.entry.id == entry.id


def test_a_changed_headline_of_the_blog_is_shown_and_the_entries_stay_in_their_place(
    filled: Newsroom, qtbot: QtBot
) -> None:
    window, page = previewed(filled, qtbot)
    window.resize(1280, 330)
    page.verticalScrollBar().setValue(60)
    before, set_before = page.cursorRect(page.document().find("Text of 05:09.")).top(), page.set_count
    blog = window.blogs.current
    assert blog is not None

    long = "A day in the city that nobody who was there will forget " * 3
    window.live.ask(lambda desk: writing.change(desk, blog, "Rename blog", headline=long.strip()))
    qtbot.waitUntil(lambda: "nobody who was there" in page.toPlainText())

    assert page.cursorRect(page.document().find("Text of 05:09.")).top() == before
    assert page.set_count == set_before


def test_in_a_long_blog_typing_sets_one_entry_and_never_the_head(newsroom: Newsroom, qtbot: QtBot) -> None:
    desk = open_desk(str(newsroom.path), newsroom.preferences)
    blog = writing.new_blog(desk, "A long day")
    for number in range(60):
        writing.add_entry(desk, blog, headline=f"Number {number}", body=paragraphs("Words."))
    desk.store.close()
    window, page = previewed(newsroom, qtbot)
    window.entries.view.choose(30)
    newsroom.settle()
    qtbot.waitUntil(lambda: "18 entries above these" in page.toPlainText())
    assert "17 entries below these" in page.toPlainText()
    changed: list[int] = []
    page.document().contentsChange.connect(lambda place, *_: changed.append(place))

    window.pane.body.setFocus()
    QTest.keyClicks(window.pane.body, "Quietly. ")
    window.pane.flush()
    newsroom.settle()
    qtbot.waitUntil(lambda: "Quietly. Words." in page.toPlainText())
    qtbot.wait(400)

    assert changed and min(changed) > page.document().find("18 entries above").position()
