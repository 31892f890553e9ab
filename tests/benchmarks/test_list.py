"""G4 and G5: the list of entries, beside a repaint and beside the default delegate on Qt's own model."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from statistics import median
from time import process_time

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel
from PySide6.QtWidgets import QHeaderView, QTableView
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from newsdesk.desk.listing import Listing
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.arranging import Key
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.order import spread
from newsdesk.domain.record import time_to_text
from newsdesk.domain.revision import Author, Done, Revision
from newsdesk.domain.stamp import ShownTime
from newsdesk.ui import look
from newsdesk.ui.entry_list.model import EntryModel
from newsdesk.ui.entry_list.view import EntryView
from newsdesk.ui.signals import DeskSignals
from tests.ui.conftest import NOON

ROWS, ROUNDS, STEPS = 100_000, 45, 20
BLOG = Blog(created=NOON, last_changed=NOON, headline="Long")
AnyIndex = QModelIndex | QPersistentModelIndex


class Counting(EntryModel):
    """A model that counts how often it is asked for its rows."""

    asked = 0

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, N802
        self.asked += 1
        return super().rowCount(parent)


def time_of(number: int) -> ShownTime:
    """Newest first, so that what is moved stands out of time order."""
    return ShownTime(NOON - timedelta(minutes=2 * number))


def entry(number: int, order: str) -> Entry:
    return Entry(
        id=f"{number:08}-0000-4000-8000-000000000000", blog=BLOG.id, order=order, time=time_of(number), created=NOON,
        last_changed=NOON, headline=f"Entry {number} about the talks in the city and what came of them",
        body=paragraphs("The first words of the text stand in the second line of the list, and are cut."),
        state=State.PUBLISHED,
    )  # fmt: skip


@pytest.fixture
def ours(qtbot: QtBot) -> EntryView:
    """A list of which a page is read, as on a screen."""
    orders = spread(ROWS)
    entries = {number: entry(number, orders[number]) for number in range(500)}
    keys = (
        Key(order, f"{number:08}-0000-4000-8000-000000000000", time_to_text(time_of(number)))
        for number, order in enumerate(orders)
    )
    signals = DeskSignals()
    live = LiveDesk(lambda: pytest.fail("nothing is to be read"), signals.deliver, signals.announcements())
    model = Counting(live)
    model.show(BLOG, Listing(keys), entries.values())
    view = EntryView(model)
    _show(qtbot, view)
    return view


@pytest.fixture
def plain(qtbot: QtBot) -> QTableView:
    """Qt's own delegate on Qt's own model, with rows of the same height."""
    view = QTableView()
    view.setModel(QStringListModel([f"Entry {number} about the talks in the city" for number in range(ROWS)], view))
    view.horizontalHeader().hide()
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(look.ROW)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    _show(qtbot, view)
    return view


def test_a_scrolled_frame_is_cheaper_than_with_the_default_delegate(
    benchmark: BenchmarkFixture, ours: EntryView, plain: QTableView
) -> None:
    _scroll(ours), _scroll(plain)

    ratios = benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: [_scroll(ours) / _scroll(plain) for _ in range(ROUNDS)], rounds=1
    )

    benchmark.extra_info["ratio"] = round(median(ratios), 2)
    assert median(ratios) <= 0.8


@pytest.mark.parametrize("kind", ["edit", "insert", "delete", "move"])
def test_a_change_among_a_hundred_thousand_costs_at_most_two_and_a_half_repaints(
    benchmark: BenchmarkFixture, ours: EntryView, kind: str
) -> None:
    model = ours.entries
    first, second, third = (model.entry(row) for row in (3, 4, 5))
    assert first and second and third and isinstance(model, Counting)
    moved, between = replace(third, order=first.order + "1"), ShownTime(first.time.sortable - timedelta(minutes=1))
    edits = {
        "edit": Edit.of("Edit", [first], [replace(first, headline="Changed")]),
        "insert": Edit.of("New", after=[replace(entry(999_999, first.order + "2"), time=between)]),
        "delete": Edit.of("Delete", [second]),
        "move": Edit.of("Move", [third], [moved]),
    }
    done = _done(edits[kind])

    ratios = benchmark.pedantic(lambda: [_change(ours, done) for _ in range(ROUNDS)], rounds=1)  # type: ignore[no-untyped-call]

    model.asked = 0
    model.follow(done)
    ours.viewport().repaint()
    benchmark.extra_info.update(ratio=round(median(ratios), 2), asked=model.asked)
    assert median(ratios) <= 2.5
    assert model.asked <= 200


def _change(view: EntryView, done: Done) -> float:
    """A change and its inverse, both painted, beside two repaints."""
    def forth_and_back() -> None:
        for each in (done, _done(done.edit.inverse())):
            view.entries.follow(each)
            view.viewport().repaint()

    def twice() -> None:
        for _ in range(2):
            view.viewport().repaint()

    return _time(forth_and_back) / _time(twice)


def _done(edit: Edit) -> Done:
    return Done(Revision(id="r", sequence=1, blog=BLOG.id, author=Author("d"), at=NOON, title=edit.title), edit)


def _scroll(view: QTableView) -> float:
    """The CPU time of some frames, each a few pixels further."""
    bar = view.verticalScrollBar()
    bar.setValue(0)

    def frames() -> None:
        for step in range(1, STEPS + 1):
            bar.setValue(step * 40)
            view.viewport().repaint()

    return _time(frames)


def _time(work: Callable[[], None]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _show(qtbot: QtBot, view: QTableView) -> None:
    qtbot.addWidget(view)
    view.resize(380, 800)
    view.show()
    qtbot.waitExposed(view)
