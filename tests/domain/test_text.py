"""The door for text."""

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.slug import LONGEST, slug
from newsdesk.domain.text import clean, clean_line, scalars


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r")))
def test_ordinary_text_comes_in_as_it_is(text: str) -> None:
    assert clean(text) == text
    assert scalars(text) == text


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert "\n" not in clean_line(text)
    clean(text).encode()


def test_line_ends_become_one_and_what_is_no_scalar_is_marked() -> None:
    assert clean("a\r\nb\rc\u2028d\x00\ud800") == "a\nb\nc\u2028d\ufffd\ufffd"
    assert clean_line("a\r\nb") == "a b"


def test_a_slug_is_made_of_ascii_words() -> None:
    assert slug("Mayor’s Café “Déjà Vu” Re-opens!") == "mayors-cafe-deja-vu-re-opens"
    assert slug("Москва") == ""


@given(st.text())
def test_a_slug_can_stand_in_any_name(text: str) -> None:
    found = slug(text)

    assert len(found) <= LONGEST
    assert found == found.strip("-")
    assert found.isascii()
    assert found == slug(found)


def test_a_long_slug_ends_with_a_whole_word() -> None:
    assert slug("word " * 30) == "-".join(["word"] * 12)
    assert slug("x" * 100) == "x" * LONGEST
