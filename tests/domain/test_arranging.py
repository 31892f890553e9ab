"""Which way a blog runs."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.arranging import MANY, Key, astray, is_newest_first, telling_rows

CLOCKS = st.lists(st.integers(0, 59).map(lambda minute: f"2022-01-06T05:{minute:02}"), max_size=40)


def newest_first(minutes: list[str]) -> bool:
    return is_newest_first(*([minutes[row] for row in rows] for rows in telling_rows(len(minutes))))


def test_most_neighbours_tell_and_in_doubt_the_newest_is_on_top() -> None:
    assert newest_first(["05:41", "05:09", "04:50"])
    assert not newest_first(["04:50", "05:09", "05:41"])
    assert newest_first(["05:41", "04:50", "05:09", "04:40"])
    assert newest_first([])
    assert newest_first(["05:41", "05:41"])


def test_what_is_not_known_says_nothing() -> None:
    assert not newest_first(["", "04:50", "05:09", "", "03:00"])


def test_of_a_long_blog_both_ends_tell() -> None:
    rows = telling_rows(MANY)

    assert [len(part) for part in rows] == [64, 64]
    assert (rows[0][0], rows[1][-1]) == (0, MANY - 1)
    assert telling_rows(MANY - 1) == (range(MANY - 1),)


def test_a_key_knows_its_minute() -> None:
    assert Key("U", "id", "2022-01-06T05:41Z GMT").minute == "2022-01-06T05:41"
    assert Key("", "", "").minute == ""


@given(CLOCKS, st.booleans())
def test_in_time_order_nothing_is_astray(times: list[str], runs_down: bool) -> None:
    assert not astray(sorted(times, reverse=runs_down), newest_first=runs_down)


@given(CLOCKS, st.booleans())
def test_without_those_astray_the_others_stand_in_order(times: list[str], runs_down: bool) -> None:
    rows = astray(times, newest_first=runs_down)

    staying = [time for row, time in enumerate(times) if row not in rows]

    assert staying == sorted(staying, reverse=runs_down)


@given(st.lists(st.sampled_from(["", "05:00", "05:01", "05:02", "05:03"]), max_size=9), st.booleans())
def test_astray_is_what_not_every_longest_run_in_order_has(times: list[str], runs_down: bool) -> None:
    rows = [row for row, time in enumerate(times) if time]
    runs = [run for size in range(len(rows) + 1) for run in combinations(rows, size) if _runs_on(times, run, runs_down)]

    common = set(rows).intersection(*(run for run in runs if len(run) == len(runs[-1])))

    assert astray(times, newest_first=runs_down) == set(rows) - common


def _runs_on(times: list[str], run: tuple[int, ...], runs_down: bool) -> bool:
    told = [times[row] for row in run]
    return told == sorted(told, reverse=runs_down)


def test_where_a_time_is_not_known_nothing_is_astray() -> None:
    assert not astray(["2022-01-06T05:41", "", "2022-01-06T05:09"], newest_first=True)
