"""Which way a blog runs: told by the order in which it was written as much as by its times."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsdesk.desk import inserting, rearranging, writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.importing import import_file
from newsdesk.domain.blog import Blog
from newsdesk.domain.revision import Author
from newsdesk.domain.stamp import ShownTime
from newsdesk.store.store import Store
from tests.desk.newsroom import NOON, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def at_desk(store_file: Path, clock: Clock) -> Iterator[Desk]:
    store = Store(store_file)
    yield Desk(store, Author("desk", "Ann"), clock=clock)
    store.close()


def written(desk: Desk, clock: Clock, backdated: int) -> Blog:
    """A blog whose second entry and the next ones were dated back, each further than the one before."""
    blog = writing.new_blog(desk, "Storm")
    writing.add_entry(desk, blog, headline="First")
    for number in range(1, backdated + 1):
        clock.forward(1)
        entry = writing.add_entry(desk, blog, headline=f"Back {number}")
        writing.change(desk, entry, "Edit time", time=ShownTime(NOON - timedelta(minutes=10 * number)))
    clock.forward(1)
    return blog


def headlines(desk: Desk, blog: Blog) -> list[str]:
    return [entry.headline for entry in desk.store.entries_of(blog.id)]


def test_a_blog_with_nothing_or_one_entry_runs_down_from_the_newest(at_desk: Desk) -> None:
    blog = writing.new_blog(at_desk, "Storm")

    assert at_desk.store.is_newest_first(blog.id)
    writing.add_entry(at_desk, blog, headline="Only")
    assert at_desk.store.is_newest_first(blog.id)


@pytest.mark.parametrize("backdated", [1, 2, 3, 4])
def test_dating_entries_back_turns_no_blog_round(at_desk: Desk, clock: Clock, backdated: int) -> None:
    blog = written(at_desk, clock, backdated)

    writing.add_entry(at_desk, blog, headline="Latest")

    assert headlines(at_desk, blog)[0] == "Latest"


@pytest.mark.parametrize("backdated", [1, 2, 3, 4])
def test_sorting_a_blog_written_here_puts_the_newest_on_top_and_keeps_it_there(
    at_desk: Desk, clock: Clock, backdated: int
) -> None:
    blog = written(at_desk, clock, backdated)

    rearranging.sort_by_time(at_desk, blog.id)
    writing.add_entry(at_desk, blog, headline="Latest")

    assert headlines(at_desk, blog)[:3] == ["Latest", "First", "Back 1"]


def test_putting_a_backdated_entry_in_time_order_puts_it_below(at_desk: Desk, clock: Clock) -> None:
    blog = written(at_desk, clock, 1)
    latest = at_desk.store.entries_of(blog.id)[0]

    inserting.put_in_time_order(at_desk, [latest.id])

    assert headlines(at_desk, blog) == ["First", "Back 1"]


@pytest.mark.parametrize("newest_first", [True, False])
def test_a_text_that_comes_in_runs_as_its_times_say(at_desk: Desk, tmp_path: Path, newest_first: bool) -> None:
    clocks = sorted(("05:09", "05:41", "06:30"), reverse=newest_first)
    text = "Storm\n\n" + "\n\n".join(f"{clock} GMT 01.02.2024\n\nAt {clock}\n\nText." for clock in clocks)
    file = tmp_path / "storm.txt"
    file.write_text(text, "utf-8")

    blog = import_file(at_desk, file).blog

    assert at_desk.store.is_newest_first(blog.id) is newest_first
    writing.add_entry(at_desk, blog, headline="Latest")
    assert headlines(at_desk, blog)[0 if newest_first else -1] == "Latest"
