"""Drafting by keyboard alone: every form of a time, what completes, what expands, the newsroom's zone, focus."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.journeys.screen import Screen
from tests.journeys.test_on_deadline import entries

NOW = timedelta(minutes=2)  # how long it may take from a key to the store
PREFERENCES = {
    "author": "Ann", "knows_author": True, "zone": "Asia/Almaty", "zones": {"MSK": "GMT+3"},
    "snippets": {"pca": "the press centre of the administration"},
}  # fmt: skip


def prefer(screen: Screen, **chosen: Any) -> None:  # noqa: ANN401  any preference
    """What a person has chosen before."""
    folder = screen.folder / "config/newsdesk"
    folder.mkdir(parents=True)
    (folder / "preferences.json").write_text(json.dumps(PREFERENCES | chosen), "utf-8")


def moment(entry: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(entry["time"])


def is_about(told: datetime, wanted: datetime) -> bool:
    return abs(told - wanted) <= NOW


def clock(hour: int, minute: int, month_day: tuple[int, int] | None = None) -> Any:  # noqa: ANN401  a judge
    def judge(told: datetime, now: datetime) -> bool:
        is_day = month_day is None or (told.month, told.day) == month_day
        return is_day and (told.hour, told.minute) == (hour, minute) and told <= now + timedelta(minutes=16)

    return judge


def yesterday(hour: int, minute: int) -> Any:  # noqa: ANN401  a judge
    return lambda told, now: clock(hour, minute)(told, now) and told.date() == now.date() - timedelta(days=1)


def from_now(**away: int) -> Any:  # noqa: ANN401  a judge
    return lambda told, now: is_about(told, now + timedelta(**away))


TIMES = [
    ("0541", clock(5, 41)), ("5:41", clock(5, 41)), ("5.41am", clock(5, 41)), ("05:41 GMT", clock(5, 41)),
    ("5.41pm", clock(17, 41)), ("541pm", clock(17, 41)), ("now", from_now()), ("-5m", from_now(minutes=-5)),
    ("+1h", from_now(hours=1)), ("yesterday 23:10", yesterday(23, 10)), ("6 Jan 05:41", clock(5, 41, (1, 6))),
    ("06.01. 05:41", clock(5, 41, (1, 6))), ("05:41 MSK", clock(2, 41)), ("05:41 GMT+3", clock(2, 41)),
    ("05:41 GMT 06.01.2022", lambda told, _: told == datetime(2022, 1, 6, 5, 41, tzinfo=UTC)),
    ("2022-01-06 05:41", lambda told, _: told == datetime(2022, 1, 6, 5, 41, tzinfo=UTC)),
    ("25:99", from_now()), ("Up Up Up", from_now(minutes=3)), ("Down", from_now(minutes=-1)),
    ("0000 ctrl+t", from_now()),
]  # fmt: skip
BAD = 16  # what is no time keeps Enter in the field
_KEYS = {"Up", "Down", "ctrl+t"}


def type_time(screen: Screen, typed: str) -> None:
    words = [word for word in typed.split() if word not in _KEYS]
    if words:
        screen.keys("ctrl+a")
        screen.type(" ".join(words))
    screen.keys(*(word for word in typed.split() if word in _KEYS))


def test_twenty_entries_on_deadline_with_every_form_of_a_time(screen: Screen) -> None:
    prefer(screen, zone="GMT")
    screen.open()

    screen.keys("ctrl+n")
    screen.wait(lambda: len(entries(screen)) == 1)
    for number, (typed, _) in enumerate(TIMES):
        screen.type(f"Report {number}")
        screen.keys("shift+Tab")
        type_time(screen, typed)
        if number in (0, BAD):
            screen.picture(f"time-{number}")
        screen.keys(*(["ctrl+t"] if number == BAD else []), "Return", "Return")
        screen.type("Text.")
        screen.keys("ctrl+Return" if number + 1 < len(TIMES) else "ctrl+2")
    screen.wait(lambda: len(entries(screen)) == 20 and entries(screen)[0]["state"] == "ready", seconds=15)

    now = datetime.now(UTC)
    written = {entry["headline"]: moment(entry) for entry in entries(screen)}
    wrong = [
        (typed, written[f"Report {number}"])
        for number, (typed, judge) in enumerate(TIMES)
        if not judge(written[f"Report {number}"], now)
    ]
    assert wrong == []
    assert [entry["headline"] for entry in entries(screen)] == [f"Report {n}" for n in reversed(range(20))]
    assert all(entry["body"] == ["Text."] for entry in entries(screen))


def test_names_and_datelines_complete_snippets_expand_and_the_zone_is_the_newsrooms(screen: Screen) -> None:
    prefer(screen)
    screen.open()

    screen.keys("ctrl+n")
    screen.type("Troops leave")
    screen.keys("Return")
    screen.type("ALMATY (Sputnik) - Calm returned, pca said.")
    screen.keys("ctrl+alt+d")
    screen.type("Anna Aru")
    screen.keys("Tab")
    screen.type("Protests, Border")
    screen.keys("Escape", "ctrl+Return")
    screen.wait(lambda: len(entries(screen)) == 2)

    screen.type("Shots heard")
    screen.keys("Return")
    screen.type("al")
    screen.wait_a_moment()
    screen.picture("dateline")
    screen.keys("Tab")
    screen.type("Shots were heard.")
    screen.keys("ctrl+alt+d")
    screen.type("an")
    screen.wait_a_moment()
    screen.picture("byline")
    screen.keys("Down", "Return", "Tab")
    screen.type("bo")
    screen.wait_a_moment()
    screen.keys("Down", "Return", "Escape")
    screen.keys("shift+Tab", "shift+Tab", "ctrl+a")
    screen.type("1141")
    screen.picture("zone")
    screen.keys("Return")
    screen.wait(lambda: moment(entries(screen)[0]).strftime("%H:%M") == "06:41")

    second, first = entries(screen)
    assert first["body"] == ["ALMATY (Sputnik) - Calm returned, the press centre of the administration said."]
    assert second["body"] == ["ALMATY (Sputnik) - Shots were heard."]
    assert (first["bylines"], first["labels"]) == (["Anna Aru"], ["Protests", "Border"])
    assert (second["bylines"], second["labels"]) == (["Anna Aru"], ["Border"])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_focus_mode_leaves_the_entry_alone_and_typing_goes_on(screen: Screen, theme: str) -> None:
    prefer(screen, theme=theme)
    screen.open()
    screen.keys("ctrl+n")
    screen.type("Troops leave")
    screen.keys("Return")
    screen.type("They left ")

    screen.keys("F8")
    screen.wait_a_moment()
    screen.type("at noon")
    screen.picture("focus")
    screen.keys("F8")
    screen.type(".")

    screen.wait(lambda: entries(screen)[0]["body"] == ["They left at noon."])
