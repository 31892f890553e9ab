"""The ledger holds class, who, when, before and after, and what nobody has classed."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.desk import correcting, ledger, writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import export
from newsdesk.domain.entry import Entry, NoticeKind, State
from newsdesk.domain.ledger import Line, LineKind, chosen
from newsdesk.domain.revision import Author
from newsdesk.errors import NewsdeskError
from newsdesk.store.store import Store
from tests.desk.newsroom import Clock, storm


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(store_file: Path, clock: Clock) -> Iterator[Desk]:
    store = Store(store_file)
    yield Desk(store, Author("desk-one", "Ada"), clock)
    store.close()


def edited(desk: Desk, entry: Entry, headline: str) -> Entry:
    writing.change(desk, desk.entry(entry.id), "Edit headline", headline=headline)
    return desk.entry(entry.id)


def test_a_class_is_in_the_ledger_with_who_when_before_and_after(desk: Desk, clock: Clock) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    clock.forward(5)
    at = clock.forward(5)
    correcting.correct(desk, edited(desk, entries[0], "Harbour east"), NoticeKind.CORRECTION, "It is the east one.")

    line, = ledger.ledger(desk, blog.id)

    assert (line.kind, line.who, line.at) == (LineKind.CORRECTION, "Ada", at)
    assert (line.text, line.before, line.after) == ("It is the east one.", "Harbour west", "Harbour east")


def test_one_class_covers_the_sum_of_what_was_typed(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    for headline in ("Harbour e", "Harbour ea", "Harbour east"):
        edited(desk, entries[0], headline)

    assert [line.kind for line in ledger.ledger(desk, blog.id)] == [LineKind.UNCLASSED]

    correcting.correct(desk, desk.entry(entries[0].id), NoticeKind.REFILE)
    line, = ledger.ledger(desk, blog.id)

    assert (line.kind, line.before, line.after) == (LineKind.REFILE, "Harbour west", "Harbour east")


def test_typing_back_clears_the_debt(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    edited(desk, entries[0], "Other")
    assert [line.kind for line in ledger.ledger(desk, blog.id)] == [LineKind.UNCLASSED]

    back = edited(desk, entries[0], entries[0].headline)

    assert ledger.ledger(desk, blog.id) == []
    with pytest.raises(NewsdeskError, match="has changed"):
        correcting.correct(desk, back, NoticeKind.CORRECTION, "Nothing")


def test_a_class_not_yet_released_is_put_differently_and_one_line_remains(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    correcting.correct(desk, edited(desk, entries[0], "Harbour east"), NoticeKind.REFILE)
    correcting.correct(desk, desk.entry(entries[0].id), NoticeKind.CLARIFICATION, "The east one.")

    assert [line.kind for line in ledger.ledger(desk, blog.id)] == [LineKind.CLARIFICATION]


def test_a_second_correction_after_a_release_starts_from_that_release(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    correcting.correct(desk, edited(desk, entries[0], "Harbour east"), NoticeKind.CORRECTION)
    export(desk, blog, "text")
    correcting.correct(desk, edited(desk, entries[0], "Harbour of the east"), NoticeKind.CORRECTION)

    lines = ledger.ledger(desk, blog.id)

    assert [(line.before, line.after) for line in lines] == [
        ("Harbour west", "Harbour east"), ("Harbour east", "Harbour of the east"),
    ]


def test_undoing_a_class_takes_it_out_of_the_ledger_and_the_debt_is_back(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    correcting.correct(desk, edited(desk, entries[0], "Harbour east"), NoticeKind.CORRECTION)

    desk.undo(blog.id)

    assert [line.kind for line in ledger.ledger(desk, blog.id)] == [LineKind.UNCLASSED]


def test_a_withdrawal_that_readers_saw_stays_on_the_record_when_it_is_revoked(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    correcting.withdraw(desk, [entries[0]], "It was false.")
    export(desk, blog, "text")
    writing.set_state(desk, [entries[0].id], State.PUBLISHED)

    line, = ledger.ledger(desk, blog.id)

    assert (line.kind, line.is_revoked) == (LineKind.WITHDRAWN, True)
    assert line.before == "Harbour west\n3 ships wait at the west quay."


def test_what_was_never_released_owes_nothing(desk: Desk) -> None:
    blog, entries = storm(desk)

    edited(desk, entries[0], "Other")

    assert ledger.ledger(desk, blog.id) == []


def test_the_ledger_is_filtered_by_class_and_by_words(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    edited(desk, entries[0], "Other")
    correcting.withdraw(desk, [entries[1]], "It was false.")
    lines = ledger.ledger(desk, blog.id)

    assert [line.kind for line in chosen(lines, ["withdrawn"])] == [LineKind.WITHDRAWN]
    assert [line.kind for line in chosen(lines, words="other WEST")] == [LineKind.UNCLASSED]
    assert chosen(lines, ["withdrawn"], "other") == []


def lines_of(desk: Desk) -> list[Line]:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    correcting.correct(desk, edited(desk, entries[0], "=1+1"), NoticeKind.CORRECTION, "@SUM(A1)\nsecond")
    correcting.withdraw(desk, [entries[1]], "It was false.")
    return ledger.ledger(desk, blog.id)


def test_no_spreadsheet_takes_a_cell_of_the_ledger_for_a_formula(desk: Desk) -> None:
    rows = list(csv.reader(io.StringIO(ledger.to_csv(lines_of(desk)).decode("utf-8-sig"))))

    assert rows[0] == list(ledger.HEADER)
    assert rows[1][4] == "'=1+1" and rows[1][6].startswith("'@SUM")
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_the_ledger_as_json_and_as_text_says_the_same(desk: Desk) -> None:
    lines = lines_of(desk)

    shapes = json.loads(ledger.to_json(lines))
    text = ledger.to_text(lines).decode()

    assert [(shape["class"], shape["who"], shape["before"]) for shape in shapes] == [
        ("correction", "Ada", "Harbour west"),
        ("withdrawn", "Ada", "Harbour south\n2 ships wait at the south quay."),
    ]
    assert "CORRECTION 12:00 GMT 01.03.2024 by Ada: 12:03 GMT 01.03.2024 =1+1\n  Notice: @SUM(A1) second\n" in text
    assert "  Before: Harbour south\n    2 ships wait at the south quay.\n" in text


def test_what_was_released_unclassed_stays_in_the_ledger_and_is_told_from_what_was_settled(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    edited(desk, entries[0], "Harbour east")
    export(desk, blog, "text")
    waiting, = ledger.ledger(desk, blog.id)

    correcting.correct(desk, edited(desk, entries[0], "Harbour of the east"), NoticeKind.CORRECTION)

    line, = ledger.ledger(desk, blog.id)
    assert (waiting.kind, waiting.before, waiting.after) == (LineKind.UNCLASSED, "Harbour west", "Harbour east")
    assert (line.kind, line.before, line.after) == (LineKind.CORRECTION, "Harbour west", "Harbour of the east")
