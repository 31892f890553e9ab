"""A damaged store is never harmed further, never shown as good, and gives back every readable entry."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import Block, Kind, Span, paragraphs
from newsdesk.errors import NewsdeskError, StoreError
from newsdesk.store.check import check_file
from newsdesk.store.salvage import Salvaged, salvage
from newsdesk.store.store import Store
from tests.store.damages import DAMAGES
from tests.store.stories import ANN, BOB, NOON, a_blog, added, edited, entries_for, removed
from tests.store.test_check import shown

IMAGE = bytes(range(256)) * 100


@dataclass(frozen=True)
class Work:
    """A store of work, every version of every entry in it, and which of them stand."""

    path: Path
    content: bytes
    versions: dict[str, list[Entry]]
    standing: frozenset[str]
    words: dict[str, list[bytes]]
    shown: object


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Work]:
    """The same at every run, ids and all, so that the same damages hit the same bytes."""
    random = Random(7)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("os.urandom", random.randbytes)
        yield _worked(tmp_path_factory.mktemp("work") / "desk.newsdesk", random)


def _worked(path: Path, random: Random) -> Work:
    store = Store(path)
    versions: dict[str, list[Entry]] = {}
    standing: set[str] = set()
    for number in range(2):
        blog = a_blog(headline=f"Blog {number}")
        image = store.add_attachment(IMAGE + bytes([number]), "image/png")
        entries = [_with_words(entry, random) for entry in entries_for(blog, 90)]
        entries[5] = replace(entries[5], body=(*entries[5].body, Block(kind=Kind.IMAGE, url=image, alt="A square")))
        added(store, blog, *entries)
        for entry in entries:
            versions[entry.id] = [entry]
        for entry in random.sample(entries, 30):
            changed = {"headline": f"{entry.headline}, edited", "last_changed": NOON + timedelta(minutes=1)}
            new = edited(store, entry, random.choice([ANN, BOB]), title="Edit headline", **changed)
            versions[entry.id].append(new)
        gone = [versions[entry.id][-1] for entry in random.sample(entries, 10)]
        removed(store, *gone)
        standing |= {entry.id for entry in entries} - {entry.id for entry in gone}
    store.close()
    content = path.read_bytes()
    words = {id: words_of(versions[id][-1], content) for id in standing}
    return Work(path, content, versions, frozenset(standing), words, shown(path))


def _with_words(entry: Entry, random: Random) -> Entry:
    """Texts of all sizes; some need overflow pages."""
    sizes = [15] * 14 + [120, 500]
    texts = [" ".join(f"w{random.randrange(10**9)}" for _ in range(random.choice(sizes))) for _ in range(2)]
    emphasis = Block(spans=(Span("Said "), Span("twice", strong=True), Span(f": {random.random()}\u2028x")))
    return replace(entry, headline=f"{entry.headline} {random.random()}", body=(*paragraphs(*texts), emphasis))


def test_a_whole_store_is_salvaged_without_a_doubt(work: Work, tmp_path: Path) -> None:
    salvaged, entries = salvaged_from(work.path, tmp_path)

    assert salvaged == Salvaged(blogs=2, entries=160, attachments=2, doubts=())
    assert salvaged.sentence == (
        "Salvaged: 2 blogs and 160 entries, all as they were. The damaged file is unchanged."
    )
    assert entries == {id: work.versions[id][-1] for id in work.standing}


def salvaged_from(path: Path, folder: Path, *backups: Path) -> tuple[Salvaged, dict[str, Entry]]:
    new = folder / "salvaged.newsdesk"
    new.unlink(missing_ok=True)
    before = path.read_bytes()
    salvaged = salvage(path, new, ANN, NOON, backups)
    assert path.read_bytes() == before
    store = Store(new)
    assert {finding.code for finding in store.check().findings} <= {"reference"}  # to an image that was lost
    entries = {entry.id: entry for blog in store.blogs() for entry in store.entries_of(blog.id)}
    store.close()
    return salvaged, entries


def damaged_files(work: Work, kind: str, folder: Path, count: int) -> Iterator[Path]:
    path = folder / "damaged.newsdesk"
    for seed in range(count):
        path.write_bytes(DAMAGES[kind](work.content, Random(seed)))
        yield path


COUNTS = [1, pytest.param(50, marks=pytest.mark.slow)]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("kind", DAMAGES)
def test_nothing_damaged_is_harmed_or_shown_as_good(work: Work, tmp_path: Path, kind: str, count: int) -> None:
    for damaged in damaged_files(work, kind, tmp_path, count):
        before = damaged.read_bytes()
        is_sound = check_file(damaged).is_sound
        try:
            seen = shown(damaged)
        except NewsdeskError:
            assert not is_sound or before == work.content
        else:
            assert not is_sound or seen == work.shown

        assert damaged.read_bytes() == before


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("kind", DAMAGES)
def test_every_entry_whose_words_are_left_comes_back_and_none_is_invented(
    work: Work, tmp_path: Path, kind: str, count: int
) -> None:
    left = back = 0
    for damaged in damaged_files(work, kind, tmp_path, count):
        salvaged, entries = salvaged_from(damaged, tmp_path)
        doubtful = {doubt.id for doubt in salvaged.doubts}
        content = damaged.read_bytes()
        wanted = {id for id in work.standing if all(piece in content for piece in work.words[id])}
        left += len(wanted)
        back += sum(is_same(entries.get(id), work.versions[id][-1]) for id in wanted)
        for id, entry in entries.items():
            is_latest = id in work.standing and is_same(entry, work.versions[id][-1])
            assert is_latest or id in doubtful, "altered words were given back as good"
            assert is_latest or "Salvaged: " in entry.note
            assert id in work.versions or "damaged" in entry.note

    assert back >= 0.99 * left


def is_same(found: Entry | None, original: Entry) -> bool:
    return found is not None and (found.headline, found.body) == (original.headline, original.body)


def words_of(entry: Entry, content: bytes) -> list[bytes]:
    """An entry's words in pieces, without those in which a page of the file ends."""
    texts = [entry.headline, *(block.text for block in entry.body)]
    pieces = [text[at : at + 60].encode() for text in texts for at in range(0, len(text), 60)]
    return [piece for piece in pieces if piece in content]


def test_a_backup_gives_back_what_the_file_has_lost(work: Work, tmp_path: Path) -> None:
    store, backup = Store(work.path), tmp_path / "backup.newsdesk"
    store.backup(backup)
    store.close()
    damaged = tmp_path / "damaged.newsdesk"
    damaged.write_bytes(work.content[: len(work.content) // 5])

    salvaged, entries = salvaged_from(damaged, tmp_path, backup)

    assert set(entries) >= work.standing
    assert all(is_same(entries[id], work.versions[id][-1]) for id in work.standing)
    assert salvaged.attachments == 2


def test_images_come_back_byte_by_byte(work: Work, tmp_path: Path) -> None:
    salvaged_from(work.path, tmp_path)

    store = Store(tmp_path / "salvaged.newsdesk")
    [body] = [work.versions[id][-1].body for id in work.standing if len(work.versions[id][-1].body) == 4][:1]
    image = store.attachment(body[-1].url)
    store.close()

    assert image is not None
    assert (image.media_type, image.content[:-1]) == ("image/png", IMAGE)


def test_nothing_is_salvaged_into_a_file_that_is_there_or_out_of_nothing(work: Work, tmp_path: Path) -> None:
    there, noise, new = tmp_path / "there", tmp_path / "noise", tmp_path / "new.newsdesk"
    there.write_text("a letter")
    noise.write_bytes(Random(1).randbytes(50_000))

    with pytest.raises(StoreError, match="is there already"):
        salvage(work.path, there, ANN, NOON)
    with pytest.raises(StoreError, match="Nothing could be read"):
        salvage(noise, new, ANN, NOON)
    with pytest.raises(StoreError, match="no store"):
        salvage(tmp_path / "missing", new, ANN, NOON)
    assert there.read_text() == "a letter"
    assert not new.exists()


def test_a_store_that_is_open_here_is_not_salvaged(store: Store, path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Close it first"):
        salvage(path, tmp_path / "new.newsdesk", ANN, NOON)
