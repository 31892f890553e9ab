"""The export sheet: what is chosen, a look at it, and what comes of it."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from newsdesk.desk import previewing, writing
from newsdesk.desk.live import LiveDesk
from newsdesk.desk.opening import open_desk
from newsdesk.domain.entry import State
from newsdesk.domain.markup import Block, Kind
from newsdesk.errors import NewsdeskError
from newsdesk.preferences import Preferences
from newsdesk.ui import look, sending_commands
from newsdesk.ui.controls import Ground
from newsdesk.ui.exporting.sheet import ExportSheet
from newsdesk.ui.main_window import MainWindow
from tests.formats.blogs import png
from tests.ui.conftest import Newsroom


def opened(newsroom: Newsroom, qtbot: QtBot) -> tuple[MainWindow, ExportSheet]:
    window = newsroom.window()
    window.actions_by_id["export_blog"].trigger()
    sheet = window.desk_work.sending.sheet
    seen(sheet, qtbot, "")
    return window, sheet


def seen(sheet: ExportSheet, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: bool(text := sheet.looking.browser.toPlainText()) and words in text)


def chosen_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))


def releases(newsroom: Newsroom) -> list[str]:
    desk = open_desk(str(newsroom.path), Preferences(desk="reader"))
    found = [release.format for blog in desk.store.blogs() for release in desk.store.past.releases(blog.id)]
    desk.store.close()
    return found


def test_the_sheet_shows_what_will_go_out_and_what_stays_and_why(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.actions_by_id["new_entry"].trigger()
    filled.settle()
    window.actions_by_id["export_blog"].trigger()
    sheet = window.desk_work.sending.sheet

    seen(sheet, qtbot, "Troops leave the square")

    assert sheet.looking.count.text() == "3 entries"
    assert "1 draft" in sheet.looking.left_out.text()


def test_the_look_follows_what_is_chosen(filled: Newsroom, qtbot: QtBot) -> None:
    _, sheet = opened(filled, qtbot)

    sheet.choices.formats["html"].click()
    sheet.choices.formats["text"].click()

    seen(sheet, qtbot, "05:09 GMT 06.01.2022\nTroops leave the square")


def ground(sheet: ExportSheet) -> str:
    return sheet.looking.browser.viewport().palette().color(QPalette.ColorRole.Base).name()


def letters(sheet: ExportSheet, words: str) -> QTextCharFormat:
    return sheet.looking.browser.document().find(words).charFormat()


def test_a_page_is_seen_in_the_colours_and_letters_of_its_theme(filled: Newsroom, qtbot: QtBot) -> None:
    _, sheet = opened(filled, qtbot)
    theme = sheet.choices.theme

    theme.setCurrentIndex(theme.findData("broadsheet"))
    theme.activated.emit(theme.currentIndex())
    qtbot.waitUntil(lambda: ground(sheet) == "#faf6ee")
    assert letters(sheet, "Troops leave").foreground().color().name() == "#1c1814"
    headline = sheet.looking.browser.document().find("Troops leave")
    assert headline.blockFormat().alignment() & Qt.AlignmentFlag.AlignHCenter

    before = QGuiApplication.palette()
    QGuiApplication.setPalette(look.to_palette(look.dark()))
    qtbot.waitUntil(lambda: ground(sheet) == "#17140f")
    QGuiApplication.setPalette(before)
    qtbot.waitUntil(lambda: ground(sheet) == "#faf6ee")

    sheet.choices.formats["html"].click()
    sheet.choices.formats["markdown"].click()
    seen(sheet, qtbot, "## Troops leave")
    assert ground(sheet) == look.light().page.name()


def test_a_wide_image_has_room_in_the_look(filled: Newsroom, qtbot: QtBot) -> None:
    desk = open_desk(str(filled.path), Preferences(desk="second"))
    image = Block(kind=Kind.IMAGE, url=desk.store.add_attachment(png(1200, 400), "image/png"), alt="A quay")
    writing.add_entry(desk, desk.store.blogs()[0], headline="Wide", body=(image,), state=State.READY)
    desk.store.close()

    _, sheet = opened(filled, qtbot)
    seen(sheet, qtbot, "Wide")

    page = sheet.looking.browser
    assert page.document().size().width() <= page.viewport().width()


def test_a_pdf_is_seen_as_on_paper(filled: Newsroom, qtbot: QtBot) -> None:
    _, sheet = opened(filled, qtbot)

    sheet.choices.formats["html"].click()
    sheet.choices.formats["pdf"].click()

    qtbot.waitUntil(lambda: letters(sheet, "Troops leave").fontFamilies() == ["Newsdesk Serif"])
    assert letters(sheet, "Troops leave").foreground().color().name() == "#000000"


def test_a_hairline_stands_only_where_something_follows(filled: Newsroom, qtbot: QtBot) -> None:
    _, sheet = opened(filled, qtbot)
    lines = [line for line in sheet.choices.findChildren(Ground) if line.height() == 1]
    assert [line.isVisible() for line in lines] == [True, True]

    sheet.choices.formats["pdf"].click()
    sheet.choices.formats["html"].click()

    assert [line.isVisible() for line in lines] == [True, False]


def test_of_many_that_stay_some_are_named_and_the_others_counted(filled: Newsroom, qtbot: QtBot) -> None:
    desk = open_desk(str(filled.path), Preferences(desk="second"))
    for number in range(6):
        writing.add_entry(desk, desk.store.blogs()[0], headline=f"Draft {number}")
    desk.store.close()

    _, sheet = opened(filled, qtbot)

    qtbot.waitUntil(lambda: "6 drafts" in sheet.looking.left_out.text())
    assert sheet.looking.left_out.text().count("draft\n") == 4
    assert sheet.looking.left_out.text().endswith("\nand 2 more")

    sheet.looking.resize(sheet.looking.width(), 300)
    assert sheet.looking.left_out.text() == "Left out: 6 drafts."


def test_without_a_format_nothing_can_be_exported(filled: Newsroom, qtbot: QtBot) -> None:
    _, sheet = opened(filled, qtbot)

    sheet.choices.formats["html"].click()

    seen(sheet, qtbot, "at least one format")
    assert not sheet.export_button.isEnabled()


def test_one_format_goes_into_the_file_that_was_named(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, sheet = opened(filled, qtbot)
    chosen_file(monkeypatch, tmp_path / "day.html")

    sheet.export_button.click()

    qtbot.waitUntil(lambda: "day.html" in sheet.told.text)
    assert "Troops leave the square" in (tmp_path / "day.html").read_text("utf-8")
    assert sheet.open_button.isVisible() and sheet.folder_button.isVisible()
    assert releases(filled) == ["html"]


def test_several_formats_go_into_a_folder_and_once_more_by_one_key(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, sheet = opened(filled, qtbot)
    sheet.choices.formats["text"].click()
    sheet.choices.order.setCurrentIndex(sheet.choices.order.findData("oldest"))
    folder = tmp_path / "out"
    folder.mkdir()
    chosen_file(monkeypatch, folder)
    sheet.export_button.click()
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 2)
    qtbot.waitUntil(sheet.folder_button.isVisible)
    sheet.close_sheet()
    for file in folder.iterdir():
        file.unlink()

    window.actions_by_id["repeat_export"].trigger()

    qtbot.waitUntil(lambda: "Exported" in window.toast.sentence)
    text = next(folder.glob("*.txt")).read_text("utf-8")
    assert text.index("Banks suspend work") < text.index("Police report an assault")
    assert sorted(releases(filled)) == ["html", "html", "text", "text"]


def test_the_selection_goes_out_alone(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = filled.window()
    window.entries.view.select_ids([window.entries.model.key(row).id for row in (0, 1)])
    window.actions_by_id["export_blog"].trigger()
    sheet = window.desk_work.sending.sheet
    sheet.choices.part.set_chosen("selection")
    sheet.choices.changed.emit()
    qtbot.waitUntil(lambda: sheet.looking.count.text() == "2 entries")
    chosen_file(monkeypatch, tmp_path / "two.html")

    sheet.export_button.click()

    qtbot.waitUntil((tmp_path / "two.html").exists)
    assert "Banks suspend work" not in (tmp_path / "two.html").read_text("utf-8")


@pytest.mark.parametrize(("form", "wanted"), [("text", "05:09 GMT 06.01.2022"), ("html", "<article")])
def test_a_copy_goes_to_the_clipboard_and_is_no_release(
    filled: Newsroom, qtbot: QtBot, form: str, wanted: str
) -> None:
    window, sheet = opened(filled, qtbot)

    window.desk_work.sending.copy_export(sheet.choices.asked, form)

    qtbot.waitUntil(lambda: wanted in QGuiApplication.clipboard().text())
    assert releases(filled) == []


def test_a_blog_as_it_stood_then_and_until_a_time(filled: Newsroom, qtbot: QtBot) -> None:
    _, sheet = opened(filled, qtbot)

    sheet.choices.until.line.setText("05:00")
    sheet.choices.changed.emit()

    qtbot.waitUntil(lambda: sheet.looking.count.text() == "1 entry")


def test_a_time_that_is_not_understood_is_said_and_nothing_exported(filled: Newsroom, qtbot: QtBot) -> None:
    _, sheet = opened(filled, qtbot)

    sheet.choices.until.line.setText("soonish")
    sheet.choices.changed.emit()

    seen(sheet, qtbot, "soonish")
    assert not sheet.export_button.isEnabled()


def test_an_export_can_be_stopped(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, sheet = opened(filled, qtbot)
    chosen_file(monkeypatch, tmp_path / "day.html")

    sheet.export_button.click()
    sheet.stop_button.click()

    qtbot.waitUntil(lambda: "stopped" in sheet.told.text)
    assert not (tmp_path / "day.html").exists()


def test_a_file_that_cannot_be_written_is_said_in_the_sheet(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, sheet = opened(filled, qtbot)
    chosen_file(monkeypatch, tmp_path / "nowhere" / "day.html")

    sheet.export_button.click()

    qtbot.waitUntil(lambda: "could not be written" in sheet.told.text)
    assert sheet.export_button.isEnabled()


def test_only_what_was_published_goes_out_where_the_preferences_say_so(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path
) -> None:
    window = filled.window()
    window.settings.change(published_only=True)

    window.files.export_to("text", tmp_path / "day.txt")
    filled.settle()
    window.actions_by_id["export_blog"].trigger()
    sheet = window.desk_work.sending.sheet
    seen(sheet, qtbot, "nothing to export")

    assert not (tmp_path / "day.txt").exists()
    assert not sheet.choices.holding.isEnabled()


def test_the_true_page_is_opened_from_a_private_file(
    filled: Newsroom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = filled.window()
    shown: list[Path] = []
    monkeypatch.setattr(sending_commands, "_open", shown.append)

    window.actions_by_id["open_in_browser"].trigger()

    qtbot.waitUntil(lambda: bool(shown))
    assert "Troops leave the square" in shown[0].read_text("utf-8")
    assert shown[0].parent.stat().st_mode & 0o077 == 0
    assert releases(filled) == []


def test_long_reading_at_a_desk_beside_keeps_no_edit_waiting(filled: Newsroom, qtbot: QtBot) -> None:
    filled.window()
    beside: LiveDesk = filled.live.beside()
    beside.start()
    is_read = Event()
    held: list[bool] = []
    refused: list[NewsdeskError] = []

    def hold(_: object) -> bool:
        is_read.wait(5)
        return True

    beside.ask(hold, then=held.append, failed=refused.append)
    filled.settle()

    assert held == []
    is_read.set()
    qtbot.waitUntil(lambda: held == [True])


def test_preflight_is_counted_and_leads_to_its_panel(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    window.live.ask(lambda desk: writing.add_entry(desk, desk.store.blogs()[0], state=State.READY))
    filled.settle()
    window.actions_by_id["export_blog"].trigger()
    sheet = window.desk_work.sending.sheet
    qtbot.waitUntil(lambda: bool(sheet.looking.findings.text()))
    assert sheet.looking.findings.text().startswith("Preflight: 1 error")

    sheet.looking.findings.click()
    filled.settle()

    assert not sheet.isVisible()
    assert window.desk_work.preflight.panel.isVisible()


def test_a_release_is_shown_as_it_was(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, sheet = opened(filled, qtbot)
    chosen_file(monkeypatch, tmp_path / "day.html")
    sheet.export_button.click()
    qtbot.waitUntil(sheet.open_button.isVisible)
    sheet.close_sheet()
    window.live.ask(lambda desk: writing.change(
        desk, desk.store.entries_of(desk.store.blogs()[0].id)[0], "Edit headline", headline="Another one"
    ))
    filled.settle()
    window.actions_by_id["export_blog"].trigger()
    qtbot.waitUntil(lambda: sheet.choices.as_of.count() == 3)
    seen(sheet, qtbot, "Another one")

    sheet.choices.as_of.setCurrentIndex(2)
    sheet.choices.changed.emit()

    seen(sheet, qtbot, "Police report an assault")
    assert "Another one" not in sheet.looking.browser.toPlainText()


def own_themes(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    monkeypatch.setattr("newsdesk.preferences.data_folder", lambda: folder)
    monkeypatch.setattr(sending_commands, "_open", lambda _: None)
    return folder / "themes"


def test_a_copy_of_a_theme_is_made_in_the_users_folder_and_chosen(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    themes = own_themes(monkeypatch, tmp_path)
    window, sheet = opened(filled, qtbot)

    sheet.choices.theme_copy.click()

    assert sheet.choices.asked.profile.theme == "my-standard"
    assert sorted(file.name for file in (themes / "my-standard").iterdir()) == [
        "manifest.json", "page.html", "style.css",
    ]
    sheet.close_sheet()
    window.actions_by_id["copy_theme"].trigger()
    assert (themes / "my-standard-2").is_dir()
    exports = window.desk_work.sending._settings.value.exports
    assert [kept["theme"] for kept in exports.values()] == ["my-standard-2"]


def test_what_is_wrong_in_a_theme_is_said_beside_the_last_picture(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    themes = own_themes(monkeypatch, tmp_path)
    _, sheet = opened(filled, qtbot)
    sheet.choices.theme_copy.click()
    qtbot.waitUntil(sheet.export_button.isEnabled)
    page = themes / "my-standard" / "page.html"
    working = page.read_text("utf-8")
    page.write_text("<p>\n{{ nosuchthing }}", "utf-8")

    sheet.choices.changed.emit()

    qtbot.waitUntil(lambda: "page.html, line 2" in sheet.looking.problem.text())
    assert not sheet.export_button.isEnabled()
    assert "Troops leave the square" in sheet.looking.browser.toPlainText()
    page.write_text(working, "utf-8")
    sheet.choices.changed.emit()
    qtbot.waitUntil(lambda: not sheet.looking.problem.isVisible())
    assert sheet.export_button.isEnabled()


def test_an_archive_can_take_the_history_along(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, sheet = opened(filled, qtbot)
    sheet.choices.formats["html"].click()
    assert not sheet.choices.archived.isVisible()
    sheet.choices.formats["archive"].click()
    sheet.choices.history.click()
    chosen_file(monkeypatch, tmp_path / "day.newsdesk")
    qtbot.waitUntil(sheet.export_button.isEnabled)

    sheet.export_button.click()

    qtbot.waitUntil(lambda: "day.newsdesk" in sheet.told.text)
    assert b"revisions.jsonl" in (tmp_path / "day.newsdesk").read_bytes()


def test_the_look_is_shown_where_there_is_room_for_it_and_the_choices_come_first(
    filled: Newsroom, qtbot: QtBot
) -> None:
    window = filled.window()
    window.resize(1280, 860)
    window.actions_by_id["export_blog"].trigger()
    sheet = window.desk_work.sending.sheet
    filled.settle()

    assert sheet.looking.isVisible()
    sheet.choices.setMinimumWidth(640)
    window.resize(780, 600)
    filled.settle()
    assert not sheet.looking.isVisible()
    assert sheet.choices.visibleRegion().boundingRect().width() >= 640
    window.resize(1280, 860)
    filled.settle()
    assert sheet.looking.isVisible()


def test_an_export_waits_for_no_preflight(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_over = Event()
    monkeypatch.setattr(previewing, "weighed", lambda *_: dict.fromkeys("", is_over.wait(5)))
    _, sheet = opened(filled, qtbot)
    chosen_file(monkeypatch, tmp_path / "day.html")

    sheet.export_button.click()
    qtbot.waitUntil((tmp_path / "day.html").exists)

    assert not is_over.is_set()
    is_over.set()


def test_ctrl_enter_exports_from_a_field_too(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, sheet = opened(filled, qtbot)
    chosen_file(monkeypatch, tmp_path / "day.html")
    sheet.choices.until.line.setFocus()
    QTest.keyClicks(sheet.choices.until.line, "05:20")

    QTest.keyClick(sheet.choices.until.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil((tmp_path / "day.html").exists)
    assert "Police report" not in (tmp_path / "day.html").read_text("utf-8")


def test_what_was_refused_is_not_said_any_more_once_a_format_is_chosen(filled: Newsroom, qtbot: QtBot) -> None:
    _, sheet = opened(filled, qtbot)
    sheet.choices.formats["html"].click()
    seen(sheet, qtbot, "at least one format")

    sheet.choices.formats["text"].click()

    assert sheet.looking.browser.toPlainText() == ""
    seen(sheet, qtbot, "Troops leave")


def test_an_export_waits_for_no_look_at_it(
    filled: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, sheet = opened(filled, qtbot)
    chosen_file(monkeypatch, tmp_path / "day.txt")
    sheet.choices.formats["html"].click()
    seen(sheet, qtbot, "at least one format")

    sheet.choices.formats["text"].click()
    sheet.export_button.click()

    qtbot.waitUntil((tmp_path / "day.txt").exists)
