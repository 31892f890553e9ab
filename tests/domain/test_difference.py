"""What changed between two texts is told word by word, completely, and soon."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.difference import Piece, Side, by_word, readable
from newsdesk.domain.markup import Block, Kind, Span, paragraphs

TEXTS = st.lists(st.sampled_from(["fire ", "fire", "the ", "a", "  ", "\n", ".", "”", "é", "\u2028"])).map("".join)


def marked(before: str, after: str) -> str:
    return "".join(piece.marked for piece in by_word(before, after))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", ""),
        ("same", "same", "same"),
        ("", "new words", "{+new words+}"),
        ("At least 10 gunshots", "At least 12 gunshots", "At least [-10 -]{+12 +}gunshots"),
        ("Ramazanov said..", "Ramazanov said.", "Ramazanov said.[-.-]"),
        ("Ramazanov said", "Ramazanov said today", "Ramazanov said{+ today+}"),
        ("one two", "one  two", "one[- -]{+  +}two"),
        ("the mayor's office", "the mayor’s office", "the [-mayor's -]{+mayor’s +}office"),
    ],
)
def test_a_difference_reads_as_a_person_would_tell_it(before: str, after: str, told: str) -> None:
    assert marked(before, after) == told


@given(TEXTS | st.text(), TEXTS | st.text())
def test_the_pieces_make_up_both_texts(before: str, after: str) -> None:
    pieces = by_word(before, after)

    assert "".join(p.text for p in pieces if p.side is not Side.ADDED) == before
    assert "".join(p.text for p in pieces if p.side is not Side.REMOVED) == after
    assert all(p.text for p in pieces)
    assert all(a.side is not b.side for a, b in pairwise(pieces))


@given(TEXTS | st.text())
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert by_word(text, text) == ((Piece(Side.KEPT, text),) if text else ())


def test_one_word_changed_in_a_long_text_is_all_that_is_told() -> None:
    dice = random.Random(5)
    words = [f"w{dice.randint(0, 900)}" for _ in range(20_000)]
    other = [*words[:9_000], "changed", *words[9_001:]]

    pieces = by_word(" ".join(words), " ".join(other))

    assert [p.side for p in pieces] == [Side.KEPT, Side.REMOVED, Side.ADDED, Side.KEPT]


@pytest.mark.parametrize("vocabulary", [2, 30, 1_000, 100_000])
def test_a_hundred_kilobytes_that_have_little_in_common_take_no_age(vocabulary: int) -> None:
    dice = random.Random(vocabulary)
    before, after = (" ".join(str(dice.randint(1, vocabulary)) for _ in range(25_000)) for _ in range(2))
    start = time.process_time()

    by_word(before, after)

    assert time.process_time() - start < 4


def test_a_paragraph_that_moved_is_removed_and_added_whole() -> None:
    a, b, c = ("Alpha comes first here.", "Beta follows it then.", "Gamma closes this all.")

    pieces = by_word(readable(paragraphs(a, b, c)), readable(paragraphs(b, c, a)))

    kept = "".join(p.text for p in pieces if p.side is Side.KEPT)
    assert kept.startswith("Beta follows it then.\nGamma closes this all")
    assert "Alpha" not in kept


def test_a_body_reads_with_all_that_a_reader_would_see() -> None:
    body = (
        Block(kind=Kind.ITEM, spans=(Span("one"),)),
        Block(kind=Kind.ITEM, spans=(Span("two"),), level=1, ordered=True),
        Block(kind=Kind.IMAGE, url="attachment:00", alt="A wave", credit="Ada", spans=(Span("The wave"),)),
        Block(kind=Kind.EMBED, url="https://example.org", spans=(Span("A video"),)),
    )

    assert readable(body) == "• one\n  1. two\nThe wave | A wave | Ada\nA video | https://example.org"
