"""What an entry owes its readers, and the walk through all that is to review."""

import pytest

from newsdesk.desk import correcting, writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import export
from newsdesk.desk.owing import count_unclassed, next_stop, owing
from newsdesk.desk.preflighting import preflight
from newsdesk.desk.standings import changed_head
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, NoticeKind, State
from newsdesk.domain.markup import paragraphs
from newsdesk.errors import NewsdeskError


def released(desk: Desk, count: int = 1) -> tuple[Blog, list[Entry]]:
    """A blog whose entries, newest on top, readers have."""
    blog = writing.new_blog(desk, "A day")
    made = [writing.add_entry(desk, blog, headline=f"Headline {n}", state=State.PUBLISHED) for n in range(count)]
    export(desk, blog, "text")
    return blog, made[::-1]


def test_an_edit_after_release_owes_a_class_with_words_at_hand(desk: Desk) -> None:
    _, (entry,) = released(desk)
    before = owing(desk, entry.id)

    writing.change(desk, entry, "Edit headline", headline="Headline 1")

    after = owing(desk, entry.id)
    assert (before.is_unclassed, after.is_unclassed) == (False, True)
    assert after.proposal == "An earlier headline said “Headline 0”. It should have said “Headline 1”."


def test_a_class_that_no_reader_has_seen_is_told_and_can_be_put_differently(desk: Desk) -> None:
    _, (entry,) = released(desk)
    writing.change(desk, entry, "Edit headline", headline="Headline 1")
    correcting.correct(desk, desk.entry(entry.id), NoticeKind.CORRECTION, "It was wrong.")

    told = owing(desk, entry.id)

    assert (told.is_unclassed, told.unreleased and told.unreleased.text) == (False, "It was wrong.")
    assert correcting.first_words(desk, desk.entry(entry.id), NoticeKind.CORRECTION) == "It was wrong."


def test_typing_back_clears_the_debt(desk: Desk) -> None:
    _, (entry,) = released(desk)
    writing.change(desk, entry, "Edit headline", headline="Another")
    writing.change(desk, desk.entry(entry.id), "Edit headline", headline=entry.headline)

    assert not owing(desk, entry.id).is_unclassed
    with pytest.raises(NewsdeskError, match="Nothing that readers have seen"):
        correcting.first_words(desk, desk.entry(entry.id), NoticeKind.CORRECTION)


def test_a_withdrawal_owes_its_reason(desk: Desk) -> None:
    _, (entry,) = released(desk)
    writing.set_state(desk, [entry.id], State.WITHDRAWN)
    without = owing(desk, entry.id).needs_reason
    correcting.withdraw(desk, [desk.entry(entry.id)], "The source took it back.")

    assert (without, owing(desk, entry.id).needs_reason) == (True, False)
    assert correcting.first_words(desk, desk.entry(entry.id), NoticeKind.WITHDRAWN) == "The source took it back."


def test_a_draft_that_nobody_has_seen_is_not_withdrawn(desk: Desk) -> None:
    entry = writing.add_entry(desk, writing.new_blog(desk, "A day"), headline="Draft")

    with pytest.raises(NewsdeskError, match="Delete it instead"):
        correcting.first_words(desk, entry, NoticeKind.WITHDRAWN)


def test_a_review_walks_both_ways_and_round_the_end(desk: Desk) -> None:
    blog, entries = released(desk, 4)
    writing.change(desk, entries[0], "Edit headline", headline="Changed")
    writing.set_state(desk, [entries[2].id], State.READY)

    stops = [next_stop(desk, blog.id, here, step) for here, step in (
        ("", 1), (entries[0].id, 1), (entries[2].id, 1), (entries[0].id, -1), ("", -1), (entries[1].id, -1),
    )]  # fmt: skip

    told = [(stop.entry.id, stop.number, stop.is_unclassed) for stop in stops if stop]
    first, second = (entries[0].id, 1, True), (entries[2].id, 2, False)
    assert told == [first, second, first, second, second, first]


def test_where_nothing_is_to_review_there_is_no_stop(desk: Desk) -> None:
    blog, _ = released(desk)

    assert next_stop(desk, blog.id, "", 1) is None


def test_the_unclassed_are_counted(desk: Desk) -> None:
    blog, entries = released(desk, 3)
    for entry in entries[:2]:
        writing.change(desk, entry, "Edit headline", headline=f"Not {entry.headline}")

    assert count_unclassed(desk, blog.id) == 2


def test_a_release_of_an_unclassed_change_keeps_the_debt_open(desk: Desk) -> None:
    blog, (entry,) = released(desk)
    writing.change(desk, entry, "Edit headline", headline="Headline 1")
    before = owing(desk, entry.id)

    done = export(desk, blog, "text")

    after = owing(desk, entry.id)
    assert (before.is_out, after.is_out) == (False, True)
    assert after.is_unclassed and after.proposal == before.proposal
    assert done.notices == [
        "1 entry has changed after release without a class; “newsdesk preflight” tells which.",
    ]


def test_what_was_released_unclassed_is_classed_afterwards_and_readers_are_told_then(desk: Desk) -> None:
    blog, (entry,) = released(desk)
    writing.change(desk, entry, "Edit headline", headline="Headline 1")
    export(desk, blog, "text")

    correcting.correct(desk, desk.entry(entry.id), NoticeKind.CORRECTION)

    told = export(desk, blog, "text")
    words = "An earlier headline said “Headline 0”. It should have said “Headline 1”."
    assert words in told.data.decode() and told.notices == []
    assert not owing(desk, entry.id).is_unclassed


def test_typing_back_to_what_was_settled_clears_a_debt_that_was_released(desk: Desk) -> None:
    blog, (entry,) = released(desk)
    writing.change(desk, entry, "Edit headline", headline="Headline 1")
    export(desk, blog, "text")

    writing.change(desk, desk.entry(entry.id), "Edit headline", headline=entry.headline)

    assert count_unclassed(desk, blog.id) == 0


def test_preflight_tells_of_a_headline_and_an_introduction_that_readers_had_otherwise(desk: Desk) -> None:
    blog, _ = released(desk)
    writing.change(desk, blog, "Rename blog", headline="A longer day")
    blog = desk.store.blog(blog.id)
    writing.change(desk, blog, "Edit introduction", introduction=paragraphs("What is known."))

    told = [f.sentence for f in preflight(desk, desk.store.blog(blog.id)) if f.code == "HEAD-CHANGED"]

    assert len(told) == 2
    assert "it was “A day”" in told[0]


def test_the_next_release_settles_the_head_and_so_does_typing_back(desk: Desk) -> None:
    blog, _ = released(desk)
    writing.change(desk, blog, "Rename blog", headline="A longer day")
    assert changed_head(desk, blog.id) == {"headline"}
    export(desk, desk.store.blog(blog.id), "archive")
    assert changed_head(desk, blog.id) == {"headline"}  # a backup reaches no reader

    export(desk, desk.store.blog(blog.id), "text")

    assert changed_head(desk, blog.id) == set()
    writing.change(desk, desk.store.blog(blog.id), "Rename blog", headline="Another")
    writing.change(desk, desk.store.blog(blog.id), "Rename blog", headline="A longer day")
    assert changed_head(desk, blog.id) == set()


def test_what_nobody_has_seen_has_not_changed(desk: Desk) -> None:
    blog = writing.new_blog(desk, "A day")
    writing.change(desk, blog, "Rename blog", headline="A longer day")

    assert changed_head(desk, blog.id) == set()
