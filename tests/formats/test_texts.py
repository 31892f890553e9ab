"""Plain words: e-mail, Markdown, CSV."""

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.markup import Block, Span
from newsdesk.errors import ExportError
from newsdesk.formats.csv_rows import csv_bytes
from newsdesk.formats.edition import Edition, Options, edition
from newsdesk.formats.inputs import INPUTS
from newsdesk.formats.mail import mail
from newsdesk.formats.markdown import markdown
from newsdesk.formats.outputs import OUTPUTS, output_named
from tests.formats.blogs import NOW, blog, entries, full_edition, plain_edition


def test_a_list_in_an_email_is_marked_item_by_item() -> None:
    text = mail(full_edition()).decode()

    assert "\n\n- No one was hurt\n- 4,200 homes were without power at the worst\n\n" in text
    assert "\n\n1. Island boat, every two hours\n  - cars by booking only\n2. Night boat, as usual\n\n" in text


def test_an_email_has_blank_lines_between_everything() -> None:
    text = mail(plain_edition()).decode()

    assert text.startswith("Ferry Services Halted")
    assert "\n\n05:09 GMT 02.03.2024\nHarbour Road Closed\n\nThe road along the harbour" in text
    assert text.endswith("the operator said..\n")


def test_an_email_can_be_wrapped_and_loses_no_word() -> None:
    wide, narrow = mail(full_edition()).decode(), mail(full_edition(Options(wrap=40))).decode()

    assert wide.split() == narrow.split()
    assert max(map(len, narrow.splitlines())) <= 55  # an address is never cut


@pytest.mark.parametrize("make", [mail, markdown])
def test_text_tells_nothing_that_is_withdrawn_or_internal(make: Callable[[Edition], bytes]) -> None:
    text = make(full_edition()).decode()

    assert not any(word in text for word in ("SECRET", "INTERNAL", "DRAFT HEADLINE", "EMBARGOED", "Slip in a name"))
    assert "It named a person who has no part in this." in text


def test_markdown_has_the_time_above_the_headline_and_keeps_links() -> None:
    text = markdown(full_edition(Options(image_folder="files"))).decode()

    assert "**11:20 GMT 02.03.2024**\n\n## All three ferries are at sea again\n" in text
    assert (
        "1. Island boat, every two hours\n   - cars by booking only\n1. Night boat, [as usual](<https://ferry.example/>)"
        in text
    )
    assert "![A red sky above a grey harbour wall](<files/3f9a1c.png>)" in text


@pytest.mark.parametrize("words", ["At last!", "A backslash\\!"])
def test_an_exclamation_before_a_link_makes_no_image_of_it(words: str) -> None:
    body = (Block(spans=(Span(words), Span("The report", link="https://a.example/"))),)
    text = markdown(edition(blog(), entries(blog(), {"body": body}), now=NOW)).decode()

    assert "\\![The report](<https://a.example/>)" in text
    assert INPUTS["markdown"].read(text.encode()).entries[0].body == body


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00")), min_size=1), max_size=5))
def test_no_cell_of_a_csv_is_a_formula(rows: list[list[str]]) -> None:
    text = csv_bytes(["a"], rows).decode("utf-8-sig")

    read = list(csv.reader(io.StringIO(text, newline="")))[1:]

    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in read for cell in row)


def test_an_unknown_format_is_told_with_the_ones_there_are() -> None:
    with pytest.raises(ExportError, match=r"“docm”.*html, fragment"):
        output_named("docm")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", OUTPUTS)
def test_every_output_makes_something(name: str) -> None:
    assert OUTPUTS[name].render(full_edition())
