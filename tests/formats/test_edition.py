"""What an export holds: chosen, ordered, explained."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.entry import Entry, State
from newsdesk.errors import ExportError
from newsdesk.formats.edition import Options, Order, Why, edition
from tests.formats.blogs import NOW, blog, entries, full_blog, full_edition, full_entries, stamp


def test_drafts_and_embargoed_entries_stay_out_and_are_counted() -> None:
    export = full_edition()

    assert [why for _, why in export.left_out] == [Why.DRAFT, Why.EMBARGOED]
    assert export.explanation == "Left out: 1 draft and 1 entry under embargo."
    assert not {entry.headline for entry in export.entries} & {"DRAFT HEADLINE", "EMBARGOED HEADLINE"}


def test_drafts_come_in_when_asked_for_but_never_what_is_under_embargo() -> None:
    headlines = {entry.headline for entry in full_edition(Options(include_drafts=True)).entries}

    assert "DRAFT HEADLINE" in headlines
    assert "EMBARGOED HEADLINE" not in headlines


def test_an_embargo_ends() -> None:
    later = edition(full_blog(), full_entries(), now=NOW + timedelta(hours=2))

    assert "EMBARGOED HEADLINE" in {entry.headline for entry in later.entries}


def test_a_desk_can_hold_back_what_is_only_ready() -> None:
    of = blog()
    ready, out = entries(of, {"headline": "a", "state": State.READY}, {"headline": "b"})

    export = edition(of, [ready, out], now=NOW, options=Options(published_only=True))

    assert export.entries == (out,)
    assert export.explanation == "Left out: 1 entry ready but not published."


@pytest.mark.parametrize(
    ("rows", "only", "sentence"),
    [
        ((), None, "has no entries yet"),
        (({"state": State.DRAFT}, {"state": State.DRAFT}), None, "holds only 2 drafts"),
        (({},), frozenset[str](), "no entry is selected"),
    ],
)
def test_an_empty_export_is_refused_with_a_reason(
    rows: tuple[dict[str, object], ...], only: frozenset[str] | None, sentence: str
) -> None:
    of = blog()

    with pytest.raises(ExportError, match=sentence):
        edition(of, entries(of, *rows), now=NOW, options=Options(only=only))


def test_a_selection_keeps_the_dates_of_the_whole_blog() -> None:
    whole = full_edition()

    part = full_edition(Options(only=frozenset({whole.entries[0].id})))

    assert part.entries == whole.entries[:1]
    assert (part.first_published, part.oldest) == (whole.first_published, whole.oldest)


def test_an_archive_takes_everything() -> None:
    assert len(full_edition(Options(everything=True)).entries) == len(full_entries())


@given(st.lists(st.sampled_from(["05:41 GMT 02.03.2024", "05:41 UTC 02.03.2024", "04:00 GMT 02.03.2024"])))
def test_order_is_the_editors_or_a_stable_sort(times: list[str]) -> None:
    of = blog()
    rows = entries(of, {}, *({"time": stamp(time)} for time in times))

    def export(order: Order) -> list[Entry]:
        return list(edition(of, rows, now=NOW, options=Options(order=order)).entries)

    assert export(Order.ARRANGED) == list(rows)
    assert export(Order.NEWEST) == sorted(rows, key=lambda entry: -entry.time.sortable.timestamp())
    assert export(Order.OLDEST) == sorted(rows, key=lambda entry: entry.time.sortable)


def test_editing_the_shown_time_moves_no_first_publication() -> None:
    of = blog()
    (entry,) = entries(of, {"time": stamp("05:41 GMT 02.03.2024")})
    moved = replace(entry, time=stamp("07:00 GMT 02.03.2024"))

    assert edition(of, [moved], now=NOW).first_published == edition(of, [entry], now=NOW).first_published
