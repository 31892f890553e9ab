"""Real keys at random places of random bodies do what they say, and nothing else: judged by plain strings."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsdesk.domain.markup import Block, Body, Kind, Span, normal
from newsdesk.ui.body_editor import BodyEditor
from tests.ui.bodies import bodies
from tests.ui.test_body_editor import put_caret, type_text

CARDS = (Kind.IMAGE, Kind.EMBED)
Styled = list[tuple[str, Span]]  # characters, each with its style

_TYPED = st.text(st.sampled_from("ab  .é\xa0語😀\u2028\u202f\u200b<&"), min_size=1, max_size=4)


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[BodyEditor]:
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.resize(600, 400)
    editor.show()
    yield editor


def styled(block: Block) -> Styled:
    return [(character, replace(span, text="")) for span in block.spans for character in span.text]


def body_of(body: Body, place: int, *blocks: Block) -> Body:
    return normal((*body[:place], *blocks, *body[place + 1 :]))


def with_characters(block: Block, characters: Styled) -> Block:
    return replace(block, spans=tuple(replace(style, text=character) for character, style in characters))


def go_to(editor: BodyEditor, body: Body, number: int, count: int) -> None:
    """Put the caret behind so many characters of a block."""
    units = len(body[number].text[:count].encode("utf-16-le")) // 2
    put_caret(editor, editor.document().findBlockByNumber(number).position() + units)


def places(body: Body) -> list[tuple[int, int]]:
    """Where a caret can stand in words: between characters that are not drawn as one."""
    return [
        (number, count)
        for number, block in enumerate(body)
        if block.kind not in CARDS
        for count in range(len(block.text) + 1)
        if not block.text[count : count + 1] or block.text[count] not in "\u0301\u200d\ufeff\ufffe"
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=bodies(), typed=_TYPED, at=st.integers(0, 10_000))
def test_what_is_typed_stands_where_the_caret_was(editor: BodyEditor, body: Body, typed: str, at: int) -> None:
    if not (where := places(body)):
        return
    number, count = where[at % len(where)]
    editor.set_body(body)
    go_to(editor, body, number, count)

    type_text(editor, typed)

    before = styled(body[number])
    after = styled(editor.body()[number])
    assert [character for character, _ in after[count : count + len(typed)]] == list(typed)
    assert after[:count] + after[count + len(typed) :] == before
    kept = with_characters(body[number], after)
    assert editor.body() == body_of(body, number, kept)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=bodies(), at=st.integers(0, 10_000))
def test_enter_parts_a_block_in_two(editor: BodyEditor, body: Body, at: int) -> None:
    where = [(number, count) for number, count in places(body) if 0 < count < len(body[number].text)]
    if not where:
        return
    number, count = where[at % len(where)]
    editor.set_body(body)
    go_to(editor, body, number, count)

    QTest.keyClick(editor, Qt.Key.Key_Return)

    characters, block = styled(body[number]), body[number]
    parts = with_characters(block, characters[:count]), with_characters(block, characters[count:])
    assert editor.body() == body_of(body, number, *parts)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    if block.kind is not Kind.PARAGRAPH:
        QTest.keyClick(editor, Qt.Key.Key_Backspace)  # the first makes it a paragraph
    assert editor.body() == body


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=bodies(), at=st.integers(0, 10_000))
def test_backspace_takes_the_character_before_the_caret(editor: BodyEditor, body: Body, at: int) -> None:
    where = [(number, count) for number, count in places(body) if count]
    if not where:
        return
    number, count = where[at % len(where)]
    editor.set_body(body)
    go_to(editor, body, number, count)

    QTest.keyClick(editor, Qt.Key.Key_Backspace)

    characters = styled(body[number])
    del characters[count - 1]
    assert editor.body() == body_of(body, number, with_characters(body[number], characters))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=bodies(), at=st.integers(0, 10_000))
def test_delete_takes_what_is_drawn_behind_the_caret(editor: BodyEditor, body: Body, at: int) -> None:
    where = [(number, count) for number, count in places(body) if count < len(body[number].text)]
    if not where:
        return
    number, count = where[at % len(where)]
    editor.set_body(body)
    go_to(editor, body, number, count)

    QTest.keyClick(editor, Qt.Key.Key_Delete)

    characters = styled(body[number])
    rests = [characters[:count] + characters[end:] for end in range(count + 1, len(characters) + 1)]
    shown = [body_of(body, number, with_characters(body[number], rest)) for rest in rests]
    assert editor.body() in shown
