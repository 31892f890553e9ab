"""Every export is remembered, can be made again, and the blog can be exported as it stood."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsdesk.desk import correcting, releasing, standings, writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import Cut, Options, Order, export, export_again
from newsdesk.desk.owing import next_stop
from newsdesk.domain.entry import NoticeKind, State
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Author
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import DamageError, ExportError, NewsdeskError, ReleasedError, UnknownError
from newsdesk.store.store import Store
from tests.desk.newsroom import NOON, Clock, storm


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(store_file: Path, clock: Clock) -> Iterator[Desk]:
    store = Store(store_file)
    yield Desk(store, Author("desk-one", "Ada"), clock)
    store.close()


def test_an_export_is_remembered_with_all_that_was_asked(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    blog, entries = storm(desk)
    at = clock.forward(5)

    done = export(desk, blog, "text", tmp_path / "storm.txt", Options(order=Order.OLDEST))

    release, = desk.store.past.releases(blog.id)
    assert done.release == release
    assert (release.at, release.author.name, release.format, release.file) == (at, "Ada", "text", "storm.txt")
    assert release.options == {"order": "oldest"}
    assert release.size == len((tmp_path / "storm.txt").read_bytes())
    assert list(release.held) == [entry.id for entry in entries[::-1]]
    assert set(release.held.values()) == {State.PUBLISHED}


def test_a_preview_is_no_release(desk: Desk) -> None:
    blog, _ = storm(desk)

    export(desk, blog, "html", is_release=False)

    assert desk.store.past.releases(blog.id) == []


def test_a_backup_releases_nothing_to_readers(desk: Desk) -> None:
    blog, _ = storm(desk)
    draft = writing.add_entry(desk, blog, headline="Draft")

    export(desk, blog, "archive")

    assert [release.held for release in desk.store.past.releases(blog.id)] == [{}]
    writing.delete_entries(desk, [draft.id])


@pytest.mark.parametrize("to", ["text", "html", "fragment", "email", "markdown", "jsonld", "atom", "rss", "ninjs"])
def test_a_release_made_again_has_the_same_bytes(desk: Desk, clock: Clock, to: str) -> None:
    blog, entries = storm(desk)
    first = export(desk, blog, to)
    clock.forward(30)
    writing.change(desk, entries[0], "Edit", headline="Other", state=State.DRAFT)
    writing.move_entries(desk, [entries[2].id], above=entries[0].id)
    writing.change(desk, blog, "Edit", headline="Gale")
    assert first.release

    again = export_again(desk, first.release)

    assert again.data == first.data
    assert export(desk, blog, to).data != first.data
    assert len(desk.store.past.releases(blog.id)) == 2


def test_the_blog_as_of_a_release_or_a_moment_is_what_was_exported_then(desk: Desk, clock: Clock) -> None:
    blog, entries = storm(desk)
    clock.forward(1)
    first = export(desk, blog, "html")
    moment = clock.forward(1)
    clock.forward(1)
    writing.change(desk, entries[1], "Edit", body=paragraphs("Other words."))
    writing.add_entry(desk, blog, headline="Later", state=State.PUBLISHED)
    assert first.release

    of_release = export(desk, blog, "html", cut=releasing.cut_of(desk, first.release.id[:8], blog))
    of_moment = export(desk, blog, "html", cut=releasing.cut_of(desk, moment, blog))

    assert first.data == of_release.data == of_moment.data
    assert of_moment.release and of_moment.release.is_past


def test_as_of_a_time_before_the_blog_there_is_nothing(desk: Desk) -> None:
    blog, _ = storm(desk)

    with pytest.raises(UnknownError, match="no such blog then"):
        export(desk, blog, "text", cut=releasing.cut_of(desk, NOON - timedelta(days=1), blog))


def test_what_was_withdrawn_since_is_a_stub_in_the_past_too_unless_asked_for(desk: Desk, clock: Clock) -> None:
    blog, entries = storm(desk)
    first = export(desk, blog, "text")
    clock.forward(9)
    correcting.withdraw(desk, [entries[1]], "It was false.")
    assert first.release
    content = first.release.content

    stub = export(desk, blog, "text", cut=Cut(content=content, moment=clock.now)).data.decode()
    marked = export(desk, blog, "text", cut=Cut(content=content, moment=clock.now, with_withdrawn=True)).data.decode()

    assert "WITHDRAWN: It was false." in stub and "south" not in stub
    assert "[Withdrawn] Harbour south\n" in marked and "2 ships wait at the south quay." in marked


def test_withdrawn_text_is_in_no_public_output_but_in_the_history(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")

    correcting.withdraw(desk, [entries[1]], "It was false.")

    for to in ("text", "html", "fragment", "email", "markdown", "jsonld", "atom", "rss", "ninjs"):
        data = export(desk, blog, to).data.decode()
        assert "south" not in data, to
        assert "It was false." in data, to
    assert "south" in str(desk.store.past.story(entries[1].id))
    with pytest.raises(NewsdeskError, match="as of a moment in the past"):
        export(desk, blog, "text", cut=Cut(with_withdrawn=True))


def test_a_release_that_was_withdrawn_from_since_says_so(desk: Desk) -> None:
    blog, entries = storm(desk)
    first = export(desk, blog, "text")
    correcting.withdraw(desk, [entries[1]], "It was false.")
    assert first.release

    again = export_again(desk, first.release)

    assert again.data == first.data
    assert again.notices == ["1 entry of it was withdrawn since; take care where you publish this."]


def test_nothing_later_than_a_shown_time_is_exported(desk: Desk) -> None:
    blog, _ = storm(desk)
    until = Cut(until=ShownTime(NOON + timedelta(minutes=2)))

    done = export(desk, blog, "text", cut=until)

    assert b"west" not in done.data and b"south" in done.data and b"north" in done.data
    assert "Left out: 1 entry shown after 12:02 GMT 01.03.2024." in done.notices
    assert done.release and export_again(desk, done.release).data == done.data


def test_an_embargo_holds_until_its_moment_and_the_result_says_so(desk: Desk, clock: Clock) -> None:
    blog, entries = storm(desk)
    writing.set_embargo(desk, [entries[0].id], NOON + timedelta(hours=1))

    before = export(desk, blog, "text")
    clock.forward(61)
    after = export(desk, blog, "text")

    assert b"west" not in before.data and b"west" in after.data
    assert "“Harbour west”: not before 13:00 GMT 01.03.2024." in before.notices
    assert before.release and export_again(desk, before.release).data == before.data


def test_an_embargo_of_today_holds_for_the_past_as_well(desk: Desk, clock: Clock) -> None:
    blog, entries = storm(desk)
    moment = clock.now
    clock.forward(1)
    writing.set_embargo(desk, [entries[0].id], NOON + timedelta(hours=1))

    assert b"west" not in export(desk, blog, "text", cut=releasing.cut_of(desk, moment, blog)).data


def test_a_release_that_does_not_come_out_the_same_is_refused_and_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    blog, _ = storm(desk)
    told = export(desk, blog, "text").release
    assert told
    other = Release(
        blog=blog.id, author=told.author, at=told.at, sequence=told.sequence, content=told.content, format="text",
        hash="0" * 64,
    )

    with pytest.raises(ExportError, match="does not come out the same"):
        export_again(desk, other, tmp_path / "again.txt")

    assert not (tmp_path / "again.txt").exists()


def test_a_damaged_release_is_not_used(desk: Desk) -> None:
    blog, _ = storm(desk)
    export(desk, blog, "text")
    with desk.store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE releases SET content = 1")

    with pytest.raises(DamageError, match="damaged"):
        desk.store.past.releases(blog.id)


def test_a_release_is_named_by_the_beginning_of_its_id(desk: Desk) -> None:
    blog, _ = storm(desk)
    other = writing.new_blog(desk, "Other")
    release = export(desk, blog, "text").release
    assert release

    assert releasing.find_release(desk, release.id[:6]) == release
    for name, within in ((release.id, other), ("zz", blog), ("", blog)):
        with pytest.raises(UnknownError, match="newsdesk releases"):
            releasing.find_release(desk, name, within)


def test_a_withdrawal_by_state_alone_is_told_to_readers_as_well(desk: Desk) -> None:
    blog, entries = storm(desk)
    writing.set_state(desk, [entries[0].id], State.WITHDRAWN)
    writing.change(desk, entries[1], "Edit", state=State.WITHDRAWN)

    text = export(desk, blog, "text").data.decode()

    assert text.count("WITHDRAWN:") == 2 and "west" not in text and "south" not in text


def test_what_a_release_held_is_withdrawn_and_not_deleted(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    ready = writing.add_entry(desk, blog, headline="Ready", state=State.READY)
    draft = writing.add_entry(desk, blog, headline="Draft")
    export(desk, blog, "text")

    writing.delete_entries(desk, [draft.id])
    with pytest.raises(ReleasedError, match="Withdraw instead"):
        writing.delete_entries(desk, [ready.id])

    assert [entry.headline for entry in desk.store.entries_of(blog.id)] == ["Ready"]


def test_changed_since_the_last_release_is_net_of_what_was_typed_back(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    changed = writing.change(desk, entries[0], "Edit", headline="Other")
    writing.set_key(desk, [entries[1].id], True)
    writing.move_entries(desk, [entries[2].id], above=entries[0].id)
    new = writing.add_entry(desk, blog, headline="New")
    assert changed

    assert standings.changed_since_release(desk, blog.id) == {entries[0].id, entries[1].id, new.id}

    writing.change(desk, desk.entry(entries[0].id), "Edit", headline=entries[0].headline)

    assert standings.changed_since_release(desk, blog.id) == {entries[1].id, new.id}


def test_a_review_walks_what_is_ready_and_what_owes_a_class(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    writing.change(desk, entries[2], "Edit", headline="Other")
    ready = writing.add_entry(desk, blog, headline="Ready", state=State.READY)
    writing.add_entry(desk, blog, headline="Draft")

    first = next_stop(desk, blog.id, "", 1)
    second = next_stop(desk, blog.id, ready.id, 1)
    assert [stop.entry.id for stop in (first, second) if stop] == [ready.id, entries[2].id]


def test_an_export_counts_what_nobody_has_classed(desk: Desk) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    writing.change(desk, entries[0], "Edit", headline="Other")

    notices = export(desk, blog, "html", is_release=True).notices
    again = export(desk, blog, "html").notices
    correcting.correct(desk, desk.entry(entries[0].id), NoticeKind.REFILE)
    classed = export(desk, blog, "html").notices

    told = "1 entry has changed after release without a class; “newsdesk preflight” tells which."
    assert [told in notices, told in again, told in classed] == [True, True, False]


def test_correcting_yields_the_notice_in_text_and_html_and_moves_updated_and_a_refile_does_neither(
    desk: Desk, clock: Clock
) -> None:
    blog, entries = storm(desk)
    export(desk, blog, "text")
    clock.forward(70)
    for entry, kind in ((entries[0], NoticeKind.CORRECTION), (entries[1], NoticeKind.REFILE)):
        writing.change(desk, entry, "Edit", body=paragraphs("9 ships wait at the quay."))
        correcting.correct(desk, desk.entry(entry.id), kind)

    text, html = (export(desk, blog, to).data.decode() for to in ("text", "html"))

    words = "An earlier version of this entry said “3 ships wait at the west quay”."
    assert text.count("CORRECTION (13:10 GMT 01.03.2024): " + words) == 1
    assert "REFILE" not in text.upper() and "refile" not in html.lower()
    assert html.count("Updated") == 1 and words in html
