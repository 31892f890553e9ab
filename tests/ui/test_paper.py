"""The PDF, judged by pypdf: its words in order, its links, its dates."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pypdf
import pytest
from PySide6.QtWidgets import QApplication

from newsdesk.domain.markup import paragraphs
from newsdesk.formats.edition import Edition, edition
from newsdesk.formats.outputs import OUTPUTS
from newsdesk.formats.public import is_stub, plain
from newsdesk.ui import look, paper
from tests.formats.blogs import NOW, arabic_edition, blog, entries, full_edition, plain_edition

ROOT = Path(__file__).parents[2]
pdf = OUTPUTS["pdf"].render
pytestmark = pytest.mark.usefixtures("qapp")


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def words(content: bytes) -> str:
    """Without the numbers at the foot of the pages: a paragraph may go on over a page's end."""
    pages = [page.extract_text().strip() for page in read(content).pages]
    return squeezed("".join(text.removesuffix(str(number)) for number, text in enumerate(pages, 1)))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("make", [plain_edition, full_edition])
def test_the_words_are_all_there_and_in_order(make: Any) -> None:  # noqa: ANN401
    export: Edition = make()
    text, at = words(pdf(export)), 0

    for entry in export.entries:
        shown = [] if is_stub(entry) else [entry.headline, *plain(entry.body)]
        for part in [str(entry.time), *shown]:
            at = text.index(squeezed(part), at) + len(squeezed(part))

    assert "SECRET" not in text


def test_a_paragraph_that_goes_over_a_pages_end_is_there_once() -> None:
    of = blog()
    long = " ".join(f"word{n}" for n in range(3000))

    text = words(pdf(edition(of, entries(of, {"headline": "a", "body": paragraphs(long)}), now=NOW)))

    assert text.endswith(squeezed(long))
    assert text.count("word1500word1501") == 1


def test_it_is_black_on_white_and_the_same_from_a_dark_window(qapp: QApplication) -> None:
    before, light = qapp.palette(), pdf(full_edition())

    qapp.setPalette(look.to_palette(look.dark()))
    try:
        dark = pdf(full_edition())
    finally:
        qapp.setPalette(before)

    assert dark == light


def annotations(content: bytes) -> list[Any]:
    return [note.get_object() for page in read(content).pages for note in page.get("/Annots", [])]


def test_links_lead_out_and_key_events_lead_to_their_entries() -> None:
    content = pdf(full_edition())

    outside = {note["/A"]["/URI"] for note in annotations(content) if "/A" in note}
    inside = {note["/Dest"] for note in annotations(content) if "/Dest" in note}

    assert {"https://ferry.example/", "https://weather.example/coast?a=1&b=2", "mailto:desk@news.example"} <= outside
    assert inside == {f"entry-5f0c2d1e-8a94-4b7e-9d3c-00000000000{n}" for n in (1, 4)}
    assert inside <= set(read(content).named_destinations)


def test_every_page_has_its_number_and_no_heading_stands_alone_at_a_pages_end() -> None:
    of = blog()
    rows = entries(
        of, *({"headline": f"Headline {n}", "body": paragraphs("Words. " * (7 * n % 90 + 20))} for n in range(60))
    )

    pages = [page.extract_text().strip().split("\n") for page in read(pdf(edition(of, rows, now=NOW))).pages]

    assert [lines[-1].strip() for lines in pages] == [str(n) for n in range(1, len(pages) + 1)]
    assert len(pages) > 3
    assert not [lines[-2] for lines in pages if lines[-2].startswith("Headline")]


def places(content: bytes) -> list[tuple[int, str, float]]:
    """Each text: its page, its words, and how far down it stands."""
    found: list[tuple[int, str, float]] = []
    for number, page in enumerate(read(content).pages):
        page.extract_text(
            visitor_text=lambda text, page, at, *_, number=number: (
                found.append((number, text.strip(), at[5] * page[3] + page[5])) if text.strip() else None
            )
        )
    return found


def test_nobody_sees_that_it_is_set_a_share_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    of = blog()
    rows = entries(
        of, *({"headline": f"Headline {n}", "body": paragraphs(*["Words. " * 60] * (n % 4))} for n in range(60))
    )
    for export in (edition(of, rows, now=NOW), full_edition()):
        monkeypatch.setattr(paper, "_SHARE", 10**9)
        whole = places(pdf(export))
        monkeypatch.setattr(paper, "_SHARE", 600)

        shares = places(pdf(export))

        assert [place[:2] for place in shares] == [place[:2] for place in whole]
        assert max(abs(one[2] - other[2]) for one, other in zip(shares, whole, strict=True)) < 0.2  # points


def test_of_very_many_pages_none_is_lost() -> None:
    of = blog()
    lines = paragraphs("\n".join("line" for _ in range(40)))
    rows = entries(of, *({"headline": f"Headline {n}", "body": lines} for n in range(640)))

    made = read(pdf(edition(of, rows, now=NOW)))

    assert len(made.pages) > 600
    assert len(made.named_destinations) == 640
    assert any("Headline 639\n" in page.extract_text() for page in made.pages[-2:])


def test_headlines_without_words_fill_their_pages() -> None:
    of = blog()
    rows = entries(of, *({"headline": f"Headline {n}"} for n in range(36)))

    pages = [page.extract_text() for page in read(pdf(edition(of, rows, now=NOW))).pages]

    assert len(pages) == 3
    assert "Headline 9\n" in pages[0]


def test_a_body_that_fills_many_pages_is_set_in_stretches_and_stays_whole() -> None:
    of = blog()
    texts = [f"Paragraph {n}." for n in range(450)]

    text = words(pdf(edition(of, entries(of, {"headline": "a", "body": paragraphs(*texts)}), now=NOW)))

    assert text.endswith(squeezed("".join(texts)))


def test_in_a_page_that_runs_from_right_to_left_the_stamps_keep_their_order() -> None:
    text = read(pdf(arabic_edition())).pages[0].extract_text()

    assert len(re.findall(r"1?1\s?:20 GMT 02\.03\.2024", text)) == 2  # among the key events, and above the entry
    assert len(re.findall(r"9:05 GMT\+3 02\.03\.2024", text)) == 2
    assert "09:40 GMT+3 02.03.2024" in text
    assert "05:20 GMT 02.03.2024" in text


def test_its_dates_are_the_blogs_and_its_bytes_always_the_same() -> None:
    content = pdf(full_edition())

    assert read(content).metadata.creation_date_raw == "D:20240303073000Z"  # type: ignore[union-attr]
    assert content == pdf(full_edition())


def test_it_is_made_on_another_thread_too() -> None:
    made: list[bytes] = []
    thread = Thread(target=lambda: made.append(pdf(arabic_edition())))

    thread.start()
    thread.join()

    assert made == [pdf(arabic_edition())]


def test_text_can_make_it_open_no_file() -> None:
    script = (
        "import sys; from PySide6.QtGui import QGuiApplication; from newsdesk.ui.paper import document;"
        "from newsdesk.formats.paper import sheet; from tests.formats.blogs import *;"
        "app = QGuiApplication([]);"
        "d = document(sheet(plain_edition()), '<p>a<img src=\"/etc/hostname\"></p>');"
        "d.documentLayout().documentSize();"
        "print(d.resource(2, '/etc/hostname').isNull())"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout == "True\n"


@pytest.mark.parametrize("make", ["full_edition", "arabic_edition"])
def test_it_is_the_same_file_on_a_machine_that_has_no_font_at_all(make: str, tmp_path: Path) -> None:
    bare = tmp_path / "fonts.conf"
    bare.write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", "utf-8")
    script = (
        f"import hashlib\nfrom tests.formats.blogs import {make} as make\n"
        "from newsdesk.formats.outputs import OUTPUTS\n"
        "print(hashlib.sha256(OUTPUTS['pdf'].render(make())).hexdigest())"
    )

    made = [
        subprocess.run(
            [sys.executable, "-c", script], env=os.environ | more, cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for more in ({}, {"FONTCONFIG_FILE": str(bare)})
    ]

    assert made[0] == made[1] != ""
