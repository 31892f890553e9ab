"""Which way a blog runs."""

from newsdesk.domain.arranging import MANY, Key, is_newest_first, telling_rows


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
