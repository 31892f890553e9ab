"""Times that a person types."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.describe import describe, distance
from newsdesk.domain.stamp import ShownTime
from newsdesk.domain.times import FURTHEST_AHEAD, Flag, Typed, read_typed
from newsdesk.domain.zones import canonical_zone, is_known_zone
from newsdesk.errors import NewsdeskError

NOW = datetime(2022, 1, 6, 5, 43, 30, tzinfo=UTC)  # a Thursday
OWN = ShownTime(datetime(2021, 12, 24, 9, 0, tzinfo=UTC))
MAP = {"MSK": "Europe/Moscow", "IST": "GMT+5:30"}


def typed(text: str, now: datetime = NOW, zone: str = "GMT", own: ShownTime | None = None) -> Typed:
    return read_typed(text, now=now, zone=zone, own=own, zones=MAP)


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("0541", "05:41 GMT 06.01.2022"),
        ("541", "05:41 GMT 06.01.2022"),
        ("5:41", "05:41 GMT 06.01.2022"),
        ("5.41", "05:41 GMT 06.01.2022"),
        ("5h41", "05:41 GMT 06.01.2022"),
        ("05:41:30", "05:41 GMT 06.01.2022"),
        ("  05:41\u00a0", "05:41 GMT 06.01.2022"),
        ("5.41pm", "17:41 GMT 05.01.2022"),
        ("5:41 p.m.", "17:41 GMT 05.01.2022"),
        ("5pm", "17:00 GMT 05.01.2022"),
        ("12am", "00:00 GMT 06.01.2022"),
        ("12:10 pm", "12:10 GMT 05.01.2022"),
        ("now", "05:43 GMT 06.01.2022"),
        ("NOW", "05:43 GMT 06.01.2022"),
        ("-5m", "05:38 GMT 06.01.2022"),
        ("−5 min", "05:38 GMT 06.01.2022"),
        ("+1h", "06:43 GMT 06.01.2022"),
        ("-1h30", "04:13 GMT 06.01.2022"),
        ("-1h 30m", "04:13 GMT 06.01.2022"),
        ("yesterday 23:10", "23:10 GMT 05.01.2022"),
        ("2310 yesterday", "23:10 GMT 05.01.2022"),
        ("today 0900", "09:00 GMT 06.01.2022"),
        ("tomorrow 6:00", "06:00 GMT 07.01.2022"),
        ("Tue 23:10", "23:10 GMT 04.01.2022"),
        ("thursday 5:41", "05:41 GMT 06.01.2022"),
        ("6 Jan 05:41", "05:41 GMT 06.01.2022"),
        ("6 Jan 0541", "05:41 GMT 06.01.2022"),
        ("Jan 6, 5.41", "05:41 GMT 06.01.2022"),
        ("05:41 6th January", "05:41 GMT 06.01.2022"),
        ("24 Dec 18:00", "18:00 GMT 24.12.2021"),
        ("6 Jan 2020 0541", "05:41 GMT 06.01.2020"),
        ("0541 6 May 2021", "05:41 GMT 06.05.2021"),
        ("29 Feb 10:00", "10:00 GMT 29.02.2020"),
        ("06.01. 05:41", "05:41 GMT 06.01.2022"),
        ("06.01 05:41", "05:41 GMT 06.01.2022"),
        ("5:41 6/1", "05:41 GMT 06.01.2022"),
        ("3/4/2021 5:41", "05:41 GMT 03.04.2021"),
        ("06.01.2022 05:41", "05:41 GMT 06.01.2022"),
        ("2022-01-05 05:41", "05:41 GMT 05.01.2022"),
        ("2022-01-05T05:41", "05:41 GMT 05.01.2022"),
        ("2022-01-05T05:41:09.5+03:00", "05:41 GMT+3 05.01.2022"),
        ("2022-01-05T05:41Z", "05:41 GMT 05.01.2022"),
        ("05:41 MSK", "05:41 GMT+3 06.01.2022"),
        ("05:41 ist", "05:41 GMT+5:30 06.01.2022"),
        ("05:41 GMT+3", "05:41 GMT+3 06.01.2022"),
        ("05:41 utc +3", "05:41 UTC+3 06.01.2022"),
        ("5:41gmt", "05:41 GMT 06.01.2022"),
        ("05:41 +0530", "05:41 GMT+5:30 06.01.2022"),
        ("05:41 europe/london", "05:41 GMT 06.01.2022"),
        ("05:41 GMT 06.01.2022", "05:41 GMT 06.01.2022"),
        ("5:41 msk 06.01.2022", "05:41 GMT+3 06.01.2022"),
        ("yesterday 23:10 MSK", "23:10 GMT+3 05.01.2022"),
    ],
)
def test_a_time_in_a_new_entry_is_read(text: str, stamp: str) -> None:
    assert str(typed(text).time) == stamp


@pytest.mark.parametrize(
    "text",
    [
        "", "10", "May", "6 Jan", "31 Feb 05:41", "25:10", "5:61", "13pm", "05:41 EST", "05:41 XYZ", "05:41 06:00",
        "yesterday", "noon-ish", "05:41 GMT+15", "٠٥:٤١", "yesterday 6 Jan 05:41", "29 Feb 2021 10:00",
        "99999-01-01 05:41", "-99999h", "05:41 " + "x" * 10_000, "1" * 10_000, "+", "-",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_sentence(text: str) -> None:
    with pytest.raises(NewsdeskError) as error:
        typed(text)

    assert "old" in error.value.sentence
    assert len(error.value.sentence) < 300


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("10:15", "10:15 GMT 24.12.2021"),
        ("6 Jan 05:41", "05:41 GMT 06.01.2022"),
        ("now", "05:43 GMT 06.01.2022"),
        ("yesterday 10:15", "10:15 GMT 05.01.2022"),
        ("fri 10:15", "10:15 GMT 24.12.2021"),
    ],
)
def test_a_clock_without_a_date_takes_the_entrys_own_day(text: str, stamp: str) -> None:
    assert str(typed(text, own=OWN).time) == stamp


def test_just_after_midnight_a_late_clock_is_yesterday() -> None:
    assert str(typed("2350", datetime(2022, 1, 7, 0, 10, tzinfo=UTC)).time) == "23:50 GMT 06.01.2022"


def test_just_before_midnight_an_early_clock_may_be_a_few_minutes_ahead() -> None:
    assert str(typed("0005", datetime(2022, 1, 6, 23, 55, tzinfo=UTC)).time) == "00:05 GMT 07.01.2022"


def test_the_day_is_the_one_of_the_blogs_zone() -> None:
    late = datetime(2022, 1, 6, 20, 30, tzinfo=UTC)  # the 7th in Almaty

    assert str(typed("0200", late, "Asia/Almaty").time) == "02:00 GMT+6 07.01.2022"


def test_an_unresolved_time_keeps_the_zone_that_nobody_knows() -> None:
    own = ShownTime(datetime(2021, 12, 24, 9, 0), "CET")

    assert typed("09:20 CET", own=own).time == ShownTime(datetime(2021, 12, 24, 9, 20), "CET")


@pytest.mark.parametrize("text", ["01:30 31.10.2021", "31 Oct 2021 0130"])
def test_a_clock_that_comes_twice_is_flagged_with_both_readings(text: str) -> None:
    found = typed(text, zone="Europe/London")

    assert found.flag is Flag.DOUBLED
    assert {str(time) for time in found.readings} == {"01:30 GMT+1 31.10.2021", "01:30 GMT 31.10.2021"}
    assert found.time == found.readings[0]


def test_a_clock_that_is_skipped_is_flagged_with_both_readings() -> None:
    found = typed("01:30 28.03.2021", zone="Europe/London")

    assert found.flag is Flag.SKIPPED
    assert {str(time) for time in found.readings} == {"02:30 GMT+1 28.03.2021", "00:30 GMT 28.03.2021"}


@given(
    st.datetimes(datetime(1999, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["GMT", "GMT+5:30", "Europe/London", "America/St_Johns", "Asia/Almaty", "Australia/Lord_Howe"]),
)
def test_a_bare_clock_is_never_far_ahead_and_never_a_day_ago(now: datetime, hour: int, minute: int, zone: str) -> None:
    found = typed(f"{hour:02}:{minute:02}", now, zone)

    behind = now - found.time.sortable
    assert -FURTHEST_AHEAD <= behind <= timedelta(days=1, hours=2)
    if found.flag is not Flag.SKIPPED:
        assert (found.time.local.hour, found.time.local.minute) == (hour, minute)


@given(st.text(), st.none() | st.just(OWN))
def test_any_text_is_a_time_or_a_sentence(text: str, own: ShownTime | None) -> None:
    try:
        assert isinstance(typed(text, own=own).time, ShownTime)
    except NewsdeskError as error:
        assert error.sentence


@given(st.datetimes(datetime(1970, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)), st.integers(-840, 840))
def test_a_shown_stamp_typed_again_is_the_same_time(moment: datetime, minutes: int) -> None:
    sign = "-" if minutes < 0 else "+"
    time = ShownTime(moment, f"GMT{sign}{abs(minutes) // 60}:{abs(minutes) % 60:02}")

    assert typed(str(time)).time == time


def test_a_time_is_described_as_shown_here_and_from_now() -> None:
    time = ShownTime(datetime(2022, 1, 6, 5, 41, tzinfo=UTC))

    assert describe(time, now=NOW, local_zone="Asia/Almaty") == (
        "05:41 GMT, Thursday 6 January · 11:41 in Almaty · 2 min ago"
    )
    assert describe(time, now=NOW, local_zone="GMT") == "05:41 GMT, Thursday 6 January · 2 min ago"
    assert describe(OWN, now=NOW, local_zone="Pacific/Kiritimati") == (
        "09:00 GMT, Friday 24 December 2021 · 23:00 in Kiritimati · 12 days ago"
    )


def test_another_day_here_and_an_unknown_zone_are_said() -> None:
    late = ShownTime(datetime(2022, 1, 6, 20, 0, tzinfo=UTC), "Europe/London")
    unresolved = ShownTime(datetime(2022, 1, 6, 20, 0), "MSK")

    assert "02:00 on Friday in Almaty" in describe(late, now=NOW, local_zone="Asia/Almaty")
    assert "01:30 on Friday GMT+5:30" in describe(late, now=NOW, local_zone="GMT+5:30")
    assert describe(unresolved, now=NOW, local_zone="GMT").endswith("nobody has said which zone MSK is")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "now"), (-2, "2 min ago"), (15, "in 15 min"), (-90, "1 h 30 min ago"), (420, "in 7 h"), (-1500, "1 day ago")],
)
def test_a_distance_is_said_in_whole_minutes(minutes: int, words: str) -> None:
    assert distance(NOW.replace(second=0) + timedelta(minutes=minutes), NOW) == words


def test_zones_are_known_by_place_and_offset_and_by_the_newsrooms_map() -> None:
    assert canonical_zone("gmt+03:00") == "GMT+3"
    assert canonical_zone("+0545") == "GMT+5:45"
    assert canonical_zone("america/new york") == "America/New_York"
    assert canonical_zone("msk", MAP) == "Europe/Moscow"
    assert [canonical_zone(name) for name in ("EST", "IST", "GMT+15", "nowhere", "")] == [None] * 5
    assert [is_known_zone(name) for name in ("GMT", "UTC-4:30", "Europe/London", "GMT+15", "MSK", "../x", "")] == [
        True, True, True, False, False, False, False,
    ]  # fmt: skip
