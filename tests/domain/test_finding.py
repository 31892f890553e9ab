"""Words are found as people mean them, and replaced without disturbing the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.finding import Wanted, places, replace_in_body, replace_in_text
from newsdesk.domain.markup import Block, Span, texts


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("Café CAFE cafe", Wanted("cafe"), ["Café", "CAFE", "cafe"]),
        ("Café CAFE cafe", Wanted("cafe", match_case=True), ["cafe"]),
        ("Straße", Wanted("strasse"), ["Straße"]),
        ("Straße", Wanted("s", whole_words=True), []),
        ("МОСКВА и Москва", Wanted("москва"), ["МОСКВА", "Москва"]),
        ("cat catalogue", Wanted("cat", whole_words=True), ["cat"]),
        ("a.b axb", Wanted("a.b"), ["a.b"]),
        ("ß", Wanted("s"), []),
        ("anything", Wanted(""), []),
    ],
)
def test_words_are_found(text: str, wanted: Wanted, expected: list[str]) -> None:
    assert [text[start:end] for start, end in places(text, wanted)] == expected


def test_a_replacement_takes_the_style_of_what_it_replaces() -> None:
    body = (Block(spans=(Span("The "), Span("old", strong=True), Span(" town"))),)

    changed = replace_in_body(body, Wanted("old town"), "new city")

    assert changed == (Block(spans=(Span("The "), Span("new city", strong=True))),)


@given(st.text(), st.text(min_size=1), st.text(), st.booleans())
def test_the_text_around_is_never_disturbed(text: str, words: str, by: str, match_case: bool) -> None:
    wanted = Wanted(words, match_case)
    found = list(places(text, wanted))

    result = replace_in_text(text, wanted, by)

    assert len(result) == len(text) + sum(len(by) - (end - start) for start, end in found)
    assert texts(replace_in_body((Block(spans=(Span(text),)),), wanted, by)) == (result,)
