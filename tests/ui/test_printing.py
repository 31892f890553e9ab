"""Printing a blog."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from newsdesk.desk import printing, writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.entry import State
from newsdesk.domain.markup import paragraphs
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.print_preview import print_sheet
from tests.ui.conftest import Newsroom, fill


def previews(window: QWidget) -> list[QPrintPreviewDialog]:
    return window.findChildren(QPrintPreviewDialog)


def test_all_words_are_on_the_pages_in_order(desk: Desk, tmp_path: Path, qapp: object) -> None:
    blog = fill(desk, State.PUBLISHED)
    writing.add_entry(desk, blog, headline="Only a draft", body=paragraphs("Secret."))
    made = printing.for_print(desk, blog.id)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))

    print_sheet(made.sheet, printer)

    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "out.pdf").pages)
    wanted = ["A day in the city", "Police report an assault", "Text of 05:41.", "Troops leave", "Banks suspend"]
    assert [text.find(words) >= 0 for words in wanted] == [True] * 5
    assert sorted(text.find(words) for words in wanted) == [text.find(words) for words in wanted]
    assert "Secret" not in text
    assert "draft" in made.left_out


def test_the_pages_are_shown_before_they_are_printed(filled: Newsroom) -> None:
    window: MainWindow = filled.window()

    window.actions_by_id["mark_published"].trigger()
    window.actions_by_id["print_blog"].trigger()
    filled.settle()

    (preview,) = previews(window)
    assert preview.isVisible()
    preview.close()


def test_a_blog_without_anything_to_print_says_so(newsroom: Newsroom) -> None:
    window = newsroom.window()
    for action in ("new_blog", "new_entry", "print_blog"):
        window.actions_by_id[action].trigger()
        newsroom.settle()

    assert "draft" in window.bars.sentences()[0]
    assert previews(window) == []
