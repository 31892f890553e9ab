"""What is said of plain entries many at once is what is said of each by itself."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.blog import Layout
from newsdesk.domain.edit import differing
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.record import to_record
from newsdesk.domain.unread import UnreadEntry, unread
from newsdesk.errors import ExportError
from newsdesk.formats.edition import Edition, Options, Order, edition
from newsdesk.formats.outputs import OUTPUTS
from newsdesk.formats.plaintext import write
from newsdesk.store.seals import to_json
from tests.formats.blogs import NOW, at, blog, entries, stamp
from tests.formats.strategies import LINES, bodies

TEXTS = st.one_of(
    LINES,
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.sampled_from(["", " ", "Read more", "© An agency", "x, 1920", "a\x1eb", "one\rtwo", "AT&T <b>", "a\xa0b"]),
)
BODIES = st.one_of(st.lists(TEXTS.filter(bool), max_size=3).map(lambda texts: paragraphs(*texts)), bodies())
ROWS = st.fixed_dictionaries(
    {
        "time": st.sampled_from(["05:41 GMT 02.03.2024", "23:10 UTC 01.03.2024", "08:00 GMT+3 02.03.2024"]).map(stamp),
        "headline": TEXTS,
        "body": BODIES,
        "first_published": st.sampled_from([at("2024-03-02T05:41:30Z"), at("2024-03-02T06:00:00Z"), None]),
    },
    optional={
        "state": st.sampled_from(list(State)),
        "source": st.sampled_from(["05:41 GMT 02.03.2024\nOld\nwords", "05:41 GMT 02.03.2024"]),
        "labels": st.just(("Storm",)),
        "is_key": st.booleans(),
    },
)
LAYOUTS = st.builds(
    Layout,
    line_end=st.sampled_from(["\n", "\r\n"]),
    blank_lines=st.tuples(st.integers(0, 1), st.integers(0, 2), st.integers(0, 2)),
)
VARYING = (
    "id", "order", "time", "headline", "body", "source", "note", "created", "last_changed", "first_published",
)
SAYING_MANY = ("text", "html", "fragment", "jsonld")


def as_unread(entry: Entry) -> Entry:
    """As a store hands it out: unread where it is plain."""
    bare = replace(entry, **{name: getattr(PLAIN, name) for name in VARYING})
    if entry.first_published is None or bare != PLAIN:
        return entry
    values = to_record(entry)
    asked = [values[name] for name in ("id", "time", "first_published", "headline", "body", "source")]
    kept: Any = (*asked, to_json(list(values.values())).encode())
    return unread([kept])[0]


(PLAIN,) = entries(blog(), {"first_published": NOW})


def both(of: Edition) -> tuple[Edition, Edition]:
    return of, replace(of, entries=tuple(map(as_unread, of.entries)))


@given(st.lists(ROWS, min_size=1, max_size=5), LAYOUTS, st.sampled_from(list(Order)), st.booleans())
def test_every_format_says_the_same(rows: list[dict[str, Any]], layout: Layout, order: Order, has_url: bool) -> None:
    of = blog(layout=layout, url="https://news.example/live" if has_url else "")
    read = entries(of, *rows)
    found = tuple(map(as_unread, read))

    try:
        whole = edition(of, read, now=NOW, options=Options(order=order))
    except ExportError as error:
        with pytest.raises(ExportError, match=str(error)[:20]):
            edition(of, found, now=NOW, options=Options(order=order))
        return

    assert edition(of, found, now=NOW, options=Options(order=order)) == whole
    for name in SAYING_MANY:
        one, many = both(whole)
        assert OUTPUTS[name].written(many) == OUTPUTS[name].written(one)


@given(ROWS)
def test_an_unread_entry_is_the_entry(row: dict[str, Any]) -> None:
    (read,) = entries(blog(), row)
    found = as_unread(read)

    assert (found, read) == (read, found)
    assert hash(found) == hash(read)
    assert to_record(found) == to_record(read)
    assert type(replace(found, note="Ring them")) is Entry
    assert replace(found, note="Ring them") == replace(read, note="Ring them")
    assert found != replace(read, headline=f"{read.headline}!")
    assert differing(found, replace(read, headline=f"{read.headline}!")) == {"headline"}


def test_what_is_plain_is_said_without_being_read() -> None:
    row = {"headline": "The bridge is open", "body": paragraphs("One & two.", "Three."), "first_published": NOW}
    read = entries(blog(), *[row] * 9)
    found = [as_unread(entry) for entry in read]
    assert {type(entry) for entry in found} == {UnreadEntry}

    written = write(blog(), found)

    assert written.data.endswith(b"The bridge is open\nOne & two.\nThree.\n")
    with pytest.raises(AttributeError):
        object.__getattribute__(found[-1], "body")
    assert found[-1].body == read[-1].body
