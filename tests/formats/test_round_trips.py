"""What goes out comes back: the same entries, times, order and text."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given

from newsdesk.domain.entry import Entry, Notice, NoticeKind
from newsdesk.domain.markup import Body, Kind
from newsdesk.formats.edition import Edition, Options, Order, edition
from newsdesk.formats.inputs import INPUTS, input_for
from newsdesk.formats.intake import Intake
from newsdesk.formats.outputs import OUTPUTS
from newsdesk.formats.public import is_stub, plain, public_body, public_notices
from tests.formats.blogs import NOW, URL, arabic_edition, blog, entries, full_edition, plain_edition
from tests.formats.strategies import bodies, editions
from tests.judge.cases import editions as judged


def sample_edition() -> Edition:
    """The reference file, where it is present."""
    return judged()["sample"]


KEEP_THE_STAMP = ["html", "fragment", "markdown"]
KEEP_FORMATTING = ["html", "fragment", "markdown", "ninjs", "atom"]
BACK = [name for name in INPUTS if name in OUTPUTS and name != "archive"] + ["fragment"]
EDITIONS = {"full": full_edition, "plain": plain_edition, "arabic": arabic_edition, "sample": sample_edition}


def there_and_back(name: str, export: Edition) -> Intake:
    output = OUTPUTS[name]
    content = output.render(export)
    found = input_for(f"x{output.extension}", content)
    assert found is not None
    assert found.name == {"fragment": "html"}.get(name, name)
    return found.read(content)


def headline(name: str, entry: Entry) -> str:
    """What must come back; a feed calls an entry without headline by its stamp."""
    is_stamp = name == "atom" and entry.headline == str(entry.time)
    return "" if is_stub(entry) or is_stamp else entry.headline


def shown(notices: list[Notice]) -> list[tuple[NoticeKind, str, object]]:
    return [(n.kind, n.text, n.time.moment if n.time else None) for n in notices]


def assert_same(name: str, export: Edition, read: Intake) -> None:
    assert [e.id for e in read.entries] == [e.id for e in export.entries]
    assert [e.place for e in read.entries] == sorted(e.place for e in read.entries)
    assert [e.time.moment for e in read.entries] == [e.time.moment for e in export.entries]
    assert [e.headline for e in read.entries] == [headline(name, e) for e in export.entries]
    assert read.blog.headline == export.blog.headline
    for ours, theirs in zip(export.entries, read.entries, strict=True):
        assert plain(theirs.body) == plain(public_body(ours))
        if name in KEEP_FORMATTING:
            assert without_pictures(theirs.body) == without_pictures(public_body(ours))
        if name in KEEP_THE_STAMP:
            assert str(theirs.time) == str(ours.time)


def without_pictures(body: Body) -> list[object]:
    return [block for block in body if not block.url.startswith("attachment:")]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", BACK)
def test_what_goes_out_comes_back(name: str, edition: str) -> None:
    export = EDITIONS[edition]()

    read = there_and_back(name, export)

    assert_same(name, export, read)
    assert [e.state for e in read.entries] == [e.state for e in export.entries]
    assert [shown(list(e.notices)) for e in read.entries] == [shown(public_notices(e)) for e in export.entries]
    assert [e.bylines for e in read.entries] == [() if is_stub(e) else e.bylines for e in export.entries]
    assert [e.labels for e in read.entries] == [() if is_stub(e) else e.labels for e in export.entries]


@pytest.mark.parametrize("name", ["html", "fragment", "markdown", "ninjs", "atom"])
def test_pictures_come_back_with_their_bytes_words_and_credit(name: str) -> None:
    export = full_edition()

    read = there_and_back(name, export)

    (picture,) = export.entries[1].body
    (again,) = read.entries[1].body
    assert (again.kind, again.alt, again.credit, again.spans) == (
        picture.kind,
        picture.alt,
        picture.credit,
        picture.spans,
    )
    assert read.attachments[again.url.removeprefix("attachment:")] == export.attachments["3f9a1c"]


@pytest.mark.parametrize("name", BACK)
@given(export=editions(bodies()))
def test_any_blog_comes_back(name: str, export: Edition) -> None:
    assert_same(name, export, there_and_back(name, export))


@pytest.mark.parametrize("name", BACK)
def test_reading_the_same_file_again_gives_the_same_ids(name: str) -> None:
    assert there_and_back(name, full_edition()) == there_and_back(name, full_edition())


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("name", BACK)
def test_it_comes_back_in_the_order_in_which_it_went_out(name: str, order: Order) -> None:
    export = full_edition(Options(order=order))

    assert_same(name, export, there_and_back(name, export))


@pytest.mark.parametrize("name", BACK)
def test_names_come_back_whatever_is_in_them_and_none_are_invented(name: str) -> None:
    of = blog(url=URL, bylines=())
    names = ("Ann Marsh, PhD", "O_Brien* & Sons ", "By the desk")
    labels = ("Roads, rail", "[Ferries]")
    export = edition(of, entries(of, {"headline": "x", "bylines": names, "labels": labels}), now=NOW)

    read = there_and_back(name, export)

    assert read.blog.bylines == ()
    assert read.entries[0].bylines == names
    assert read.entries[0].labels == labels


def test_a_page_brings_back_which_blog_it_is_its_coverage_and_when_each_entry_came_out() -> None:
    export = full_edition()
    came_out = datetime(2024, 3, 2, 11, 25, 30, tzinfo=UTC)
    export = replace(export, entries=(replace(export.entries[0], first_published=came_out), *export.entries[1:]))

    read = there_and_back("html", export)

    for name in ("id", "coverage_start", "coverage_end", "is_open", "language", "url", "date"):
        assert getattr(read.blog, name) == getattr(export.blog, name)
    assert {entry.blog for entry in read.entries} == {export.blog.id}
    assert [entry.first_published for entry in read.entries] == [entry.first_published for entry in export.entries]


@pytest.mark.parametrize("data", ["", "{", "[]"])
def test_a_page_whose_data_somebody_spoilt_is_read_by_what_it_shows(data: str) -> None:
    page = OUTPUTS["html"].render(plain_edition()).decode()
    spoilt = re.sub(r"(<script[^>]*>).*(</script>)", rf"\1LiveBlogPosting{data}\2", page, flags=re.DOTALL)

    assert len(INPUTS["html"].read(spoilt.encode()).entries) == 3


@pytest.mark.parametrize("name", ["html", "fragment", "markdown"])
def test_key_events_come_back(name: str) -> None:
    export = full_edition()

    read = there_and_back(name, export)

    assert [e.is_key for e in read.entries] == [e.is_key and not is_stub(e) for e in export.entries]


@pytest.mark.parametrize("name", ["html", "fragment", "markdown", "ninjs", "atom"])
def test_of_a_picture_that_is_missing_the_words_and_the_credit_come_back(name: str) -> None:
    export = replace(full_edition(), attachments={})

    (again,) = there_and_back(name, export).entries[1].body

    (picture,) = export.entries[1].body
    assert (again.kind, again.alt, again.credit, again.spans) == (
        Kind.IMAGE, picture.alt, picture.credit, picture.spans,
    )  # fmt: skip


@pytest.mark.parametrize("of", EDITIONS)
@pytest.mark.parametrize("name", BACK)
def test_what_came_back_goes_out_as_the_same_bytes(name: str, of: str) -> None:
    export = EDITIONS[of]()
    if name == "jsonld":  # which names pictures and has none
        export = replace(export, attachments={})
    read = there_and_back(name, export)

    again = edition(read.blog, read.entries, now=NOW, attachments=read.attachments)

    assert OUTPUTS[name].render(again) == OUTPUTS[name].render(export)
