"""What a person writes goes in and can be taken back."""

import random
from datetime import UTC, datetime, timedelta

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.domain import order
from newsdesk.domain.blog import Shelf
from newsdesk.domain.entry import State
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.stamp import ShownTime

NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)


def arrangement(desk: Desk, blog: str) -> list[str]:
    return [key.id for key in desk.store.keys(blog)]


def headlines(desk: Desk, blog: str) -> list[str]:
    return [entry.headline for entry in desk.store.entries_of(blog)]


def test_a_new_entry_stands_at_the_newest_end(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")

    for name in ("first", "second", "third"):
        writing.add_entry(desk, blog, headline=name)

    assert headlines(desk, blog.id) == ["third", "second", "first"]


def test_a_new_entry_stands_above_one_that_tells_of_long_ago(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    writing.add_entry(desk, blog, headline="first")
    second = writing.add_entry(desk, blog, headline="second")
    writing.change(desk, second, "Edit time", time=ShownTime(NOON - timedelta(days=300)))

    writing.add_entry(desk, blog, headline="third")

    assert headlines(desk, blog.id) == ["third", "second", "first"]


def test_an_entry_with_a_time_joins_at_its_place(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    for minutes in (0, 20, 10, 30, 5):
        writing.add_entry(desk, blog, headline=str(minutes), time=ShownTime(NOON + timedelta(minutes=minutes)))

    assert headlines(desk, blog.id) == ["30", "20", "10", "5", "0"]


def test_an_entry_older_than_all_goes_to_the_far_end(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    for minutes in (10, 20, 0):
        writing.add_entry(desk, blog, headline=str(minutes), time=ShownTime(NOON + timedelta(minutes=minutes)))

    assert headlines(desk, blog.id) == ["20", "10", "0"]


def test_any_move_gives_the_arrangement_it_says(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    ids = [writing.add_entry(desk, blog, headline=str(n)).id for n in range(12)][::-1]
    dice = random.Random(7)
    for _ in range(60):
        target, *moving = dice.sample(ids, dice.randint(2, 6))
        side = dice.choice(["above", "below"])

        writing.move_entries(desk, moving, **{side: target})

        ids = [id for id in ids if id not in moving]
        place = ids.index(target) + (side == "below")
        ids[place:place] = moving
        assert arrangement(desk, blog.id) == ids


def test_keys_stay_short_however_often_one_gap_is_used(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    ids = [writing.add_entry(desk, blog).id for _ in range(5)][::-1]
    for _ in range(300):
        writing.move_entries(desk, [ids[-1]], below=ids[0])
        ids.insert(1, ids.pop())

    assert arrangement(desk, blog.id) == ids
    assert max(len(key.order) for key in desk.store.keys(blog.id)) <= order.LONGEST


def test_a_move_writes_one_row(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    ids = [writing.add_entry(desk, blog).id for _ in range(5)]
    before = desk.store.entries(ids)

    writing.move_entries(desk, [ids[0]], above=ids[-1])

    after = desk.store.entries(ids)
    assert [id for id in ids if after[id] != before[id]] == [ids[0]]


def test_what_is_deleted_lies_in_the_trash_and_comes_back_to_its_place(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    ids = [writing.add_entry(desk, blog, headline=str(n)).id for n in range(3)]

    writing.delete_entries(desk, ids[:2])
    trashed = [entry for _, entry in desk.store.trash(blog.id)]
    writing.restore_entries(desk, trashed)

    assert sorted(entry.headline for entry in trashed) == ["0", "1"]
    assert headlines(desk, blog.id) == ["2", "1", "0"]
    assert list(desk.store.trash(blog.id)) == []


def test_an_entry_taken_back_by_undo_is_not_trash(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    writing.add_entry(desk, blog, headline="slip")

    desk.undo(blog.id)

    assert list(desk.store.trash(blog.id)) == []


def test_the_first_publication_is_recorded_once(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    entry = writing.add_entry(desk, blog, headline="Quake")

    writing.set_state(desk, [entry.id], State.PUBLISHED)
    first = desk.entry(entry.id).first_published
    writing.set_state(desk, [entry.id], State.DRAFT)
    writing.set_state(desk, [entry.id], State.PUBLISHED)

    assert first is not None
    assert desk.entry(entry.id).first_published == first


def test_an_edit_that_changes_nothing_leaves_no_trace(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    entry = writing.add_entry(desk, blog, headline="Quake")
    end = desk.store.end_of_log()

    assert writing.change(desk, entry, "Edit", headline="Quake") is None
    assert desk.store.end_of_log() == end


def test_a_blog_goes_to_the_trash_and_undo_brings_it_back(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")

    writing.put_blog_on(desk, blog, Shelf.TRASH)
    desk.undo(blog.id)

    assert desk.store.blog(blog.id).shelf is Shelf.DESK


def test_line_ends_in_a_headline_become_spaces(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm\r\nwarning")
    entry = writing.add_entry(desk, blog, headline="one\ntwo", body=paragraphs("three"))

    assert (blog.headline, desk.entry(entry.id).headline) == ("Storm warning", "one two")


def test_what_another_program_writes_is_announced_once(desk: Desk, store_file: object) -> None:
    from newsdesk.domain.revision import Author
    from newsdesk.store.store import Store

    other = Desk(Store(str(store_file)), Author("desk-two", "Ben"))
    blog = writing.new_blog(desk, "Storm")
    heard: list[str] = []
    desk.listen(lambda done: heard.append(done.edit.title))

    writing.add_entry(other, blog, headline="From elsewhere")
    desk.catch_up()
    writing.add_entry(desk, blog, headline="From here")
    desk.catch_up()

    assert heard == ["New entry", "New entry"]
    other.store.close()


def test_of_several_entries_those_that_are_so_already_are_left_alone(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    first, second = (writing.add_entry(desk, blog, headline=name) for name in ("first", "second"))
    writing.set_key(desk, [first.id], True)
    before = desk.entry(first.id)

    done = writing.set_key(desk, [first.id, second.id], True)

    assert done is not None and list(done.edit.after) == [second.id]
    assert desk.entry(first.id) == before
    assert writing.set_pinned(desk, [first.id], False) is None
