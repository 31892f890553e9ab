"""Spelling in the window: which dictionary serves the blog, what is said of it, and adding another."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.desk import dictionaries, writing
from newsdesk.desk.opening import open_desk
from newsdesk.domain.blog import Blog
from newsdesk.domain.markup import paragraphs
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.preferences_sheet.sheet import PreferencesSheet
from tests.ui.conftest import Newsroom
from tests.ui.test_window import trigger


@pytest.fixture(autouse=True)
def _only_what_is_bundled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever dictionaries this machine has, the tests find the American one, and what they add themselves."""
    bundled = dictionaries.dictionary_for("en-US")
    assert bundled is not None
    monkeypatch.setattr(dictionaries, "_folders", lambda: (bundled.path.parent,))
    monkeypatch.setattr("newsdesk.preferences.dictionaries", lambda: tmp_path / "dictionaries")


def opened(newsroom: Newsroom, language: str, text: str) -> MainWindow:
    desk = open_desk(str(newsroom.path), newsroom.preferences)
    blog: Blog = writing.new_blog(desk, "Talks", language=language)
    writing.add_entry(desk, blog, headline="One", body=paragraphs(text))
    desk.store.close()
    window = newsroom.window()
    window.pane.body.moveCursor(QTextCursor.MoveOperation.Start)
    return window


def marked(window: MainWindow, edit: QTextEdit | None = None) -> list[str]:
    """The words that are underlined."""
    block = (edit or window.pane.body).document().firstBlock()
    return [block.text()[wave.start : wave.start + wave.length] for wave in block.layout().formats()]


def sheet_of(window: MainWindow) -> PreferencesSheet:
    window.actions_by_id["preferences"].trigger()
    (sheet,) = window.findChildren(PreferencesSheet)
    assert isinstance(sheet, PreferencesSheet)
    return sheet


def told(sheet: PreferencesSheet) -> str:
    return sheet.dictionary_note.text()


def test_british_words_are_right_in_a_british_blog_and_slips_are_not(newsroom: Newsroom, qtbot: QtBot) -> None:
    window = opened(newsroom, "en-GB", "The centre organised labour and a programme of theatre, presidnet")

    qtbot.waitUntil(lambda: marked(window) == ["presidnet"])

    assert window.status.spelling.text == "No dictionary for British English"
    assert told(sheet_of(window)) == (
        "There is no dictionary for British English here. That for American English is used, with British spellings."
    )


def test_words_of_the_net_and_of_newsrooms_are_right(newsroom: Newsroom, qtbot: QtBot) -> None:
    window = opened(newsroom, "en-GB", "The internet, online: globalisation and decarbonisation, a liveblog, onlyne")

    qtbot.waitUntil(lambda: marked(window) == ["onlyne"])


def test_american_words_are_wrong_in_no_blog_and_british_ones_are_in_an_american(
    newsroom: Newsroom, qtbot: QtBot
) -> None:
    window = opened(newsroom, "en-US", "The center, the centre")

    qtbot.waitUntil(lambda: marked(window) == ["centre"])

    assert window.status.spelling.text == ""
    assert told(sheet_of(window)) == "This blog is in American English; its dictionary is en_US."


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [("ru", "Russian", "Президнт goverment"), ("ar", "Arabic", "وصلل goverment"), ("ja", "Japanese", "政府 goverment")],
)
def test_nothing_is_marked_in_a_language_without_a_dictionary(
    newsroom: Newsroom, qtbot: QtBot, language: str, name: str, text: str
) -> None:
    window = opened(newsroom, language, text)
    qtbot.wait(300)

    assert marked(window) == []
    assert window.status.spelling.text == f"No dictionary for {name}"
    assert told(sheet_of(window)) == f"There is no dictionary for {name} here, so nothing is marked in this blog."


def test_a_dictionary_that_was_taken_away_marks_nothing(
    newsroom: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = dictionaries.Dictionary(tmp_path / "ru.dic", "ru")
    monkeypatch.setattr("newsdesk.ui.body_editor.speller.dictionary_for", lambda *_: gone)

    window = opened(newsroom, "ru", "Президнт")
    qtbot.wait(300)

    assert marked(window) == [] and not window.pane.body.speller.is_ready


def test_a_dictionary_that_is_added_counts_at_once(newsroom: Newsroom, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(newsroom, "ru", "Президент поехл")
    (tmp_path / "ru_RU.dic").write_text("2\nпрезидент\nпоехал\n", "utf-8")
    (tmp_path / "ru_RU.aff").write_text("SET UTF-8\nTRY аехл\n", "utf-8")

    window.desk_work.spelling.take_dictionary(tmp_path / "ru_RU.dic")

    qtbot.waitUntil(lambda: marked(window) == ["поехл"])
    assert window.status.spelling.text == ""
    assert window.pane.body.speller.suggestions("поехл") == ("поехал",)
    assert told(sheet_of(window)) == "This blog is in Russian; its dictionary is ru_RU."


def test_what_is_no_dictionary_is_said_in_a_bar(newsroom: Newsroom, tmp_path: Path) -> None:
    window = opened(newsroom, "ru", "Президент")
    (tmp_path / "notes.txt").write_text("words", "utf-8")

    window.desk_work.spelling.take_dictionary(tmp_path / "notes.txt")

    assert "no spelling dictionary in notes.txt" in window.bars.sentences()[0]


def test_spelling_that_is_off_says_nothing(newsroom: Newsroom) -> None:
    window = opened(newsroom, "ru", "Президент")

    window.settings.change(checks_spelling=False)
    newsroom.settle()

    assert window.status.spelling.text == ""
    assert not sheet_of(window).dictionary_note.isVisible()


def test_the_menu_key_offers_spellings_for_the_word_at_the_caret(newsroom: Newsroom, qtbot: QtBot) -> None:
    window = opened(newsroom, "en-GB", "A colur of the presidnet")
    body = window.pane.body
    qtbot.waitUntil(lambda: marked(window) == ["colur", "presidnet"])
    middle = body.rect().center()

    cursor = body.textCursor()
    cursor.setPosition(4)
    body.setTextCursor(cursor)
    QApplication.sendEvent(body, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, body.mapToGlobal(middle)))

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text() for action in menu.actions()]
    menu.close()
    assert offered[0] == "colour"
    assert {"Add “colur” to &dictionary", "Add a dictionary for British English…"} <= set(offered)


def test_a_slip_in_the_headline_is_marked_and_mended(newsroom: Newsroom, qtbot: QtBot) -> None:
    window = opened(newsroom, "en-GB", "Text")
    headline = window.pane.headline
    window.activateWindow()
    headline.setFocus()
    headline.selectAll()
    QTest.keyClicks(headline, "The Presidnet Speaks")
    qtbot.waitUntil(lambda: marked(window, headline) == ["Presidnet"])
    for _ in range(10):
        QTest.keyClick(headline, Qt.Key.Key_Left)

    QApplication.sendEvent(headline, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()

    newsroom.settle()
    assert newsroom.stored() == ["The President Speaks"]
    assert marked(window, headline) == []


def test_several_of_an_acronym_and_names_of_the_blog_are_right(newsroom: Newsroom, qtbot: QtBot) -> None:
    desk = open_desk(str(newsroom.path), newsroom.preferences)
    blog = writing.new_blog(desk, "Talks with Tokayev", language="en-GB", bylines=("Aigerim Seitova",))
    writing.add_entry(desk, blog, body=paragraphs("MPs and NGOs met Tokayev, Seitova, Nazarbayev"))
    desk.store.close()
    window = newsroom.window()

    qtbot.waitUntil(lambda: marked(window) == ["Nazarbayev"])


def test_a_byline_that_an_entry_is_given_is_a_name_from_then_on(newsroom: Newsroom, qtbot: QtBot) -> None:
    window = opened(newsroom, "en-GB", "Seitova reports")
    qtbot.waitUntil(lambda: marked(window) == ["Seitova"])
    entry = window.pane.entry
    assert entry is not None

    newsroom.live.ask(lambda desk: writing.change(desk, entry, "Edit bylines", bylines=("Aigerim Seitova",)))

    qtbot.waitUntil(lambda: marked(window) == [])


def test_a_word_that_was_added_by_mistake_is_taken_out_again(
    newsroom: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdesk.preferences.folder", lambda: tmp_path)
    (tmp_path / "dictionary.txt").write_text("kurultai\n", "utf-8")
    window = opened(newsroom, "en-GB", "A presidnet at the kurultai")
    qtbot.waitUntil(lambda: marked(window) == ["presidnet"])

    window.pane.body.speller.learn("presidnet")
    qtbot.waitUntil(lambda: marked(window) == [])
    assert window.toast.sentence == "Added “presidnet” to your dictionary"
    window.toast._do(0)

    qtbot.waitUntil(lambda: marked(window) == ["presidnet"])
    assert (tmp_path / "dictionary.txt").read_text("utf-8") == "kurultai\n"


def test_typed_quotes_are_off_until_they_are_wanted(newsroom: Newsroom) -> None:
    window = opened(newsroom, "fr", "x")
    trigger(newsroom, window, "new_entry")
    sheet = sheet_of(window)
    assert not sheet.quotes.isChecked()

    sheet.quotes.click()

    assert window.settings.value.types_quotes
