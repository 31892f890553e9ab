"""The workflow's rules: what is owed, what may be said, and what may never go silently."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsdesk.domain import newsroom
from newsdesk.domain.entry import Entry, NoticeKind, State
from newsdesk.domain.newsroom import Standing
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import NewsdeskError, ReleasedError
from tests.domain.values import NOON, entry, minutes

RELEASED = entry("Harbour closed", "Two ships wait.")
STANDING = Standing(RELEASED, RELEASED)
CHANGED = replace(RELEASED, headline="Harbour open")
LATER = NOON + timedelta(minutes=30)


@pytest.mark.parametrize(
    ("now", "owes"),
    [
        (CHANGED, True),
        (replace(RELEASED, time=minutes(1)), True),
        (replace(RELEASED, bylines=("Ada",)), True),
        (RELEASED, False),
        (replace(RELEASED, is_key=True, is_pinned=True, labels=("sea",), note="call again", order="W"), False),
        (replace(CHANGED, state=State.WITHDRAWN), False),
        (replace(CHANGED, state=State.DRAFT), False),
    ],
)
def test_a_class_is_owed_for_a_change_of_substance_after_release(now: Entry, owes: bool) -> None:
    assert newsroom.owes_class(now, STANDING) is owes


def test_what_was_never_released_owes_nothing() -> None:
    assert not newsroom.owes_class(CHANGED, None)


def test_one_class_covers_the_sum_and_a_further_change_owes_again() -> None:
    twice = replace(CHANGED, body=entry("", "Three ships wait.").body)
    standing = Standing(RELEASED, RELEASED, classed=twice)

    assert not newsroom.owes_class(twice, standing)
    assert newsroom.owes_class(replace(twice, headline="Harbour busy"), standing)


def test_a_class_not_yet_released_gives_way_to_the_next() -> None:
    first = newsroom.classed(CHANGED, STANDING, NoticeKind.REFILE, "", LATER)

    second = newsroom.classed(first, STANDING, NoticeKind.CORRECTION, "It is open.\nSorry.", LATER)

    notice, = second.notices
    assert (notice.kind, notice.text, notice.time) == (NoticeKind.CORRECTION, "It is open. Sorry.", ShownTime(LATER))


def test_a_notice_that_readers_have_seen_stays() -> None:
    seen = newsroom.classed(CHANGED, STANDING, NoticeKind.CORRECTION, "It is open.", LATER)
    again = replace(seen, headline="Harbour half open")

    twice = newsroom.classed(again, Standing(seen, seen), NoticeKind.CLARIFICATION, "It is half open.", LATER)

    assert [notice.kind for notice in twice.notices] == [NoticeKind.CORRECTION, NoticeKind.CLARIFICATION]


@pytest.mark.parametrize(
    ("mine", "standing", "kind", "text"),
    [
        (RELEASED, None, NoticeKind.CORRECTION, "Words"),
        (CHANGED, STANDING, NoticeKind.CORRECTION, " "),
        (CHANGED, STANDING, NoticeKind.WITHDRAWN, "Words"),
        (replace(CHANGED, state=State.WITHDRAWN), STANDING, NoticeKind.REFILE, ""),
    ],
)
def test_a_class_that_says_nothing_is_refused(
    mine: Entry, standing: Standing | None, kind: NoticeKind, text: str
) -> None:
    with pytest.raises(NewsdeskError):
        newsroom.classed(mine, standing, kind, text, LATER)


def test_a_notice_of_a_change_typed_back_is_known_to_say_nothing() -> None:
    noticed = newsroom.classed(CHANGED, STANDING, NoticeKind.CORRECTION, "It is open.", LATER)

    assert newsroom.is_taken_back(replace(noticed, headline=RELEASED.headline), STANDING)
    assert not newsroom.is_taken_back(noticed, STANDING)


def test_a_withdrawn_entry_tells_why_and_when_in_its_own_zone() -> None:
    eastern = replace(RELEASED, time=ShownTime(NOON, "GMT+3"))

    stub = newsroom.withdrawn(eastern, "It was false.", LATER)

    assert stub.state is State.WITHDRAWN
    assert [str(notice.time) for notice in stub.notices] == ["15:30 GMT+3 01.03.2024"]
    assert (stub.headline, stub.body) == (eastern.headline, eastern.body)


def test_the_reason_of_a_withdrawal_can_be_put_better() -> None:
    stub = newsroom.in_state(RELEASED, State.WITHDRAWN, LATER)

    better = newsroom.withdrawn(stub, "It was false.", LATER)

    assert [notice.text for notice in stub.notices] == [""]
    assert [notice.text for notice in better.notices] == ["It was false."]


def test_an_entry_that_stands_again_does_not_say_that_it_was_withdrawn() -> None:
    stub = newsroom.withdrawn(RELEASED, "It was false.", LATER)

    assert newsroom.in_state(stub, State.PUBLISHED, LATER) == RELEASED


def test_a_withdrawal_needs_a_reason_and_something_that_was_seen() -> None:
    with pytest.raises(NewsdeskError, match="needs a reason"):
        newsroom.withdrawn(RELEASED, " ", LATER)
    with pytest.raises(NewsdeskError, match="Delete it instead"):
        newsroom.withdrawn(replace(RELEASED, state=State.DRAFT, first_published=None), "False", LATER)


def test_what_was_released_is_never_removed() -> None:
    draft = replace(RELEASED, id="draft", state=State.DRAFT, first_published=None)

    newsroom.refuse_removal([draft])
    for seen, released in ([RELEASED], ()), ([draft, RELEASED], ()), ([draft], {"draft"}):
        with pytest.raises(ReleasedError, match="Withdraw"):
            newsroom.refuse_removal(seen, frozenset(released))


def test_an_import_as_published_was_with_readers_before() -> None:
    for first_published in (NOON - timedelta(days=1), NOON + timedelta(days=1), None):
        imported = replace(RELEASED, first_published=first_published)
        assert newsroom.arrived_published(imported, NOON)
        assert newsroom.may_have_arrived_published(imported)


def test_what_was_published_here_did_not_arrive_so() -> None:
    draft = replace(RELEASED, state=State.DRAFT, first_published=None)

    assert not newsroom.arrived_published(RELEASED, NOON + timedelta(milliseconds=20))
    assert not newsroom.arrived_published(draft, NOON)
    assert not newsroom.may_have_arrived_published(draft)
