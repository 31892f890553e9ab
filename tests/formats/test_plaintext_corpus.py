"""Three real shapes of pages, where they are present: each as a person reads it, and out again to the byte.

The lines are named by their numbers, counted from 1, since their sentences are not ours.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.domain.markup import texts
from newsdesk.formats.plaintext import Reading, decode, read, write

CORPUS = Path(__file__).parent.parent.parent.parent / "shared/corpus"


@dataclass(frozen=True)
class Page:
    """What a person finds on a page."""

    name: str
    headline: int | None
    introduction: tuple[int, ...]
    furniture: tuple[int, ...]
    entries: tuple[tuple[str, int | None, tuple[int, ...]], ...]  # stamp, line of the headline, lines of the body


PAGES = [
    Page(
        "13_sputnik_shape_modern_SYNTHETIC.txt",
        headline=6,
        introduction=(9, 10, 12),
        furniture=(1, 2, 3, 4, 8, 11, 13, 14, 16, 20),
        entries=(
            ("02:58 GMT 02.03.2023", 17, (18,)),  # the topic label stands in the headline's place
            ("00:19 GMT 02.03.2023", 21, ()),
            ("13:48 GMT 01.03.2023", 23, (24, 26)),
            ("03:57 GMT 28.04.2022", 28, ()),
            ("03:57 GMT 28.04.2022", 30, (31,)),
        ),
    ),
    Page(
        "14_sputnik_shape_2021_empty_and_body_only_SYNTHETIC.txt",
        headline=1,
        introduction=(3, 4, 6),
        furniture=(5, 7, 8, 11),
        entries=(
            ("03:46 GMT 17.08.2021", None, ()),
            ("02:17 GMT 17.08.2021", 12, ()),
            ("02:26 GMT 20.08.2021", 14, ()),
            ("01:29 GMT 20.08.2021", 16, ()),
            ("23:04 GMT 19.08.2021", 18, (20, 22)),
            ("03:43 GMT 27.08.2021", None, (26,)),
            ("03:05 GMT 01.09.2021", None, (30,)),
            ("01:20 GMT 19.08.2021", 33, (35, 36, 37)),
        ),
    ),
    Page(
        "15_sputnik_shape_legacy_time_only_SYNTHETIC.txt",
        headline=None,
        introduction=(5,),
        furniture=(1, 2, 3, 7, 9, 29),
        entries=(
            ("02:15 GMT 05.03.2021", 12, (14,)),
            ("23:31 GMT 04.03.2021", 18, ()),
            ("22:43 GMT 04.03.2021", 22, (24, 26, 28)),
        ),
    ),
]


@pytest.fixture(params=PAGES, ids=lambda page: page.name[:2])
def page(request: pytest.FixtureRequest) -> Page:
    found: Page = request.param
    if not (CORPUS / found.name).exists():
        pytest.skip("the corpus is not here")
    return found


def reading(data: bytes) -> Reading:
    return read(decode(data).text, now=datetime(2024, 1, 1, tzinfo=UTC))


def test_a_page_reads_as_a_person_reads_it(page: Page) -> None:
    data = (CORPUS / page.name).read_bytes()
    lines = data.decode().split("\n")
    is_indented = lines[0].startswith("20:11")

    def words(*numbers: int) -> list[str]:
        return [lines[number - 1].lstrip() if is_indented else lines[number - 1] for number in numbers]

    found = reading(data)

    assert found.blog.headline == ("" if page.headline is None else words(page.headline)[0])
    assert list(texts(found.blog.introduction)) == words(*page.introduction)
    assert [line for line, _ in found.furniture] == list(page.furniture)
    assert [(str(entry.time), entry.headline, list(texts(entry.body))) for entry in found.entries] == [
        (stamp, "" if title is None else words(title)[0], words(*body)) for stamp, title, body in page.entries
    ]


def test_a_page_comes_out_to_the_byte(page: Page) -> None:
    data = (CORPUS / page.name).read_bytes()
    found = reading(data)

    assert write(found.blog, found.entries).data == data
