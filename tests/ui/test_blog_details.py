"""The details of a blog."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from newsdesk.domain.blog import Blog
from newsdesk.domain.markup import texts
from newsdesk.errors import NewsdeskError
from newsdesk.ui.blog_details import typed
from newsdesk.ui.blog_details.sheet import BlogDetails
from newsdesk.ui.fields import Field
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom

NOW = datetime(2022, 1, 6, tzinfo=UTC)


def details(window: MainWindow) -> BlogDetails:
    window.actions_by_id["blog_details"].trigger()
    (sheet,) = window.findChildren(BlogDetails)
    assert isinstance(sheet, BlogDetails)
    return sheet


def type_into(field: Field, text: str, qtbot: QtBot) -> None:
    field.line.clear()
    QTest.keyClicks(field.line, text)
    QTest.keyClick(field.line, Qt.Key.Key_Return)


def blog_of(window: MainWindow) -> Blog:
    blog = window.blogs.current
    assert blog is not None
    return blog


def test_every_field_is_an_edit_that_undo_takes_back(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    before = blog_of(window)
    sheet = details(window)
    given = {
        "headline": (sheet.headline, "Storm  over the city"), "date": (sheet.date, "7 Jan 2022"),
        "zone": (sheet.zone, "Almaty"), "language": (sheet.language, "pt-br"), "bylines": (sheet.bylines, "Ada, Bo,"),
        "url": (sheet.url, "https://example.org/a"), "slug": (sheet.slug, "Über alles"),
        "coverage_start": (sheet.start, "05:00"),
    }

    for field, text in given.values():
        type_into(field, text, qtbot)
    filled.settle()

    after = blog_of(window)
    assert (after.headline, after.date, after.zone) == ("Storm over the city", date(2022, 1, 7), "Asia/Almaty")
    assert (after.language, after.bylines, after.slug) == ("pt-BR", ("Ada", "Bo"), "uber-alles")
    assert after.coverage_start == datetime(2022, 1, 6, 23, tzinfo=UTC)
    for _ in given:
        window.actions_by_id["undo"].trigger()
        filled.settle()
    undone = blog_of(window)
    assert [getattr(undone, name) for name in given] == [getattr(before, name) for name in given]
    assert sheet.headline.text == before.headline


def test_the_introduction_is_stored_and_follows_undo(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    sheet = details(window)

    QTest.keyClicks(sheet.introduction, "What we know.")
    sheet.flush()
    filled.settle()
    stored = texts(blog_of(window).introduction)
    window.actions_by_id["undo"].trigger()
    filled.settle()

    assert stored == ("What we know.",)
    assert "What we know." not in sheet.introduction.toPlainText()


def test_what_is_not_understood_stays_in_its_field_with_a_note(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    before = blog_of(window)
    sheet = details(window)

    for field, text in ((sheet.date, "someday"), (sheet.zone, "Nowhere"), (sheet.language, "??"), (sheet.end, "late")):
        type_into(field, text, qtbot)
    filled.settle()

    assert [bool(field.note) for field in (sheet.date, sheet.zone, sheet.language, sheet.end)] == [True] * 4
    assert sheet.date.text == "someday"
    assert blog_of(window) == before


def test_an_edit_by_somebody_else_is_kept_until_one_has_decided(filled: Newsroom, qtbot: QtBot) -> None:
    from newsdesk.desk import writing
    from newsdesk.desk.opening import open_desk
    from newsdesk.preferences import Preferences

    window = filled.window()
    sheet = details(window)
    other = open_desk(str(filled.path), Preferences(desk="other"))
    writing.change(other, other.store.blogs()[0], "Rename blog", headline="Theirs")
    other.store.close()

    type_into(sheet.headline, "Mine", qtbot)
    filled.settle()
    refused = window.bars.sentences()
    assert sheet._visit is not None
    sheet._visit.keep_mine()
    filled.settle()

    assert len(refused) == 1
    assert window.bars.sentences() == []
    assert blog_of(window).headline == "Mine"


def test_closing_and_archiving_from_the_menu(filled: Newsroom) -> None:
    window = filled.window()

    window.actions_by_id["close_blog"].trigger()
    filled.settle()
    closed = blog_of(window)
    window.actions_by_id["archive_blog"].trigger()
    filled.settle()
    gone = window.blogs.current
    window.toast._do(0)
    filled.settle()

    assert not closed.is_open
    assert gone is None
    assert blog_of(window).id == closed.id


def test_deleted_entries_come_back_from_their_sheet(filled: Newsroom) -> None:
    from newsdesk.ui.shelf.sheet import ShelfSheet

    window = filled.window()
    window.actions_by_id["delete_entries"].trigger()
    filled.settle()
    left = filled.stored()

    window.actions_by_id["deleted_entries"].trigger()
    filled.settle()
    (sheet,) = window.findChildren(ShelfSheet)
    sheet.restore_chosen()
    filled.settle()

    assert len(left) == 2
    assert filled.stored() == ["Police report an assault", "Troops leave the square", "Banks suspend work"]


def test_dates_and_languages_as_people_type_them() -> None:
    assert typed.text_to_date(" 06.01.2022 ") == date(2022, 1, 6)
    assert typed.text_to_date("") is None
    assert typed.text_to_date(typed.date_to_text(date(2022, 1, 6))) == date(2022, 1, 6)
    assert typed.text_to_language("zh_hant-tw") == "zh-hant-TW"
    assert typed.text_to_names("Ada,  Grace  Hopper ,,Ada") == ("Ada", "Grace Hopper")
    with pytest.raises(NewsdeskError):
        typed.text_to_language("english, please")


def test_the_right_mouse_button_offers_what_can_be_done_with_a_blog(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()

    window.blogs.view.customContextMenuRequested.emit(QPoint(20, 20))

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert {"rename_blog", "blog_details", "duplicate_blog", "close_blog", "archive_blog", "delete_blog"} <= {*offered}
    next(action for action in menu.actions() if action.objectName() == "archive_blog").trigger()
    menu.close()
    filled.settle()
    assert window.blogs.model.rowCount() == 0


def test_when_the_last_blog_has_gone_the_window_says_what_to_do(filled: Newsroom) -> None:
    window = filled.window()

    window.actions_by_id["archive_blog"].trigger()
    filled.settle()

    said = [label.text() for label in window.pane.empty.findChildren(QLabel) if label.isVisible()]
    assert said[0] == "Welcome to Newsdesk"


def test_a_blog_that_comes_back_says_how_much_is_in_it(filled: Newsroom) -> None:
    window = filled.window()
    before = window.blogs.model.summary(0)

    for action in ("archive_blog", "undo"):
        window.actions_by_id[action].trigger()
        filled.settle()

    assert window.blogs.model.summary(0) == before
    assert window.entries.header.subtitle.text == before


def test_a_long_text_is_shown_from_its_beginning(filled: Newsroom) -> None:
    sheet = details(filled.window())

    sheet.url.take_back("https://example.org/" + "a-long-way-to-the-end/" * 20)

    assert sheet.url.line.cursorPosition() == 0
