"""Writing in the body editor with real keys."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.domain.html import read_html, to_html
from newsdesk.domain.markup import Body, paragraphs
from newsdesk.domain.text import clean
from newsdesk.ui.body_editor import BodyEditor, Step
from tests.ui.bodies import bodies

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
NAUGHTY = Path(__file__).parents[3] / "shared/hostile/blns.json"


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[BodyEditor]:
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.resize(800, 500)
    editor.show()
    editor.set_body(())
    yield editor


@pytest.fixture
def steps(editor: BodyEditor) -> list[Step]:
    taken: list[Step] = []
    editor.stepped.connect(taken.append)
    return taken


def key(editor: BodyEditor, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def type_text(editor: BodyEditor, text: str) -> None:
    """Each character as one key press, an emoji too; a line feed is Enter; no key has a control character."""
    for character in text:
        if character == "\n":
            key(editor, Qt.Key.Key_Return, text="\r")
        elif character < " " or character == "\x7f":
            commit(editor, character)
        else:
            key(editor, Qt.Key.Key_unknown, text=character)


def commit(editor: BodyEditor, text: str) -> None:
    """What an input method does at the end of composing."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def put_caret(editor: BodyEditor, place: int, anchor: int | None = None) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(place if anchor is None else anchor)
    cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def html(editor: BodyEditor) -> str:
    return to_html(editor.body())


def test_writing_makes_paragraphs(editor: BodyEditor) -> None:
    type_text(editor, "Troops leave.\nTalks begin.")

    assert editor.body() == paragraphs("Troops leave.", "Talks begin.")


def test_bold_and_italic_by_key_hold_until_the_key_again(editor: BodyEditor) -> None:
    type_text(editor, "a ")
    key(editor, Qt.Key.Key_B, CTRL)
    type_text(editor, "b")
    key(editor, Qt.Key.Key_I, CTRL)
    type_text(editor, "c")
    key(editor, Qt.Key.Key_B, CTRL)
    key(editor, Qt.Key.Key_I, CTRL)
    type_text(editor, " d")

    assert html(editor) == "<p>a <strong>b</strong><strong><em>c</em></strong> d</p>"


def test_bold_by_key_toggles_the_selection(editor: BodyEditor, steps: list[Step]) -> None:
    editor.set_body(paragraphs("one two"), "entry")
    put_caret(editor, 7, anchor=4)

    key(editor, Qt.Key.Key_B, CTRL)
    key(editor, Qt.Key.Key_B, CTRL)

    assert [step.title for step in steps] == ["Bold", "Bold"]
    assert [to_html(step.after) for step in steps] == ["<p>one <strong>two</strong></p>", "<p>one two</p>"]
    assert steps[0].subject == "entry"


def test_enter_on_an_empty_item_leaves_the_list(editor: BodyEditor) -> None:
    editor.apply("bullets")
    type_text(editor, "one\ntwo\n\nafter")

    assert html(editor) == "<ul><li>one</li><li>two</li></ul>\n<p>after</p>"


def test_tab_indents_an_item_and_shift_tab_takes_it_back(editor: BodyEditor) -> None:
    editor.apply("numbers")
    type_text(editor, "one\n")
    key(editor, Qt.Key.Key_Tab, text="\t")
    type_text(editor, "deep\n")
    key(editor, Qt.Key.Key_Backtab, SHIFT)
    type_text(editor, "two")

    assert html(editor) == "<ol><li>one<ol><li>deep</li></ol></li><li>two</li></ol>"


def test_an_item_cannot_go_deeper_than_one_below_the_item_above_it(editor: BodyEditor) -> None:
    editor.set_body(read_html("<ul><li>one<ul><li>two<ul><li>three</li></ul></li></ul></li></ul>"))
    put_caret(editor, 1)

    editor.apply("indent")
    put_caret(editor, 5)
    editor.apply("outdent")

    assert html(editor) == "<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>"


@pytest.mark.parametrize("start", ["<ul><li>text</li></ul>", "<blockquote>text</blockquote>", "<h3>text</h3>"])
def test_backspace_at_the_start_makes_a_paragraph(editor: BodyEditor, start: str) -> None:
    editor.set_body(read_html(f"<p>above</p>\n{start}"))
    put_caret(editor, 6)

    key(editor, Qt.Key.Key_Backspace, text="\b")

    assert html(editor) == "<p>above</p>\n<p>text</p>"


def test_a_subhead_is_followed_by_a_paragraph(editor: BodyEditor) -> None:
    editor.apply("subhead")
    type_text(editor, "Sub\ntext")

    assert html(editor) == "<h3>Sub</h3>\n<p>text</p>"


def test_typing_behind_a_link_does_not_go_on_in_it(editor: BodyEditor) -> None:
    editor.set_body(read_html('<p><a href="https://example.org">link</a></p>'))
    put_caret(editor, 4)
    type_text(editor, "!")
    put_caret(editor, 2)
    type_text(editor, "x")
    put_caret(editor, 0)
    type_text(editor, "A ")

    assert html(editor) == '<p>A <a href="https://example.org">lixnk</a>!</p>'


def test_shift_enter_is_an_explicit_break(editor: BodyEditor) -> None:
    type_text(editor, "a")
    key(editor, Qt.Key.Key_Return, SHIFT, "\r")
    type_text(editor, "b")

    assert html(editor) == "<p>a<br>b</p>"


def test_a_step_ends_at_a_pause(editor: BodyEditor, steps: list[Step], qtbot: QtBot) -> None:
    type_text(editor, "abc")
    assert steps == []

    with qtbot.waitSignal(editor.stepped, timeout=600):
        pass

    assert steps == [Step("Typing", (), paragraphs("abc"))]


def test_a_step_ends_with_a_phrase_and_with_a_paragraph(
    editor: BodyEditor, steps: list[Step], qtbot: QtBot
) -> None:
    for text in ("Calm, ", "he said.", "\n", "Banks"):
        type_text(editor, text)
        QTest.qWait(20)
    editor.flush()

    told = [" / ".join(block.text for block in step.after) for step in steps]
    assert told == ["Calm, ", "Calm, he said.", "Calm, he said. / Banks"]


def test_no_typing_is_older_than_a_second(editor: BodyEditor, steps: list[Step], qtbot: QtBot) -> None:
    for _ in range(6):
        type_text(editor, "a")
        qtbot.wait(160)

    assert len(steps) == 1


def test_a_jump_of_the_caret_a_paste_and_leaving_end_a_step(editor: BodyEditor, steps: list[Step]) -> None:
    mime = QMimeData()
    mime.setText("pasted")

    type_text(editor, "ab")
    key(editor, Qt.Key.Key_Left)
    type_text(editor, "c")
    editor.insertFromMimeData(mime)
    type_text(editor, "d")
    editor.clearFocus()
    editor.flush()

    told = [(step.title, step.after[0].text) for step in steps]
    assert told == [("Typing", "ab"), ("Typing", "acb"), ("Paste", "acpastedb"), ("Typing", "acpasteddb")]


def test_a_cut_is_a_step_of_its_own(editor: BodyEditor, steps: list[Step]) -> None:
    type_text(editor, "one two")
    for _ in "two":
        key(editor, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    key(editor, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    type_text(editor, "three")
    editor.flush()

    told = [(step.title, step.after[0].text) for step in steps]
    assert told == [("Typing", "one two"), ("Cut", "one "), ("Typing", "one three")]


def test_steps_make_a_chain(editor: BodyEditor, steps: list[Step]) -> None:
    type_text(editor, "a")
    editor.flush()
    type_text(editor, "b")
    editor.flush()
    editor.flush()

    assert [(step.before, step.after) for step in steps] == [
        ((), paragraphs("a")),
        (paragraphs("a"), paragraphs("ab")),
    ]


def test_an_empty_paragraph_is_no_step(editor: BodyEditor, steps: list[Step]) -> None:
    editor.set_body(paragraphs("a"))
    put_caret(editor, 1)

    type_text(editor, "\n\n")
    editor.flush()

    assert steps == []


def test_following_an_undo_puts_the_caret_at_the_change(editor: BodyEditor, steps: list[Step]) -> None:
    editor.set_body(paragraphs("one", "two three", "four"))
    put_caret(editor, 17)

    editor.follow(paragraphs("one", "two", "four"), take_caret=True)
    editor.flush()

    assert editor.textCursor().position() == 7
    assert steps == []


def test_following_an_edit_elsewhere_keeps_the_caret_in_its_words(editor: BodyEditor) -> None:
    editor.set_body(paragraphs("one", "two"))
    put_caret(editor, 6)

    editor.follow(paragraphs("one more", "two"))

    assert editor.textCursor().position() == 11


def test_following_loses_nothing_typed_in_another_paragraph(editor: BodyEditor, steps: list[Step]) -> None:
    editor.set_body(paragraphs("one", "two"))
    put_caret(editor, 7)
    type_text(editor, "!")

    editor.follow(paragraphs("ONE", "two"))
    editor.flush()

    assert steps == [Step("Typing", paragraphs("ONE", "two"), paragraphs("ONE", "two!"))]


def test_following_an_edit_of_the_same_paragraph_keeps_what_is_being_typed(
    editor: BodyEditor, steps: list[Step]
) -> None:
    editor.set_body(paragraphs("one"))
    put_caret(editor, 3)
    type_text(editor, "!")

    editor.follow(paragraphs("two"))
    editor.flush()

    assert steps == [Step("Typing", paragraphs("one"), paragraphs("one!"))]


def test_undo_and_redo_keys_are_left_to_the_window(editor: BodyEditor) -> None:
    type_text(editor, "a")

    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        for pressed, modifiers in ((Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT), (Qt.Key.Key_Y, CTRL)):
            event = QKeyEvent(kind, pressed, modifiers)
            event.accept()
            QApplication.sendEvent(editor, event)
            assert not event.isAccepted()

    assert editor.body() == paragraphs("a")


def test_composing_makes_one_step_with_what_it_replaces(editor: BodyEditor, steps: list[Step], qtbot: QtBot) -> None:
    editor.set_body(paragraphs("one two"))
    put_caret(editor, 7, anchor=4)

    QApplication.sendEvent(editor, QInputMethodEvent("に", []))
    qtbot.wait(1000)
    assert steps == []
    commit(editor, "日")
    editor.flush()

    assert [step.after for step in steps] == [paragraphs("one 日")]


def test_text_right_to_left_is_laid_out_so(editor: BodyEditor) -> None:
    editor.set_body(paragraphs("שלום", "Hello"))

    directions = [editor.document().findBlockByNumber(number).textDirection() for number in (0, 1)]

    assert directions == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]


@pytest.mark.parametrize("width", [500, 900, 2000])
def test_lines_keep_a_readable_measure_in_the_middle_of_the_pane(editor: BodyEditor, qtbot: QtBot, width: int) -> None:
    editor.set_body(paragraphs(*["Troops of the bloc will begin to leave the country in two days. " * 6] * 30))

    editor.resize(width, 500)
    qtbot.waitUntil(lambda: editor.document().textWidth() == editor.viewport().width())

    layout = editor.document().firstBlock().layout()
    characters = [layout.lineAt(number).textLength() for number in range(layout.lineCount() - 1)]
    assert max(characters) <= 75
    assert max(characters) >= 60 or width < 700
    assert abs(editor.viewport().x() - (width - editor.viewport().geometry().right())) < 24


def test_nothing_in_a_text_opens_a_file(editor: BodyEditor) -> None:
    assert editor.loadResource(2, "file:///etc/hostname") is None
    assert editor.document().loadResource(2, "file:///etc/hostname") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=bodies(), places=st.lists(st.integers(0, 400), min_size=1, max_size=6))
def test_a_body_survives_real_keys_and_their_taking_back(editor: BodyEditor, body: Body, places: list[int]) -> None:
    editor.set_body(body)

    for place in places:
        put_caret(editor, place % editor.document().characterCount())
        QTest.keyClick(editor, Qt.Key.Key_X)
        assert editor.body() != body
        QTest.keyClick(editor, Qt.Key.Key_Backspace)

    assert editor.body() == body


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of naughty strings is not here")
def test_naughty_strings_typed_and_pasted_come_back_code_point_by_code_point(editor: BodyEditor) -> None:
    for naughty in (text for text in json.loads(NAUGHTY.read_text("utf-8")) if text.strip("\n ")):
        line = naughty.replace("\ufeff", "").replace("\ufffe", "")  # an event made in Python cannot begin with one
        text = clean(line).replace("\n", "")
        editor.set_body(())
        type_text(editor, text)
        assert "".join(block.text for block in editor.body()) == text
        editor.set_body(())
        mime = QMimeData()
        mime.setText(line)
        editor.insertFromMimeData(mime)
        assert [block.text for block in editor.body()] == [part for part in clean(line).split("\n") if part.strip()]
