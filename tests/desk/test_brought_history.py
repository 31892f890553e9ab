"""A blog that comes in with its history is the same blog: what happened to it elsewhere is told here, and stays so."""

import os
import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.desk import history, releasing, standings, writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import Options, export
from newsdesk.desk.importing import Imported, import_file
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import Block, Kind, paragraphs
from newsdesk.domain.record import What
from newsdesk.domain.revision import Act, Author, Change, Revision
from newsdesk.errors import ConflictError, HistoryError
from newsdesk.store.store import Store
from tests.desk.newsroom import NOON, Clock, storm
from tests.desk.test_record_sessions import Session

ALL = Options(with_history=True, with_notes=True)
PNG = b"\x89PNG\r\n\x1a\n a picture that nobody looks at"


class Rooms:
    """Desks at stores of their own, on one clock."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock, self._desks = folder, Clock(), dict[str, Desk]()

    def __getitem__(self, name: str) -> Desk:
        if name not in self._desks:
            store = Store(self.folder / f"{name}.newsdeskdb")
            self._desks[name] = Desk(store, Author(f"desk-{name}", name.capitalize()), self.clock)
        return self._desks[name]

    def send(self, to: str, content: bytes) -> Imported:
        file = self.folder / "sent.newsdesk"
        file.write_bytes(content)
        self.clock.forward(30)
        return import_file(self[to], file)

    def close(self) -> None:
        for desk in self._desks.values():
            desk.store.close()


@pytest.fixture
def rooms(tmp_path: Path) -> Iterable[Rooms]:
    made = Rooms(tmp_path)
    yield made
    made.close()


def packed(desk: Desk, blog: Blog, options: Options = ALL) -> bytes:
    return export(desk, blog, "archive", options=options).data


def of(desk: Desk, blog: Blog) -> tuple[Blog, list[Entry]]:
    return desk.store.blog(blog.id), desk.store.entries_of(blog.id)


def is_sound(desk: Desk) -> bool:
    report = desk.store.check()
    assert report.findings == ()
    return report.is_sound


def edited_storm(desk: Desk) -> tuple[Blog, list[Entry]]:
    blog, entries = storm(desk)
    writing.change(desk, entries[0], "Edit", headline="Harbour east")
    writing.change(desk, desk.entry(entries[0].id), "Edit", note="Ask the harbour master")
    desk.undo(blog.id)
    writing.delete_entries(desk, [entries[1].id], though_released=True)
    return blog, entries


def test_the_history_is_told_as_on_the_other_desk(rooms: Rooms) -> None:
    blog, entries = edited_storm(rooms["ann"])

    rooms.send("bob", packed(rooms["ann"], blog))

    assert of(rooms["bob"], blog) == of(rooms["ann"], blog)
    for entry in entries:
        there, here = (history.history(rooms[name], entry.id) for name in ("ann", "bob"))
        assert [(v.author, v.ended, v.titles, v.after) for v in here] == [
            (v.author, v.ended, v.titles, v.after) for v in there
        ]
    assert [entry.id for _, entry in rooms["bob"].store.trash(blog.id)] == [entries[1].id]
    assert is_sound(rooms["bob"])


def test_an_earlier_version_from_elsewhere_is_restored(rooms: Rooms) -> None:
    blog, entries = edited_storm(rooms["ann"])
    rooms.send("bob", packed(rooms["ann"], blog))
    first = history.history(rooms["bob"], entries[0].id)[-1].after
    assert first is not None

    history.restore(rooms["bob"], first)

    assert rooms["bob"].entry(entries[0].id).headline == "Harbour west"
    assert is_sound(rooms["bob"])


def test_the_blog_as_it_stood_elsewhere_can_be_exported(rooms: Rooms) -> None:
    blog, entries = storm(rooms["ann"])
    before = rooms.clock.forward(1)
    rooms.clock.forward(1)
    writing.change(rooms["ann"], entries[0], "Edit", headline="Harbour east")
    writing.new_blog(rooms["bob"], "Another, written meanwhile")
    then = export(rooms["ann"], blog, "text", cut=releasing.cut_of(rooms["ann"], before, blog)).data

    rooms.send("bob", packed(rooms["ann"], blog))

    assert export(rooms["bob"], blog, "text", cut=releasing.cut_of(rooms["bob"], before, blog)).data == then


def test_what_was_brought_moves_no_other_blog_in_time(rooms: Rooms) -> None:
    blog, _ = edited_storm(rooms["ann"])
    moment = rooms.clock.forward(1)
    rooms.clock.forward(1)
    mine, _ = storm(rooms["bob"])
    later = writing.add_entry(rooms["bob"], mine, headline="Later")

    rooms.send("bob", packed(rooms["ann"], blog))
    place = rooms["bob"].store.past.place_at(moment, mine.id)

    assert place == 0
    assert later.id in {entry.id for entry in rooms["bob"].store.past.stand(mine.id).entries}


@pytest.mark.parametrize("desk", ["bob", "ann again"])
def test_one_undo_takes_all_of_it_away_and_redo_brings_it_back(rooms: Rooms, desk: str) -> None:
    blog, _ = edited_storm(rooms["ann"])
    here = rooms[desk]
    if desk == "ann again":  # the same installation at another store
        here.author = rooms["ann"].author
    rooms.send(desk, packed(rooms["ann"], blog))
    whole = of(here, blog)
    assert here.store.titles(blog.id, here.author.desk) == ("Import", None)

    here.undo(blog.id)
    assert here.store.blogs() == []
    assert here.undo(blog.id) is None
    here.redo(blog.id)

    assert of(here, blog) == whole
    assert here.redo(blog.id) is None
    assert is_sound(here)


def test_importing_it_again_adds_nothing(rooms: Rooms) -> None:
    blog, _ = edited_storm(rooms["ann"])
    content = packed(rooms["ann"], blog)
    rooms.send("bob", content)
    end = rooms["bob"].store.end_of_log()

    again = rooms.send("bob", content)

    assert not again.is_new
    assert rooms["bob"].store.end_of_log() == end


def test_after_an_undo_it_comes_in_again_with_what_is_new_of_its_history(rooms: Rooms) -> None:
    blog, entries = edited_storm(rooms["ann"])
    content = packed(rooms["ann"], blog)
    rooms.send("bob", content)
    rooms["bob"].undo(blog.id)
    rooms.send("bob", content)
    rooms["bob"].undo(blog.id)
    writing.change(rooms["ann"], rooms["ann"].entry(entries[0].id), "Edit", headline="Harbour of the east")

    rooms.send("bob", packed(rooms["ann"], blog))

    assert of(rooms["bob"], blog) == of(rooms["ann"], blog)
    assert history.history(rooms["bob"], entries[0].id)[0].author.name == "Ann"
    assert is_sound(rooms["bob"])
    rooms["bob"].undo(blog.id)
    assert rooms["bob"].store.blogs() == []
    rooms["bob"].redo(blog.id)
    assert of(rooms["bob"], blog) == of(rooms["ann"], blog)
    assert is_sound(rooms["bob"])


def test_another_window_learns_of_it_as_one_addition(rooms: Rooms) -> None:
    blog, _ = edited_storm(rooms["ann"])
    window = Desk(rooms["bob"].store, Author("desk-window", "Eve"), rooms.clock)
    heard: list[tuple[str, int, int]] = []
    window.listen(lambda done: heard.append((done.edit.title, len(done.edit.before), len(done.edit.after))))

    rooms.send("bob", packed(rooms["ann"], blog))
    window.catch_up()

    assert heard == [("Import", 0, 3)]


def test_what_came_in_as_published_owes_a_class_when_it_is_changed(rooms: Rooms) -> None:
    blog, entries = edited_storm(rooms["ann"])
    rooms.send("bob", packed(rooms["ann"], blog))
    bob = rooms["bob"]
    assert standings.standings(bob, blog.id) == {}

    changed = writing.change(bob, bob.entry(entries[0].id), "Edit", headline="Harbour north-east")
    assert changed is not None

    told = standings.standings(bob, blog.id)
    assert told[entries[0].id].released.headline == "Harbour east"
    assert standings.standing_of(bob, bob.entry(entries[0].id)) == told[entries[0].id]


def test_images_that_only_the_history_shows_come_along(rooms: Rooms) -> None:
    blog, entries = storm(rooms["ann"])
    url = rooms["ann"].store.add_attachment(PNG, "image/png")
    writing.change(rooms["ann"], entries[0], "Edit", body=(Block(kind=Kind.IMAGE, url=url, alt="A quay"),))
    writing.change(rooms["ann"], rooms["ann"].entry(entries[0].id), "Edit", body=paragraphs("No picture."))

    rooms.send("bob", packed(rooms["ann"], blog))

    kept = rooms["bob"].store.attachment(url)
    assert kept is not None
    assert kept.content == PNG
    assert is_sound(rooms["bob"])


def test_a_selection_takes_no_history_of_the_rest_along(rooms: Rooms) -> None:
    blog, entries = edited_storm(rooms["ann"])
    content = packed(rooms["ann"], blog, replace(ALL, only=frozenset({entries[0].id})))

    rooms.send("bob", content)

    assert b"north" not in content
    assert [entry.id for entry in rooms["bob"].store.entries_of(blog.id)] == [entries[0].id]
    assert is_sound(rooms["bob"])


def test_internal_notes_and_history_stay_here_unless_asked_for(rooms: Rooms) -> None:
    blog, entries = edited_storm(rooms["ann"])
    writing.change(rooms["ann"], rooms["ann"].entry(entries[0].id), "Edit", note="Ask the harbour master")

    assert b"harbour master" not in packed(rooms["ann"], blog, Options(with_history=True))
    assert b"Harbour west" not in packed(rooms["ann"], blog, Options())
    assert b"harbour master" in packed(rooms["ann"], blog)


def test_a_tombstone_comes_along_and_what_it_is_about_does_not(rooms: Rooms) -> None:
    blog, entries = edited_storm(rooms["ann"])
    rooms["ann"].store.erase(entries[2].id, rooms["ann"].author, at=rooms.clock.now)
    rooms["ann"].store.erase_words("west", rooms["ann"].author, at=rooms.clock.now, blog=blog.id)

    content = packed(rooms["ann"], blog)
    rooms.send("bob", content)

    assert b"west" not in content
    assert b"north" not in content
    assert of(rooms["bob"], blog) == of(rooms["ann"], blog)
    assert [told.act for told in rooms["bob"].store.past.revisions_of(blog.id)].count(Act.ERASE) == 2
    assert is_sound(rooms["bob"])
    rooms["bob"].store.erase_words("quay", rooms["bob"].author, at=rooms.clock.now, blog=blog.id)
    assert is_sound(rooms["bob"])


def _forged(kind: str, told: list[Revision], foreign: Entry) -> list[Revision]:
    last = told[-1]
    about_foreign = Change(What.ENTRY, foreign.id, {"headline": foreign.headline}, {"headline": "Forged"})
    match kind:
        case "a missing beginning":
            return [*told[:3], *told[4:]]  # that of an entry which was edited later
        case "another blog's":
            return [*told, replace(last, id="new", blog=foreign.blog)]
        case "another blog's entry":
            return [*told, replace(last, id="new", act=Act.DO, target="", changes=(about_foreign,))]
        case "an undo of nothing":
            return [*told, replace(last, id="new", act=Act.UNDO, target="nowhere", changes=())]
        case "one thing twice":
            return [*told, last]
    raise AssertionError(kind)


@pytest.mark.parametrize(
    "kind",
    ["a missing beginning", "another blog's", "another blog's entry", "an undo of nothing", "one thing twice"],
)
def test_a_history_that_does_not_hold_together_is_refused_whole(rooms: Rooms, kind: str) -> None:
    blog, _ = edited_storm(rooms["ann"])
    told = rooms["ann"].store.past.told_of(blog.id, rooms["ann"].store.end_of_log())
    _, mine = storm(rooms["bob"])
    arriving = Edit.of("Import", after=[blog, *rooms["ann"].store.entries_of(blog.id)])
    end = rooms["bob"].store.end_of_log()

    with pytest.raises(HistoryError):
        rooms["bob"].adopt(arriving, _forged(kind, told, mine[0]))

    assert rooms["bob"].store.end_of_log() == end
    assert is_sound(rooms["bob"])


def test_an_archive_with_a_forged_history_comes_in_without_it(rooms: Rooms) -> None:
    blog, entries = edited_storm(rooms["ann"])
    content = packed(rooms["ann"], blog)
    forged = content.replace(b'"harbour west"', b'"harbour wesx"').replace(b'"Harbour west"', b'"Harbour wesx"', 1)
    assert forged != content
    forged = _sealed_again(forged)

    done = rooms.send("bob", forged)

    assert "left out" in done.notices[-1].message
    assert of(rooms["bob"], blog) == of(rooms["ann"], blog)
    assert len(history.history(rooms["bob"], entries[0].id)) == 1
    assert is_sound(rooms["bob"])


def _sealed_again(content: bytes) -> bytes:
    """The same zip with checksums that hold."""
    import struct
    import zlib

    out = bytearray(content)
    at = content.index(b"revisions.jsonl") - 30
    size, name = struct.unpack("<I", content[at + 18 : at + 22])[0], struct.unpack("<H", content[at + 26 : at + 28])[0]
    start = at + 30 + name
    old, new = content[at + 14 : at + 18], struct.pack("<I", zlib.crc32(content[start : start + size]))
    return bytes(out.replace(old, new))


def test_what_the_file_holds_wins_over_what_its_history_leads_to(rooms: Rooms) -> None:
    blog, _ = edited_storm(rooms["ann"])
    told = rooms["ann"].store.past.told_of(blog.id, rooms["ann"].store.end_of_log())
    one, other = rooms["ann"].store.entries_of(blog.id)
    changed = replace(one, headline="As the file has it")
    added = replace(other, id="00000000-0000-4000-8000-000000000001")

    rooms["bob"].adopt(Edit.of("Import", after=[blog, changed, added]), told)

    assert rooms["bob"].store.entries_of(blog.id) == [changed, added]
    assert is_sound(rooms["bob"])
    rooms["bob"].undo(blog.id)
    rooms["bob"].redo(blog.id)
    assert rooms["bob"].store.entries_of(blog.id) == [changed, added]
    assert is_sound(rooms["bob"])


def test_a_blog_that_is_there_is_never_added_twice(rooms: Rooms) -> None:
    blog, _ = edited_storm(rooms["ann"])
    told = rooms["ann"].store.past.told_of(blog.id, rooms["ann"].store.end_of_log())

    with pytest.raises(ConflictError):
        rooms["ann"].adopt(Edit.of("Import", after=[blog]), told)


@pytest.mark.parametrize("seed", range(100 if os.environ.get("HYPOTHESIS_PROFILE") == "slow" else 4))
def test_whatever_happened_an_archive_of_the_archive_is_the_same_file(rooms: Rooms, seed: int) -> None:
    """Sent from desk to desk, each of which works on it, and back into a store of the first."""
    session = Session(rooms.folder / "first.newsdeskdb", random.Random(seed))
    session.clock = rooms.clock
    session.play(40)
    with_notes = bool(seed % 2)
    options = replace(ALL, with_notes=with_notes)
    writing.change(session.desk, session.desk.entry(session.any_entry()), "Edit", note="Private")
    blog = session.blog
    for name in ("second", "third", "fourth"):
        rooms.clock.forward(5)
        content = packed(session.desk, blog, options)

        rooms.send(name, content)

        assert packed(rooms[name], blog, options) == content
        assert is_sound(rooms[name])
        if name == "third":
            rooms[name].undo(blog.id)
            rooms[name].redo(blog.id)
            assert is_sound(rooms[name])
        entries = rooms[name].store.entries_of(blog.id)
        if not with_notes:
            entries_there = [replace(entry, note="") for entry in session.desk.store.entries_of(blog.id)]
            assert [replace(e, last_changed=NOON) for e in entries] == [
                replace(e, last_changed=NOON) for e in entries_there
            ]
        session.desk.store.close()
        session.desk, session.file = rooms[name], rooms.folder / f"{name}.newsdeskdb"
        if name == "second":
            session.desk.author = Author("desk-one", "Ada")
        for _ in range(6):
            rooms.clock.forward(1)
            session.add()
            session.edit()
            session.set_state()
        assert is_sound(session.desk)
