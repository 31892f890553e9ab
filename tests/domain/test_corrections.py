"""The words of a correction come from what changed."""

from dataclasses import replace

import pytest

from newsdesk.domain.corrections import changed_texts, proposed, said
from newsdesk.domain.markup import paragraphs
from tests.domain.values import entry, minutes

BEFORE = entry("Harbour closed", "At least 10 ships wait off the coast, the port says.", "More follows.")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("At least 10 ships wait off the coast.", "At least 12 ships wait off the coast.",
         ("At least 10 ships wait off", "At least 12 ships wait off")),
        ("He said so..", "He said so.", ("He said so..", "He said so.")),
        ("One. Two.", "One. Two. Three.", ("One. Two.", "One. Two. Three.")),
        ("", "Harbour open", ("", "Harbour open")),
        ("same", "same", ("", "")),
        ("line one\nline two", "line one\nline three", ("line two", "line three")),
    ],
)
def test_the_changed_words_are_quoted_with_a_few_around_them(before: str, after: str, told: tuple[str, str]) -> None:
    assert said(before, after) == told


def test_a_correction_says_what_was_said_and_what_should_have_been() -> None:
    after = replace(BEFORE, body=paragraphs("At least 12 ships wait off the coast, the port says.", "More follows."))

    assert proposed(BEFORE, after) == (
        "An earlier version of this entry said “At least 10 ships wait off”. "
        "It should have said “At least 12 ships wait off”."
    )


def test_headline_time_and_bylines_are_corrected_in_words_of_their_own() -> None:
    after = replace(BEFORE, headline="Harbour open", time=minutes(3), bylines=("Ada",))

    assert proposed(BEFORE, after) == (
        "This entry was first shown at 12:00 GMT 01.03.2024. It should have been 12:03 GMT 01.03.2024. "
        "An earlier headline said “Harbour closed”. It should have said “Harbour open”. "
        "An earlier version gave nobody as its author. It is by Ada."
    )


def test_what_differs_in_no_word_needs_no_words() -> None:
    assert proposed(BEFORE, replace(BEFORE, is_key=True)) == ""


def test_a_whole_text_replaced_is_quoted_in_part() -> None:
    long = entry("A", "word " * 200)

    assert len(proposed(long, replace(long, body=entry("A", "other " * 200).body))) < 600


def test_the_ledger_gets_all_that_differs() -> None:
    after = replace(BEFORE, headline="Harbour open", is_pinned=True)

    assert changed_texts(BEFORE, after) == ("Harbour closed", "Harbour open")
