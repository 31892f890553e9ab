from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.listing import Listing
from newsdesk.desk.opening import open_desk, read_first
from newsdesk.domain.arranging import Key, is_newest_first
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.record import time_to_text
from newsdesk.domain.revision import Done
from newsdesk.domain.stamp import ShownTime
from newsdesk.ui.entry_list import sequence
from newsdesk.ui.entry_list.model import EntryModel
from tests.ui.conftest import NOON, Newsroom, at


class AtDesk:
    """A model that follows a desk at once, as if the desk sat in the window's thread."""

    def __init__(self, newsroom: Newsroom) -> None:
        self.desk: Desk = open_desk(str(newsroom.path), newsroom.preferences)
        self.model = EntryModel(newsroom.live)
        self.desk.listen(self.model.follow)
        self.read()

    def read(self) -> None:
        first = read_first(self.desk)
        assert first.blog and first.opened
        self.blog = first.blog
        self.model.show(first.blog, first.opened.listing, first.opened.entries)

    def shown(self) -> list[str]:
        entries = [self.model.entry(row) for row in range(self.model.rowCount())]
        return [entry.headline if entry else "?" for entry in entries]

    def stored(self) -> list[str]:
        return [entry.headline for entry in self.desk.store.entries_of(self.blog.id)]


@pytest.fixture
def table(filled: Newsroom) -> AtDesk:
    return AtDesk(filled)


def test_the_model_keeps_the_rules_of_qt_through_every_kind_of_edit(
    table: AtDesk, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(table.model)  # type: ignore[no-untyped-call]
    desk, model = table.desk, table.model
    first, last = model.key(0).id, model.key(2).id

    new = writing.add_entry(desk, table.blog, headline="New on top")
    writing.move_entries(desk, [last], above=first)
    writing.move_entries(desk, [first], below=model.key(3).id)
    writing.change(desk, new, "Edit headline", headline="Renamed")
    writing.delete_entries(desk, [last])
    assert table.shown() == table.stored()
    for _ in range(5):
        desk.undo(table.blog.id)
        assert table.shown() == table.stored()
    for _ in range(5):
        desk.redo(table.blog.id)
        assert table.shown() == table.stored()

    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_an_edit_of_one_entry_repaints_one_row(table: AtDesk) -> None:
    repainted: list[tuple[int, int]] = []
    table.model.dataChanged.connect(lambda a, b: repainted.append((a.row(), b.row())))
    entry = table.model.entry(1)
    assert entry

    writing.change(table.desk, entry, "Edit headline", headline="Changed")

    assert repainted == [(1, 1)]
    assert table.shown()[1] == "Changed"


def test_a_moved_entry_keeps_its_persistent_index(table: AtDesk) -> None:
    kept = QPersistentModelIndex(table.model.index(2, 0))
    id = table.model.key(2).id

    writing.move_entries(table.desk, [id], above=table.model.key(0).id)

    assert (kept.row(), table.model.key(kept.row()).id) == (0, id)


def test_what_is_not_read_yet_is_a_placeholder_and_comes_by_itself(filled: Newsroom, qtbot: QtBot) -> None:
    model = EntryModel(filled.live)
    filled.live.start()
    desk = open_desk(str(filled.path), filled.preferences)
    blog = desk.store.blogs()[0]
    model.show(blog, Listing(desk.store.each_key(blog.id)))

    assert model.entry(1) is None
    with qtbot.waitSignal(model.dataChanged):
        pass

    entry = model.entry(1)
    assert entry and entry.headline == "Troops leave the square"


def test_a_large_edit_asks_for_the_listing_anew(table: AtDesk, qtbot: QtBot) -> None:
    many = [
        Entry(blog=table.blog.id, order=f"k{n:03}", time=at("03:00"), created=NOON, last_changed=NOON)
        for n in range(150)
    ]

    with qtbot.waitSignal(table.model.stale):
        writing.restore_entries(table.desk, many)

    assert table.model.rowCount() == 3


def test_an_edit_in_another_blog_changes_nothing_here(table: AtDesk) -> None:
    other = writing.new_blog(table.desk, "Elsewhere")
    seen: list[QModelIndex] = []
    table.model.rowsInserted.connect(lambda *_: seen.append(QModelIndex()))

    writing.add_entry(table.desk, other, headline="Not here")

    assert seen == [] and table.model.rowCount() == 3


def test_a_changed_time_moves_no_row(table: AtDesk) -> None:
    entry = table.model.entry(0)
    assert entry

    writing.change(table.desk, entry, "Edit time", time=at("02:00"))

    assert table.shown()[0] == entry.headline
    assert table.model.is_out_of_order(0)


def test_which_way_the_blog_runs_decides_what_is_marked(table: AtDesk) -> None:
    table.model.show(table.blog, listing("02:00", "01:00", "03:00", "04:00"))

    table.model.run(newest_first=False)

    assert [row for row in range(4) if table.model.is_out_of_order(row)] == [0, 1]


def listing(*clocks: str) -> Listing:
    def stamp(clock: str) -> str:
        days = timedelta(days=-1 if clock.startswith("-") else 0)
        time = at(clock.removeprefix("-"))
        return time_to_text(ShownTime(time.sortable + days, "GMT"))

    return Listing(Key(f"{n:02}", f"id{n}", stamp(clock)) for n, clock in enumerate(clocks))


@pytest.mark.parametrize(
    ("clocks", "marked"),
    [
        (("05:41", "05:09", "04:50"), []),
        (("04:50", "05:41", "05:09"), [0]),
        (("05:41", "04:50", "05:09", "04:40", "04:30"), [1, 2]),
        (("05:41", "03:00", "05:09", "04:50", "04:40"), [1]),
        (("05:41", "05:09", "04:50", "04:40", "06:00"), [4]),
        (("01:00", "02:00", "03:00"), []),
        (("05:41", "03:30", "03:00", "05:09", "04:50", "04:40"), [1, 2]),
        (("05:41", "05:09", "06:10", "06:00", "04:40"), [0, 1, 2, 3]),
        (("07:00", "05:41", "05:09", "05:00", "06:10", "06:00", "04:50"), [4, 5]),
        (("05:41", "05:41"), []),
        (("05:41",), []),
    ],
)
def test_the_entry_that_stands_wrong_is_marked_and_its_neighbours_are_not(
    clocks: tuple[str, ...], marked: list[int]
) -> None:
    keys = listing(*clocks)
    times = [key.minute for key in keys]
    astray = sequence.Astray(keys, newest_first=is_newest_first(times))

    assert [row for row in range(len(keys)) if row in astray] == marked


def test_a_day_begins_where_the_date_changes(table: AtDesk) -> None:
    table.model.show(table.blog, listing("05:41", "05:09", "-23:00", "-22:00"))

    assert [table.model.starts_day(row) for row in range(4)] == [True, False, True, False]


def test_a_row_reads_as_a_sentence(table: AtDesk) -> None:
    entry = table.model.entry(1)
    assert entry
    writing.set_key(table.desk, [entry.id], True)
    writing.set_state(table.desk, [entry.id], State.READY)

    said = table.model.data(table.model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)

    assert said == "05:09, Troops leave the square, ready, key event, 2 of 3"


def test_an_edit_of_somebody_else_is_followed_too(table: AtDesk, filled: Newsroom) -> None:
    other = open_desk(str(filled.path), filled.preferences)
    seen: list[Done] = []
    table.desk.listen(seen.append)

    writing.add_entry(other, table.blog, headline="From the command line")
    table.desk.catch_up()

    assert table.shown() == table.stored()
    assert len(seen) == 1
