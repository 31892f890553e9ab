"""A body stands in a document without loss, and changes in it stay small."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QTextCursor
from pytestqt.qtbot import QtBot

from newsdesk.domain.html import read_html, to_html
from newsdesk.domain.markup import Block, Body, Kind, Span, paragraphs
from newsdesk.ui.richtext import BodyDocument
from newsdesk.ui.richtext.looks import set_link_colour
from tests.ui.bodies import bodies

pytestmark = pytest.mark.usefixtures("qapp")


@given(bodies())
def test_a_body_comes_back_as_it_was_shown(body: Body) -> None:
    document = BodyDocument()

    document.show(body)

    assert document.body() == body


@given(bodies(), st.integers(0, 2))
def test_a_body_survives_a_character_typed_anywhere_and_taken_back(body: Body, first: int) -> None:
    document = BodyDocument()
    document.show(body)
    cursor = QTextCursor(document)

    for place in range(first, document.characterCount() - 1, 3):
        cursor.setPosition(place)
        if cursor.block().text() != "\ufffc":
            cursor.insertText("x")
            assert document.body() != body
            cursor.deletePreviousChar()

    assert document.body() == body


@given(bodies(), bodies())
def test_a_document_becomes_any_other_body(old: Body, new: Body) -> None:
    document = BodyDocument()
    document.show(old)

    document.update(new)

    assert document.body() == new


@given(bodies(), bodies(), bodies())
def test_what_is_read_in_parts_is_what_is_read_anew(first: Body, second: Body, third: Body) -> None:
    document, anew = BodyDocument(), BodyDocument()
    for body in (first, second, third):
        document.show(body)
        document.body()
        document.update(second)

    anew.show(document.body())

    assert document.body() == anew.body() == second


def test_an_update_touches_only_what_differs(qtbot: QtBot) -> None:
    document = BodyDocument()
    document.show(paragraphs("First", "Troops leave today", "Last"))
    document.body()
    changes: list[tuple[int, int, int]] = []
    document.contentsChange.connect(lambda *change: changes.append(change))

    end = document.update(paragraphs("First", "Troops did not leave today", "Last"))

    assert changes == [(13, 0, 8)]
    assert end == 21


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (paragraphs("One", "Two"), paragraphs("One"), 3),
        (paragraphs("One"), paragraphs("One", "Two"), 7),
        (paragraphs("The dog"), paragraphs("The cat", "The dog"), 7),
        (paragraphs("One two"), paragraphs("One", " two"), 3),
        (paragraphs("One three"), paragraphs("One two three"), 8),
        (paragraphs("Helo"), paragraphs("Hello"), 4),
        (paragraphs("One two three"), paragraphs("One three"), 4),
        ((), paragraphs("One"), 3),
        (paragraphs("One"), (), 0),
    ],
)
def test_an_update_says_where_the_change_ended(old: Body, new: Body, place: int) -> None:
    document = BodyDocument()
    document.show(old)

    end = document.update(new)

    assert (end, document.body()) == (place, new)


def test_an_empty_block_stays_on_the_screen_and_out_of_the_body() -> None:
    document = BodyDocument()
    document.show(paragraphs("One", "Two"))
    cursor = QTextCursor(document)
    cursor.setPosition(3)

    cursor.insertBlock()

    assert document.body() == paragraphs("One", "Two")
    assert document.update(paragraphs("One", "Two")) is None
    assert document.blockCount() == 3


def test_a_card_never_shares_its_block_with_text() -> None:
    body = (*paragraphs("One"), Block(kind=Kind.IMAGE, url="attachment:0a", alt="Smoke"), *paragraphs("Two"))
    document = BodyDocument()
    document.show(body)
    cursor = QTextCursor(document)
    cursor.setPosition(2)
    cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)

    cursor.removeSelectedText()

    assert document.body() == (*paragraphs("On"), body[1], *paragraphs("Two"))


def test_text_that_comes_beside_a_card_is_not_lost() -> None:
    card = Block(kind=Kind.EMBED, url="https://example.org")
    document = BodyDocument()
    document.show((card,))

    QTextCursor(document).insertText("a\t")

    assert document.body() == (*paragraphs("a\t"), card)


def test_joined_blocks_look_like_the_block_they_are_in() -> None:
    document = BodyDocument()
    spans = Span("plain "), Span("bold", strong=True)
    document.show((Block(kind=Kind.SUBHEAD, spans=(Span("Sub"),)), Block(spans=spans)))
    cursor = QTextCursor(document)
    cursor.setPosition(4)

    cursor.deletePreviousChar()

    cursor.setPosition(5)
    assert document.body() == (Block(kind=Kind.SUBHEAD, spans=(Span("Subplain "), Span("bold", strong=True))),)
    assert cursor.charFormat().fontWeight() == 600


def test_a_link_takes_the_colour_of_another_palette() -> None:
    document = BodyDocument()
    set_link_colour(QColor("#123456"))
    document.show(read_html('<p>a <a href="https://example.org">Link</a></p>'))

    set_link_colour(QColor("#abcdef"))
    document.recolour()

    cursor = QTextCursor(document)
    cursor.setPosition(4)
    assert cursor.charFormat().foreground().color() == QColor("#abcdef")
    assert to_html(document.body()) == '<p>a <a href="https://example.org">Link</a></p>'
