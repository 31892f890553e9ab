from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.desk import writing
from newsdesk.desk.opening import open_desk
from newsdesk.domain.entry import Entry
from newsdesk.errors import NewsdeskError, StoreError
from newsdesk.store.store import Store
from newsdesk.ui.entry_pane.visit import Visit
from tests.ui.conftest import Newsroom


def first_entry(newsroom: Newsroom) -> Entry:
    desk = open_desk(str(newsroom.path), newsroom.preferences)
    entry = desk.store.entries_of(desk.store.blogs()[0].id)[0]
    desk.store.close()
    return entry


@pytest.fixture
def visit(filled: Newsroom, qtbot: QtBot) -> Visit:
    entry = first_entry(filled)
    filled.live.start()
    filled.settle()
    return Visit(filled.live, entry)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A disk that is full until the returned function frees it."""

    def refuse(*_: object, **__: object) -> None:
        raise StoreError("The disk is full.")

    with_room = Store.apply
    monkeypatch.setattr(Store, "apply", refuse)
    return lambda: monkeypatch.setattr(Store, "apply", with_room)


def test_steps_are_stored_each_upon_the_one_before(visit: Visit, filled: Newsroom) -> None:
    for text in ("P", "Po", "Port"):
        visit.give("Edit headline", headline=text)
    filled.settle()

    assert filled.stored()[0] == "Port"
    assert visit.is_stored


def test_a_refused_step_is_told_once_and_what_was_typed_after_it_comes_with_the_next_try(
    visit: Visit, filled: Newsroom, full_disk: Callable[[], None]
) -> None:
    refused: list[NewsdeskError] = []
    visit.refused.connect(refused.append)
    visit.give("Edit headline", headline="One")
    visit.give("Edit headline", headline="Two")
    filled.settle()
    visit.give("Edit headline", headline="Three")
    filled.settle()
    assert [error.sentence for error in refused] == ["The disk is full."]
    assert filled.stored()[0] == "Police report an assault"

    full_disk()
    visit.try_again()
    filled.settle()

    assert filled.stored()[0] == "Three"
    assert visit.refusal is None and visit.is_stored


def test_it_is_tried_again_without_being_asked(
    visit: Visit, filled: Newsroom, full_disk: Callable[[], None], qtbot: QtBot
) -> None:
    visit.give("Edit headline", headline="Typed on a full disk")
    filled.settle()

    full_disk()
    with qtbot.waitSignal(visit.recovered, timeout=6_000):
        pass

    assert filled.stored()[0] == "Typed on a full disk"


def change_elsewhere(filled: Newsroom, **fields: Any) -> None:  # noqa: ANN401  of Entry
    desk = open_desk(str(filled.path), filled.preferences)
    entry = desk.store.entries_of(desk.store.blogs()[0].id)[0]
    writing.change(desk, entry, "Edit elsewhere", **fields)
    desk.store.close()


def test_somebody_elses_change_of_the_same_field_is_never_overwritten_unasked(visit: Visit, filled: Newsroom) -> None:
    change_elsewhere(filled, headline="Theirs")

    visit.give("Edit headline", headline="Mine")
    filled.settle()

    assert filled.stored()[0] == "Theirs"
    assert visit.refusal is not None and visit.entry.headline == "Mine"


def test_after_a_conflict_one_can_insist(visit: Visit, filled: Newsroom) -> None:
    change_elsewhere(filled, headline="Theirs")
    visit.give("Edit headline", headline="Mine")
    filled.settle()

    visit.insist()
    filled.settle()

    assert filled.stored()[0] == "Mine" and visit.refusal is None


def test_after_a_conflict_one_can_yield(visit: Visit, filled: Newsroom) -> None:
    change_elsewhere(filled, headline="Theirs")
    visit.give("Edit headline", headline="Mine")
    filled.settle()

    visit.yield_to_others()
    filled.settle()

    assert visit.entry.headline == "Theirs" and visit.refusal is None


def test_somebody_elses_change_of_another_field_is_no_conflict(visit: Visit, filled: Newsroom) -> None:
    filled.signals.edited.connect(visit.follow)
    change_elsewhere(filled, is_key=True)

    visit.give("Edit headline", headline="Mine")
    filled.settle()

    assert filled.stored()[0] == "Mine"
    assert visit.entry.is_key


def test_words_on_their_way_stay_on_the_screen_when_somebody_elses_come_first(visit: Visit, filled: Newsroom) -> None:
    filled.signals.edited.connect(visit.follow)
    change_elsewhere(filled, headline="Theirs")
    visit.give("Edit headline", headline="Mine")
    filled.settle()

    shown = visit.entry.headline
    visit.insist()
    filled.settle()

    assert shown == "Mine"
    assert filled.stored()[0] == "Mine"
