"""The Word document, read back by python-docx."""

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given

from newsdesk.formats.edition import Edition
from newsdesk.formats.public import is_stub, plain
from newsdesk.formats.word import word
from tests.formats.blogs import arabic_edition, full_edition, plain_edition
from tests.formats.strategies import bodies, editions


def read(export: Edition) -> Any:  # noqa: ANN401
    return docx.Document(io.BytesIO(word(export)))


def test_headings_are_real() -> None:
    found = [
        (p.style.name, p.text) for p in read(full_edition()).paragraphs if p.style.name.startswith(("Heading", "Title"))
    ]

    assert found[:4] == [
        ("Title", full_edition().blog.headline),
        ("Heading 2", "What we know"),
        ("Heading 1", "All three ferries are at sea again"),
        ("Heading 2", "The timetable until Monday"),
    ]


@pytest.mark.parametrize("make", [plain_edition, full_edition, arabic_edition])
def test_the_words_are_all_there_and_in_order(make: Any) -> None:  # noqa: ANN401
    export: Edition = make()
    text, at = "\n".join(p.text for p in read(export).paragraphs), 0

    for entry in export.entries:
        alts = [block.alt for block in entry.body if block.alt]
        for part in [str(entry.time), *([] if is_stub(entry) else [entry.headline, *plain(entry.body)])]:
            if part not in alts:
                at = text.index(part, at) + len(part)

    assert "SECRET" not in text


def test_links_lead_out_and_key_events_lead_to_their_entries() -> None:
    document = read(full_edition())
    body = document.element.body

    addresses = {rel.target_ref for rel in document.part.rels.values() if rel.is_external}
    jumps = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}

    assert {"https://ferry.example/", "mailto:desk@news.example"} <= addresses
    assert len(jumps) == 2
    assert jumps <= marks


def test_each_numbered_list_starts_at_one() -> None:
    numbers = [p._p.pPr.numPr.numId.val for p in read(full_edition()).paragraphs if p.style.name == "List Number"]

    assert len(numbers) == 2
    assert len(set(numbers)) == 1


def test_pictures_have_their_alternative_text() -> None:
    (shape,) = read(full_edition()).inline_shapes

    assert shape._inline.docPr.get("descr") == "A red sky above a grey harbour wall"


def test_arabic_runs_right_to_left() -> None:
    document = read(arabic_edition())

    assert document.paragraphs[0].runs[0].font.rtl
    assert document.styles["Normal"].element.pPr.find(qn("w:bidi")) is not None


def test_stamps_stay_whole_between_words_from_right_to_left() -> None:
    texts = [paragraph.text for paragraph in read(arabic_edition()).paragraphs]

    assert "\u200e11:20 GMT 02.03.2024\u200e" in texts
    assert "\u200eThis entry was withdrawn.\u200e" in texts
    assert not any("\u200e" in paragraph.text for paragraph in read(full_edition()).paragraphs)


def test_nothing_in_it_depends_on_the_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(word(full_edition()))) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert read(full_edition()).core_properties.modified.isoformat() == "2024-03-03T07:30:00+00:00"


def test_a_short_blog_is_a_small_file_with_nothing_of_somebody_elses() -> None:
    content = word(plain_edition())
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = file.namelist()

    assert len(content) < 100_000
    assert not any("thumbnail" in name or "customXml" in name or "stylesWithEffects" in name for name in names)


@given(editions(bodies()))
def test_any_blog_makes_a_document(export: Edition) -> None:
    assert read(export).paragraphs
