"""The introduction above the list: read at a glance, and the way to where it is written."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.desk import writing
from newsdesk.domain.markup import paragraphs
from newsdesk.ui.blog_details.sheet import BlogDetails
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom


def introduce(newsroom: Newsroom, window: MainWindow, *texts: str) -> None:
    blog = window.blogs.current
    assert blog is not None
    newsroom.live.ask(
        lambda desk: writing.change(desk, blog, "Edit introduction", introduction=paragraphs(*texts))
    )
    newsroom.settle()


def test_it_invites_to_write_one_and_leads_there(filled: Newsroom) -> None:
    window = filled.window()
    standfirst = window.entries.standfirst
    assert standfirst.shown == "Add an introduction"

    QTest.mouseClick(standfirst, Qt.MouseButton.LeftButton)
    (sheet,) = window.findChildren(BlogDetails)
    QTest.keyClicks(sheet.introduction, "What is known so far.")
    sheet.close_sheet()
    filled.settle()

    assert standfirst.shown == "What is known so far."


def test_it_takes_two_lines_at_the_most(filled: Newsroom) -> None:
    window = filled.window()
    standfirst = window.entries.standfirst

    introduce(filled, window, "Short.")
    short = standfirst.height()
    introduce(filled, window, "A long introduction, word after word, line after line.", "It goes on and on. " * 20)

    assert standfirst.lines(standfirst.width())[1].endswith("…")
    assert standfirst.height() == short + standfirst.fontMetrics().height()


def test_without_a_blog_it_is_not_there(newsroom: Newsroom) -> None:
    assert not newsroom.window().entries.standfirst.isVisible()


def test_in_a_low_window_it_takes_one_line(filled: Newsroom) -> None:
    window = filled.window()
    introduce(filled, window, "A long introduction, word after word, line after line. " * 9)

    window.resize(720, 440)

    assert len(window.entries.standfirst.lines(240)) == 1
    assert window.minimumSizeHint().height() <= 440
