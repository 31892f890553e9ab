"""Order keys leave room between any two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.order import DIGITS, LONGEST, between, spread


@given(st.lists(st.integers(0, 10_000), max_size=300))
def test_keys_inserted_anywhere_stay_in_order(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        low = keys[at - 1] if at else ""
        high = keys[at] if at < len(keys) else ""
        keys.insert(at, between(low, high))

    assert keys == sorted(set(keys))
    assert all(set(key) <= set(DIGITS) and not key.endswith("0") for key in keys)


@pytest.mark.parametrize("at_end", [True, False])
def test_a_blog_written_from_one_end_keeps_short_keys(at_end: bool) -> None:
    key = between()
    for _ in range(100_000):
        key = between(key, "") if at_end else between("", key)

    assert len(key) <= 6


def test_a_gap_takes_many_before_its_keys_are_long() -> None:
    low, high = spread(2)
    drops = 0
    while len(high) <= LONGEST:
        high = between(low, high)
        drops += 1

    assert drops >= 200


@given(st.integers(0, 500), st.data())
def test_keys_are_spread_between_any_two(count: int, data: st.DataObject) -> None:
    ends = spread(data.draw(st.integers(2, 50)))
    place = data.draw(st.integers(0, len(ends) - 2))
    low, high = data.draw(st.sampled_from([("", ""), (ends[place], ends[place + 1]), ("", ends[0]), (ends[-1], "")]))

    keys = spread(count, low, high)

    assert len(keys) == count
    assert keys == sorted(set(keys))
    assert not keys or (low < keys[0] and (not high or keys[-1] < high))
    assert all(not key.endswith("0") for key in keys)


def test_a_hundred_thousand_keys_are_short() -> None:
    assert max(map(len, spread(100_000))) <= 3


def test_there_is_no_room_between_a_key_and_itself() -> None:
    with pytest.raises(ValueError, match="no room"):
        between("U", "U")
