"""Printing a blog."""

import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.desk import printing, writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.entry import State
from newsdesk.domain.markup import paragraphs
from newsdesk.errors import NewsdeskError
from newsdesk.ui import look
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.print_preview import PrintPreview, print_sheet
from tests.ui.conftest import Newsroom, fill


def previews(window: QWidget) -> list[PrintPreview]:
    return window.findChildren(PrintPreview)


def test_all_words_are_on_the_pages_in_order(desk: Desk, tmp_path: Path, qapp: object) -> None:
    blog = fill(desk, State.PUBLISHED)
    writing.add_entry(desk, blog, headline="Only a draft", body=paragraphs("Secret."))
    made = printing.for_print(desk, blog.id)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))

    assert list(print_sheet(made.sheet, printer)) == [1]

    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "out.pdf").pages)
    wanted = ["A day in the city", "Police report an assault", "Text of 05:41.", "Troops leave", "Banks suspend"]
    assert [text.find(words) >= 0 for words in wanted] == [True] * 5
    assert sorted(text.find(words) for words in wanted) == [text.find(words) for words in wanted]
    assert "Secret" not in text
    assert "draft" in made.left_out


def test_the_pages_are_shown_before_they_are_printed(filled: Newsroom, qtbot: QtBot) -> None:
    window: MainWindow = filled.window()

    window.actions_by_id["mark_published"].trigger()
    window.actions_by_id["print_blog"].trigger()
    filled.settle()

    (preview,) = previews(window)
    assert preview.isVisible()
    assert preview.header.title.text == "A day in the city"
    qtbot.waitUntil(lambda: preview.header.subtitle.text == "1 page")
    assert preview.place.text == "Page 1 of 1"
    preview.close()


def test_pages_are_turned_and_made_larger_by_keys_and_buttons_with_names(desk: Desk, qtbot: QtBot) -> None:
    blog = fill(desk, State.PUBLISHED)
    for _ in range(60):
        writing.add_entry(desk, blog, headline="Talks go on", state=State.PUBLISHED)
    preview = PrintPreview(printing.for_print(desk, blog.id).sheet, "Left out: 1 draft.")
    qtbot.addWidget(preview)
    preview.show()
    qtbot.waitUntil(lambda: "pages ·" in preview.header.subtitle.text)
    size = preview.pages.zoom

    assert preview.header.subtitle.text.endswith("pages · Left out: 1 draft.")
    assert not preview.before.isEnabled()
    preview.after.click()
    assert preview.place.text.startswith("Page 2 of ")
    QTest.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.place.text.startswith("Page 1 of ")
    preview.larger.click()
    assert preview.pages.zoom > size
    assert preview.size_said.text == f"{preview.pages.zoom:.0%}"
    assert [button.accessibleName() or button.text() for button in preview.findChildren(QAbstractButton)] == [
        "Page before", "Next page", "Smaller", "Larger", "Whole page", "Page width", "Print…",
    ]  # fmt: skip


def test_pages_are_black_on_white_in_a_dark_window(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.palette()
    qapp.setPalette(look.to_palette(look.dark()))
    preview = PrintPreview(printing.for_print(desk, fill(desk, State.PUBLISHED).id).sheet, "")
    qtbot.addWidget(preview)
    preview.show()
    qtbot.waitUntil(lambda: preview.pages.count == 1)
    preview.pages.fit_width()
    preview.pages.verticalScrollBar().setValue(0)

    picture = preview.pages.grab().toImage()
    title = picture.copy(picture.width() // 8, 20, picture.width() // 3, 110)  # of the page, with nothing else

    shades = {title.pixelColor(x, y).lightness() for x in range(title.width()) for y in range(title.height())}
    assert min(shades) < 20
    qapp.setPalette(before)


def test_printing_asks_for_the_printer_and_prints(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    preview = PrintPreview(printing.for_print(desk, fill(desk, State.PUBLISHED).id).sheet, "")
    preview.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview.printer.setOutputFileName(str(tmp_path / "out.pdf"))
    preview.show()

    preview.printing.click()
    (asked,) = preview.findChildren(QPrintDialog)
    with qtbot.waitSignal(preview.finished):
        asked.done(QPrintDialog.DialogCode.Accepted)

    assert len(PdfReader(tmp_path / "out.pdf").pages) == 1


def test_a_printer_that_cannot_be_opened_is_said_and_another_can_be_chosen(desk: Desk, qtbot: QtBot) -> None:
    preview = PrintPreview(printing.for_print(desk, fill(desk, State.PUBLISHED).id).sheet, "")
    qtbot.addWidget(preview)
    preview.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview.printer.setOutputFileName("/nowhere/at/all/out.pdf")
    preview.show()

    preview.printing.click()
    (asked,) = preview.findChildren(QPrintDialog)
    asked.done(QPrintDialog.DialogCode.Accepted)

    qtbot.waitUntil(lambda: preview.header.subtitle.text.startswith("Nothing was printed"))
    assert preview.printing.isEnabled()
    assert preview.isVisible()


def test_a_refusal_stays_to_be_read_when_the_last_page_is_set_after_it(desk: Desk, qtbot: QtBot) -> None:
    preview = PrintPreview(printing.for_print(desk, fill(desk, State.PUBLISHED).id).sheet, "")
    qtbot.addWidget(preview)

    preview._refuse(NewsdeskError("Nothing was printed."))
    qtbot.waitUntil(lambda: preview.pages.count > 0 and preview._is_set)

    assert preview.header.subtitle.text == "Nothing was printed."


def test_the_window_is_no_larger_than_the_screen(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(720, 450))

    preview = PrintPreview(printing.for_print(desk, fill(desk, State.PUBLISHED).id).sheet, "")
    qtbot.addWidget(preview)

    assert preview.width() <= 720
    assert preview.height() < 450


def test_pages_are_set_while_the_window_answers_and_esc_ends_that(desk: Desk, qtbot: QtBot) -> None:
    blog = fill(desk, State.PUBLISHED)
    made = printing.for_print(desk, blog.id)
    long = replace(made.sheet, parts=[f"<p>{'word ' * 3_000}</p>"] * 200)
    preview = PrintPreview(long, "")
    before = time.monotonic()

    preview.show()
    assert time.monotonic() - before < 1
    qtbot.waitUntil(lambda: preview.pages.count > 0)
    assert preview.header.subtitle.text.startswith("Setting the pages… ")
    assert preview.place.text.startswith("Page 1 of ")
    with qtbot.waitSignal(preview.finished):
        QTest.keyClick(preview, Qt.Key.Key_Escape)

    assert not [thread for thread in threading.enumerate() if thread.name == "paper"]


def test_a_blog_without_anything_to_print_says_so(newsroom: Newsroom) -> None:
    window = newsroom.window()
    for action in ("new_blog", "new_entry", "print_blog"):
        window.actions_by_id[action].trigger()
        newsroom.settle()

    assert "draft" in window.bars.sentences()[0]
    assert previews(window) == []
