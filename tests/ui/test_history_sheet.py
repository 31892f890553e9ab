"""The history of an entry and of a blog, as one reads it."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from newsdesk.desk import writing
from newsdesk.desk.opening import open_desk
from newsdesk.domain.markup import paragraphs, texts
from newsdesk.ui import look
from newsdesk.ui.history.sheet import HistorySheet
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom


def opened(newsroom: Newsroom) -> tuple[MainWindow, HistorySheet]:
    """A window with the history of an entry whose text was changed."""
    desk = open_desk(str(newsroom.path), newsroom.preferences)
    (blog,) = desk.store.blogs()
    entry = desk.store.entries_of(blog.id)[0]
    writing.change(desk, entry, "Edit text", body=paragraphs("Text of six."))
    desk.store.close()
    window = newsroom.window()
    window.actions_by_id["history"].trigger()
    newsroom.settle()
    (sheet,) = window.findChildren(HistorySheet)
    return window, sheet


def test_visits_stand_with_what_was_done_by_whom(filled: Newsroom) -> None:
    _, sheet = opened(filled)

    told = [(item.upper, item.lower) for item in sheet.list.rows.items]

    assert told == [("Edit text", "By Ann"), ("New entry", "By Ann")]


def test_what_was_removed_is_struck_and_what_was_added_underlined(filled: Newsroom) -> None:
    _, sheet = opened(filled)
    cursor = QTextCursor(sheet.view.document())
    looks = {}

    for text in ("05:41", "six"):
        found = sheet.view.document().find(text, cursor)
        looks[text] = (found.charFormat().fontStrikeOut(), found.charFormat().fontUnderline())

    assert sheet.view.lines() == ["text: Text of [-05:41-]{+six+}."]
    assert looks == {"05:41": (True, False), "six": (False, True)}


def test_the_colours_follow_the_palette(filled: Newsroom) -> None:
    _, sheet = opened(filled)
    before = QApplication.palette()

    try:
        QApplication.setPalette(look.to_palette(look.dark()))
        QApplication.processEvents()
        struck = sheet.view.document().find("05:41").charFormat().background().color()
    finally:
        QApplication.setPalette(before)

    assert struck == look.dark().error


def test_an_earlier_version_comes_back_as_an_edit_that_undo_takes_back(filled: Newsroom) -> None:
    window, sheet = opened(filled)
    sheet.list.setCurrentIndex(sheet.list.rows.index(1))

    sheet.button.click()
    filled.settle()

    entry = window.pane.entry
    assert entry is not None
    restored = texts(entry.body)
    window.actions_by_id["undo"].trigger()
    filled.settle()
    assert not sheet.isVisible()
    assert restored == ("Text of 05:41.",)
    assert texts(window.pane.body.body()) == ("Text of six.",)


def test_everything_in_a_blog_is_told_session_by_session(filled: Newsroom) -> None:
    _, sheet = opened(filled)

    sheet.scope.set_chosen("all")
    sheet.scope.chosen.emit("all")
    filled.settle()

    assert [item.upper for item in sheet.list.rows.items] == ["Edit text", *["New entry"] * 3, "New blog"]
    assert "05:41 Police report an assault" in sheet.view.toPlainText()
    sheet.list.setCurrentIndex(sheet.list.rows.index(4))
    filled.settle()
    assert "The blog: A day in the city" in sheet.view.toPlainText()


def test_the_blogs_own_fields_have_a_history(filled: Newsroom) -> None:
    window, sheet = opened(filled)
    blog = window.blogs.current
    assert blog is not None
    filled.live.ask(lambda desk: writing.change(desk, blog, "Rename blog", headline="A night in the city"))
    sheet.scope.set_chosen("head")
    sheet.scope.chosen.emit("head")
    filled.settle()

    assert [item.upper for item in sheet.list.rows.items] == ["Rename blog", "New blog"]
    assert sheet.view.lines() == ["headline: A [-day -]{+night +}in the city"]
