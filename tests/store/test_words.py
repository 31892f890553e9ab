"""Folding and marking: the quick ways give what is found a character at a time."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.store.words import BETWEEN, Snippet, Term, fold, mark_parts, to_patterns

LETTERS = st.characters(codec="utf-8") | st.sampled_from("aAbBßſﬁİıéÅ…½e\u0301\u0323กำ北京한“”" + BETWEEN)


def folded_slowly(char: str) -> str:
    parted = unicodedata.normalize("NFKD", char.replace(BETWEEN, "").casefold())
    return "".join(each for each in parted if not unicodedata.combining(each))


@given(text=st.text(LETTERS))
def test_a_text_is_folded_as_its_characters_are(text: str) -> None:
    assert fold(text) == "".join(map(folded_slowly, text))


@given(text=st.text(LETTERS, max_size=300), data=st.data())
def test_every_match_is_marked_where_it_stands(text: str, data: st.DataObject) -> None:
    plain = text.replace(BETWEEN, "")
    start = data.draw(st.integers(0, len(plain)))
    part = data.draw(st.sampled_from([plain[start : start + 4], "ab", "ss"]))

    snippet = mark_parts(text, to_patterns((Term(part),))) if fold(part) else Snippet("")

    shown = [snippet.text[a:b] for a, b in snippet.marks]
    assert all(fold(part) in fold(each) for each in shown)
    assert not fold(part) or bool(shown) == (fold(part) in fold(plain))
    assert snippet.text.strip("…") in plain


def test_a_mark_stands_right_behind_characters_that_fold_to_more_or_to_nothing() -> None:
    patterns = to_patterns((Term("talks"),))

    assert mark_parts("… Straße: talks", patterns) == Snippet("… Straße: talks", ((10, 15),))
    assert mark_parts("cafe\u0301 Talks", patterns) == Snippet("cafe\u0301 Talks", ((6, 11),))
    assert mark_parts("ﬁve talks, ﬁve Talks", patterns) == Snippet("ﬁve talks, ﬁve Talks", ((4, 9), (15, 20)))


def test_a_match_within_another_is_marked_and_does_not_hide_it() -> None:
    snippet = mark_parts("Talks begin", to_patterns((Term("talks"), Term("al"))))

    assert snippet == Snippet("Talks begin", ((0, 5), (1, 3)))


def test_a_long_text_is_cut_around_the_first_match() -> None:
    snippet = mark_parts("y" * 500 + "talks" + "z" * 500, to_patterns((Term("talks"),)), width=60)

    assert snippet == Snippet("…" + "y" * 20 + "talks" + "z" * 35 + "…", ((21, 26),))
