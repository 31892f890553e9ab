"""Spelling, links, cards, the format bar, and what is pasted or dropped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from newsdesk.domain.html import read_html, to_html
from newsdesk.domain.markup import Block, Kind, Span, paragraphs
from newsdesk.ui import look
from newsdesk.ui.body_editor import BodyEditor, Step
from newsdesk.ui.body_editor.drop_mark import DropMark
from newsdesk.ui.body_editor.format_bar import FormatBar
from newsdesk.ui.body_editor.popover import Popover
from newsdesk.ui.body_editor.popovers import card_popover
from newsdesk.ui.body_editor.spelling_menu import add_suggestions
from newsdesk.ui.controls import IconButton, TextButton

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[BodyEditor]:
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.resize(800, 500)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    yield editor


@pytest.fixture
def steps(editor: BodyEditor) -> list[Step]:
    taken: list[Step] = []
    editor.stepped.connect(taken.append)
    return taken


@pytest.fixture
def spelling(editor: BodyEditor, qtbot: QtBot) -> BodyEditor:
    """The editor with the English dictionary read."""
    editor.set_spelling("en", ["Tokayev"])
    editor.set_body(paragraphs("start"))
    qtbot.waitUntil(lambda: editor.speller.is_ready)
    return editor


def put_caret(editor: BodyEditor, place: int, anchor: int | None = None) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(place if anchor is None else anchor)
    cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def underlined(editor: BodyEditor) -> list[str]:
    """The words with a wave under them."""
    found = []
    block = editor.document().begin()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        for mark in block.layout().formats():
            found.append(text[2 * mark.start : 2 * (mark.start + mark.length)].decode("utf-16-le"))
        block = block.next()
    return found


def click(editor: BodyEditor, place: int, modifiers: Qt.KeyboardModifier) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(place)
    point = editor.cursorRect(cursor).center()
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, modifiers, point)


def test_wrong_words_are_underlined_and_names_are_not(spelling: BodyEditor) -> None:
    spelling.set_body(paragraphs("😀 Presidnet Tokayev’s NATO meeting at www.exmaple.org 5th", "Алматы seh said"))

    assert underlined(spelling) == ["Presidnet", "seh"]


def test_a_word_is_judged_when_it_is_finished(spelling: BodyEditor) -> None:
    spelling.set_body(())

    QTest.keyClicks(spelling, "presidne")
    assert underlined(spelling) == []
    QTest.keyClicks(spelling, " ")
    assert underlined(spelling) == ["presidne"]
    QTest.keyClicks(spelling, "seh")
    QTest.keyClick(spelling, Qt.Key.Key_Home)
    assert underlined(spelling) == ["presidne", "seh"]


def test_an_undo_can_take_the_paragraph_with_the_unfinished_word(spelling: BodyEditor) -> None:
    spelling.set_body(paragraphs("one"))
    put_caret(spelling, 3)
    QTest.keyClick(spelling, Qt.Key.Key_Return)
    QTest.keyClicks(spelling, "seh")
    spelling.flush()

    spelling.follow(paragraphs("one"), take_caret=True)
    QTest.keyClick(spelling, Qt.Key.Key_Home)

    assert underlined(spelling) == []
    assert spelling.body() == paragraphs("one")


def test_a_suggestion_replaces_the_word_as_one_step(spelling: BodyEditor, steps: list[Step]) -> None:
    spelling.set_body(paragraphs("the presidnet said"))
    cursor = spelling.textCursor()
    cursor.setPosition(6)
    menu = QMenu()

    add_suggestions(menu, cursor, spelling.speller, spelling.replace_word)
    menu.actions()[0].trigger()

    assert spelling.body() == paragraphs("the president said")
    assert [(step.title, step.after) for step in steps] == [("Spelling", paragraphs("the president said"))]
    assert spelling.textCursor().position() == len("the president")


def test_a_word_that_is_added_is_right_from_then_on(spelling: BodyEditor, qtbot: QtBot) -> None:
    spelling.set_body(paragraphs("a kurultai, Kurultai"))
    menu, learned = QMenu(), list[str]()
    spelling.word_learned.connect(learned.append)
    cursor = spelling.textCursor()
    cursor.setPosition(4)

    add_suggestions(menu, cursor, spelling.speller, spelling.replace_word)
    next(action for action in menu.actions() if "Add" in action.text()).trigger()

    qtbot.waitUntil(lambda: underlined(spelling) == [])
    assert learned == ["kurultai"]


def test_spelling_follows_the_language(spelling: BodyEditor, qtbot: QtBot) -> None:
    spelling.set_body(paragraphs("seh"))
    assert underlined(spelling) == ["seh"]

    spelling.set_spelling("")

    qtbot.waitUntil(lambda: underlined(spelling) == [])


def test_a_link_opens_by_ctrl_and_click_and_only_if_it_is_one(editor: BodyEditor) -> None:
    opened: list[str] = []
    editor.link_activated.connect(opened.append)
    editor.set_body(read_html('<p><a href="https://example.org/a">link</a> <a href="javascript:x">evil</a></p>'))

    click(editor, 2, Qt.KeyboardModifier.NoModifier)
    click(editor, 2, CTRL)
    click(editor, 7, CTRL)

    assert opened == ["https://example.org/a"]


def test_ctrl_k_links_the_selection(editor: BodyEditor, steps: list[Step]) -> None:
    editor.set_body(paragraphs("see the page now"))
    put_caret(editor, 12, anchor=8)

    QTest.keyClick(editor, Qt.Key.Key_K, CTRL)
    popover = editor.findChild(Popover)
    assert popover is not None
    address, text = popover.findChildren(QLineEdit)
    assert text.text() == "page"
    QTest.keyClicks(address, "not an address")
    QTest.keyClick(address, Qt.Key.Key_Return)
    assert popover.isVisible()
    assert steps == []
    address.setText("example.org/page")
    QTest.keyClick(address, Qt.Key.Key_Return)

    assert not popover.isVisible()
    assert [(step.title, to_html(step.after)) for step in steps] == [
        ("Link", '<p>see the <a href="https://example.org/page">page</a> now</p>')
    ]


def test_a_link_is_changed_or_taken_away_from_anywhere_in_it(editor: BodyEditor) -> None:
    editor.set_body(read_html('<p>a <a href="https://example.org/a">very <em>long</em> link</a>!</p>'))
    put_caret(editor, 5)

    editor.apply("link")
    popover = editor.findChild(Popover)
    assert popover is not None
    assert [line.text() for line in popover.findChildren(QLineEdit)] == ["https://example.org/a", "very long link"]
    next(button for button in popover.findChildren(TextButton) if button.text() == "Remove link").click()

    assert to_html(editor.body()) == "<p>a very <em>long</em> link!</p>"


def test_an_address_without_a_text_is_its_own_text(editor: BodyEditor) -> None:
    editor.set_body(paragraphs("see "))
    put_caret(editor, 4)

    editor.apply("link")
    popover = editor.findChild(Popover)
    assert popover is not None
    address = popover.findChildren(QLineEdit)[0]
    QTest.keyClicks(address, "example.org/page")
    QTest.keyClick(address, Qt.Key.Key_Return)

    assert to_html(editor.body()) == '<p>see <a href="https://example.org/page">example.org/page</a></p>'


@pytest.mark.parametrize(
    ("typed", "card"),
    [
        ('<blockquote><p>Closed</p> <a href="https://post.example/7">2 March</a></blockquote><script>x()</script>',
         Block(kind=Kind.EMBED, url="https://post.example/7", spans=(Span("Closed 2 March"),))),
        ("post.example/7", Block(kind=Kind.EMBED, url="https://post.example/7")),
        ("<script src=x></script>", None),
    ],
)  # fmt: skip
def test_an_embed_is_asked_for_by_its_address_or_its_code(
    editor: BodyEditor, typed: str, card: Block | None
) -> None:
    found: list[Block] = []
    popover = card_popover(editor, Block(kind=Kind.EMBED), found.append)
    popover.show()
    address = popover.findChildren(QLineEdit)[0]

    address.setText(typed)
    QTest.keyClick(address, Qt.Key.Key_Return)

    assert found == ([card] if card else [])
    assert popover.isVisible() == (card is None)
    popover.close()


def test_a_new_link_can_bring_its_text(editor: BodyEditor) -> None:
    editor.set_body(paragraphs("see "))
    put_caret(editor, 4)

    editor.set_link("https://example.org", "the page")

    assert to_html(editor.body()) == '<p>see <a href="https://example.org">the page</a></p>'


def test_the_bar_comes_with_a_selection_and_goes_with_typing(editor: BodyEditor, qtbot: QtBot) -> None:
    editor.set_body(read_html("<p>one <strong>two</strong> three</p>"))
    bar = editor.findChild(FormatBar)
    assert bar is not None
    buttons = {button.accessibleName(): button for button in bar.findChildren(IconButton)}

    put_caret(editor, 7, anchor=4)
    qtbot.waitUntil(bar.isVisible)
    assert buttons["Bold"].isChecked()
    buttons["Italic"].click()
    QTest.keyClick(editor, Qt.Key.Key_X)

    assert not bar.isVisible()
    assert to_html(editor.body()) == "<p>one <strong><em>x</em></strong> three</p>"


def test_the_bar_goes_with_scrolling(editor: BodyEditor, qtbot: QtBot) -> None:
    editor.set_body(paragraphs(*["word"] * 60))
    bar = editor.findChild(FormatBar)
    assert bar is not None
    put_caret(editor, 3, anchor=0)
    qtbot.waitUntil(bar.isVisible)

    editor.verticalScrollBar().setValue(100)

    assert not bar.isVisible()


def test_an_image_stands_under_its_paragraph_and_the_caret_under_it(editor: BodyEditor, steps: list[Step]) -> None:
    editor.set_body(paragraphs("one", "two"))
    put_caret(editor, 1)

    editor.insert_image("attachment:0a", "Smoke", "On Thursday", "A. Photographer")
    QTest.keyClicks(editor, "x")

    image = Block(
        kind=Kind.IMAGE, url="attachment:0a", alt="Smoke", credit="A. Photographer", spans=(Span("On Thursday"),)
    )
    assert editor.body() == (*paragraphs("one"), image, *paragraphs("xtwo"))
    assert steps[0].title == "Insert image"


def test_text_typed_at_a_card_gets_a_paragraph_of_its_own(editor: BodyEditor) -> None:
    editor.insert_embed("https://example.org/v", "Video")
    embed = editor.body()[0]
    put_caret(editor, 1)
    QTest.keyClicks(editor, "b")
    put_caret(editor, 0)
    QTest.keyClicks(editor, "a")

    assert editor.body() == (*paragraphs("a"), embed, *paragraphs("b"))


@pytest.mark.parametrize(
    ("place", "key", "left"),
    [
        (4, Qt.Key.Key_Backspace, "a card c"),  # before the card: the caret goes up
        (5, Qt.Key.Key_Backspace, "a c"),  # behind it: it goes
        (4, Qt.Key.Key_Delete, "a c"),
        (3, Qt.Key.Key_Delete, "a card c"),
        (6, Qt.Key.Key_Backspace, "a card c"),  # the paragraph under it does not join it
    ],
)
def test_deleting_beside_a_card_never_joins_it_with_text(
    editor: BodyEditor, place: int, key: Qt.Key, left: str
) -> None:
    card = Block(kind=Kind.EMBED, url="https://example.org/v")
    editor.set_body((*paragraphs("aaa"), card, *paragraphs("ccc")))
    put_caret(editor, place)

    QTest.keyClick(editor, key)

    names = {"aaa": "a", "ccc": "c", "": "card"}
    assert " ".join(names[block.text] for block in editor.body()) == left


def test_an_empty_paragraph_beside_a_card_goes_by_backspace(editor: BodyEditor) -> None:
    card = Block(kind=Kind.EMBED, url="https://example.org/v")
    editor.set_body((card, *paragraphs("c")))
    put_caret(editor, 1)
    QTest.keyClick(editor, Qt.Key.Key_Return)

    QTest.keyClick(editor, Qt.Key.Key_Backspace)

    assert editor.document().blockCount() == 2
    assert editor.body() == (card, *paragraphs("c"))


def test_the_details_of_an_image_are_changed_where_it_stands(editor: BodyEditor, steps: list[Step]) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    editor.set_images(lambda url: image)
    editor.set_body((Block(kind=Kind.IMAGE, url="attachment:0a", spans=(Span("Cap", strong=True), Span("tion"))),))

    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    popover = editor.findChild(Popover)
    assert popover is not None
    alt = popover.findChildren(QLineEdit)[0]
    QTest.keyClicks(alt, "A square")
    QTest.keyClick(alt, Qt.Key.Key_Return)

    assert [step.title for step in steps] == ["Image details"]
    assert editor.body() == (
        Block(kind=Kind.IMAGE, url="attachment:0a", alt="A square", spans=(Span("Cap", strong=True), Span("tion"))),
    )


def test_a_picture_is_painted_and_its_absence_is_said_in_its_place(editor: BodyEditor, qtbot: QtBot) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    editor.set_body((Block(kind=Kind.IMAGE, url="attachment:0a", alt="Smoke"),))
    place = QPointF(20, 30).toPoint()

    before = editor.viewport().grab().toImage().pixelColor(place)
    editor.set_images(lambda url: image)
    qtbot.wait(50)

    assert before != QColor("#336699")
    assert editor.viewport().grab().toImage().pixelColor(place) == QColor("#336699")


def test_an_image_file_is_offered_and_another_file_is_passed_on(editor: BodyEditor, tmp_path: Path) -> None:
    offered: list[tuple[bytes, str, str]] = []
    passed: list[tuple[Path, ...]] = []
    refused: list[str] = []
    editor.image_offered.connect(lambda *told: offered.append(told))
    editor.files_dropped.connect(passed.append)
    editor.refused.connect(refused.append)
    (tmp_path / "a.PNG").write_bytes(b"png")
    (tmp_path / "b.txt").write_text("text")

    for names in (["a.PNG"], ["a.PNG", "b.txt"], ["gone.jpg"]):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
        assert editor.canInsertFromMimeData(mime)
        editor.insertFromMimeData(mime)

    assert offered == [(b"png", "image/png", "a.PNG")]
    assert passed == [(tmp_path / "a.PNG", tmp_path / "b.txt")]
    assert refused == ["“gone.jpg” could not be read. Nothing was inserted."]
    assert editor.body() == ()


def test_a_dragged_image_shows_where_it_would_go_and_goes_there(editor: BodyEditor, tmp_path: Path) -> None:
    picture = tmp_path / "smoke.png"
    picture.write_bytes(b"image")
    editor.set_body(paragraphs("One", "Two"))
    editor.image_offered.connect(lambda *_: editor.insert_image("attachment:0a"))
    mime, viewport = QMimeData(), editor.viewport()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    over = editor.cursorRect(QTextCursor(editor.document().firstBlock())).center()
    given = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    QApplication.sendEvent(viewport, QDragEnterEvent(over, *given))
    mark = viewport.findChild(DropMark)
    assert mark is not None and mark.isVisible()
    assert over.y() < mark.geometry().center().y() < editor.cursorRect(QTextCursor(editor.document().lastBlock())).y()
    QApplication.sendEvent(viewport, QDropEvent(QPointF(over), *given))

    assert not mark.isVisible()
    assert [block.kind for block in editor.body()] == [Kind.PARAGRAPH, Kind.IMAGE, Kind.PARAGRAPH]


def test_a_picture_on_the_clipboard_is_offered_as_it_came(editor: BodyEditor) -> None:
    offered: list[tuple[bytes, str, str]] = []
    editor.image_offered.connect(lambda *told: offered.append(told))
    mime = QMimeData()
    mime.setData("image/jpeg", QByteArray(b"jpeg"))
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))

    editor.insertFromMimeData(mime)

    assert offered == [(b"jpeg", "image/jpeg", "Pasted image")]


def test_what_is_copied_comes_back_whole_and_serves_other_programs(editor: BodyEditor) -> None:
    body = (
        *read_html("<h3>Sub</h3><ul><li>one<ul><li>two  <b>three</b></li></ul></li></ul>"),
        Block(spans=(Span("odd \u2028 one"),)),
        Block(kind=Kind.EMBED, url="https://example.org/v", spans=(Span("Video"),)),
    )
    editor.set_body(body)
    editor.selectAll()

    mime = editor.createMimeDataFromSelection()
    editor.set_body(())
    editor.insertFromMimeData(mime)

    assert editor.body() == body
    assert mime.text() == "Sub\n\none\n\ntwo  three\n\nodd \u2028 one\n\nVideo"
    assert mime.html() == to_html(body)


def test_a_part_of_a_paragraph_is_copied_as_that_part(editor: BodyEditor) -> None:
    editor.set_body(read_html("<h3>one 😀 two</h3>"))
    put_caret(editor, 6, anchor=4)
    mime = editor.createMimeDataFromSelection()
    editor.set_body(paragraphs("[]"))
    put_caret(editor, 1)

    editor.insertFromMimeData(mime)

    assert editor.body() == paragraphs("[😀]")


def test_html_is_pasted_with_its_formatting_and_by_ctrl_shift_v_without(editor: BodyEditor) -> None:
    mime = QMimeData()
    mime.setHtml("<p>One <span style='font-weight:bold'>bold</span></p><p>Two</p>")
    mime.setText("One bold\n\nTwo")
    QGuiApplication.clipboard().setMimeData(mime)

    QTest.keyClick(editor, Qt.Key.Key_V, CTRL)
    assert to_html(editor.body()) == "<p>One <strong>bold</strong></p>\n<p>Two</p>"
    editor.set_body(())
    QTest.keyClick(editor, Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)

    assert editor.body() == paragraphs("One bold", "Two")


def test_a_paste_in_the_middle_splits_the_paragraph_around_it(editor: BodyEditor) -> None:
    editor.set_body(paragraphs("start end"))
    put_caret(editor, 6)
    mime = QMimeData()
    mime.setText("one\ntwo ")

    editor.insertFromMimeData(mime)

    assert editor.body() == paragraphs("start one", "two end")
    assert editor.textCursor().position() == 14


def test_what_names_itself_ours_is_still_not_trusted(editor: BodyEditor) -> None:
    mime = QMimeData()
    html = '<p><a href="javascript:x">one</a></p><figure><img src="https://example.org/a.png" alt="">two</figure>'
    mime.setData("application/x-newsdesk-body", QByteArray(html.encode()))

    editor.insertFromMimeData(mime)

    assert to_html(editor.body()) == "<p>one</p>\n<p>two</p>"


def test_text_that_is_dragged_elsewhere_is_one_step(editor: BodyEditor, steps: list[Step]) -> None:
    editor.set_body(paragraphs("two one"))
    put_caret(editor, 4, anchor=0)
    mime = editor.createMimeDataFromSelection()
    end = editor.textCursor()
    end.setPosition(7)
    place = QPointF(editor.cursorRect(end).center())
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    editor.dropEvent(QDropEvent(place, move, mime, left, none))

    assert [step.title for step in steps] == ["Move text"]
    assert "two" in editor.body()[0].text[4:]


def test_a_card_that_is_typed_over_leaves_a_paragraph(editor: BodyEditor) -> None:
    editor.set_body((*paragraphs("a"), Block(kind=Kind.EMBED, url="https://example.org"), *paragraphs("b")))
    put_caret(editor, 3, anchor=2)

    QTest.keyClicks(editor, "xy")

    assert editor.body() == paragraphs("a", "xy", "b")
    assert editor.format_state().kind is Kind.PARAGRAPH


def test_what_may_only_be_read_is_not_changed_by_any_key(editor: BodyEditor) -> None:
    body = read_html("<ul><li>one</li></ul>")
    editor.set_body(body)
    editor.setReadOnly(True)
    mime = QMimeData()
    mime.setText("text")

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_X):
        QTest.keyClick(editor, key)
    QTest.keyClick(editor, Qt.Key.Key_B, CTRL)
    editor.insertFromMimeData(mime)

    assert editor.body() == body


def test_the_measure_grows_with_the_font(editor: BodyEditor) -> None:
    before = editor.viewport().width()

    font = editor.font()
    font.setPointSizeF(font.pointSizeF() * 1.2)
    editor.setFont(font)

    assert editor.viewport().width() > before * 1.1


def test_colours_follow_the_palette(editor: BodyEditor) -> None:
    editor.set_body(read_html('<p><a href="https://example.org">link</a></p>'))

    for colours in (look.dark(), look.light()):
        palette = QPalette(editor.palette())
        palette.setColor(QPalette.ColorRole.Window, colours.side)
        editor.setPalette(palette)
        QApplication.processEvents()
        cursor = editor.textCursor()
        cursor.setPosition(2)
        assert cursor.charFormat().foreground().color() == colours.accent


def test_the_quotes_of_a_selection_become_typographic_as_one_step(editor: BodyEditor, steps: list[Step]) -> None:
    editor.set_body(paragraphs('"Yes," he said', '😀 "no", "it\'s"', '"left"'))
    put_caret(editor, 24, anchor=3)

    editor.make_selection_typographic("de")

    after = paragraphs('"Yes,“ he said', '😀 „no“, "it\'s"', '"left"')
    assert [(step.title, step.after) for step in steps] == [("Typographic quotes", after)]


def test_formats_tell_where_the_caret_is(editor: BodyEditor) -> None:
    told: list[object] = []
    editor.set_body(read_html("<p>a <strong>bold</strong></p>\n<ol><li>one</li></ol>"))
    editor.formats_changed.connect(told.append)

    put_caret(editor, 1)
    put_caret(editor, 4)
    put_caret(editor, 5)
    put_caret(editor, 8)

    state = editor.format_state()
    assert (state.kind, state.ordered, state.strong) == (Kind.ITEM, True, False)
    assert len(told) == 2
