"""Images of the texts: they go out with an export, and come in with a file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.desk import correcting, printing, writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import Options, export, export_again
from newsdesk.desk.importing import import_file
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import Block, Kind
from newsdesk.domain.revision import Author
from newsdesk.errors import ExportError
from newsdesk.store.store import Store

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e366"
    "0000000049454e44ae426082"
)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    store = Store(tmp_path / "other.newsdeskdb")
    yield Desk(store, Author("desk-two", "Bo"))
    store.close()


def pictured(desk: Desk) -> tuple[Blog, Entry]:
    """A blog with one published entry that shows an image."""
    blog = writing.new_blog(desk, "Storm")
    url = desk.store.add_attachment(PNG, "image/png")
    body = (Block(kind=Kind.IMAGE, url=url, alt="A quay under water"),)
    return blog, writing.add_entry(desk, blog, headline="Harbour", body=body, state=State.PUBLISHED)


def test_a_page_holds_its_images(desk: Desk) -> None:
    blog, _ = pictured(desk)

    page = export(desk, blog, "html").data.decode()

    assert 'src="data:image/png;base64,' in page


def test_images_stand_in_a_folder_beside_the_page_where_that_is_asked(desk: Desk, tmp_path: Path) -> None:
    blog, _ = pictured(desk)

    export(desk, blog, "html", tmp_path / "storm.html", Options(image_folder="storm-images"))

    (picture,) = (tmp_path / "storm-images").iterdir()
    assert picture.read_bytes() == PNG
    assert f'src="storm-images/{picture.name}"' in (tmp_path / "storm.html").read_text("utf-8")


def test_a_page_whose_images_cannot_be_written_is_not_written(desk: Desk, tmp_path: Path) -> None:
    blog, _ = pictured(desk)
    (tmp_path / "storm-images").write_text("a file is in the way")

    with pytest.raises(ExportError, match="storm-images"):
        export(desk, blog, "html", tmp_path / "storm.html", Options(image_folder="storm-images"))

    assert not (tmp_path / "storm.html").exists()


def test_the_image_of_a_withdrawn_entry_goes_nowhere(desk: Desk, tmp_path: Path) -> None:
    blog, entry = pictured(desk)
    correcting.withdraw(desk, [entry], "It was another quay.")

    export(desk, blog, "html", tmp_path / "storm.html", Options(image_folder="storm-images"))

    assert [file.name for file in tmp_path.iterdir() if "storm" in file.name] == ["storm.html"]


def test_a_release_with_images_is_made_again(desk: Desk) -> None:
    blog, _ = pictured(desk)
    first = export(desk, blog, "html")
    assert first.release

    again = export_again(desk, first.release)

    assert again.data == first.data


def test_paper_has_the_images(desk: Desk) -> None:
    blog, _ = pictured(desk)

    assert list(printing.for_print(desk, blog.id).sheet.pictures.values()) == [PNG]


@pytest.mark.parametrize("to", ["archive", "html"])
def test_a_file_brings_its_images_to_another_desk(desk: Desk, other: Desk, tmp_path: Path, to: str) -> None:
    blog, entry = pictured(desk)
    suffix = {"archive": "newsdesk", "html": "html"}[to]
    path = export(desk, blog, to, tmp_path / f"storm.{suffix}").path
    assert path

    came = import_file(other, path)

    (read,) = other.store.entries_of(came.blog.id)
    kept = other.store.attachment(read.body[0].url)
    assert kept is not None and kept.content == PNG
    assert replace(read.body[0], spans=()) == entry.body[0]


def test_an_export_that_is_stopped_writes_nothing_and_is_not_remembered(desk: Desk, tmp_path: Path) -> None:
    blog, _ = pictured(desk)
    asked: list[int] = []

    def stop() -> None:
        asked.append(1)
        if len(asked) == 2:
            raise ExportError("Stopped.")

    with pytest.raises(ExportError, match="Stopped"):
        export(desk, blog, "html", tmp_path / "storm.html", go_on=stop)

    assert not (tmp_path / "storm.html").exists()
    assert desk.store.past.releases(blog.id) == []
