"""Which text of an entry is settled, and what is owed from it."""

from dataclasses import replace

import pytest

from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.newsroom import Standing, owes_class
from newsdesk.domain.settling import standings_along
from tests.domain.values import entry

FIRST = entry("Harbour closed", "Two ships wait.")
NOTED = Notice(NoticeKind.CORRECTION, "It is open.")
GONE = Notice(NoticeKind.WITHDRAWN, "It was false.")


def saying(headline: str, *notices: Notice, state: State = State.PUBLISHED) -> Entry:
    return replace(FIRST, headline=headline, notices=notices, state=state)


def last(*told: tuple[Entry, bool]) -> Standing:
    standing = [*standings_along(told)][-1]
    assert standing is not None
    return standing


OUT, KEPT = True, False


@pytest.mark.parametrize(
    ("told", "settled", "owes"),
    [
        ([(saying("S"), OUT), (saying("X"), KEPT)], "S", True),
        ([(saying("S"), OUT), (saying("X"), OUT)], "S", True),
        ([(saying("S"), OUT), (saying("X"), OUT), (saying("Y"), OUT)], "S", True),
        ([(saying("S"), OUT), (saying("X"), OUT), (saying("S"), KEPT)], "S", False),
        ([(saying("S"), OUT), (saying("X"), OUT), (saying("X", NOTED), KEPT)], "S", False),
        ([(saying("S"), OUT), (saying("X"), OUT), (saying("X", NOTED), OUT)], "X", False),
        ([(saying("S"), OUT), (saying("X", NOTED), OUT), (saying("Y", NOTED), OUT)], "X", True),
        ([(saying("S"), OUT), (saying("X", NOTED), KEPT), (saying("Y", NOTED), OUT)], "X", True),
        ([(saying("S"), OUT), (saying("X", NOTED), KEPT), (saying("X"), KEPT)], "S", True),
        ([(saying("S"), OUT), (saying("X"), OUT), (saying("X", NOTED), OUT), (saying("X"), OUT)], "X", False),
    ],
)  # fmt: skip
def test_a_release_settles_what_is_classed_and_nothing_else(
    told: list[tuple[Entry, bool]], settled: str, owes: bool
) -> None:
    standing = last(*told)

    assert standing.settled.headline == settled
    assert owes_class(told[-1][0], standing) is owes


def test_before_its_first_release_an_entry_has_no_standing() -> None:
    assert [*standings_along([(saying("A"), KEPT), (saying("B"), OUT)])] == [
        None, Standing(released=saying("B"), settled=saying("B")),
    ]


def test_what_readers_saw_last_is_known_beside_what_is_settled() -> None:
    standing = last((saying("S"), OUT), (saying("X"), OUT), (saying("Y"), KEPT))

    assert (standing.released.headline, standing.settled.headline) == ("X", "S")


def test_a_withdrawal_and_its_end_class_no_change() -> None:
    noted = saying("X", NOTED)
    told = [
        (saying("S"), OUT), (noted, KEPT), (saying("Y", NOTED, GONE, state=State.WITHDRAWN), OUT),
        (saying("Y", NOTED), KEPT),
    ]  # fmt: skip

    assert owes_class(told[-1][0], last(*told))


def test_taking_a_notice_back_that_readers_saw_classes_nothing() -> None:
    told = [(saying("S"), OUT), (saying("X", NOTED), KEPT), (saying("Y", NOTED), OUT), (saying("Y"), KEPT)]

    assert owes_class(told[-1][0], last(*told))


def test_a_draft_shown_on_request_is_settled_by_what_is_published_after_it() -> None:
    told = [(saying("S", state=State.DRAFT), OUT), (saying("X"), OUT)]

    assert not owes_class(told[-1][0], last(*told))


def test_what_was_public_is_not_settled_by_being_a_draft_for_a_while() -> None:
    told = [(saying("S"), OUT), (saying("X", state=State.DRAFT), OUT), (saying("X"), OUT)]

    assert owes_class(told[-1][0], last(*told))
