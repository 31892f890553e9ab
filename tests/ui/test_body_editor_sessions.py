"""Random sessions of writing: nothing breaks, steps are a chain, and undo walks it back to the first word."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.domain.markup import Body, normal, paragraphs
from newsdesk.ui.body_editor import BodyEditor, Format, Step
from newsdesk.ui.richtext import BodyDocument
from tests.ui.bodies import bodies

Act = Callable[[BodyEditor], object]
_KEYS = [
    Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Left,
    Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_X, Qt.Key.Key_Space,
]  # fmt: skip
_MODIFIERS = [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier]
_FORMATS = [format for format in Format if format is not Format.LINK]


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Act:
    return lambda editor: QTest.keyClick(editor, key, modifiers)


def _select(anchor: int, place: int) -> Act:
    def act(editor: BodyEditor) -> None:
        cursor = editor.textCursor()
        cursor.setPosition(_whole(editor, anchor))
        cursor.setPosition(_whole(editor, place), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)

    return act


def _whole(editor: BodyEditor, place: int) -> int:
    """A place of the document that is not inside of a character."""
    place %= editor.document().characterCount()
    return place - ("\udc00" <= editor.document().characterAt(place) <= "\udfff")


def _compose(text: str) -> Act:
    def act(editor: BodyEditor) -> None:
        QApplication.sendEvent(editor, QInputMethodEvent("に", []))
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(editor, event)

    return act


def _paste_again(editor: BodyEditor) -> None:
    mime = editor.createMimeDataFromSelection()
    editor.insertFromMimeData(mime)


def _paste_text(editor: BodyEditor) -> None:
    mime = QMimeData()
    mime.setText("one\ntwo")
    editor.insertFromMimeData(mime)


_ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(_press, st.sampled_from(_KEYS), st.sampled_from(_MODIFIERS)),
    st.builds(_select, st.integers(0, 300), st.integers(0, 300)),
    st.sampled_from(_FORMATS).map(lambda format: lambda editor: editor.apply(format)),
    st.sampled_from(["日", "\u2028", "", "\ufeff"]).map(_compose),
    st.just(_paste_again),
    st.just(_paste_text),
    st.just(lambda editor: editor.insert_image("attachment:b", "Alt")),
    st.just(lambda editor: editor.insert_embed("https://example.org/e")),
    st.just(lambda editor: editor.set_link("https://example.org/l")),
    st.just(lambda editor: editor.set_link("", "")),
    st.just(lambda editor: editor.make_selection_typographic("fr")),
    st.just(lambda editor: editor.flush()),
)


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[BodyEditor]:
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.resize(600, 400)
    editor.show()
    editor.set_spelling("en")
    editor.set_body(paragraphs("word"))
    qtbot.waitUntil(lambda: editor.speller.is_ready)
    yield editor


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=bodies(), acts=st.lists(_ACTS, max_size=25))
def test_a_session_is_a_chain_of_steps_that_undo_walks_back(editor: BodyEditor, body: Body, acts: list[Act]) -> None:
    steps: list[Step] = []
    editor.set_body(body)
    taking = editor.stepped.connect(steps.append)

    for act in acts:
        act(editor)
        shown = editor.body()
        assert shown == normal(shown) == _read_anew(editor)
    editor.flush()
    editor.stepped.disconnect(taking)

    assert [step.before for step in steps] == [body, *(step.after for step in steps)][: len(steps)]
    assert editor.body() == (steps[-1].after if steps else body)
    for step in reversed(steps):
        editor.follow(step.before, take_caret=True)
        assert editor.body() == step.before
    for step in steps:
        editor.follow(step.after, take_caret=True)
    assert editor.body() == (steps[-1].after if steps else body)


def _read_anew(editor: BodyEditor) -> Body:
    """What a document reads that forgets all that it has read."""
    document = editor.document()
    assert isinstance(document, BodyDocument)
    document.forget()
    return document.body()
