"""The window as one uses it, on a real store, with keys and mouse as Qt sends them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.desk.opening import glance_into, read_first
from newsdesk.domain.entry import State
from newsdesk.domain.markup import texts
from newsdesk.errors import StoreError
from newsdesk.store.store import Store
from newsdesk.ui import restoring
from newsdesk.ui.entry_list import dragging
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.typed_time import TimeReader
from tests.ui.conftest import SAMPLE, Newsroom

HEADLINES = [headline for _, headline in SAMPLE]


def shown(window: MainWindow) -> list[str]:
    model = window.entries.model
    entries = [model.entry(row) for row in range(model.rowCount())]
    return [entry.headline if entry else "?" for entry in entries]


def trigger(newsroom: Newsroom, window: MainWindow, id: str) -> None:
    window.actions_by_id[id].trigger()
    newsroom.settle()


def editor(window: MainWindow) -> QLineEdit:
    found = window.entries.view.viewport().findChildren(QLineEdit)
    assert found
    return found[-1]


def test_a_window_shows_the_blog_and_its_first_entry(filled: Newsroom) -> None:
    window = filled.window()

    assert shown(window) == HEADLINES
    assert window.pane.headline.text() == HEADLINES[0]
    assert texts(window.pane.body.body()) == ("Text of 05:41.",)
    assert window.windowTitle() == "A day in the city — Newsdesk"


def test_an_empty_store_says_what_to_do_and_the_sample_opens(newsroom: Newsroom) -> None:
    window = newsroom.window()
    assert window.pane.empty.isVisible()

    window.files.open_sample()
    newsroom.settle_beside()

    assert len(shown(window)) == 9
    assert not window.pane.empty.isVisible()


def test_what_is_typed_in_the_headline_is_stored_within_a_second(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()

    QTest.keyClicks(window.pane.headline, " now")
    qtbot.waitUntil(lambda: filled.stored()[0] == "Police report an assault now", timeout=1_500)
    filled.settle()

    assert window.status.saved.text.startswith("Saved ")


def test_leaving_an_entry_stores_what_was_typed_in_it(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()

    QTest.keyClicks(window.pane.body, "Typed. ")
    window.entries.view.choose(1)
    filled.settle()
    window.entries.view.choose(0)
    filled.settle()

    assert texts(window.pane.body.body()) == ("Typed. Text of 05:41.",)


def test_a_new_entry_stands_on_top_with_the_caret_in_its_headline(filled: Newsroom) -> None:
    window = filled.window()

    trigger(filled, window, "new_entry")

    assert shown(window) == ["", *HEADLINES]
    assert window.pane.entry is not None and window.pane.entry.state is State.DRAFT
    assert window.windowTitle() == "A day in the city — 1 draft — Newsdesk"
    assert window.pane.headline.hasFocus() or not window.isActiveWindow()


def test_the_first_entry_of_all_brings_a_blog_with_it(newsroom: Newsroom) -> None:
    window = newsroom.window()

    trigger(newsroom, window, "new_entry")

    assert shown(window) == [""]
    assert window.pane.entry is not None
    assert window.blogs.current is not None


def test_the_headline_is_edited_in_the_list(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.entries.view.choose(1)

    trigger(filled, window, "edit_headline")
    QTest.keyClicks(editor(window), "Soldiers have left")
    QTest.keyClick(editor(window), Qt.Key.Key_Return)
    filled.settle()

    assert filled.stored()[1] == "Soldiers have left"
    assert window.pane.headline.text() == "Soldiers have left"


def test_the_time_is_edited_in_the_list_and_the_entry_stays_where_it_is(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()

    trigger(filled, window, "edit_time")
    QTest.keyClicks(editor(window), "0430")
    QTest.keyClick(editor(window), Qt.Key.Key_Return)
    filled.settle()

    entry = window.entries.model.entry(0)
    assert entry and str(entry.time) == "04:30 GMT 06.01.2022"
    assert window.pane.time.field.text() == "04:30 GMT 06.01.2022"


def test_a_time_that_means_nothing_stays_in_its_field_with_a_note(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()

    window.pane.time.field.selectAll()
    QTest.keyClicks(window.pane.time.field, "soonish")
    QTest.keyClick(window.pane.time.field, Qt.Key.Key_Return)
    filled.settle()

    assert window.pane.time.field.text() == "soonish"
    assert "soonish" in window.pane.time.note
    assert window.pane.entry and str(window.pane.entry.time) == "05:41 GMT 06.01.2022"


def test_deleting_asks_nothing_and_the_toast_takes_it_back(filled: Newsroom) -> None:
    window = filled.window()
    window.entries.view.choose(1)

    trigger(filled, window, "delete_entries")
    assert shown(window) == [HEADLINES[0], HEADLINES[2]]
    assert "Troops leave" in window.toast.sentence
    assert window.entries.view.selected_rows() == [1]
    window.toast._do(0)
    filled.settle()

    assert shown(window) == HEADLINES
    assert window.pane.headline.text() == HEADLINES[1]


def test_undo_names_what_it_takes_back_and_goes_there(filled: Newsroom) -> None:
    window = filled.window()
    window.entries.view.choose(2)
    trigger(filled, window, "mark_draft")
    window.entries.view.choose(0)
    assert window.actions_by_id["undo"].text() == "&Undo mark as draft"

    trigger(filled, window, "undo")

    assert window.pane.headline.text() == HEADLINES[2]
    assert window.actions_by_id["redo"].text() == "&Redo mark as draft"


def test_a_window_furnished_after_its_first_picture_knows_what_to_undo_and_what_is_open(
    filled: Newsroom, qtbot: QtBot
) -> None:
    trigger(filled, filled.window(), "mark_draft")
    seen = glance_into(str(filled.path))
    assert seen
    window = MainWindow(filled.live, filled.signals, TimeReader(), is_furnished=False)
    qtbot.addWidget(window)
    window.show_glance(seen, {}, seen.entries[1].id, 0)
    window.show()

    window.furnish()
    filled.live.ask(read_first, then=window.show_first)
    filled.settle()

    assert window.actions_by_id["undo"].text() == "&Undo mark as draft"
    assert window.pane.headline.text() == HEADLINES[1]
    assert shown(window) == HEADLINES


def test_undo_takes_back_typing_in_the_text_and_leaves_the_rest_of_it(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    QTest.keyClicks(window.pane.body, "Typed. ")

    trigger(filled, window, "undo")

    assert texts(window.pane.body.body()) == ("Text of 05:41.",)


def test_keys_typed_while_an_undo_is_on_its_way_come_after_it(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.pane.headline.setFocus()
    QTest.keyClicks(window.pane.headline, " one")

    window.actions_by_id["undo"].trigger()
    QTest.keyClicks(window.pane.headline, " two")
    assert window.pane.headline.text() == "Police report an assault one"
    filled.settle()

    assert window.pane.headline.text() == "Police report an assault two"


def test_several_entries_move_together_by_key(filled: Newsroom) -> None:
    window = filled.window()
    view = window.entries.view
    view.choose(1)
    view.selectionModel().select(
        window.entries.model.index(2, 0), view.selectionModel().SelectionFlag.Select
    )

    trigger(filled, window, "move_up")

    assert shown(window) == [HEADLINES[1], HEADLINES[2], HEADLINES[0]]
    assert view.selected_rows() == [0, 1]


def drop(window: MainWindow, mime: QMimeData, y: int) -> None:
    action, button, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.entries.view.dropEvent(QDropEvent(QPointF(80, y), action, mime, button, none))


@pytest.mark.parametrize(
    ("rows", "gap", "after"),
    [([2], 0, [2, 0, 1]), ([0], 3, [1, 2, 0]), ([0, 1], 3, [2, 0, 1]), ([0, 2], 1, [0, 2, 1]), ([1], 1, [0, 1, 2])],
)
def test_entries_land_in_the_gap_they_are_dropped_into(
    filled: Newsroom, rows: list[int], gap: int, after: list[int]
) -> None:
    window = filled.window()
    view, model = window.entries.view, window.entries.model
    view.clearSelection()
    for row in rows:
        view.selectionModel().select(model.index(row, 0), view.selectionModel().SelectionFlag.Select)
    height = view.rowHeight(0)

    drop(window, dragging.to_mime([model.key(row).id for row in rows]), gap * height + (2 if gap < 3 else -2))
    filled.settle()

    assert shown(window) == [HEADLINES[row] for row in after]


def test_a_dropped_file_is_imported_and_one_undo_takes_it_away(newsroom: Newsroom, tmp_path: Path) -> None:
    window = newsroom.window()
    file = tmp_path / "blog.txt"
    file.write_text("Storm\n05:41 GMT 06.01.2022\nBridge closed\n", "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])

    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(80, 200), action, mime, button, none))
    newsroom.settle_beside()
    assert shown(window) == []
    assert window.files.importing.sheet is not None
    window.files.importing.sheet.accept.click()
    newsroom.settle_beside()
    assert shown(window) == ["Bridge closed"]
    trigger(newsroom, window, "undo")

    assert window.blogs.model.rowCount() == 0
    trigger(newsroom, window, "redo")
    assert shown(window) == ["Bridge closed"]


def test_a_file_that_cannot_be_read_is_told_in_a_bar(newsroom: Newsroom, tmp_path: Path) -> None:
    window = newsroom.window()

    window.files.import_paths([tmp_path / "nothing.txt"])
    newsroom.settle_beside()

    assert len(window.bars.sentences()) == 1 and "nothing.txt" in window.bars.sentences()[0]


@pytest.mark.parametrize("to", ["text", "html"])
def test_the_open_blog_is_exported_with_what_was_just_typed(
    filled: Newsroom, tmp_path: Path, to: str, qtbot: QtBot
) -> None:
    window = filled.window()
    QTest.keyClicks(window.pane.headline, " just now")
    target = tmp_path / f"out.{to}"

    window.pane.flush()
    window.files.export_to(to, target)
    filled.settle()

    assert "Police report an assault just now" in target.read_text("utf-8")
    assert "Exported" in window.toast.sentence


def test_a_full_disk_is_a_bar_that_stays_until_the_words_are_stored(
    filled: Newsroom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreError("The disk is full; this change is not saved yet.")

    window = filled.window()
    with_room = Store.apply
    monkeypatch.setattr(Store, "apply", refuse)
    QTest.keyClicks(window.pane.headline, ", kept")
    window.entries.view.choose(1)
    filled.settle()
    assert window.bars.sentences() == ["The disk is full; this change is not saved yet."]
    window.entries.view.choose(0)
    assert window.pane.headline.text() == "Police report an assault, kept"

    monkeypatch.setattr(Store, "apply", with_room)
    trigger(filled, window, "save_now")
    filled.settle()

    assert filled.stored()[0] == "Police report an assault, kept"
    assert window.bars.sentences() == []


def test_everything_is_found_again_as_it_was_left(filled: Newsroom, tmp_path: Path, qtbot: QtBot) -> None:
    window = filled.window()
    window.entries.view.choose(2)
    window.set_widths([170, 270, 340])
    cursor = window.pane.body.textCursor()
    cursor.setPosition(5)
    window.pane.body.setTextCursor(cursor)

    left = restoring.remember(window)
    again = filled.window()
    restoring.restore_shape(again, left)
    again.entries.view.choose(2)
    filled.settle()
    restoring.restore_caret(again, left)

    assert again.splitter.sizes() == window.splitter.sizes()
    assert left["entry"] == again.entries.model.key(2).id
    assert again.pane.body.textCursor().position() == 5


def test_the_preview_is_found_again_and_widens_no_other_pane(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.resize(1400, 700)
    window.set_widths([200, 300, 898])
    trigger(filled, window, "preview_pane")
    window.set_widths([200, 300, 500, 397])

    left = restoring.remember(window)
    again = filled.window()
    again.resize(1400, 700)
    again.set_widths(left["panes"])
    restoring.restore_preview(again, left)
    filled.settle()

    assert again.splitter.sizes() == window.splitter.sizes()
    assert again.actions_by_id["preview_pane"].isChecked()
    qtbot.waitUntil(lambda: bool(again.desk_work.preview.pane.page.entries))


def test_a_state_button_says_the_state_in_words(filled: Newsroom) -> None:
    window = filled.window()

    trigger(filled, window, "mark_withdrawn")

    assert window.pane.state.text() == "Withdrawn"
    assert window.pane.state.accessibleName() == "State: Withdrawn"


def test_f6_walks_the_panes(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.blogs.view.setFocus()

    walked = []
    for _ in range(3):
        trigger(filled, window, "next_pane")
        walked.append(QApplication.focusWidget())

    assert walked == [window.entries.view, window.pane.body, window.blogs.view]


def test_no_window_but_the_one_is_ever_shown(filled: Newsroom, qapp: QApplication) -> None:
    """A layout shows what is put into it before it stands in a window: for a moment that is a window of its own."""
    shown: list[QObject] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(watched)
            return False

    watcher = Watcher()
    qapp.installEventFilter(watcher)
    window = filled.window()
    for id in ("preflight", "ledger", "releases", "shelves", "history", "preflight_rules", "preview_pane"):
        trigger(filled, window, id)
    qapp.removeEventFilter(watcher)

    assert shown == [window]


def test_f6_walks_into_the_panels_that_are_open_too(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.resize(1400, 700)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    trigger(filled, window, "preview_pane")
    trigger(filled, window, "preflight")
    window.pane.body.setFocus()

    walked = []
    for _ in range(3):
        trigger(filled, window, "next_pane")
        walked.append(window.focusWidget())
    trigger(filled, window, "previous_pane")

    panel = window.desk_work.preflight.panel
    assert walked == [window.desk_work.preview.pane.page, panel.place, window.blogs.view]
    assert window.focusWidget() is panel.place
    QTest.keyClick(panel.place, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_what_is_chosen_of_the_view_stays_marked_when_the_look_changes(filled: Newsroom) -> None:
    window = filled.window()
    window.resize(1400, 700)
    trigger(filled, window, "preview_pane")
    trigger(filled, window, "view_newest")

    trigger(filled, window, "theme_dark")

    marked = {id for id, action in window.actions_by_id.items() if action.isChecked()}
    assert marked == {"preview_pane", "view_newest", "theme_dark"}


def test_every_control_has_a_name(filled: Newsroom) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTextEdit

    window = filled.window()
    controls = [
        control
        for kind in (QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit)
        for control in window.findChildren(kind)
        if control.isVisible() and control.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]

    assert [control for control in controls if not (control.accessibleName() or getattr(control, "text", str)())] == []


def test_a_refused_store_has_a_way_out(newsroom: Newsroom, qtbot: QtBot) -> None:
    newsroom.path.mkdir()
    tries: list[Callable[[], object]] = []
    window = MainWindow(newsroom.live, newsroom.signals, TimeReader())
    qtbot.addWidget(window)
    newsroom.signals.refused.connect(lambda error: window.say_refused(error, lambda: tries.append(newsroom.live.start)))

    with qtbot.waitSignal(newsroom.signals.refused):
        newsroom.live.start()

    assert "is a folder" in window.bars.sentences()[0]
    assert window.close()
