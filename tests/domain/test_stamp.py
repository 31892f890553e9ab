"""Stamps in profile NL/1, and the times they say."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.stamp import Certainty, ShownTime, at_wall_clock, fixed_offset, offset_name, read_stamp, to_minute

moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.just(UTC))
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: offset_name(timedelta(minutes=minutes)))


@given(moments, st.sampled_from(["GMT", "UTC", "UTC+3", "GMT-4:30", "GMT+14"]) | offsets)
def test_a_stamp_is_read_as_the_time_it_was_written_from(moment: datetime, zone: str) -> None:
    time = ShownTime(moment, zone)

    assert read_stamp(str(time)) == time


@pytest.mark.parametrize(
    ("stamp", "iso"),
    [
        ("05:41 GMT 06.01.2022", "2022-01-06T05:41:00+00:00"),
        ("05:41 GMT+3 06.01.2022", "2022-01-06T02:41:00+00:00"),
        ("05:41 UTC-4:30 06.01.2022", "2022-01-06T10:11:00+00:00"),
        ("00:30 GMT+14 01.01.2022", "2021-12-31T10:30:00+00:00"),
    ],
)
def test_plus_is_ahead_of_greenwich(stamp: str, iso: str) -> None:
    time = read_stamp(stamp)

    assert time is not None
    assert time.clock.isoformat() == iso
    assert str(time) == stamp


@pytest.mark.parametrize(
    "line",
    [
        "05:41 GMT 31.02.2022", "24:00 GMT 06.01.2022", "05:60 GMT 06.01.2022", "5:41 GMT 06.01.2022",
        "05:41 GMT 6.1.2022", " 05:41 GMT 06.01.2022", "05:41 GMT 06.01.2022 ", "05:41 gmt 06.01.2022",
        "05:41 GMT+15 06.01.2022",
        "05:41 GMT+3:60 06.01.2022", "05:41 MSK 06.01.2022", "05:41 GMT 06.01.22", "٠٥:٤١ GMT 06.01.2022", "", "05:41",
        "05:41 GMT 00.01.2022", "05:41 GMT 06.01.0000", "00:30 GMT+3 01.01.0001", "05:41 GMT 06.01.2022\n",
    ],
)  # fmt: skip
def test_anything_else_is_ordinary_text(line: str) -> None:
    assert read_stamp(line) is None


@given(moments)
def test_a_minute_is_written_as_the_standard_has_it(moment: datetime) -> None:
    assert to_minute(moment) == moment.replace(tzinfo=None).isoformat(timespec="minutes")


def test_seconds_are_not_shown_and_not_kept() -> None:
    assert ShownTime(datetime(2022, 1, 6, 5, 41, 59, 7, UTC)) == ShownTime(datetime(2022, 1, 6, 5, 41, tzinfo=UTC))


def test_an_unresolved_time_keeps_its_clock_and_has_no_moment() -> None:
    time = ShownTime(datetime(2022, 1, 6, 5, 41), "MSK")

    assert time.moment is None
    assert str(time) == "05:41 MSK 06.01.2022"
    assert time.sortable == datetime(2022, 1, 6, 5, 41, tzinfo=UTC)


@given(
    st.datetimes(datetime(1970, 1, 1), datetime(2037, 1, 1)), st.sampled_from(["Europe/London", "Asia/Almaty", "GMT-3"])
)
def test_a_wall_clock_shows_again_unless_it_was_skipped(wall: datetime, zone: str) -> None:
    wall = wall.replace(second=0, microsecond=0)

    shown = at_wall_clock(wall, zone, Certainty.ZONE_ASSUMED).local

    assert shown in (wall, wall + timedelta(hours=1))


def test_a_doubled_clock_is_two_moments() -> None:
    wall = datetime(2021, 10, 31, 1, 30)

    first, second = (at_wall_clock(wall.replace(fold=fold), "Europe/London") for fold in (0, 1))

    assert [str(first), str(second)] == ["01:30 GMT+1 31.10.2021", "01:30 GMT 31.10.2021"]


def test_only_offsets_within_fourteen_hours_are_zones() -> None:
    assert fixed_offset("GMT+14") == timedelta(hours=14)
    assert [fixed_offset(zone) for zone in ("GMT+14:01", "GMT+0:60", "gmt", "GMT3", "")] == [None] * 5
