"""Around the entry that is written: its time, its details, snippets, counts, images, spelling."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.desk import writing
from newsdesk.desk.known_names import used_datelines
from newsdesk.desk.opening import open_desk
from newsdesk.domain.markup import Kind, paragraphs, texts
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import NewsdeskError
from newsdesk.ui import pictures, snippets
from newsdesk.ui.counting import Counting
from newsdesk.ui.entry_pane.completing import complete_names, names_in
from newsdesk.ui.entry_pane.time_field import TimeField
from newsdesk.ui.fields import Field
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.typed_time import TimeReader
from tests.ui.conftest import SAMPLE, Newsroom
from tests.ui.test_window import shown, trigger

HEADLINES = [headline for _, headline in SAMPLE]


def type_time(window: MainWindow, text: str) -> None:
    window.pane.time.field.selectAll()
    QTest.keyClicks(window.pane.time.field, text)
    QTest.keyClick(window.pane.time.field, Qt.Key.Key_Return)


def png() -> bytes:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def test_a_time_out_of_order_offers_its_place_and_moves_nothing_unasked(filled: Newsroom) -> None:
    window = filled.window()

    type_time(window, "0500")
    filled.settle()
    assert shown(window) == HEADLINES
    (offer,) = window.pane.time.offers()
    offer.click()
    filled.settle()

    assert shown(window) == [HEADLINES[1], HEADLINES[0], HEADLINES[2]]
    assert window.pane.time.offers() == []


def test_a_time_that_stands_in_order_offers_nothing(filled: Newsroom) -> None:
    window = filled.window()

    type_time(window, "0550")
    filled.settle()

    assert window.pane.time.offers() == []


def test_clocks_that_are_set_back_offer_both_readings(qtbot: QtBot) -> None:
    reader = TimeReader()
    reader.zone = "Europe/London"
    field = TimeField(reader)
    qtbot.addWidget(field)
    given: list[ShownTime] = []
    field.changed.connect(given.append)
    field.set_time(ShownTime(datetime(2021, 10, 31, 12, tzinfo=UTC), "Europe/London"))

    QTest.keyClicks(field.field, "")
    field.field.setText("31 Oct 2021 01:30")
    field.field.setModified(True)
    field.flush()
    assert "twice" in field.note
    field.offers()[0].click()

    assert {time.clock.hour for time in given} == {0, 1}
    assert field.offers() == []


def test_bylines_labels_note_and_embargo_are_stored_and_undone(filled: Newsroom) -> None:
    window = filled.window()
    details = window.pane.details
    assert not details.is_open

    trigger(filled, window, "entry_details")
    QTest.keyClicks(details.bylines.line, "Ann,  Bo Berg, Ann")
    QTest.keyClicks(details.labels.line, "sea")
    QTest.keyClicks(details.embargo.line, "0600")
    QTest.keyClicks(details.note.line, "ask the port")
    details.flush()
    filled.settle()

    entry = window.entries.model.entry(0)
    assert entry is not None
    assert (entry.bylines, entry.labels, entry.note) == (("Ann", "Bo Berg"), ("sea",), "ask the port")
    assert entry.embargo == datetime(2022, 1, 6, 6, tzinfo=UTC)
    details.set_open(False)
    assert "Ann, Bo Berg · sea · not before" in details.toggle.text()
    trigger(filled, window, "undo")
    assert details.note.text == ""


def test_an_embargo_that_is_no_time_stays_with_a_note(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "entry_details")

    QTest.keyClicks(window.pane.details.embargo.line, "soon")
    window.pane.details.flush()
    filled.settle()

    assert window.pane.details.embargo.text == "soon"
    assert "soon" in window.pane.details.embargo.note


def test_names_stand_between_commas() -> None:
    assert names_in(" Ann , ,Bo  Berg,Ann") == ("Ann", "Bo Berg")
    assert names_in("") == ()


def test_a_name_is_taken_from_the_list_by_enter_and_the_list_closes(qtbot: QtBot) -> None:
    field = Field("Bylines")
    qtbot.addWidget(field)
    complete_names(field.line, ["Ann Berg", "Bo Lind"])
    given: list[str] = []
    field.given.connect(given.append)
    field.show()
    field.activateWindow()
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    QTest.keyClicks(field.line, "Bo Lind, a")
    completer = field.line.completer()
    names = completer.popup() if completer else None
    assert names is not None
    qtbot.waitUntil(names.isVisible)

    QTest.keyClick(names, Qt.Key.Key_Down)
    QTest.keyClick(names, Qt.Key.Key_Return)

    field.flush()
    assert given == ["Bo Lind, Ann Berg"]
    assert not names.isVisible()


def test_a_note_is_stored_at_a_pause_and_a_comma_after_a_name_stays(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    details = window.pane.details
    details.set_open(True)

    QTest.keyClicks(details.note.line, "Ask the desk")
    QTest.keyClicks(details.bylines.line, "Ann, ")
    qtbot.waitUntil(lambda: window.pane.visit is not None and window.pane.visit.stored.bylines == ("Ann",))
    filled.settle()

    assert window.pane.entry is not None
    assert window.pane.entry.note == "Ask the desk"
    assert details.bylines.text == "Ann, "


def test_a_snippet_becomes_its_text_at_a_space(filled: Newsroom) -> None:
    window = filled.window()
    window.desk_work.preferring._settings.change(snippets={"mos": "MOSCOW (Reuters) - ", "gov": "the government"})
    trigger(filled, window, "new_entry")

    QTest.keyClicks(window.pane.body, "mos Calm gov said almost")
    window.pane.flush()
    filled.settle()

    assert texts(window.pane.body.body()) == ("MOSCOW (Reuters) - Calm the government said almost",)


def test_a_dateline_that_the_blog_uses_is_completed_by_tab(filled: Newsroom) -> None:
    window = filled.window()
    window.activateWindow()
    trigger(filled, window, "new_entry")
    window.pane.body.setFocus()
    QTest.keyClicks(window.pane.body, "mos")
    filled.settle()
    window.drafting.datelines.know(["MOSCOW (Sputnik) - ", "MOSUL (AP) — "])

    QTest.keyClicks(window.pane.body, "u")
    assert window.drafting.datelines.offered() == "MOSUL (AP) — "
    QTest.keyClick(window.pane.body, Qt.Key.Key_Backspace)
    window.drafting.datelines.hint.show()
    QTest.keyClick(window.pane.body, Qt.Key.Key_Tab)
    QTest.keyClicks(window.pane.body, "Calm returned.")
    window.pane.flush()
    filled.settle()

    assert texts(window.pane.body.body()) == ("MOSCOW (Sputnik) - Calm returned.",)


def test_a_dateline_that_was_just_written_serves_the_next_entry(filled: Newsroom) -> None:
    window = filled.window()
    window.activateWindow()
    for text in ("ALMATY (Sputnik) - Calm returned.", "al"):
        trigger(filled, window, "new_entry")
        window.pane.body.setFocus()
        QTest.keyClicks(window.pane.headline, "x")
        QTest.keyClicks(window.pane.body, text)
        window.pane.flush()
        filled.settle()

    assert window.drafting.datelines.offered() == "ALMATY (Sputnik) - "


def test_a_clock_in_a_new_entry_is_the_one_nearest_to_now_and_not_ahead(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "new_entry")
    later = datetime.now(UTC) + timedelta(hours=2)

    type_time(window, later.strftime("%H%M"))
    filled.settle()

    entry = window.pane.entry
    assert entry is not None and entry.time.moment == later.replace(second=0, microsecond=0) - timedelta(days=1)
    type_time(window, "0541")  # somebody has chosen the day by now
    assert window.pane.entry is not None
    assert window.pane.entry.time.local.date() == entry.time.local.date()


def test_the_day_above_the_list_follows_the_time_of_the_entry_at_the_top(filled: Newsroom) -> None:
    window = filled.window()
    assert window.entries.day == "Thursday, 6 January 2022"

    type_time(window, "7 Jan 2022 05:41")
    filled.settle()

    assert window.entries.day == "Friday, 7 January 2022"


def test_the_datelines_of_a_blog_are_found_in_its_texts(filled: Newsroom) -> None:
    desk = open_desk(str(filled.path), filled.preferences)
    blog = desk.store.blogs()[0]
    for text in ("MOSCOW (Sputnik) - One & all.", "ALMATY (AP) — Two.", "MOSCOW (Sputnik) - Three.", "He (Bob) - no."):
        writing.add_entry(desk, blog, headline="x", body=paragraphs(text))

    found = used_datelines(desk, blog.id)

    desk.store.close()
    assert found == ["MOSCOW (Sputnik) - ", "ALMATY (AP) — "]


def test_snippets_are_written_one_a_line() -> None:
    found = {"mos": "MOSCOW (Reuters) - ", "a=b": "x"}

    assert snippets.from_lines("mos = MOSCOW (Reuters) - \n\ngov=the government") == {
        "mos": "MOSCOW (Reuters) - ", "gov": "the government",
    }  # fmt: skip
    assert snippets.to_lines(found).startswith("mos = MOSCOW (Reuters) - \n")
    for wrong in ("mos", "= x", "two words = x", "mos ="):
        with pytest.raises(NewsdeskError, match="nothing was changed"):
            snippets.from_lines(wrong)


def test_counts_follow_every_change_and_agree_with_the_whole(qtbot: QtBot) -> None:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    said: list[str] = []
    counting = Counting(edit, said.append)

    def whole() -> tuple[int, int]:
        blocks = edit.toPlainText().split("\n")
        return sum(len(block.split()) for block in blocks), sum(map(len, blocks))

    QTest.keyClicks(edit, "Two words")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "and three more")
    assert (counting.words, counting.characters) == whole() == (5, 23)
    edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert (counting.words, counting.characters) == whole()
    edit.selectAll()
    QTest.keyClicks(edit, "x")
    assert (counting.words, counting.characters) == (1, 1)
    edit.setPlainText("a b\nc\n\nd e f")
    assert (counting.words, counting.characters) == whole()
    edit.clear()
    qtbot.waitUntil(lambda: said[-1:] == [""])


def test_an_undo_takes_the_writer_to_the_field_and_the_place_of_the_change(filled: Newsroom) -> None:
    window = filled.window()
    window.activateWindow()
    window.pane.headline.setFocus()
    cursor = window.pane.headline.textCursor()
    cursor.setPosition(len("Police "))
    window.pane.headline.setTextCursor(cursor)
    QTest.keyClicks(window.pane.headline, "now ")
    window.pane.body.setFocus()
    filled.settle()

    trigger(filled, window, "undo")
    assert window.pane.headline.hasFocus()
    assert window.pane.headline.textCursor().position() == len("Police ")
    window.pane.body.setFocus()
    trigger(filled, window, "redo")
    QTest.keyClicks(window.pane.headline, "still ")

    assert window.pane.headline.text() == "Police now still report an assault"


def test_an_image_is_kept_once_and_shown(filled: Newsroom) -> None:
    window = filled.window()

    for _ in range(2):
        window.pane.body.image_offered.emit(png(), "image/png", "map.png")
        filled.settle()
    window.pane.flush()
    filled.settle()

    images = [block for block in window.pane.body.body() if block.kind is Kind.IMAGE]
    assert len(images) == 2 and images[0].url == images[1].url
    assert images[0].url.startswith("attachment:")


def test_an_image_is_pasted_as_any_program_gives_it(filled: Newsroom) -> None:
    window = filled.window()
    mime = QMimeData()
    mime.setImageData(QImage.fromData(QByteArray(png())))

    window.pane.body.insertFromMimeData(mime)
    filled.settle()

    assert [block.kind for block in window.pane.body.body()].count(Kind.IMAGE) == 1


def test_an_image_that_is_dropped_beside_the_text_comes_into_it(filled: Newsroom, tmp_path: Path) -> None:
    window = filled.window()
    file = tmp_path / "smoke.png"
    file.write_bytes(png())

    window.files.import_paths([file])
    filled.settle()

    assert [block.kind for block in window.pane.body.body()] == [Kind.PARAGRAPH, Kind.IMAGE]


def test_an_image_is_fetched_from_the_store_after_a_restart(filled: Newsroom) -> None:
    window = filled.window()
    window.pane.body.image_offered.emit(png(), "image/png", "map.png")
    filled.settle()
    (url,) = [block.url for block in window.pane.body.body() if block.kind is Kind.IMAGE]

    again = filled.window().drafting.pictures
    again._image(url)
    filled.settle()
    image = again._image(url)

    assert image is not None and (image.width(), image.height()) == (40, 30)


def test_an_image_that_is_too_large_or_none_is_refused_with_a_sentence(
    filled: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = filled.window()

    window.pane.body.image_offered.emit(b"no image", "image/png", "map.png")
    assert "no image" in window.bars.sentences()[0]
    monkeypatch.setattr(pictures, "LARGEST", 10)
    window.pane.body.image_offered.emit(png(), "image/png", "map.png")

    assert "Make it smaller first" in window.bars.sentences()[0]
    assert all(block.kind is not Kind.IMAGE for block in window.pane.body.body())


def test_quotes_become_typographic_on_request_and_one_undo_takes_it_back(filled: Newsroom) -> None:
    window = filled.window()
    trigger(filled, window, "new_entry")
    QTest.keyClicks(window.pane.body, 'He said "no".')
    trigger(filled, window, "typographic_quotes")
    assert texts(window.pane.body.body()) == ("He said “no”.",)

    trigger(filled, window, "undo")

    assert texts(window.pane.body.body()) == ('He said "no".',)


def test_a_word_that_is_added_to_the_dictionary_is_kept_in_a_file(
    filled: Newsroom, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr("newsdesk.preferences.folder", lambda: tmp_path)
    window = filled.window()

    window.pane.body.word_learned.emit("Kazmunai")

    assert (tmp_path / "dictionary.txt").read_text("utf-8") == "Kazmunai\n"  # type: ignore[operator]


def test_a_byline_that_was_just_given_can_be_filtered_by(filled: Newsroom) -> None:
    window = filled.window()
    window.pane.details.ask()
    QTest.keyClicks(window.pane.details.bylines.line, "Ada Byron")
    window.pane.flush()
    filled.settle()

    trigger(filled, window, "filter_entries")
    filled.settle()

    below = [action.menu() for action in window.entries.filter.menu().actions() if action.text() == "Byline"]
    assert [[name.text() for name in menu.actions()] for menu in below if isinstance(menu, QMenu)] == [["Ada Byron"]]
