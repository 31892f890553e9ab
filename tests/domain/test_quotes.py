"""Typographic quotes by language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.markup import Block, Span, paragraphs, texts
from newsdesk.domain.quotes import typed, typographic


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“Yes,” he said, “it’s ‘so’.”"),
        ("en-GB", "“Yes,” he said, “it’s ‘so’.”"),
        ("de", "„Yes,“ he said, „it’s ‚so‘.“"),
        ("de-CH", "«Yes,» he said, «it’s ‹so›.»"),
        ("fr", "«\u202fYes,\u202f» he said, «\u202fit’s “so”.\u202f»"),
        ("ru", "«Yes,» he said, «it’s „so“.»"),
        ("es", "«Yes,» he said, «it’s “so”.»"),
        ("it", "«Yes,» he said, «it’s “so”.»"),
        ("pl", "„Yes,” he said, „it’s «so».”"),
        ("sv", "”Yes,” he said, ”it’s ’so’.”"),
        ("nb", "«Yes,» he said, «it’s ‘so’.»"),
        ("hu", "„Yes,” he said, „it’s »so«.”"),
        ("kk", "«Yes,» he said, «it’s “so”.»"),
        ("sr", "„Yes,” he said, „it’s ’so’.”"),
        ("ar", "”Yes,“ he said, ”it’s ’so‘.“"),
        ("fa", "«Yes,» he said, «it’s ‹so›.»"),
        ("he", "”Yes,” he said, ”it’s ’so’.”"),
        ("xx", "“Yes,” he said, “it’s ‘so’.”"),
    ],
)
def test_each_language_has_its_marks(language: str, expected: str) -> None:
    body = paragraphs("\"Yes,\" he said, \"it's 'so'.\"")

    assert texts(typographic(body, language)) == (expected,)


@pytest.mark.parametrize(
    ("straight", "expected"),
    [
        ("the '90s and rock 'n' roll", "the ’90s and rock ‘n’ roll"),
        ("a 6\" gun", "a 6\" gun"),
        ("(\"Stop!\")", "(“Stop!”)"),
        ("\"'Stop!' he cried\"", "“‘Stop!’ he cried”"),
        ("the boys' home", "the boys’ home"),
        ("TASS—\"Now\"", "TASS—“Now”"),
        ("no quotes “here” at all", "no quotes “here” at all"),
        ("\"unclosed", "“unclosed"),
        ("he said \"", "he said “"),
    ],
)
def test_a_habit_of_writers_is_read(straight: str, expected: str) -> None:
    assert texts(typographic(paragraphs(straight), "en")) == (expected,)


def test_a_text_of_nothing_but_quotes_takes_no_time() -> None:
    text = "'\"" * 50_000

    assert len(texts(typographic(paragraphs(text), "en"))[0]) == len(text)


def test_formatting_stays_where_it_is() -> None:
    block = Block(spans=(Span('"', strong=True), Span("Go", link="https://example.org"), Span('" now')))

    spans = typographic((block,), "fr")[0].spans

    assert spans == (Span("«\u202f", strong=True), Span("Go", link="https://example.org"), Span("\u202f» now"))


def test_a_quote_that_is_typed_knows_what_stands_before_it() -> None:
    assert [typed("He said ", '"', "de"), typed("He said „go", '"', "de"), typed("it", "'", "de")] == ["„", "“", "’"]


@given(st.text(alphabet="ab \"'.-5\n(", max_size=40))
def test_doing_it_again_changes_nothing_and_no_word_is_touched(text: str) -> None:
    once = typographic(paragraphs(text), "en")

    assert typographic(once, "en") == once
    straight = {ord(mark): "'" for mark in "‘’"} | {ord(mark): '"' for mark in "“”"}
    assert "".join(texts(once)).translate(straight) == text
