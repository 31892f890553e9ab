"""Finding and replacing, in the entry, in the blog and in all blogs."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsdesk.desk import writing
from newsdesk.desk.opening import open_desk
from newsdesk.domain.blog import Shelf
from newsdesk.domain.finding import Wanted
from newsdesk.domain.markup import Block, Span, paragraphs, texts
from newsdesk.domain.stamp import ShownTime
from newsdesk.preferences import Preferences
from newsdesk.ui.body_editor import BodyEditor
from newsdesk.ui.finding.sheet import ReplaceSheet
from newsdesk.ui.finding.spots import spots
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.preview.shelved import ReadingSheet
from newsdesk.ui.searching.go_to_time import GoToTime
from newsdesk.ui.searching.sheet import SearchSheet
from tests.ui.conftest import Newsroom


def body_of(window: MainWindow) -> tuple[str, ...]:
    entry = window.pane.entry
    assert entry is not None
    return texts(entry.body)


def test_places_are_right_beside_letters_outside_the_basic_plane(qtbot: QtBot) -> None:
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.set_body(paragraphs("😀😀 fire", "a fire 😀 FIRE"))

    found = [spot.cursor().selectedText() for spot in spots(editor, Wanted("fire"))]

    assert found == ["fire", "fire", "FIRE"]


def test_the_bar_walks_through_headline_and_text_and_round_again(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    bar = window.desk_work.finding.bar
    window.actions_by_id["find"].trigger()

    QTest.keyClicks(bar.words.line, "te")
    first = bar.count.text
    QTest.keyClick(bar.words.line, Qt.Key.Key_Return)
    second = bar.count.text

    assert (first, second) == ("1 of 1", "1 of 1")
    assert window.pane.body.textCursor().selectedText() == "Te"
    QTest.keyClick(bar.words.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_tab_leads_from_what_is_looked_for_to_what_replaces_it_and_the_count_follows_the_text(
    filled: Newsroom, qtbot: QtBot
) -> None:
    window = filled.window()
    bar = window.desk_work.finding.bar
    window.actions_by_id["find"].trigger()
    QTest.keyClicks(bar.words.line, "text")

    QTest.keyClick(bar.words.line, Qt.Key.Key_Tab)
    assert window.focusWidget() is bar.by.line
    bar.replace_all()
    filled.settle()

    qtbot.waitUntil(lambda: bar.count.text == "Not found")


def test_one_place_is_replaced_in_its_own_style_as_one_undo(newsroom: Newsroom, qtbot: QtBot) -> None:
    desk = open_desk(str(newsroom.path), newsroom.preferences)
    bold = (Block(spans=(Span("He "), Span("said", strong=True), Span(" so; he said it.")),),)
    writing.add_entry(desk, writing.new_blog(desk, "Talks"), headline="Talks", body=bold)
    desk.store.close()
    window = newsroom.window()
    bar = window.desk_work.finding.bar
    window.actions_by_id["find"].trigger()
    QTest.keyClicks(bar.words.line, "said")
    QTest.keyClicks(bar.by.line, "told")

    bar.replace()
    newsroom.settle()
    entry = window.pane.entry
    assert entry is not None
    replaced = entry.body
    window.actions_by_id["undo"].trigger()
    newsroom.settle()

    assert replaced == (Block(spans=(Span("He "), Span("told", strong=True), Span(" so; he said it.")),),)
    assert window.pane.body.body() == bold


def test_all_places_of_the_entry_are_replaced_as_one_undo(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    bar = window.desk_work.finding.bar
    before = body_of(window)
    window.actions_by_id["find"].trigger()
    QTest.keyClicks(bar.words.line, "e")
    QTest.keyClicks(bar.by.line, "ee")

    bar.replace_all()
    filled.settle()
    changed, headline = body_of(window), window.pane.headline.text()
    window.actions_by_id["undo"].trigger()
    filled.settle()

    assert changed == ("Teext of 05:41.",)
    assert headline == "Policee reeport an assault"
    assert body_of(window) == before
    assert window.pane.headline.text() == "Police report an assault"


def test_replacing_in_the_blog_shows_first_and_leaves_out_what_is_not_selected(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.actions_by_id["replace"].trigger()
    filled.settle()
    (sheet,) = window.findChildren(ReplaceSheet)
    QTest.keyClicks(sheet.words.line, "text")
    QTest.keyClicks(sheet.by.line, "Word")
    qtbot.waitUntil(lambda: not sheet._timer.isActive())
    filled.settle()

    rows = [(item.upper, item.lower, item.aside) for item in sheet.list.rows.items]
    sheet.list.selectionModel().select(sheet.list.rows.index(1), sheet.list.selectionModel().SelectionFlag.Deselect)
    sheet.button.click()
    filled.settle()

    assert rows[0] == ("Police report an assault", "Text → Word of 05:41.", "1 ×")
    assert len(rows) == 3
    desk = open_desk(str(filled.path), Preferences(desk="reader"))
    (blog,) = desk.store.blogs()
    stored = [texts(entry.body)[0] for entry in desk.store.entries_of(blog.id)]
    desk.store.close()
    assert stored == ["Word of 05:41.", "Text of 05:09.", "Word of 04:50."]
    assert "2 times" in window.toast.sentence


def test_nothing_is_replaced_before_it_was_shown(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.actions_by_id["replace"].trigger()
    (sheet,) = window.findChildren(ReplaceSheet)
    QTest.keyClicks(sheet.words.line, "text")
    sheet._look()
    filled.settle()
    before = body_of(window)

    QTest.keyClicks(sheet.by.line, "W")
    sheet.list.meant.emit()
    filled.settle()

    assert sheet.isVisible()
    assert body_of(window) == before


def test_search_goes_to_an_entry_of_another_blog(filled: Newsroom, qtbot: QtBot) -> None:
    desk = open_desk(str(filled.path), filled.preferences)
    blog = writing.new_blog(desk, "Elsewhere")
    for number in range(3):
        writing.add_entry(desk, blog, headline=f"Réunion {number}")
    desk.store.close()
    window = filled.window()
    window.blogs.choose(next(b.id for b in (window.blogs.model.blog(r) for r in range(2)) if b.id != blog.id))
    filled.settle()
    window.actions_by_id["search_all"].trigger()
    (sheet,) = window.findChildren(SearchSheet)

    QTest.keyClicks(sheet.line, "reunion 1")
    qtbot.waitUntil(lambda: sheet.list.rows.rowCount() == 1)
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    filled.settle()

    entry = window.pane.entry
    assert entry is not None
    assert entry.headline == "Réunion 1"
    assert not sheet.isVisible()


def test_what_is_found_in_the_archive_is_read_there_and_comes_back_by_one_button(
    filled: Newsroom, qtbot: QtBot
) -> None:
    desk = open_desk(str(filled.path), filled.preferences)
    blog = writing.new_blog(desk, "Elsewhere")
    for number in range(3):
        writing.add_entry(desk, blog, headline=f"Réunion {number}")
    writing.put_blog_on(desk, desk.store.blog(blog.id), Shelf.ARCHIVE)
    desk.store.close()
    window = filled.window()
    window.actions_by_id["search_all"].trigger()
    (search,) = window.findChildren(SearchSheet)
    QTest.keyClicks(search.line, "reunion 1")
    qtbot.waitUntil(lambda: search.list.rows.rowCount() == 1)
    assert "in the archive" in search.list.rows.items[0].lower

    QTest.keyClick(search.line, Qt.Key.Key_Return)
    filled.settle()
    (sheet,) = window.findChildren(ReadingSheet)

    assert sheet.isVisible() and sheet.page.isReadOnly()
    assert sheet.said.text() == "In the archive · 3 entries"
    assert "Réunion 0" in sheet.page.toPlainText()
    assert window.blogs.model.row_of(blog.id) == -1

    sheet.button.click()
    filled.settle()

    assert window.pane.entry is not None
    assert window.pane.entry.headline == "Réunion 1"
    assert window.blogs.current is not None
    assert window.blogs.current.id == blog.id


def test_an_answer_to_an_earlier_question_is_not_shown(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.actions_by_id["search_all"].trigger()
    (sheet,) = window.findChildren(SearchSheet)

    sheet.line.setText("assault")
    sheet._search()
    sheet.line.setText("no such words")
    sheet._search()
    filled.settle()

    assert sheet.list.rows.rowCount() == 0
    assert "Nothing found" in sheet.said.text()


def test_enter_in_haste_opens_what_is_found_for_the_words_that_were_typed(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.actions_by_id["search_all"].trigger()
    (sheet,) = window.findChildren(SearchSheet)
    QTest.keyClicks(sheet.line, "assault")
    qtbot.waitUntil(lambda: sheet.list.rows.rowCount() == 1)

    sheet.line.selectAll()
    QTest.keyClicks(sheet.line, "banks")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    filled.settle()

    assert not sheet.isVisible()
    assert window.pane.entry is not None
    assert window.pane.entry.headline == "Banks suspend work"


def test_go_to_time_selects_the_nearest_entry(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.actions_by_id["go_to_time"].trigger()
    (sheet,) = window.findChildren(GoToTime)

    QTest.keyClicks(sheet.line, "0455")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    filled.settle()

    entry = window.pane.entry
    assert entry is not None
    assert entry.time == ShownTime(datetime(2022, 1, 6, 4, 50, tzinfo=UTC))
