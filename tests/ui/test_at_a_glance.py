"""What the window tells at a glance: marks and what they mean, the blogs, what was stored, where the keys are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from newsdesk.desk import writing
from newsdesk.desk.opening import open_desk
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry
from newsdesk.ui.entry_list import sentences
from newsdesk.ui.entry_list.painting import icon_names, mark_at
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom
from tests.ui.test_window import trigger


def first(window: MainWindow) -> Entry:
    entry = window.entries.model.entry(0)
    assert entry is not None
    return entry


def said(window: MainWindow) -> str:
    index = window.entries.model.index(0, 0)
    return str(window.entries.model.data(index, Qt.ItemDataRole.AccessibleTextRole))


def test_an_embargo_is_marked_until_it_has_passed(filled: Newsroom) -> None:
    window = filled.window()
    id, later = first(window).id, datetime.now(UTC) + timedelta(hours=1)

    filled.live.ask(lambda desk: writing.set_embargo(desk, [id], later))
    filled.settle()

    assert "under embargo" in said(window)
    assert sentences.of_mark("embargo", first(window)).startswith("Under embargo until ")
    assert not sentences.is_held(replace(first(window), embargo=later - timedelta(hours=2)))


def test_every_mark_of_a_row_is_found_under_the_mouse_with_its_meaning(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "toggle_pin")
    trigger(filled, window, "toggle_key")
    delegate, option = window.entries.view.delegate, QStyleOptionViewItem()
    option.rect = window.entries.view.visualRect(window.entries.model.index(0, 0))
    names = icon_names(delegate._shown(0, option))
    places = delegate.measures.row_in(option.rect, Qt.LayoutDirection.LeftToRight, len(names))

    def at(point: QPoint) -> str:
        return mark_at(places, names, Qt.LayoutDirection.LeftToRight, point)

    assert at(places.marks.topLeft() + QPoint(4, 4)) == "pin-full"
    assert at(places.marks.topRight() + QPoint(-6, 4)) == "key-event-full"
    assert at(places.dot.center()) == "state"
    assert at(places.headline.topLeft()) == ""
    assert [sentences.of_mark(name, first(window)) for name in (*names, "state")] == ["Pinned", "Key event", "Ready"]


def test_a_blog_that_comes_back_has_its_entries_counted(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "archive_blog")

    window.toast._do(0)
    filled.settle()

    assert window.blogs.model.summary(0) == "3 entries"


def test_a_blog_comes_in_where_it_will_stand_at_the_next_start(filled: Newsroom) -> None:
    window = filled.window()
    other = open_desk(str(filled.path), filled.preferences)
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    blog = replace(writing.new_blog(other, "Another"), id="old", last_changed=long_ago, created=long_ago)
    filled.live.ask(lambda desk: desk.do(Edit.of("Import", after=[blog])))
    filled.settle()

    shown = [window.blogs.model.blog(row).id for row in range(3)]

    assert shown == [it.id for it in other.store.blogs()]
    assert shown[-1] == "old"
    other.store.close()


def test_closing_says_which_it_will_do_and_the_blog_says_that_it_is_closed(filled: Newsroom) -> None:
    window = filled.window()
    action = window.actions_by_id["close_blog"]
    assert action.text() == "&Close the blog"

    trigger(filled, window, "close_blog")

    assert action.text() == "Re&open the blog"
    assert window.blogs.model.summary(0) == "3 entries · closed"


def test_the_foot_says_when_a_move_was_stored(filled: Newsroom) -> None:
    window = filled.window()
    window.settings.change(desk=filled.preferences.desk)

    trigger(filled, window, "move_down")

    assert window.status.saved.text.startswith("Saved ")


def test_hiding_the_pane_that_has_the_keys_gives_them_to_the_text(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.activateWindow()
    window.entries.view.setFocus()
    qtbot.waitUntil(window.entries.view.hasFocus)

    trigger(filled, window, "toggle_entries")

    assert window.pane.body.hasFocus()


def test_esc_on_the_buttons_of_the_filter_closes_it_too(filled: Newsroom) -> None:
    window = filled.window()
    window.entries.filter.ask()

    QTest.keyClick(window.entries.filter.more, Qt.Key.Key_Escape)

    assert not window.entries.filter.isVisible()


def test_what_is_typed_while_a_new_blog_is_on_its_way_is_its_headline(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.activateWindow()
    window.entries.view.setFocus()
    qtbot.waitUntil(window.entries.view.hasFocus)

    window.actions_by_id["new_blog"].trigger()
    QTest.keyClicks(window.entries.view, "Election")
    filled.settle()
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, " night")
    QTest.keyClick(line, Qt.Key.Key_Return)
    filled.settle()

    assert window.blogs.current is not None
    assert window.blogs.current.headline == "Election night"
