"""What is erased for ever is in no byte of the store's folder; the log still verifies and says that it was done."""

import sqlite3
from pathlib import Path

import pytest

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import Block, Kind, paragraphs
from newsdesk.domain.revision import Act
from newsdesk.errors import UnknownError
from newsdesk.store.erasing import ERASED
from newsdesk.store.store import Store
from tests.store.stories import ANN, BOB, NOON, added, an_entry, edited, entries_for, removed

NAMED = "Aigerim S."


@pytest.fixture
def source(store: Store, blog: Blog) -> Entry:
    """An entry that named a source, was edited, deleted and brought back, and was searched for."""
    image = store.add_attachment(b"her picture", "image/png")
    picture = Block(kind=Kind.IMAGE, url=image, alt=NAMED)
    entry = an_entry(blog, headline=f"{NAMED} speaks", body=(*paragraphs(f"“{NAMED}” & her family"), picture))
    added(store, *entries_for(blog, 30), entry)
    entry = edited(store, entry, headline=f"{NAMED} spoke", note=f"call {NAMED}", source=f"12:00 {NAMED}")
    removed(store, entry)
    store.undo(blog.id, ANN, at=NOON)
    store.search("aigerim")
    return entry


def bytes_of(folder: Path) -> bytes:
    return b"\0".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


def test_an_erased_entry_is_in_no_file_and_the_log_still_verifies(
    store: Store, path: Path, blog: Blog, source: Entry
) -> None:
    backup = path.with_name("backup.newsdesk")
    store.backup(backup)
    assert NAMED.encode() in bytes_of(path.parent)
    assert b"her picture" in bytes_of(path.parent)

    tombstone = store.erase(source.id, ANN, at=NOON, backups=[backup])

    assert NAMED.encode() not in bytes_of(path.parent)
    assert b"her picture" not in bytes_of(path.parent)
    assert store.check().findings == ()
    assert (tombstone.act, tombstone.author, tombstone.blog, tombstone.at) == (Act.ERASE, ANN, blog.id, NOON)
    assert source.id not in store.entries([source.id])
    assert len(store.entries_of(blog.id)) == 30
    assert store.search("aigerim") == []
    copied = Store(backup)
    assert copied.check().is_sound
    assert len(copied.entries_of(blog.id)) == 30
    copied.close()


def test_what_was_erased_does_not_come_back_by_undo_redo_or_from_the_trash(
    store: Store, blog: Blog, source: Entry
) -> None:
    removed(store, source)
    store.erase(source.id, ANN, at=NOON)

    while store.undo(blog.id, ANN, at=NOON):
        assert store.check().is_sound
    assert store.entries_of(blog.id) == []
    while store.redo(blog.id, ANN, at=NOON):
        assert store.check().is_sound

    assert len(store.entries_of(blog.id)) == 30
    assert store.trash(blog.id) == []


def test_erased_words_leave_every_field_title_and_revision(store: Store, path: Path, blog: Blog, source: Entry) -> None:
    edited(store, source, title=f"Mention {NAMED}", labels=(NAMED, "x"))
    before = store.end_of_log()

    store.erase_words(NAMED, BOB, at=NOON, blog=blog.id)

    assert NAMED.encode() not in bytes_of(path.parent)
    assert store.check().findings == ()
    entry = store.entries([source.id])[source.id]
    assert entry.headline == f"{ERASED} spoke"
    assert entry.labels == (ERASED, "x")
    assert entry.body[0].text == f"“{ERASED}” & her family"
    assert store.end_of_log() == before + 1
    assert len(store.search("family")) == 1


def test_undo_goes_on_past_erased_words(store: Store, blog: Blog, entry: Entry) -> None:
    edited(store, edited(store, entry, headline=f"A {NAMED} b"), headline=f"B {NAMED} c")
    store.erase_words(NAMED, ANN, at=NOON)

    store.undo(blog.id, ANN, at=NOON)

    assert store.entries_of(blog.id)[0].headline == f"A {ERASED} b"


@pytest.mark.parametrize("words", ['"quoted" & <b>', "back\\slash", "Қазақстан", "a < b"])
def test_words_are_erased_in_every_spelling_of_the_file(
    store: Store, path: Path, blog: Blog, entry: Entry, words: str
) -> None:
    edited(store, entry, headline=words, body=paragraphs(f"so {words} is"), bylines=(words,))

    store.erase_words(words, ANN, at=NOON)

    [now] = store.entries_of(blog.id)
    assert (now.headline, now.body[0].text, now.bylines) == (ERASED, f"so {ERASED} is", (ERASED,))
    assert store.check().is_sound


def test_what_never_was_there_is_not_erased(store: Store, entry: Entry) -> None:
    end = store.end_of_log()

    with pytest.raises(UnknownError):
        store.erase("nothing", ANN, at=NOON)
    with pytest.raises(UnknownError):
        store.erase_words("never said", ANN, at=NOON)

    assert store.end_of_log() == end


def test_one_erasure_after_another_still_verifies(store: Store, blog: Blog) -> None:
    first, second, third = entries_for(blog, 3)
    added(store, first, second, third)

    store.erase_words("Headline 1", ANN, at=NOON)
    store.erase(second.id, BOB, at=NOON)
    store.erase(third.id, ANN, at=NOON)

    assert store.check().findings == ()


def test_a_forged_erasure_is_found(store: Store, path: Path, source: Entry) -> None:
    other = store.entries_of(source.blog)[0]
    store.erase(source.id, ANN, at=NOON)
    store.close()
    forger = sqlite3.connect(path)
    forger.execute("UPDATE changes SET after = '{}', erased = (SELECT id FROM revisions WHERE act = 'erase')"
                   " WHERE id = ? AND before IS NULL", (other.id,))
    forger.commit()
    forger.close()

    store = Store(path)
    assert "erasure" in {finding.code for finding in store.check().findings}
    store.close()


def test_an_image_that_another_entry_shows_stays(store: Store, blog: Blog, source: Entry) -> None:
    added(store, an_entry(blog, order="0", body=(source.body[-1],)))

    store.erase(source.id, ANN, at=NOON)

    assert store.attachment(source.body[-1].url) is not None
